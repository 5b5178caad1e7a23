"""Accounts for tests."""

import itertools
from datetime import date, timedelta

from accounts.enums import Role
from accounts.models import LoginCode, StaffRole, User
from accounts.proofs import PhoneProof, proof_of
from core.clock import now

# Ranges no operator has given out to anybody we know: people of tests are invented, their numbers too.
_number = itertools.count(19_900_000_001)


def mobile() -> str:
    """A well-formed number nobody else in this test run has."""
    return str(next(_number))


def user(name: str = "周敏", *, phone: str | None = None, password: str = "", **fields) -> User:
    """`phone` None: a number of its own; "": no number."""
    made = User(name=name, phone=mobile() if phone is None else phone or None, **fields)
    made.set_password(password) if password else made.set_unusable_password()
    made.save()
    return made


def role(of: User, kind: str, area, *, from_on: date = date(2020, 1, 1), to_on: date | None = None) -> StaffRole:
    return StaffRole.objects.create(user=of, role=kind, area=area, from_on=from_on, to_on=to_on)


def staff(kind: str = Role.OFFICER, area=None, **fields) -> User:
    made = user(**fields)
    role(made, kind, area)
    return made


def proof(number: str) -> PhoneProof:
    """As if the code sent to this number had just been typed in."""
    row = LoginCode(phone=number, digest="0" * 64, expires_at=now() + timedelta(minutes=10), used_at=now())
    row.save()
    return proof_of(row)
