"""What the engine may be told about one posting and one person. `None` always means "not known".

Nothing else gets in: `building` reads these fields by name and no others, so an object that carries a name, a sex or
an id number can be handed over without any of it being looked at.
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any


class Kind(StrEnum):
    """What a person would take; a posting falls under one or more of these."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    DAY = "day"
    HOME = "home"
    AWAY = "away"
    WELFARE = "welfare"


class AgeBand(IntEnum):
    """A legal status computed outside the engine. Read by limits that are law, never by features."""

    UNKNOWN = 0
    UNDER_16 = 1
    YOUNG = 2  # 16 and 17: protected by law
    ADULT = 3
    RETIRED = 4  # past the own retirement age or drawing a pension
    VISITOR = 5  # nobody in particular: a shelf that everybody sees


@dataclass(frozen=True, slots=True)
class Ability:
    """`slug`: "skill:<slug>" or "work:<occupation code>"; `good` = practised by her own words, `proved` = seen."""

    slug: str
    years: int | None = None
    good: bool = False
    proved: bool = False


@dataclass(frozen=True, slots=True)
class PostingFacts:
    """Times in minutes after midnight, points in metres on the sketch map `map`, pay in yuan per `pay_unit`."""

    id: str
    published_on: date | None = None
    occupation: str | None = None
    kinds: frozenset[Kind] = frozenset()
    public_welfare: bool = False
    traineeship: bool = False
    only_over_age: bool = False
    accepts_over_age: bool = False
    at_home: bool = False
    away: bool = False
    map: str | None = None
    x: float | None = None
    y: float | None = None
    start: int | None = None
    end: int | None = None
    own_hours: bool = False
    rotating: bool = False
    night: bool | None = None
    weekend: bool | None = None
    hours_day: float | None = None
    days_week: float | None = None
    standing: bool | None = None
    lift_kg: float | None = None
    hazardous: bool = False
    lodging: bool = False
    pay_low: float | None = None
    pay_high: float | None = None
    pay_unit: str = "month"
    median_rate: float | None = None
    law_certificates: frozenset[str] = frozenset()
    wanted_certificates: frozenset[str] = frozenset()
    education: int = 0
    asked: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class SeekerFacts:
    """`wishes` in order of preference. `traineeship`, `public_welfare` and `legal_age_band` are eligibility by law."""

    id: str
    map: str | None = None
    x: float | None = None
    y: float | None = None
    travel: str = "walk"
    max_minutes: float | None = None
    kinds: frozenset[Kind] = frozenset()
    wishes: tuple[str, ...] = ()
    abilities: tuple[Ability, ...] = ()
    certificates: frozenset[str] | None = None
    education: int | None = None
    drop_off: int | None = None
    pick_up: int | None = None
    free_from: int | None = None
    free_until: int | None = None
    no_nights: bool = False
    no_weekends: bool = False
    no_standing: bool = False
    max_lift_kg: float | None = None
    needs_lodging: bool = False
    floor_month: float | None = None
    floor_hour: float | None = None
    legal_age_band: AgeBand = AgeBand.UNKNOWN
    public_welfare: bool = False
    traineeship: bool | None = None


POSTING_FIELDS = tuple(field.name for field in fields(PostingFacts))
SEEKER_FIELDS = tuple(field.name for field in fields(SeekerFacts))


def visitor(id: str = "visitor", **chips: Any) -> SeekerFacts:
    """Somebody without an account: made from the door and the chips that were tapped, nothing else."""
    return SeekerFacts(id=id, legal_age_band=AgeBand.VISITOR, **chips)
