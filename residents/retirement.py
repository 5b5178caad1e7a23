"""Statutory retirement by month of birth: decision of the NPC Standing Committee of 2024-09-13, from 2025-01-01 on.

Pure arithmetic. Who is born before the base month of a kind retires at the old age; from then on each step of months
adds one month, up to the cap. A woman's kind (manager or worker) is not in her id number: until an officer has
confirmed it, both dates are given.
"""

from dataclasses import dataclass
from datetime import date

from core.calendar import months_after

FLEXIBLE_MONTHS = 36
FIVE_YEARS = 60


@dataclass(frozen=True)
class Rule:
    base_age: int
    base_month: tuple[int, int]
    step: int
    cap: int


RULES = {
    "M60": Rule(60, (1965, 1), 4, 36),
    "F55": Rule(55, (1970, 1), 4, 36),
    "F50": Rule(50, (1975, 1), 2, 60),
}
KINDS_OF_SEX = {"1": ("M60",), "2": ("F50", "F55")}


@dataclass(frozen=True)
class Retirement:
    """`years` and `months`: the statutory age. `on`: the day it is reached."""

    kind: str
    years: int
    months: int
    on: date
    earliest_on: date
    latest_on: date

    @property
    def age(self) -> str:
        return f"{self.years}岁{self.months}个月" if self.months else f"{self.years}岁"

    def within_five_years(self, day: date) -> bool:
        """Reached already, or less than five years away: 距退休不足5年."""
        return months_after(day, FIVE_YEARS) > self.on


def retirement(born_on: date, kind: str) -> Retirement:
    """`kind`: M60, F55, F50. `earliest_on` and `latest_on`: by her own choice and by agreement, three years each way,
    never before the age that held before 2025."""
    rule = RULES[kind]
    delay = delay_months(born_on, rule)
    reached = rule.base_age * 12 + delay
    return Retirement(
        kind=kind,
        years=reached // 12,
        months=reached % 12,
        on=months_after(born_on, reached),
        earliest_on=months_after(born_on, max(rule.base_age * 12, reached - FLEXIBLE_MONTHS)),
        latest_on=months_after(born_on, reached + FLEXIBLE_MONTHS),
    )


def delay_months(born_on: date, rule: Rule) -> int:
    year, month = rule.base_month
    since = (born_on.year - year) * 12 + born_on.month - month
    return 0 if since < 0 else min(rule.cap, since // rule.step + 1)


def possible(born_on: date | None, sex: str, kind: str = "") -> tuple[Retirement, ...]:
    """The confirmed one; both of a woman whose kind nobody has confirmed, the earlier first; all that may be where the
    sex is not known; none without a birth date."""
    if born_on is None:
        return ()
    kinds = (kind,) if kind else KINDS_OF_SEX.get(sex, tuple(RULES))
    return tuple(sorted((retirement(born_on, each) for each in kinds), key=lambda each: each.on))
