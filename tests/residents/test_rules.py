from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from residents import rules
from residents.rules import Band, Freshness

TODAY = date(2026, 11, 20)


def person(born_on=None, sex="", retirement_kind="", draws_pension=None):
    return SimpleNamespace(born_on=born_on, sex=sex, retirement_kind=retirement_kind, draws_pension=draws_pension)


@pytest.mark.parametrize(
    ("who", "band"),
    [
        (person(), Band.UNKNOWN),
        (person(date(2010, 11, 21)), Band.CHILD),
        (person(date(2010, 11, 20)), Band.YOUNG),
        (person(date(2008, 11, 21)), Band.YOUNG),
        (person(date(2008, 11, 20)), Band.WORKING),
        (person(date(1966, 11, 5), "1"), Band.WORKING),
        (person(date(1965, 1, 15), "1"), Band.OVER),
        (person(date(1972, 6, 1), "2"), Band.WORKING),  # F50 past, F55 not yet: nobody is sent away on a guess
        (person(date(1972, 6, 1), "2", "F50"), Band.OVER),
        (person(date(1980, 1, 1), "2", "F50", draws_pension=True), Band.OVER),
        (person(draws_pension=True), Band.OVER),
        (person(date(1966, 11, 5)), Band.WORKING),  # sex not known: a man of 60 is not over
        (person(date(1940, 1, 1)), Band.OVER),
    ],
)
def test_bands(who, band):
    assert rules.band(who, TODAY) == band


@pytest.mark.parametrize(
    ("born", "may"), [(date(2010, 1, 1), True), (date(2011, 1, 1), False), (date(1930, 1, 1), True), (None, True)]
)
def test_who_may_register(born, may):
    assert rules.may_register(born, TODAY) is may


def test_who_draws_a_pension_does_not_register_as_unemployed():
    assert rules.may_register_unemployed(person(date(1966, 11, 5), "1"), TODAY)
    assert not rules.may_register_unemployed(person(date(1960, 6, 15), "1", draws_pension=True), TODAY)


def test_a_birthday_on_the_29th_of_february_is_kept_on_the_1st_of_march():
    born = date(2008, 2, 29)
    assert rules.age_on(born, date(2026, 2, 28)) == 17
    assert rules.age_on(born, date(2026, 3, 1)) == 18


@given(born=st.dates(date(1930, 1, 1), date(2020, 1, 1)), day=st.dates(date(2020, 1, 2), date(2060, 1, 1)))
def test_age_grows_by_one_on_the_birthday_and_never_else(born, day):
    before = date.fromordinal(day.toordinal() - 1)
    step = rules.age_on(born, day) - rules.age_on(born, before)
    birthday = (day.month, day.day) == ((3, 1) if (born.month, born.day) == (2, 29) else (born.month, born.day))
    leap_day = (born.month, born.day) == (2, 29) and (day.month, day.day) == (2, 29)
    assert step in (0, 1)
    assert (step == 1) <= (birthday or leap_day)


@pytest.mark.parametrize(
    ("days", "expected"), [(0, "fresh"), (90, "fresh"), (91, "ageing"), (180, "ageing"), (181, "stale")]
)
def test_freshness(days, expected):
    seen = datetime.fromordinal(TODAY.toordinal() - days).replace(hour=3, tzinfo=UTC)
    record = SimpleNamespace(last_verified_at=seen, registered_at=None)
    assert rules.freshness(record, TODAY, fresh_days=90, stale_days=180) == Freshness(expected)


def test_freshness_counts_local_days():
    """23:30 in UTC is the next morning here."""
    record = SimpleNamespace(last_verified_at=datetime(2026, 8, 21, 23, 30, tzinfo=UTC), registered_at=None)
    assert rules.freshness(record, TODAY, fresh_days=90, stale_days=180) == Freshness.FRESH
