"""Rows of residents and jobs as facts of the engine. Here, and only here, is a person's record looked at.

What decides by law (age, pension, recognised hardship) leaves as an eligibility; nothing else about who she is leaves.
"""

from datetime import date, time

from core.calendar import local_date, months_after
from jobs.enums import EmploymentType, Shift
from matching.engine.facts import Ability, AgeBand, Kind, PostingFacts, SeekerFacts
from matching.lexicons import Words
from reference.enums import Education
from residents.enums import RecognitionCategory, SkillLevel, Travel
from residents.rules import Band, age_on, band

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


def posting_facts(posting, words: Words, *, median_rate: float | None = None, asked=0, answered=0) -> PostingFacts:
    """`posting` with occupation, place and certificates at hand (`queries.board`); no query is made here."""
    kind, shift = posting.employment_type, posting.shift
    at_home = kind == EmploymentType.PIECE_HOME
    own_hours = at_home or shift == Shift.FLEXIBLE
    named = frozenset(row.slug for row in posting.certificates.all())
    law = words.required.get(posting.occupation_id, frozenset()) | (named & words.lawful)
    return PostingFacts(
        id=posting.code,
        published_on=_day(posting.published_at),
        occupation=posting.occupation.code if posting.occupation_id else None,
        kinds=frozenset(_kinds(posting)),
        public_welfare=kind == EmploymentType.PUBLIC_WELFARE,
        traineeship=kind == EmploymentType.INTERNSHIP,
        only_over_age=kind == EmploymentType.OVER_AGE,
        accepts_over_age=posting.accepts_over_age or kind in OWN_ACCOUNT,
        at_home=at_home,
        away=kind == EmploymentType.LABOUR_EXPORT,
        **_point(posting.place),
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


def seeker_facts(resident, words: Words, on: date) -> SeekerFacts:
    """`resident` with everything `queries.people` prefetches; no query is made here."""
    return SeekerFacts(
        id=resident.code,
        **_point(resident.place),
        abilities=tuple(_abilities(resident)),
        certificates=frozenset(_certificates(resident, words, on)),
        education=_rank(resident.education),
        **_eligibility(resident, on),
        **_wishes(getattr(resident, "wish", None)),
    )


def _wishes(wish) -> dict:
    if wish is None:
        return {}
    drop_off, pick_up = _child(wish)
    walks = wish.travel == Travel.WALK
    return {
        "travel": wish.travel or "walk",
        "max_minutes": wish.max_minutes or (WALK_MINUTES if walks else None),
        "kinds": frozenset(Kind(kind) for kind in wish.kinds),
        "wishes": tuple(row.occupation.code for row in sorted(wish.occupations.all(), key=lambda row: row.rank)),
        "drop_off": drop_off,
        "pick_up": pick_up,
        "free_from": _minutes(wish.free_from),
        "free_until": _minutes(wish.free_until),
        "no_nights": bool(wish.no_nights),
        "no_weekends": bool(wish.no_weekends),
        "no_standing": bool(wish.no_standing),
        "max_lift_kg": wish.max_lift_kg,
        "needs_lodging": bool(wish.needs_lodging),
        "floor_month": _float(wish.monthly_floor),
        "floor_hour": _float(wish.hourly_floor),
    }


def _child(wish) -> tuple[int | None, int | None]:
    """When the child is brought and fetched; school hours where she says yes without times."""
    if wish.picks_up_child is False:
        return None, None
    drop_off, pick_up = _minutes(wish.drop_off_at), _minutes(wish.pick_up_at)
    if wish.picks_up_child and drop_off is None and pick_up is None:
        return SCHOOL_HOURS
    return drop_off, pick_up


def _abilities(resident):
    for row in resident.skills.all():
        good = row.level in (SkillLevel.GOOD, SkillLevel.CERTIFIED)
        yield Ability(f"skill:{row.skill.slug}", row.years, good, row.verified_at is not None)
    for row in resident.experiences.all():
        if row.occupation_id:
            yield Ability(f"work:{row.occupation.code}", row.years)


def _certificates(resident, words: Words, on: date):
    """Slugs of what holds on that day, with what it covers besides (B2 drives what C1 does)."""
    for row in resident.certificates.all():
        ends = row.expires_on
        if ends is None and row.issued_on and row.kind.valid_months:
            ends = months_after(row.issued_on, row.kind.valid_months)
        if ends is None or ends >= on:
            yield row.kind.slug
            yield from words.covers.get(row.kind.slug, ())


def _eligibility(resident, on: date) -> dict:
    """What the law makes of age and recognition; the dates themselves go no further."""
    recognised = [
        row.category
        for row in resident.recognitions.all()
        if row.from_on <= on and (row.to_on is None or row.to_on >= on)
    ]
    young = None if resident.born_on is None else age_on(resident.born_on, on) in TRAINEE_AGES
    return {
        "legal_age_band": BANDS[band(resident, on)],
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


def _point(place) -> dict:
    return {} if place is None else {"map": str(place.community_id), "x": place.x_m, "y": place.y_m}


def _minutes(moment: time | None) -> int | None:
    return None if moment is None else moment.hour * 60 + moment.minute


def _float(value) -> float | None:
    return None if value is None else float(value)


def _rank(code: str) -> int | None:
    return Education(code).rank if code else None


def _day(moment) -> date | None:
    return local_date(moment) if moment else None
