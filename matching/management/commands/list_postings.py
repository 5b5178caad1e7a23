from jobs.models import Posting
from matching.listing import ListCommand


class Command(ListCommand):
    help = "Live postings of a community, the newest first"

    def rows(self, community, limit):
        live = Posting.objects.live().filter(community=community).order_by("-published_at", "code")
        return [{"id": posting.code, "title": posting.title} for posting in live[:limit]]
