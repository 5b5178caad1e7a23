"""What happens by itself when time passes. Each sweep reads the rows and may run any number of times."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.utils.timezone import localtime

from core import audit
from core.calendar import local_date
from core.errors import Plain
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
log = logging.getLogger("doorstep.jobs")


def _each(queryset, act):
    """Apply `act` to each row in its own transaction; returns how many, those answered with False left out. A bad row is told at the end, not in between.

    Each row is read anew under the same conditions: what somebody settled meanwhile is left alone.
    """
    done, failed = 0, None
    for pk in list(queryset.order_by("pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                row = queryset.filter(pk=pk).first()
                if row is not None:
                    done += act(row) is not False
        except Plain:
            continue  # somebody was faster between reading and writing
        except Exception as error:
            log.exception("row failed")
            failed = error
    if failed is not None:
        raise failed
    return done


def expire_postings(*, now):
    """Past its last day → 到期; it leaves every list at once because lists ask for the day, this only records it."""

    def act(posting):
        move(posting, POSTING, "expire", by=None, at=now)
        audit.record("jobs.expire_posting", posting, by=None)

    open_ones = Posting.objects.filter(state__in=(PostingState.PUBLISHED, PostingState.PAUSED))
    return _each(open_ones.filter(valid_until__lt=local_date(now)), act)


def pause_unverified(*, now):
    """The employer's papers ran out and the days of grace are over: what runs is paused until they are looked at again."""
    on = local_date(now)

    def act(posting):
        grace = timedelta(days=local_rule(posting.community, "verification_grace_days", on))
        if posting.verified_until is not None and posting.verified_until + grace >= on:
            return False
        move(posting, POSTING, "pause", by=None, note="资质待复核", at=now)
        audit.record("jobs.pause_unverified", posting, by=None)
        return True

    running = Posting.objects.filter(state=PostingState.PUBLISHED)
    lapsed = running.annotate(verified_until=Max("employer__verifications__expires_on")).filter(
        Q(verified_until__lt=on) | Q(verified_until__isnull=True)
    )
    return _each(lapsed.select_related("community"), act)


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
    running = Posting.objects.filter(state=PostingState.PUBLISHED, valid_until__gte=on, valid_until__lte=soon)
    return _each(running.select_related("employer"), act)


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
    """The evening before, from 18:00 on: where, when, whom to ask for, and 我去不了. Only for the latest appointment."""
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

    newer = Interview.objects.filter(application=OuterRef("application"), pk__gt=OuterRef("pk"))
    due = Interview.objects.filter(
        ~Exists(newer), cannot_come_at__isnull=True, application__state=ApplicationState.INTERVIEW, at__date=tomorrow
    ).select_related("application__posting__employer", "application__resident")
    return _each(due, act)
