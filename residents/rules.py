"""Age, retirement and who may do what to a person's record. Takes objects, reads no models and no clock."""

from datetime import date
from enum import StrEnum

from core.calendar import local_date
from residents import retirement

LEAST_AGE = 16  # 劳动法 §15; 未成年工 until 18


class Band(StrEnum):
    """What the law says about work at that age. UNKNOWN: no birth date, so night, hazardous and public-welfare posts
    are not recommended."""

    UNKNOWN = "unknown"
    CHILD = "child"
    YOUNG = "young"
    WORKING = "working"
    OVER = "over"


class Freshness(StrEnum):
    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"


def age_on(born_on: date, day: date) -> int:
    """Full years; who is born on 29 February becomes older on 1 March of a common year."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def retirements(resident) -> tuple[retirement.Retirement, ...]:
    return retirement.possible(resident.born_on, resident.sex, resident.retirement_kind)


def over_age(resident, day: date) -> bool:
    """超龄: draws a pension, or past the latest of the dates that may be hers; nobody is sent away on a guess."""
    if resident.draws_pension:
        return True
    dates = [each.on for each in retirements(resident)]
    return bool(dates) and day >= max(dates)


def band(resident, day: date) -> Band:
    if resident.born_on is None:
        return Band.OVER if resident.draws_pension else Band.UNKNOWN
    age = age_on(resident.born_on, day)
    if age < LEAST_AGE:
        return Band.CHILD
    if age < 18:
        return Band.YOUNG
    return Band.OVER if over_age(resident, day) else Band.WORKING


def may_register(born_on: date | None, day: date) -> bool:
    """求职登记: from sixteen on; no upper age, and no birth date is no obstacle."""
    return born_on is None or age_on(born_on, day) >= LEAST_AGE


def may_register_unemployed(resident, day: date) -> bool:
    """失业登记: from sixteen until the person draws a pension, whatever the age (人社厅发〔2020〕79号)."""
    return may_register(resident.born_on, day) and not resident.draws_pension


def freshness(resident, day: date, *, fresh_days: int, stale_days: int) -> Freshness:
    """How far the record can be believed: by the day somebody last looked, else by the day it was made."""
    seen = local_date(resident.last_verified_at or resident.registered_at)
    days = (day - seen).days
    if days <= fresh_days:
        return Freshness.FRESH
    return Freshness.AGEING if days <= stale_days else Freshness.STALE


def is_self(user, resident) -> bool:
    return user is not None and resident.user_id is not None and resident.user_id == user.pk


def may_edit(user, resident) -> bool:
    """Herself, or an officer of her community."""
    return is_self(user, resident) or may_decide(user, resident)


def may_decide(user, resident) -> bool:
    """What nobody settles about himself: verification, recognition, registration, archive."""
    return user is not None and user.can("residents.edit", resident.community)


def may_register_others(user, community) -> bool:
    return user is not None and user.can("residents.edit", community)
