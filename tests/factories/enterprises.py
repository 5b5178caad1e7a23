"""Employers for tests: rows as they lie in the database."""

import itertools
from datetime import date, timedelta

from accounts.models import User
from core.calendar import months_after
from core.clock import today
from enterprises.enums import EmployerKind, LicenceKind, MemberRole
from enterprises.models import Employer, EmployerMember, Licence, Verification
from tests.factories import accounts

_number = itertools.count(1)


def employer(community, name: str = "", *, verified: bool = True, **fields) -> Employer:
    """A firm with a telephone; its papers were looked at ten days ago unless said otherwise."""
    fields.setdefault("kind", EmployerKind.FIRM)
    fields.setdefault("contact_name", "陈师傅")
    fields.setdefault("contact_phone", accounts.mobile())
    made = Employer.objects.create(community=community, name=name or f"青禾服务部{next(_number)}", **fields)
    if verified:
        verification(made)
    return made


def verification(of: Employer, on: date | None = None) -> Verification:
    day = on or today() - timedelta(days=10)
    return Verification.objects.create(
        employer=of, verified_on=day, expires_on=months_after(day, 6), how="看过执照", verified_by_code="officer"
    )


def member(of: Employer, user: User | None = None, *, to_on: date | None = None, **fields) -> User:
    made = user or accounts.user(**{"name": "段红", **fields})
    EmployerMember.objects.create(employer=of, user=made, role=MemberRole.OWNER, from_on=date(2026, 1, 1), to_on=to_on)
    return made


def licence(of: Employer, kind: str = LicenceKind.HR_SERVICE, *, valid_to: date | None = None) -> Licence:
    return Licence.objects.create(employer=of, kind=kind, number=f"许{next(_number):06d}", valid_to=valid_to)
