"""Periodic jobs, worked by `manage.py work`. The row (job, period) is the record; the command is only a bell.

A job runs once per period however often and wherever the command is started. After a stop it catches up once, for the
present period, not once for each missed one. A process that dies leaves a lease; another takes over when it ends.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from core import clock
from core.models import JobRun

LEASE = timedelta(minutes=15)
EPOCH = datetime(2000, 1, 3)  # noqa: DTZ001 — a Monday at local midnight: periods of days and weeks start there
log = logging.getLogger("doorstep.work")


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[datetime], int]

    def period(self, now: datetime) -> datetime:
        """Start of the period `now` lies in, counted in local time so that a daily job turns at local midnight."""
        local = timezone.make_naive(now)
        return timezone.make_aware(local - (local - EPOCH) % self.every)


@dataclass(frozen=True)
class Outcome:
    job: str
    period: datetime
    done: int
    failed: str = ""


REGISTRY: dict[str, Job] = {}


def periodic(name: str, *, every: timedelta) -> Callable[[Callable[[datetime], int]], Callable[[datetime], int]]:
    """Registers `f(now) -> number of things done`. `f` must be safe to run twice: it may die half-way."""

    def register(run):
        if name in REGISTRY and REGISTRY[name].run.__qualname__ != run.__qualname__:
            raise ValueError(f"two jobs are called {name}")
        REGISTRY[name] = Job(name, every, run)
        return run

    return register


def load() -> None:
    """Imports `tasks.py` of every installed app, where jobs are declared."""
    autodiscover_modules("tasks")


def run_due() -> list[Outcome]:
    """Runs every job whose present period nobody has taken; one that fails does not keep the others from running."""
    outcomes = (run_one(job) for _, job in sorted(REGISTRY.items()))
    return [outcome for outcome in outcomes if outcome]


def run_one(job: Job) -> Outcome | None:
    now = clock.now()
    run = claim(job, now)
    if run is None:
        return None
    try:
        done = job.run(now) or 0
    except Exception as error:
        # The lease stays, so the job is tried again when it ends.
        log.exception("job failed", extra={"job": job.name})
        return Outcome(job.name, run.period, 0, failed=type(error).__name__)
    JobRun.objects.filter(pk=run.pk, started_at=run.started_at).update(finished_at=clock.now(), done=done)
    return Outcome(job.name, run.period, done)


def claim(job: Job, now: datetime) -> JobRun | None:
    """The row of this period, if it is ours to work: newly inserted, or unfinished and past its lease."""
    period = job.period(now)
    runs = JobRun.objects.filter(job=job.name)
    # Bounded on both sides: a lease taken by a clock that ran ahead must not hold the job up until then.
    leased = Q(finished_at=None, started_at__gt=now - LEASE, started_at__lt=now + LEASE)
    if runs.filter(leased).exists():
        return None  # still under way, in this period or an earlier one
    try:
        with transaction.atomic():
            return JobRun.objects.create(job=job.name, period=period, started_at=now)
    except IntegrityError:
        stale = runs.filter(~leased, period=period, finished_at=None)
        return runs.get(period=period) if stale.update(started_at=now) else None
