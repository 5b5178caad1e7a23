from django.db.models import Q, QuerySet


class EmployerQuerySet(QuerySet):
    def visible_to(self, user):
        """An employer's own people, and staff of the community that serves it."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(members__user=user, members__to_on__isnull=True)
        for path in user.area_paths("jobs.view"):
            seen |= Q(community__path__startswith=path)
        return self.filter(seen).distinct()

    def of_member(self, user):
        return self.filter(members__user=user, members__to_on__isnull=True).order_by("name")
