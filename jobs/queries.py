"""Lists that pages read."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, Count, DurationField, Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, When
from django.db.models.functions import Coalesce

from core.clock import now
from jobs.enums import ApplicationState, ComplaintState, PostingState
from jobs.models import Application, ApplicationTransition, Complaint, Interview, Posting
from reference.queries import expand

RECORD_DAYS = 90


@dataclass(frozen=True)
class ReplyRecord:
    """近 90 天: how many applied, how many were answered by the promised moment, how many are late or never were."""

    applied: int = 0
    in_time: int = 0
    waiting: int = 0

    @property
    def late(self):
        return self.applied - self.in_time - self.waiting


def reply_records(employer_ids) -> dict[int, ReplyRecord]:
    """One query for any number of employers. Withdrawn before an answer was due does not count against anybody.

    The promise is the first one: when an appointment falls through and the clock starts again, the record keeps what was.
    """
    since = now() - timedelta(days=RECORD_DAYS)
    gone_early = ApplicationTransition.objects.filter(
        application=OuterRef("pk"), to_state=ApplicationState.WITHDRAWN, at__lte=OuterRef("reply_due_at")
    )
    rows = (
        Application.objects.filter(posting__employer__in=employer_ids, applied_at__gte=since)
        .exclude(Exists(gone_early), first_replied_at__isnull=True)
        .annotate(promised_at=Coalesce("first_due_at", "reply_due_at"))
        .values(employer=F("posting__employer"))
        .annotate(
            applied=Count("pk"),
            in_time=Count("pk", filter=Q(first_replied_at__lte=F("promised_at"))),
            waiting=Count("pk", filter=Q(first_replied_at__isnull=True, promised_at__gte=now())),
        )
        .order_by("employer")
    )
    return {row["employer"]: ReplyRecord(row["applied"], row["in_time"], row["waiting"]) for row in rows}


def applications_of(resident):
    """Her own, newest first, with what a card shows."""
    return (
        Application.objects.filter(resident=resident)
        .select_related("posting__employer", "posting__place", "posting__community")
        .prefetch_related(Prefetch("interviews", Interview.objects.order_by("made_at", "id")))
        .order_by("-applied_at", "-pk")
    )


def applicants_of(posting):
    return (
        posting.applications.select_related("resident", "posting__employer")
        .prefetch_related("interviews")
        .order_by(Case(When(state=ApplicationState.SUBMITTED, then=0), default=1), "applied_at", "pk")
    )


def chase_list(user, at=None):
    """Applications the employer has not answered in time, the one that waits longest first."""
    moment = at or now()
    return (
        Application.objects.visible_to(user)
        .filter(state=ApplicationState.SUBMITTED, reply_due_at__lt=moment)
        .annotate(late_by=ExpressionWrapper(moment - F("reply_due_at"), output_field=DurationField()))
        .select_related("posting__employer", "posting__community")
        .order_by("reply_due_at", "pk")
    )


def review_queue(user):
    """Postings that wait for a look, oldest first."""
    return (
        Posting.objects.visible_to(user)
        .filter(state=PostingState.REVIEW)
        .for_card()
        .prefetch_related("employer__verifications", "comments", "certificates")
        .order_by("submitted_at", "pk")
    )


def open_complaints(user):
    paths = user.area_paths("jobs.answer_complaint")
    seen = Q()
    for path in paths:
        seen |= Q(posting__community__path__startswith=path)
    rows = Complaint.objects.filter(seen) if paths else Complaint.objects.none()
    return rows.filter(state=ComplaintState.OPEN).select_related("posting__employer").order_by("answer_due_at", "pk")


def search(postings, text):
    """Postings whose title, occupation or text speaks of it; 保安 also finds 门卫 through the alias table. Two characters do."""
    words = expand(text) | {text}
    match = Q(duties__icontains=text) | (Q(employer__name__icontains=text) & ~Q(employer__kind="household"))
    for word in words:
        match |= Q(title__icontains=word) | Q(occupation__name__icontains=word)
    return postings.filter(match)


def postings_of(employer):
    """An employer's postings with how many wait for an answer, open ones first."""
    waiting = Count("applications", filter=Q(applications__state=ApplicationState.SUBMITTED))
    return (
        employer.postings.annotate(waiting=waiting, applied=Count("applications"))
        .order_by(Case(When(state=PostingState.CLOSED, then=1), default=0), "-created_at", "-pk")
        .select_related("place")
    )


def starts_to_confirm(user):
    """Taken on, the day has come, nobody has yet looked whether it is true."""
    return (
        Application.objects.visible_to(user)
        .filter(state=ApplicationState.OFFERED)
        .select_related("posting__employer", "resident")
        .order_by("start_reported_on", "pk")
    )


def no_shows_to_hear(user):
    """She has said her side; an officer decides whether it stands."""
    return (
        Application.objects.visible_to(user)
        .filter(state=ApplicationState.NO_SHOW, no_show_answered_at__isnull=False)
        .select_related("posting__employer")
        .order_by("no_show_answered_at", "pk")
    )
