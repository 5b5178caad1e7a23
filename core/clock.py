"""The one clock. Tests set it; the ranking engine and the rules are handed its readings."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The aware moment."""
    return timezone.now()


def today() -> date:
    """The day it is here, not in UTC."""
    return timezone.localdate()
