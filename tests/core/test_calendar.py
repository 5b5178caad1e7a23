from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import WorkCalendar, local_date, months_after


def days(*texts: str) -> frozenset[date]:
    """Days of 2026 from "1.1-1.3" and "2.14"."""
    found = set()
    for text in texts:
        first, _, last = text.partition("-")
        start, end = (date(2026, *map(int, part.split("."))) for part in (first, last or first))
        found |= {start + timedelta(days=i) for i in range((end - start).days + 1)}
    return frozenset(found)


# The notice of the State Council of 2025-11-04.
YEAR = WorkCalendar(
    off=days("1.1-1.3", "2.15-2.23", "4.4-4.6", "5.1-5.5", "6.19-6.21", "9.25-9.27", "10.1-10.7"),
    working=days("1.4", "2.14", "2.28", "5.9", "9.20", "10.10"),
    known_until=date(2026, 12, 31),
)
SHANGHAI = ZoneInfo("Asia/Shanghai")
some_days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
calendars = st.builds(
    WorkCalendar,
    off=st.frozensets(st.dates(date(2025, 1, 1), date(2027, 12, 31)), max_size=40),
    working=st.frozensets(st.dates(date(2025, 1, 1), date(2027, 12, 31)), max_size=40),
    known_until=st.just(date(2026, 12, 31)),
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2.20", False),
        ("6.20", False),
        ("12.20", False),
        ("9.20", True),
        ("2.18", False),
        ("10.7", False),
        ("5.20", True),
        ("11.20", True),
        ("11.21", False),
    ],
)
def test_the_days_of_a_real_year(day, works):
    assert YEAR.is_working_day(next(iter(days(day)))) is works


def test_a_reply_clock_over_a_long_holiday():
    # Wednesday 30 September; 1–7 October are off, Saturday the 10th is worked.
    assert YEAR.add_working_days(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert YEAR.next_working_day(date(2026, 9, 30)) == date(2026, 10, 8)
    assert YEAR.working_days_between(date(2026, 9, 30), date(2026, 10, 12)) == 4


def test_a_moment_keeps_its_time_of_day():
    friday = datetime(2026, 11, 20, 14, 20, tzinfo=SHANGHAI)
    assert YEAR.add_working_days(friday, 1) == datetime(2026, 11, 23, 14, 20, tzinfo=SHANGHAI)
    # 23:00 UTC on Thursday is already Friday here.
    assert YEAR.add_working_days(datetime(2026, 11, 19, 23, tzinfo=UTC), 1) == datetime(2026, 11, 22, 23, tzinfo=UTC)


def test_beyond_the_last_notice_a_day_is_reckoned_and_marked():
    assert not YEAR.is_known(date(2027, 1, 1))
    assert YEAR.is_working_day(date(2027, 1, 4))


@given(calendars, some_days, st.integers(0, 60))
def test_counting_is_the_inverse_of_adding(calendar, day, count):
    end = calendar.add_working_days(day, count)
    assert calendar.working_days_between(day, end) == count
    assert calendar.working_days_between(end, day) == -count
    assert count == 0 or calendar.is_working_day(end)


@given(calendars, some_days, st.integers(0, 30), st.integers(0, 30))
def test_adding_twice_is_adding_once(calendar, day, first, second):
    assert calendar.add_working_days(calendar.add_working_days(day, first), second) == calendar.add_working_days(
        day, first + second
    )


@given(calendars, some_days, st.integers(1, 30))
def test_going_back_from_a_working_day_returns_to_it(calendar, day, count):
    start = calendar.next_working_day(day)
    assert calendar.add_working_days(calendar.add_working_days(start, count), -count) == start


@given(some_days, st.integers(-600, 600))
def test_months_end_where_they_end(day, count):
    later = months_after(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-05-19", 6, "2026-11-19"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-01-31", -2, "2025-11-30"),
    ],
)
def test_months_by_hand(day, count, expected):
    assert months_after(date.fromisoformat(day), count) == date.fromisoformat(expected)


def test_the_day_it_is_here():
    assert local_date(datetime(2026, 11, 19, 16, 0, tzinfo=UTC)) == date(2026, 11, 20)
    assert local_date(datetime(1988, 7, 1, 15, 30, tzinfo=UTC)) == date(1988, 7, 2)  # summer time of those years
    assert local_date(date(2026, 11, 20)) == date(2026, 11, 20)
    with pytest.raises(ValueError, match="naive"):
        local_date(datetime(2026, 11, 20))
