from django.apps import apps
from django.db.models import Prefetch, Q, QuerySet

from core.clock import today
from core.fields import blind_index


def _rows(model: str) -> QuerySet:
    """Rows of a model of this app, which imports this file."""
    return apps.get_model("residents", model)._default_manager.all()


class ResidentQuerySet(QuerySet):
    def live(self):
        return self.filter(archived_at__isnull=True)

    def visible_to(self, user):
        """Herself; staff see the people of their areas. Nobody else sees anyone."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(user=user)
        for path in user.area_paths("residents.view"):
            seen |= Q(community__path__startswith=path)
        return self.filter(seen)

    def seeking(self, on=None):
        """People with an open job-seeking registration that holds on that day."""
        return self.live().filter(
            seekings__ended_on__isnull=True,
            seekings__valid_until__gte=on or today(),
            seekings__state__in=("active", "open"),
        )

    def with_phone(self, number, relations):
        """People who are reached at this number, which is theirs or that of somebody standing so to them."""
        index = blind_index("phone", number)
        if index is None:
            return self.none()
        return self.filter(
            contacts__number_index=index, contacts__retired_at__isnull=True, contacts__relation__in=relations
        ).distinct()

    def for_matching(self):
        """Everything the list of postings is ordered by: seven queries however many people."""
        return self.select_related("wish", "place", "community").prefetch_related(
            Prefetch("skills", _rows("ResidentSkill").select_related("skill").order_by("pk")),
            Prefetch("certificates", _rows("ResidentCertificate").select_related("kind").order_by("pk")),
            Prefetch("experiences", _rows("WorkExperience").select_related("occupation").order_by("pk")),
            Prefetch("wish__occupations", _rows("WishedOccupation").select_related("occupation").order_by("rank")),
            "recognitions",
            "seekings",
        )
