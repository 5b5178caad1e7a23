"""The holiday rows say what the notices said."""

from datetime import date, timedelta

import pytest

from core.calendar import WorkCalendar
from reference import queries
from reference.models import Holiday

pytestmark = pytest.mark.django_db


@pytest.fixture
def calendar() -> WorkCalendar:
    return queries.calendar()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-09-20", True),
        ("2026-05-20", True),
        ("2026-02-20", False),
        ("2026-06-20", False),
        ("2026-12-20", False),
        ("2026-02-18", False),
        ("2026-10-07", False),
        ("2026-01-01", False),
        ("2026-01-02", False),
        ("2026-01-03", False),
        ("2026-01-04", True),
        ("2026-02-14", True),
        ("2026-02-15", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-02-28", True),
        ("2026-04-06", False),
        ("2026-05-05", False),
        ("2026-05-09", True),
        ("2026-06-19", False),
        ("2026-09-25", False),
        ("2026-09-28", True),
        ("2026-10-10", True),
        ("2026-10-08", True),
        ("2025-01-01", False),
        ("2025-01-26", True),
        ("2025-01-28", False),
        ("2025-02-04", False),
        ("2025-02-05", True),
        ("2025-02-08", True),
        ("2025-04-04", False),
        ("2025-04-27", True),
        ("2025-05-05", False),
        ("2025-06-02", False),
        ("2025-09-28", True),
        ("2025-10-08", False),
        ("2025-10-09", True),
        ("2025-10-11", True),
        ("2027-01-01", False),
        ("2027-02-05", False),
        ("2027-02-08", False),
        ("2027-02-09", True),
        ("2027-05-03", True),
    ],
)
def test_day(day, works, calendar):
    assert calendar.is_working_day(date.fromisoformat(day)) is works


def test_twentieths_and_wednesdays_that_are_free(calendar):
    """Of 2025 and 2026 together 7 of 24 twentieths and 6 of 105 Wednesdays are no working days."""
    years = [date(2025, 1, 1) + timedelta(n) for n in range(730)]
    twentieths = [day for day in years if day.day == 20]
    wednesdays = [day for day in years if day.weekday() == 2]
    assert (len(twentieths), sum(not calendar.is_working_day(day) for day in twentieths)) == (24, 7)
    assert (len(wednesdays), sum(not calendar.is_working_day(day) for day in wednesdays)) == (105, 6)


def test_a_worked_weekend_is_a_weekend_and_a_day_off_in_the_week_counts(calendar):
    assert all(day.weekday() >= 5 for day in calendar.working)
    assert not calendar.off & calendar.working


def test_what_is_not_published_is_said_so(calendar):
    assert calendar.known_until == date(2026, 12, 31)
    assert calendar.is_known(date(2026, 12, 31))
    assert not calendar.is_known(date(2027, 1, 1))
    assert set(Holiday.objects.filter(day__year=2027).values_list("status", flat=True)) == {"statutory_only"}
    assert Holiday.objects.filter(day__year=2027).count() == 13


def test_a_reply_clock_over_the_spring_festival(calendar):
    assert calendar.add_working_days(date(2026, 2, 12), 3) == date(2026, 2, 24)


def test_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.calendar()


def test_no_rows_means_plain_weeks():
    Holiday.objects.all().delete()
    empty = queries.calendar()
    assert empty.is_working_day(date(2026, 10, 1))
    assert not empty.is_known(date(2026, 1, 1))


def test_every_day_of_the_notice_is_a_row():
    """Days off besides ordinary weekends: the notice counts 28 days off in 2025 with weekends, 33 in 2026."""
    counts = [Holiday.objects.filter(day__year=year, kind="off").count() for year in (2025, 2026)]
    assert counts == [1 + 8 + 3 + 5 + 3 + 8, 3 + 9 + 3 + 5 + 3 + 3 + 7]
