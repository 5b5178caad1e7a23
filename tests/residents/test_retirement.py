from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import months_after
from residents.retirement import RULES, possible, retirement

# Born, kind, age, month: the published table (decision of 2024-09-13, appendices) at its corners.
TABLE = [
    ("1964-12", "M60", "60岁", "2024-12"),
    ("1965-01", "M60", "60岁1个月", "2025-02"),
    ("1970-03", "M60", "61岁4个月", "2031-07"),
    ("1972-09", "M60", "62岁", "2034-09"),
    ("1976-09", "M60", "63岁", "2039-09"),
    ("1999-01", "M60", "63岁", "2062-01"),
    ("1966-11", "M60", "60岁6个月", "2027-05"),
    ("1975-01", "F50", "50岁1个月", "2025-02"),
    ("1976-05", "F50", "50岁9个月", "2027-02"),
    ("1981-09", "F50", "53岁5个月", "2035-02"),
    ("1981-09", "F55", "58岁", "2039-09"),
    ("1984-11", "F50", "55岁", "2039-11"),
    ("1970-01", "F55", "55岁1个月", "2025-02"),
]
BIRTHS = st.dates(date(1930, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(("born", "kind", "age", "month"), TABLE)
def test_the_published_table(born, kind, age, month):
    found = retirement(date.fromisoformat(f"{born}-15"), kind)
    assert (found.age, f"{found.on:%Y-%m}") == (age, month)


def test_three_years_either_way_but_never_before_the_old_age():
    found = retirement(date(1981, 9, 22), "F50")
    assert (found.earliest_on, found.latest_on) == (date(2032, 2, 22), date(2038, 2, 22))
    early = retirement(date(1976, 5, 12), "F50")
    assert early.earliest_on == date(2026, 5, 12), "50, not 47 years and 9 months"


def test_a_woman_is_shown_both_dates_until_an_officer_confirms_one():
    both = possible(date(1981, 9, 22), "2")
    assert [(each.kind, f"{each.on:%Y-%m}") for each in both] == [("F50", "2035-02"), ("F55", "2039-09")]
    assert [each.kind for each in possible(date(1981, 9, 22), "2", "F55")] == ["F55"]
    assert possible(None, "2") == ()
    assert [each.kind for each in possible(date(1981, 9, 22), "")] == ["F50", "F55", "M60"]


@pytest.mark.parametrize(
    ("born", "kind", "within"),
    [(date(1970, 3, 15), "M60", True), (date(1981, 9, 22), "F50", False), (date(1976, 5, 12), "F50", True)],
)
def test_less_than_five_years_away(born, kind, within):
    assert retirement(born, kind).within_five_years(date(2026, 11, 20)) is within


def test_five_years_to_the_day_are_not_less_than_five():
    on = retirement(date(1970, 3, 15), "M60").on
    assert not retirement(date(1970, 3, 15), "M60").within_five_years(months_after(on, -60))


@given(born=BIRTHS, kind=st.sampled_from(sorted(RULES)))
def test_between_the_old_age_and_the_cap(born, kind):
    rule = RULES[kind]
    found = retirement(born, kind)
    assert rule.base_age * 12 <= found.years * 12 + found.months <= rule.base_age * 12 + rule.cap
    assert found.earliest_on <= found.on <= found.latest_on


@given(born=BIRTHS, kind=st.sampled_from(sorted(RULES)))
def test_who_is_born_later_never_retires_earlier(born, kind):
    later = months_after(born, 1)
    assert retirement(later, kind).on >= retirement(born, kind).on
