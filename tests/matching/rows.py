"""Postings and profiles as rows, for the tests of the adapters and queries."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from enterprises.models import Employer
from jobs.models import Application, Posting
from residents.models import HardshipRecognition, ResidentCertificate, WorkExperience
from tests.factories import reference, residents

ON = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def employer(community, **fields) -> Employer:
    return Employer.objects.create(community=community, name=fields.pop("name", "青禾物业服务部"), **fields)


def posting(community, occupation="保洁员", *, of=None, place=None, certificates=(), days_ago=3, **fields) -> Posting:
    """Published, day shift on weekdays, 2,600 a month, two places."""
    plain = {
        "title": occupation,
        "employment_type": "FULL_TIME",
        "headcount": 2,
        "pay_min": 2600,
        "shift": "day",
        "starts_at_time": time(8, 30),
        "ends_at_time": time(16, 0),
        "days_per_week": 5,
        "weekend_work": False,
        "address": "青石街 8 号",
        "valid_until": ON + timedelta(days=30),
        "state": "published",
        "published_at": NOON - timedelta(days=days_ago),
        "occupation": reference.occupation(occupation) if occupation else None,
        "district": community.district,
        "place": place,
        "employer": of or employer(community),
    }
    made = Posting.objects.create(community=community, **{**plain, **fields})
    made.certificates.set([reference.certificate_kind(name) for name in certificates])
    return made


def profile(community, *, place=None, occupations=(), works=(), skills=(), certificates=(), wish=None, **fields):
    """A woman of 45 who looks for work, unless said otherwise. `works`: (occupation, years) pairs."""
    fields.setdefault("born_on", date(1981, 9, 22))
    fields.setdefault("sex", "2")
    person = residents.resident(community, fields.pop("name", "王秀英"), place=place, **fields)
    residents.seeking(person, from_on=ON - timedelta(days=5))
    residents.wish(person, *(reference.occupation(name) for name in occupations), **(wish or {}))
    for name, years in works:
        WorkExperience.objects.create(resident=person, occupation=reference.occupation(name), words=name, years=years)
    for name in skills:
        residents.skill(person, reference.skill(name), level="good")
    for name in certificates:
        ResidentCertificate.objects.create(resident=person, kind=reference.certificate_kind(name))
    return person


def recognise(person, **fields):
    return HardshipRecognition.objects.create(
        resident=person,
        category="AGE_4050",
        from_on=ON - timedelta(days=30),
        basis="认定表",
        approved_by_code="u1",
        **fields,
    )


def application(of: Posting, *, replied: bool | None, number: int, days_ago=20) -> Application:
    """`replied` True = in time, False = never, None = the time to answer still runs."""
    applied = NOON - timedelta(days=1 if replied is None else days_ago)
    due = applied + timedelta(days=3)
    return Application.objects.create(
        posting=of,
        ticket=f"A{number:03}",
        name="李梅",
        consent_version="v1",
        applied_at=applied,
        reply_due_at=due,
        close_due_at=due + timedelta(days=4),
        first_replied_at=applied + timedelta(days=1) if replied else None,
    )
