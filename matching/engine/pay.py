"""Pay in different units made comparable. What cannot be converted stays unknown (NaN), never guessed."""

import math
from decimal import Decimal

from matching.engine.local import STANDARD

Amount = float | Decimal | None

WEEKS_A_MONTH = 52 / 12
LEGAL_DAY = 8.0
UNKNOWN = math.nan


def hours_a_day(hours_day: Amount, start: int | None, end: int | None, own_hours: bool = False) -> float:
    """Hours worked a day: as written, else from start to end (overnight counts on), else unknown."""
    if hours_day is not None:
        return float(hours_day)
    if start is None or end is None or own_hours:
        return UNKNOWN
    return ((end - start) % 1440 or 1440) / 60


def monthly(amount: Amount, unit: str, hours: float, days_week: Amount, paid_days: float = STANDARD.paid_days) -> float:
    """Yuan a month, to the cent. Day pay with unknown days counts a full month; hour pay needs hours and days."""
    if amount is None:
        return UNKNOWN
    days = float(days_week) * WEEKS_A_MONTH if days_week is not None else UNKNOWN
    full_days = paid_days if math.isnan(days) else days
    return round(float(amount) * {"month": 1.0, "day": full_days, "hour": hours * days}.get(unit, UNKNOWN), 2)


def hourly(amount: Amount, unit: str, hours: float, days_week: Amount, paid_days: float = STANDARD.paid_days) -> float:
    """Yuan an hour, to the cent. A month or day without stated hours counts eight hours on a full month's days."""
    if amount is None:
        return UNKNOWN
    hours = LEGAL_DAY if math.isnan(hours) else hours
    days = float(days_week) * WEEKS_A_MONTH if days_week is not None else paid_days
    share = {"month": hours * days, "day": hours, "hour": 1.0}.get(unit, UNKNOWN)
    return round(float(amount) / share, 2)
