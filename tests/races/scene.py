"""A small invented place with an officer, an employer and a posting, made in the race's own database."""

import uuid
from datetime import timedelta

from accounts.enums import Role
from accounts.models import User
from core.clock import now, today
from enterprises.models import Employer
from jobs.enums import ApplicationState, EmploymentType, PayUnit, PostingState
from jobs.models import Application, Posting
from reference.enums import AreaKind
from reference.models import Area
from residents.models import Resident

ABOVE = (AreaKind.PROVINCE, AreaKind.CITY, AreaKind.DISTRICT, AreaKind.STREET)


def community() -> Area:
    parent = None
    for kind in (*ABOVE, AreaKind.COMMUNITY):
        parent, _ = Area.objects.get_or_create(
            official_code=f"race-{kind}",
            defaults={"name": f"赛跑{kind}", "kind": kind, "parent": parent, "invented": True},
        )
    return parent


def officer(area: Area) -> User:
    user = User.objects.create(name="专干甲")
    user.staff_roles.create(role=Role.OFFICER, area=area, from_on=today() - timedelta(days=30))
    return user


def posting(area: Area, *, headcount: int = 1, state: str = PostingState.PUBLISHED) -> Posting:
    employer = Employer.objects.create(name=f"赛跑用的厂 {uuid.uuid4().hex[:8]}", community=area)
    return Posting.objects.create(
        employer=employer,
        community=area,
        title="缝纫工",
        employment_type=EmploymentType.FULL_TIME,
        headcount=headcount,
        pay_min=4000,
        pay_max=6000,
        pay_unit=PayUnit.MONTH,
        address="清河路 8 号",
        valid_until=today() + timedelta(days=30),
        state=state,
        published_at=now() if state == PostingState.PUBLISHED else None,
    )


def applications(to: Posting, count: int, *, state: str = ApplicationState.OFFERED) -> list[Application]:
    return [
        Application.objects.create(
            posting=to,
            ticket=f"{number:04d}",
            name=f"张{number}",
            consent_version="race",
            state=state,
            reply_due_at=now() + timedelta(days=2),
            close_due_at=now() + timedelta(days=5),
        )
        for number in range(count)
    ]


def resident(area: Area) -> Resident:
    user = User.objects.create(name="李秀英")
    return Resident.objects.create(name="李秀英", community=area, user=user)
