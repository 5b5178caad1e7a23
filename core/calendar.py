"""Working days. A calendar is an object made from holiday rows an officer can edit; no year's notice is known here."""

import calendar as months
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.utils import timezone

DayOrMoment = TypeVar("DayOrMoment", date, datetime)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkCalendar:
    """`off`: days off besides weekends. `working`: weekend days worked instead (调休); they win over `off`.

    `known_until`: last day of the last year whose notice is out. Later days follow weekends and what `off` has.
    """

    off: frozenset[date]
    working: frozenset[date]
    known_until: date

    def is_known(self, day: date) -> bool:
        """Whether the holiday notice for this day is out; a date reckoned beyond it is shown as 待公布."""
        return day <= self.known_until

    def is_working_day(self, day: date) -> bool:
        return day in self.working or (day.weekday() < 5 and day not in self.off)

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self.add_working_days(day, 1)

    def add_working_days(self, start: DayOrMoment, count: int) -> DayOrMoment:
        """`count` working days after `start` (before it, where negative); the day of `start` itself never counts.

        A moment keeps its local time of day. 0 gives `start` back. Raises ValueError for a naive moment.
        """
        first = day = local_date(start)
        step = DAY if count > 0 else -DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        if not isinstance(start, datetime):
            return day
        moment: datetime = timezone.localtime(start)
        return moment + (day - first)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier.

        So `working_days_between(d, add_working_days(d, n)) == n` for n ≥ 0.
        """
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working_day(start + DAY * i) for i in range(1, (end - start).days + 1))


def local_date(value: date | datetime) -> date:
    """The day it is here at a moment; a day is itself. Raises ValueError for a naive moment."""
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def months_after(day: date, count: int) -> date:
    """The same day `count` months later (earlier, where negative), or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
