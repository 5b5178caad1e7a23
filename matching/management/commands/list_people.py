from core.identity import names
from matching.listing import ListCommand
from residents.models import Resident


class Command(ListCommand):
    help = "People of a community, those who look for work first; names masked, no numbers"

    def rows(self, community, limit):
        live = Resident.objects.live().filter(community=community)
        seeking = set(Resident.objects.seeking().filter(community=community).values_list("pk", flat=True))
        people = sorted(live.order_by("code"), key=lambda person: person.pk not in seeking)[:limit]
        return [
            {"id": person.code, "name": names.mask(person.name), "seeking": person.pk in seeking} for person in people
        ]
