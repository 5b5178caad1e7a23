"""Housekeeping of core's own rows."""

from datetime import datetime, timedelta

from core import work
from core.models import IdempotencyKey, JobRun, ThrottleWindow
from core.work import periodic

KEYS_KEPT = timedelta(hours=48)
WINDOWS_KEPT = timedelta(days=2)
RUNS_KEPT = timedelta(days=7)


@periodic("core.forget_old_rows", every=timedelta(hours=1))
def forget_old_rows(now: datetime) -> int:
    """Answers to forms are kept for 48 hours; nobody sends the same page again after that."""
    old = (
        IdempotencyKey.objects.filter(made_at__lt=now - KEYS_KEPT),
        ThrottleWindow.objects.filter(started_at__lt=now - WINDOWS_KEPT),
        # A row may only go when its period can no longer be the present one.
        *(
            JobRun.objects.filter(job=j.name, period__lt=now - max(RUNS_KEPT, 2 * j.every))
            for j in work.REGISTRY.values()
        ),
    )
    return sum(rows.delete()[0] for rows in old)
