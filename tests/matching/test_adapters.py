"""Rows to facts, case by case; no database."""

from datetime import date, datetime, time
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from jobs.enums import EmploymentType, Shift
from matching.adapters import KINDS, POSTING_COLUMNS, RESIDENT_COLUMNS, Profile, posting_facts, seeker_facts
from matching.boards import local_of, pay_group
from matching.engine.facts import Ability, AgeBand, Kind
from matching.engine.lexicon import Lexicon
from matching.engine.local import STANDARD
from matching.lexicons import Words

ON = date(2026, 11, 20)
WORDS = Words(
    Lexicon(occupations={"cook": "帮厨"}),
    codes={7: "cook"},
    required={7: frozenset({"health"})},
    lawful=frozenset({"health", "welding"}),
    covers={"driver-b2": ["driver-c1"]},
)


def posting(**fields):
    row = dict.fromkeys(POSTING_COLUMNS) | {
        "code": "p1",
        "employment_type": "FULL_TIME",
        "shift": "",
        "hazardous": False,
        "lodging": False,
        "accepts_over_age": False,
        "pay_unit": "month",
        "education_min": "",
    }
    named = fields.pop("named", frozenset())
    return posting_facts(SimpleNamespace(**row | fields), WORDS, named=frozenset(named))


def person(profile=None, **fields):
    row = dict.fromkeys(RESIDENT_COLUMNS) | {
        "code": "r1",
        "born_on": date(1981, 9, 22),
        "sex": "2",
        "retirement_kind": "",
        "education": "",
        "wish__travel": "",
    }
    return seeker_facts(SimpleNamespace(**row | fields), profile or Profile(), WORDS, ON)


def test_every_employment_type_falls_under_a_kind():
    assert set(KINDS) | {EmploymentType.DOMESTIC} == set(EmploymentType)
    assert all(posting(employment_type=kind).kinds for kind in EmploymentType)


@pytest.mark.parametrize(
    ("hours", "kinds"),
    [
        (Decimal("3.5"), {Kind.PART_TIME}),
        (Decimal(5), {Kind.PART_TIME}),
        (Decimal(6), {Kind.PART_TIME, Kind.FULL_TIME}),
        (None, {Kind.PART_TIME, Kind.FULL_TIME}),
        (Decimal(8), {Kind.FULL_TIME}),
    ],
)
def test_domestic_work_is_what_its_hours_are(hours, kinds):
    assert posting(employment_type="DOMESTIC", hours_per_day=hours).kinds == kinds


@pytest.mark.parametrize(
    ("kind", "flags"),
    [
        ("FULL_TIME", set()),
        ("PIECE_HOME", {"at_home", "own_hours", "accepts_over_age"}),
        ("FLEXIBLE", {"accepts_over_age"}),
        ("LABOUR_EXPORT", {"away"}),
        ("PUBLIC_WELFARE", {"public_welfare"}),
        ("INTERNSHIP", {"traineeship"}),
        ("OVER_AGE", {"only_over_age"}),
        ("DISPATCH", set()),
    ],
)
def test_flags_of_a_kind(kind, flags):
    facts = posting(employment_type=kind)
    names = ("at_home", "own_hours", "accepts_over_age", "away", "public_welfare", "traineeship", "only_over_age")
    assert {name for name in names if getattr(facts, name)} == flags


@pytest.mark.parametrize(
    ("shift", "night", "rotating", "own_hours"),
    [
        ("", None, False, False),
        (Shift.DAY, False, False, False),
        (Shift.NIGHT, True, False, False),
        (Shift.TWO, True, True, False),
        (Shift.THREE, True, True, False),
        (Shift.FLEXIBLE, False, False, True),
    ],
)
def test_shifts(shift, night, rotating, own_hours):
    facts = posting(shift=shift)
    assert (facts.night, facts.rotating, facts.own_hours) == (night, rotating, own_hours)


@pytest.mark.parametrize(
    ("fields", "weekend"),
    [
        ({}, None),
        ({"weekend_work": True}, True),
        ({"weekend_work": False, "days_per_week": Decimal(6)}, False),  # as written
        ({"days_per_week": Decimal(6)}, True),  # six days reach into the weekend
        ({"days_per_week": Decimal(5)}, None),  # which five is not said
        ({"shift": Shift.FLEXIBLE}, False),
    ],
)
def test_weekends(fields, weekend):
    assert posting(**fields).weekend is weekend


def test_what_a_posting_asks_for_and_what_the_law_does():
    assert posting(occupation_id=7).law_certificates == {"health"}
    facts = posting(named={"welding", "first-aid"})
    assert (facts.law_certificates, facts.wanted_certificates) == ({"welding"}, {"first-aid"})
    assert posting(occupation_id=7, named={"health"}).wanted_certificates == frozenset()


def test_numbers_and_moments():
    midnight = datetime(2026, 11, 19, 16, 30, tzinfo=ZoneInfo("UTC"))  # 0:30 of the twentieth here
    facts = posting(
        published_at=midnight,
        starts_at_time=time(8, 30),
        ends_at_time=time(16, 0),
        pay_min=Decimal("24.5000"),
        hours_per_day=Decimal("7.5"),
        education_min="60",
        occupation_id=7,
        place__x_m=0,
        place__y_m=0,
        place__community_id=3,
    )
    assert (facts.published_on, facts.start, facts.end) == (date(2026, 11, 20), 510, 960)
    assert (facts.pay_low, facts.pay_high, facts.hours_day, facts.education) == (24.5, None, 7.5, 3)
    assert (facts.occupation, facts.map, facts.x) == ("cook", "3", 0)
    assert posting(occupation_id=99).occupation is None
    assert posting().map is None


@pytest.mark.parametrize(
    ("fields", "times"),
    [
        ({}, (None, None)),
        ({"wish__picks_up_child": True}, (510, 990)),
        ({"wish__picks_up_child": True, "wish__pick_up_at": time(16, 0)}, (None, 960)),
        ({"wish__drop_off_at": time(8, 0), "wish__pick_up_at": time(16, 0)}, (480, 960)),
        ({"wish__picks_up_child": False, "wish__drop_off_at": time(8, 0)}, (None, None)),
    ],
)
def test_the_childs_times(fields, times):
    facts = person(**fields)
    assert (facts.drop_off, facts.pick_up) == times


@pytest.mark.parametrize(
    ("fields", "way"),
    [
        ({}, ("walk", None)),
        ({"wish__travel": "walk"}, ("walk", 30)),
        ({"wish__travel": "walk", "wish__max_minutes": 15}, ("walk", 15)),
        ({"wish__travel": "bus"}, ("bus", None)),
        ({"wish__travel": "ebike", "wish__max_minutes": 20}, ("ebike", 20)),
    ],
)
def test_the_way_she_goes(fields, way):
    facts = person(**fields)
    assert (facts.travel, facts.max_minutes) == way


@pytest.mark.parametrize(
    ("born_on", "fields", "band"),
    [
        (None, {}, AgeBand.UNKNOWN),
        (None, {"draws_pension": True}, AgeBand.RETIRED),
        (date(2011, 1, 1), {}, AgeBand.UNDER_16),
        (date(2010, 1, 1), {}, AgeBand.YOUNG),
        (date(2008, 11, 21), {}, AgeBand.YOUNG),
        (date(2008, 11, 20), {}, AgeBand.ADULT),
        (date(1966, 11, 5), {"sex": "1"}, AgeBand.ADULT),  # sixty, retires 2027-05
        (date(1965, 1, 1), {"sex": "1"}, AgeBand.RETIRED),
        (date(1974, 5, 1), {}, AgeBand.ADULT),  # 52: F50 would be past, F55 not; nobody is sent away on a guess
        (date(1974, 5, 1), {"retirement_kind": "F50"}, AgeBand.RETIRED),
        (date(1981, 9, 22), {"draws_pension": True}, AgeBand.RETIRED),
    ],
)
def test_legal_ages(born_on, fields, band):
    assert person(born_on=born_on, **fields).legal_age_band == band


@pytest.mark.parametrize(
    ("born_on", "recognitions", "expected"),
    [
        (date(2004, 1, 1), [], True),
        (date(1995, 1, 1), [], False),
        (None, [], None),
        (date(1999, 1, 1), [("GRAD_UNEMPLOYED", date(2026, 9, 1), None)], True),
    ],
)
def test_traineeships(born_on, recognitions, expected):
    assert person(Profile(recognitions=recognitions), born_on=born_on).traineeship is expected


@pytest.mark.parametrize(
    ("from_on", "to_on", "holds"),
    [
        (date(2026, 11, 20), None, True),
        (date(2026, 11, 21), None, False),
        (date(2025, 1, 1), date(2026, 11, 19), False),
        (date(2025, 1, 1), date(2026, 11, 20), True),
    ],
)
def test_recognitions_hold_between_their_days(from_on, to_on, holds):
    assert person(Profile(recognitions=[("DIBAO", from_on, to_on)])).public_welfare is holds


@pytest.mark.parametrize(
    ("issued_on", "expires_on", "valid_months", "holds"),
    [
        (None, None, None, True),
        (None, date(2026, 11, 20), 12, True),
        (None, date(2026, 11, 19), 12, False),
        (date(2025, 11, 20), None, 12, True),
        (date(2025, 11, 19), None, 12, False),
        (date(2001, 1, 1), None, None, True),
        (date(2001, 1, 1), date(2030, 1, 1), 12, True),  # what is printed on it counts
    ],
)
def test_certificates_run_out(issued_on, expires_on, valid_months, holds):
    held = person(Profile(certificates=[("health", issued_on, expires_on, valid_months)])).certificates
    assert held == (frozenset({"health"}) if holds else frozenset())


def test_a_licence_counts_for_what_it_covers():
    assert person(Profile(certificates=[("driver-b2", None, None, None)])).certificates == {"driver-b2", "driver-c1"}


def test_abilities_keep_what_is_known_of_them():
    seen = datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC"))
    profile = Profile(skills=[("sewing", "some", None, None), ("cooking", "certified", 3, seen)], works=[("cook", 6)])
    assert person(profile).abilities == (
        Ability("skill:sewing"),
        Ability("skill:cooking", 3, good=True, proved=True),
        Ability("work:cook", 6),
    )


def test_limits_are_copied():
    facts = person(
        wish__kinds=["part_time", "home"],
        wish__no_nights=True,
        wish__no_weekends=None,
        wish__max_lift_kg=0,
        wish__monthly_floor=Decimal("2600.00"),
        education="70",
    )
    assert facts.kinds == {Kind.PART_TIME, Kind.HOME}
    assert (facts.no_nights, facts.no_weekends, facts.max_lift_kg, facts.floor_month) == (True, False, 0, 2600.0)
    assert facts.education == 2


def test_local_rules_reach_the_engine():
    assert local_of({}) == STANDARD
    told = local_of({"walking_speed_kmh": 5, "night_from": "23:00", "night_until": "05:30", "monthly_work_days": 20.83})
    assert (told.walking_kmh, told.night_from, told.night_until, told.paid_days) == (5.0, 1380, 330, 20.83)


def test_pay_groups():
    assert pay_group("month", "FULL_TIME") == pay_group("month", "DISPATCH") == "month"
    assert pay_group("hour", "PART_TIME") == pay_group("month", "DOMESTIC") == "half"
