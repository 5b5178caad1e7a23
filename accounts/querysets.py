from django.db.models import Q, QuerySet

from accounts.roles import roles_with
from core.clock import today


class StaffRoleQuerySet(QuerySet):
    def current(self, on=None):
        day = on or today()
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=day), from_on__lte=day)

    def allowing(self, permission):
        return self.current().filter(role__in=roles_with(permission))
