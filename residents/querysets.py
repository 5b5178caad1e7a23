from django.db.models import Q, QuerySet

from core.clock import today


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
