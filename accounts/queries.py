"""Reads over accounts."""

from accounts.models import StaffRole, User


def users_of_phone(phone) -> list[User]:
    """Everybody who signs in with this number (text or core.identity.phone.Phone), oldest account first."""
    return list(User.objects.with_phone(getattr(phone, "text", phone)).order_by("created_at", "pk"))


def roles_of(user) -> list[StaffRole]:
    """The roles held today, for the account page."""
    return list(user.staff_roles.current().select_related("area").order_by("role", "area__path"))
