"""Two ways in: a number in hand, and for staff a password. Neither locks an address."""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password

from accounts.models import User


class _Active(BaseBackend):
    def get_user(self, user_id):
        return User.objects.active().filter(pk=user_id).first()


class PhoneBackend(_Active):
    """Whoever has proved a number may be any active account that signs in with it."""

    def authenticate(self, request, *, proof=None, user=None):
        if proof is None or user is None:
            return None
        return user if user.is_active and user.phone_index == proof.index else None


class PasswordBackend(_Active):
    """Staff only: residents and employers have no password to forget."""

    def authenticate(self, request, *, phone=None, password=None):
        if not phone or not password:
            return None
        found = None
        candidates = list(User.objects.with_phone(phone).staff())
        for user in candidates:
            if user.check_password(password):
                found = user
        if not candidates:
            make_password(password)  # as slow as a real check, so that time does not tell who is staff
        return found
