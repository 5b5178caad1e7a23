"""The one clock. Tests set it; the ranking engine and the rules are handed its readings."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_replayed: ContextVar[datetime | None] = ContextVar("replayed", default=None)


def now() -> datetime:
    """The aware moment."""
    return _replayed.get() or timezone.now()


def today() -> date:
    """The day it is here, not in UTC."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Everything inside happens at `moment`: invented history is written by the same actions as real events."""
    token = _replayed.set(moment)
    try:
        yield
    finally:
        _replayed.reset(token)
