from django.db.models import F, Q, QuerySet

from core.clock import today
from jobs.enums import OPEN_STATES, PostingState


class PostingQuerySet(QuerySet):
    def live(self, on=None):
        """What the shelf may show: published, not past its last day, with a place left."""
        return self.filter(
            state=PostingState.PUBLISHED, valid_until__gte=on or today(), starts_confirmed__lt=F("headcount")
        )

    def visible_to(self, user):
        """Everybody sees live postings; the employer's people and staff of the area see all of theirs."""
        seen = Q(state=PostingState.PUBLISHED, valid_until__gte=today())
        if user.is_authenticated:
            seen |= Q(employer__members__user=user, employer__members__to_on__isnull=True)
            for path in user.area_paths("jobs.view"):
                seen |= Q(community__path__startswith=path)
        return self.filter(seen).distinct()

    def for_card(self):
        return self.select_related("employer", "occupation", "place", "community", "district")


class ApplicationQuerySet(QuerySet):
    def open(self):
        return self.filter(state__in=OPEN_STATES)

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        seen = Q(resident__user=user) | Q(
            posting__employer__members__user=user, posting__employer__members__to_on__isnull=True
        )
        for path in user.area_paths("jobs.chase"):
            seen |= Q(posting__community__path__startswith=path)
        return self.filter(seen).distinct()
