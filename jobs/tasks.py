"""Due work of this app; `manage.py work` and Celery's beat call it through the registry in core.work."""

from datetime import timedelta

from core.work import periodic
from jobs import actions


@periodic("jobs.expire_postings", every=timedelta(minutes=1))
def expire_postings(now):
    return actions.expire_postings(now=now)


@periodic("jobs.pause_unverified", every=timedelta(hours=1))
def pause_unverified(now):
    return actions.pause_unverified(now=now)


@periodic("jobs.warn_of_expiry", every=timedelta(hours=1))
def warn_of_expiry(now):
    return actions.warn_of_expiry(now=now)


@periodic("jobs.chase_overdue", every=timedelta(minutes=5))
def chase_overdue(now):
    return actions.chase_overdue(now=now)


@periodic("jobs.close_silent", every=timedelta(minutes=5))
def close_silent(now):
    return actions.close_silent_ones(now=now)


@periodic("jobs.remind_interviews", every=timedelta(minutes=10))
def remind_interviews(now):
    return actions.remind_interviews(now=now)
