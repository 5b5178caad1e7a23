"""Housekeeping of core's own rows."""

from datetime import datetime, timedelta

from core.models import IdempotencyKey, JobRun, ThrottleWindow
from core.work import periodic

KEYS_KEPT = timedelta(hours=48)
WINDOWS_KEPT = timedelta(days=2)
RUNS_KEPT = timedelta(days=60)


@periodic("core.forget_old_rows", every=timedelta(hours=1))
def forget_old_rows(now: datetime) -> int:
    """Answers to forms are kept for 48 hours; nobody sends the same page again after that."""
    old = (
        IdempotencyKey.objects.filter(made_at__lt=now - KEYS_KEPT),
        ThrottleWindow.objects.filter(started_at__lt=now - WINDOWS_KEPT),
        JobRun.objects.filter(period__lt=now - RUNS_KEPT),
    )
    return sum(rows.delete()[0] for rows in old)
