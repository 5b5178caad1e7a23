"""What happens by itself when time passes. Each sweep reads the rows and may run any number of times."""

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localtime

from core import audit
from core.calendar import local_date
from core.templatetags.plain import day, moment
from core.transitions import move
from jobs.enums import ApplicationState, PostingState
from jobs.links import reply_url
from jobs.models import Application, Interview, Posting
from jobs.notices import tell_applicant, tell_employer
from jobs.states import APPLICATION, POSTING
from reference.queries import local_rule

WAITING = {"state": ApplicationState.SUBMITTED}
EVENING = 18  # o'clock; earlier, she would forget it again


def _each(queryset, act):
    """Apply `act` to each row in its own transaction, so that one bad row does not hold up the rest."""
    done = 0
    for row in queryset.order_by("pk").iterator(chunk_size=200):
        with transaction.atomic():
            act(row)
        done += 1
    return done


def expire_postings(*, now):
    """Past its last day → 到期; it leaves every list at once because lists ask for the day, this only records it."""

    def act(posting):
        move(posting, POSTING, "expire", by=None)
        audit.record("jobs.expire_posting", posting, by=None)

    open_ones = Posting.objects.filter(state__in=(PostingState.PUBLISHED, PostingState.PAUSED))
    return _each(open_ones.filter(valid_until__lt=local_date(now)), act)


def warn_of_expiry(*, now):
    """Some days before the last day the employer is asked whether it still hires."""

    def act(posting):
        tell_employer(
            posting,
            "jobs.posting_expiring",
            {"until": day(posting.valid_until)},
            once=f"expiring:{posting.valid_until}",
        )

    on = local_date(now)
    soon = on + timedelta(days=local_rule(None, "expiry_warning_days", on))
    return _each(Posting.objects.filter(state=PostingState.PUBLISHED, valid_until__gte=on, valid_until__lte=soon), act)


def chase_overdue(*, now):
    """The reply is late: the employer is reminded once by message; the officer sees it on the chase list."""

    def act(application):
        tell_employer(
            application.posting,
            "jobs.chase_employer",
            {"ticket": application.ticket, "until": moment(application.close_due_at)},
            once=f"chase:{application.reply_due_at:%Y%m%d%H%M}",
            about=application,
            url=reply_url(application),
        )

    late = Application.objects.filter(**WAITING, reply_due_at__lt=now, close_due_at__gte=now)
    return _each(late.select_related("posting__employer"), act)


def close_silent_ones(*, now):
    """Still no answer: closed with a human sentence and other jobs, so that nobody waits for ever."""

    def act(application):
        move(application, APPLICATION, "close_silent", by=None, at=now)
        audit.record("jobs.close_silent", application, by=None)
        tell_applicant(application, "jobs.closed_silent", {}, once="closed_silent")

    late = Application.objects.filter(**WAITING, close_due_at__lt=now)
    return _each(late.select_related("posting__employer", "resident"), act)


def remind_interviews(*, now):
    """The evening before, from 18:00 on: where, when, whom to ask for, and 我去不了."""
    if localtime(now).hour < EVENING:
        return 0
    tomorrow = local_date(now) + timedelta(days=1)

    def act(appointment):
        application = appointment.application
        tell_applicant(
            application,
            "jobs.interview_reminder",
            {
                "when": moment(appointment.at),
                "where": appointment.where,
                "ask_for": appointment.ask_for,
            },
            once=f"reminder:{appointment.pk}",
        )

    due = Interview.objects.filter(
        cannot_come_at__isnull=True, application__state=ApplicationState.INTERVIEW, at__date=tomorrow
    ).select_related("application__posting", "application__resident")
    return _each(due, act)
