from django.db.models import F, Q, QuerySet

from accounts.roles import roles_with
from core.clock import now, today
from core.fields import blind_index

MOST_TRIES = 5  # of one sign-in code


class UserQuerySet(QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def with_phone(self, number):
        """Everybody who signs in with this number; several may share it."""
        index = blind_index("phone", number)
        return self.active().filter(phone_index=index) if index else self.none()

    def staff(self, on=None):
        """People who hold a staff role on that day."""
        day = on or today()
        held = Q(staff_roles__to_on__isnull=True) | Q(staff_roles__to_on__gt=day)
        return self.filter(held, staff_roles__from_on__lte=day).distinct()

    def visible_to(self, user):
        """Oneself; an administrator sees the staff of his areas."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(pk=user.pk)
        for path in user.area_paths("accounts.grant"):
            seen |= Q(staff_roles__area__path__startswith=path)
        return self.filter(seen).distinct()


class StaffRoleQuerySet(QuerySet):
    def current(self, on=None):
        day = on or today()
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gt=day), from_on__lte=day)

    def allowing(self, permission):
        return self.current().filter(role__in=roles_with(permission))


class LoginCodeQuerySet(QuerySet):
    def usable(self, number):
        """Codes of this number that may still be tried, the latest first."""
        return self.filter(
            phone_index=blind_index("phone", number), used_at__isnull=True, expires_at__gt=now(), tries__lt=MOST_TRIES
        ).order_by("-created_at", "-pk")

    def take_try(self, pk):
        """Counts one try; False when five were made. One UPDATE, so that two at once cannot both be the fifth."""
        return self.filter(pk=pk, used_at__isnull=True, tries__lt=MOST_TRIES).update(tries=F("tries") + 1) == 1

    def use(self, pk):
        """Spends the code; False when somebody was faster."""
        return self.filter(pk=pk, used_at__isnull=True).update(used_at=now()) == 1
