"""Postings and applications at every stage of their lives, as rows. `CONTENT` is a posting nothing can be said against."""

import itertools
from datetime import time, timedelta
from decimal import Decimal

from core.clock import now, today
from enterprises.models import Employer
from jobs.enums import ApplicationState as A
from jobs.enums import PostingState as P
from jobs.models import Application, Complaint, Interview, Posting, PostingVersion
from tests.factories import accounts, enterprises

_number = itertools.count(1)

CONTENT = {
    "title": "食堂帮厨",
    "employment_type": "FULL_TIME",
    "headcount": 2,
    "duties": "洗菜切菜，收拾厨房。",
    "requirements": "手脚勤快，能站着做事。",
    "pay_min": Decimal("2800"),
    "pay_max": Decimal("3200"),
    "pay_unit": "month",
    "shift": "day",
    "starts_at_time": time(8, 30),
    "ends_at_time": time(16, 0),
    "days_per_week": Decimal("5"),
    "weekend_work": False,
    "address": "桐花菜市场旁",
}


def posting(community, *, of: Employer | None = None, state: str = P.PUBLISHED, days: int = 30, **fields) -> Posting:
    """Of a verified employer, lawful, with two places; `days`: how long it still holds."""
    moment = now()
    dates = {
        "submitted_at": None if state == P.DRAFT else moment - timedelta(days=2),
        "published_at": moment - timedelta(days=1) if state in (P.PUBLISHED, P.PAUSED, P.EXPIRED, P.CLOSED) else None,
        "closed_at": moment if state == P.CLOSED else None,
        "close_reason": "cancelled" if state == P.CLOSED else "",
    }
    plain = {**CONTENT, "valid_until": today() + timedelta(days=days), "district": community.district, **dates}
    made = Posting.objects.create(
        employer=of or enterprises.employer(community), community=community, state=state, **{**plain, **fields}
    )
    PostingVersion.objects.create(posting=made, number=made.version, content={"title": made.title})
    return made


def application(to: Posting, *, state: str = A.SUBMITTED, name: str = "王秀英", **fields) -> Application:
    """With what its state demands: an appointment, a day of starting and the place it takes."""
    moment = fields.pop("applied_at", None) or now()
    plain = {
        "ticket": f"{next(_number):04d}",
        "phone": accounts.mobile(),
        "consent_version": "2026-11",
        "applied_at": moment,
        "reply_due_at": moment + timedelta(days=3),
        "close_due_at": moment + timedelta(days=10),
    }
    if state not in (A.SUBMITTED, A.CLOSED_SILENT, A.WITHDRAWN):
        plain["first_replied_at"] = moment
    if state in (A.OFFERED, A.STARTED):
        plain |= {"start_reported_on": today(), "start_reported_by_code": to.employer.code}
    if state == A.STARTED:
        plain["started_on"] = today()
        Posting.objects.filter(pk=to.pk).update(starts_confirmed=to.starts_confirmed + 1)
        to.refresh_from_db()
    if state == A.DECLINED:
        plain["decline_reason"] = "hours"
    made = Application.objects.create(posting=to, state=state, name=name, **{**plain, **fields})
    if state == A.INTERVIEW:
        interview(made)
    elif state == A.NO_SHOW:
        interview(made, at=moment - timedelta(hours=1))
    return made


def interview(of: Application, at=None, **fields) -> Interview:
    fields.setdefault("where", "河滨路12号二楼食堂")
    fields.setdefault("ask_for", "陈师傅")
    return Interview.objects.create(application=of, at=at or now() + timedelta(days=1), **fields)


def complaint(about: Posting, **fields) -> Complaint:
    fields.setdefault("answer_due_at", now() + timedelta(days=2))
    return Complaint.objects.create(posting=about, kind=fields.pop("kind", "fee"), **fields)
