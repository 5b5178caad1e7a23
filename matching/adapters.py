"""Rows of residents and jobs as facts of the engine. Here, and only here, is a person's record looked at.

What decides by law (age, pension, recognised hardship) leaves as an eligibility; nothing else about who she is leaves.
"""

from dataclasses import dataclass, field
from datetime import date, time

from core.calendar import local_date, months_after
from jobs.enums import EmploymentType, Shift
from matching.engine.facts import Ability, AgeBand, Kind, PostingFacts, SeekerFacts
from matching.lexicons import Words
from reference.enums import Education
from residents.enums import RecognitionCategory, SkillLevel, Travel
from residents.rules import Band, age_on, band

# The columns that are read, and no others: neither name nor number of anybody leaves the database here.
POSTING_COLUMNS = (
    "pk",
    "code",
    "community_id",
    "employer_id",
    "occupation_id",
    "employment_type",
    "published_at",
    "shift",
    "starts_at_time",
    "ends_at_time",
    "hours_per_day",
    "days_per_week",
    "weekend_work",
    "standing",
    "lifting_kg",
    "hazardous",
    "lodging",
    "accepts_over_age",
    "pay_min",
    "pay_max",
    "pay_unit",
    "education_min",
    "place__community_id",
    "place__x_m",
    "place__y_m",
)
RESIDENT_COLUMNS = (
    "pk",
    "code",
    "born_on",
    "sex",  # with the two that follow: the retirement date, nothing else
    "retirement_kind",
    "draws_pension",
    "education",
    "place__community_id",
    "place__x_m",
    "place__y_m",
    "wish__kinds",
    "wish__travel",
    "wish__max_minutes",
    "wish__free_from",
    "wish__free_until",
    "wish__picks_up_child",
    "wish__drop_off_at",
    "wish__pick_up_at",
    "wish__no_nights",
    "wish__no_weekends",
    "wish__no_standing",
    "wish__max_lift_kg",
    "wish__needs_lodging",
    "wish__monthly_floor",
    "wish__hourly_floor",
)
SCHOOL_HOURS = (8 * 60 + 30, 16 * 60 + 30)  # 接送孩子, where nobody wrote other times
WALK_MINUTES = 30  # 只走路, where no number was given
TRAINEE_AGES = range(16, 25)

KINDS = {
    EmploymentType.FULL_TIME: {Kind.FULL_TIME},
    EmploymentType.DISPATCH: {Kind.FULL_TIME},
    EmploymentType.INTERNSHIP: {Kind.FULL_TIME},
    EmploymentType.OVER_AGE: {Kind.FULL_TIME, Kind.PART_TIME},
    EmploymentType.PART_TIME: {Kind.PART_TIME},
    EmploymentType.DAY_LABOUR: {Kind.DAY},
    EmploymentType.FLEXIBLE: {Kind.FULL_TIME, Kind.PART_TIME, Kind.DAY},
    EmploymentType.PIECE_HOME: {Kind.HOME},
    EmploymentType.LABOUR_EXPORT: {Kind.AWAY},
    EmploymentType.PUBLIC_WELFARE: {Kind.WELFARE},
}
# Work on one's own account is no employment: no retirement age stands against it.
OWN_ACCOUNT = (EmploymentType.PIECE_HOME, EmploymentType.FLEXIBLE)
BANDS = {
    Band.UNKNOWN: AgeBand.UNKNOWN,
    Band.CHILD: AgeBand.UNDER_16,
    Band.YOUNG: AgeBand.YOUNG,
    Band.WORKING: AgeBand.ADULT,
    Band.OVER: AgeBand.RETIRED,
}


@dataclass(frozen=True)
class Profile:
    """What a person has besides her own row: lists of tuples, as `boards.people` reads them."""

    occupations: list[str] = field(default_factory=list)  # codes in order of preference
    skills: list[tuple] = field(default_factory=list)  # slug, level, years, verified_at
    works: list[tuple] = field(default_factory=list)  # occupation code, years
    certificates: list[tuple] = field(default_factory=list)  # slug, issued_on, expires_on, valid_months
    recognitions: list[tuple] = field(default_factory=list)  # category, from_on, to_on


def posting_facts(
    posting, words: Words, *, named: frozenset[str] = frozenset(), median_rate: float | None = None, asked=0, answered=0
) -> PostingFacts:
    """`posting`: a row of POSTING_COLUMNS; `named`: slugs of the certificates it asks for. No query is made here."""
    kind, shift = posting.employment_type, posting.shift
    at_home = kind == EmploymentType.PIECE_HOME
    own_hours = at_home or shift == Shift.FLEXIBLE
    law = words.required.get(posting.occupation_id, frozenset()) | (named & words.lawful)
    return PostingFacts(
        id=posting.code,
        published_on=_day(posting.published_at),
        occupation=words.codes.get(posting.occupation_id),
        kinds=frozenset(_kinds(posting)),
        public_welfare=kind == EmploymentType.PUBLIC_WELFARE,
        traineeship=kind == EmploymentType.INTERNSHIP,
        only_over_age=kind == EmploymentType.OVER_AGE,
        accepts_over_age=posting.accepts_over_age or kind in OWN_ACCOUNT,
        at_home=at_home,
        away=kind == EmploymentType.LABOUR_EXPORT,
        **_point(posting),
        start=_minutes(posting.starts_at_time),
        end=_minutes(posting.ends_at_time),
        own_hours=own_hours,
        rotating=shift in (Shift.TWO, Shift.THREE),
        night=Shift(shift).has_nights if shift else None,
        weekend=_weekend(posting, own_hours),
        hours_day=_float(posting.hours_per_day),
        days_week=_float(posting.days_per_week),
        standing=posting.standing,
        lift_kg=posting.lifting_kg,
        hazardous=posting.hazardous,
        lodging=posting.lodging,
        pay_low=_float(posting.pay_min),
        pay_high=_float(posting.pay_max),
        pay_unit=posting.pay_unit,
        median_rate=median_rate,
        law_certificates=law,
        wanted_certificates=named - law,
        education=_rank(posting.education_min) or 0,
        asked=asked,
        answered=answered,
    )


def seeker_facts(row, profile: Profile, words: Words, on: date) -> SeekerFacts:
    """`row`: RESIDENT_COLUMNS of one person. No query is made here."""
    return SeekerFacts(
        id=row.code,
        **_point(row),
        wishes=tuple(profile.occupations),
        abilities=tuple(_abilities(profile)),
        certificates=frozenset(_certificates(profile, words, on)),
        education=_rank(row.education),
        **_eligibility(row, profile, on),
        **_limits(row),
    )


def _limits(row) -> dict:
    drop_off, pick_up = _child(row)
    walks = row.wish__travel == Travel.WALK
    return {
        "travel": row.wish__travel or "walk",
        "max_minutes": row.wish__max_minutes or (WALK_MINUTES if walks else None),
        "kinds": frozenset(Kind(kind) for kind in row.wish__kinds or ()),
        "drop_off": drop_off,
        "pick_up": pick_up,
        "free_from": _minutes(row.wish__free_from),
        "free_until": _minutes(row.wish__free_until),
        "no_nights": bool(row.wish__no_nights),
        "no_weekends": bool(row.wish__no_weekends),
        "no_standing": bool(row.wish__no_standing),
        "max_lift_kg": row.wish__max_lift_kg,
        "needs_lodging": bool(row.wish__needs_lodging),
        "floor_month": _float(row.wish__monthly_floor),
        "floor_hour": _float(row.wish__hourly_floor),
    }


def _child(row) -> tuple[int | None, int | None]:
    """When the child is brought and fetched; school hours where she says yes without times."""
    if row.wish__picks_up_child is False:
        return None, None
    drop_off, pick_up = _minutes(row.wish__drop_off_at), _minutes(row.wish__pick_up_at)
    if row.wish__picks_up_child and drop_off is None and pick_up is None:
        return SCHOOL_HOURS
    return drop_off, pick_up


def _abilities(profile: Profile):
    for slug, level, years, verified_at in profile.skills:
        good = level in (SkillLevel.GOOD, SkillLevel.CERTIFIED)
        yield Ability(f"skill:{slug}", years, good, verified_at is not None)
    for code, years in profile.works:
        yield Ability(f"work:{code}", years)


def _certificates(profile: Profile, words: Words, on: date):
    """Slugs of what holds on that day, with what it covers besides (B2 drives what C1 does)."""
    for slug, issued_on, expires_on, valid_months in profile.certificates:
        ends = expires_on
        if ends is None and issued_on and valid_months:
            ends = months_after(issued_on, valid_months)
        if ends is None or ends >= on:
            yield slug
            yield from words.covers.get(slug, ())


def _eligibility(row, profile: Profile, on: date) -> dict:
    """What the law makes of age and recognition; the dates themselves go no further."""
    recognised = [
        category
        for category, from_on, to_on in profile.recognitions
        if from_on <= on and (to_on is None or to_on >= on)
    ]
    young = None if row.born_on is None else age_on(row.born_on, on) in TRAINEE_AGES
    return {
        "legal_age_band": BANDS[band(row, on)],
        "public_welfare": bool(recognised),
        "traineeship": True if RecognitionCategory.GRAD_UNEMPLOYED in recognised else young,
    }


def _kinds(posting) -> set[Kind]:
    if posting.employment_type != EmploymentType.DOMESTIC:
        return KINDS[posting.employment_type]
    hours = posting.hours_per_day
    if hours is None or 5 < hours < 7:
        return {Kind.FULL_TIME, Kind.PART_TIME}
    return {Kind.FULL_TIME} if hours >= 7 else {Kind.PART_TIME}


def _weekend(posting, own_hours: bool) -> bool | None:
    if posting.weekend_work is not None or own_hours:
        return bool(posting.weekend_work)
    return True if posting.days_per_week and posting.days_per_week > 5 else None


def _point(row) -> dict:
    if row.place__x_m is None:
        return {}
    return {"map": str(row.place__community_id), "x": row.place__x_m, "y": row.place__y_m}


def _minutes(moment: time | None) -> int | None:
    return None if moment is None else moment.hour * 60 + moment.minute


def _float(value) -> float | None:
    return None if value is None else float(value)


def _rank(code: str) -> int | None:
    return Education(code).rank if code else None


def _day(moment) -> date | None:
    return local_date(moment) if moment else None
