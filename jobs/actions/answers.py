"""The employer answers, the applicant answers back: from 等答复 to 到岗 or 未成.

`by=None` with `via_link=True` is the employer's signed link: it names one application and was checked by the view.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from core import audit
from core.calendar import local_date
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused, WrongState
from core.templatetags.plain import day, moment
from core.transitions import move
from jobs import rules
from jobs.actions.applications import clock_of, standing_of
from jobs.actions.postings import shut
from jobs.enums import OPEN_STATES, ApplicationState, CloseReason, DeclineReason, PostingState
from jobs.links import reply_url
from jobs.models import Application, Interview, Posting
from jobs.notices import tell_applicant, tell_employer
from jobs.states import APPLICATION

FARTHEST = timedelta(days=92)  # a date beyond it is a slip of the finger


def _employer_side(by, application, via_link):
    if not via_link and not rules.may_answer(by, application):
        raise Refused("只有这家单位和社区能答复。")


def _applicant_side(by, application, via_link):
    if not via_link and not rules.is_applicant(by, application):
        raise Refused("只有报名的本人能这样做。")


def _reply(application, table_move, *, by, via_link, note="", **fields):
    """Every first answer stops the reply clock."""
    if application.first_replied_at is None:
        fields["first_replied_at"] = now()
    note = note or ("通过答复链接" if via_link else "")
    move(application, APPLICATION, table_move, by=by, note=note, **fields)
    audit.record(f"jobs.{table_move}", application, by=by, note="link" if via_link else "")


def _clock_again(application):
    """Fields that start the reply clock anew; what was first promised stays for the employer's record."""
    reply_due, close_due = clock_of(application.posting.community, now())
    first = application.first_due_at or application.reply_due_at
    return {"reply_due_at": reply_due, "close_due_at": close_due, "first_due_at": first}


@transaction.atomic
def invite(*, by, application, at, where, ask_for, via_link=False) -> Interview:
    """约见面: a moment in the future, a place, whom to ask for. A second call moves the appointment."""
    _employer_side(by, application, via_link)
    if at <= now():
        raise Invalid("约的时间已经过了，请选以后的时间。", field="at")
    if at > now() + FARTHEST:
        raise Invalid("约得太远了，请选三个月以内的时间。", field="at")
    where, ask_for = where.strip()[:120], ask_for.strip()[:50]
    if not where or not ask_for:
        raise Invalid("请写清楚到哪里、找谁。", field="ask_for" if where else "where")
    _reply(application, "invite", by=by, via_link=via_link)
    row = Interview.objects.create(application=application, at=at, where=where, ask_for=ask_for)
    tell_applicant(
        application,
        "jobs.invited",
        {"when": moment(at), "where": row.where, "ask_for": row.ask_for},
        once=f"invited:{row.pk}",
    )
    return row


@transaction.atomic
def cannot_come(*, by, application, words="", via_link=False) -> Interview:
    """我去不了: the employer is asked for another time; the reply clock starts again."""
    _applicant_side(by, application, via_link)
    APPLICATION.permit(application, "cannot_come", by)
    appointment = application.interviews.last()
    move(application, APPLICATION, "cannot_come", by=by, note=words[:100], **_clock_again(application))
    appointment.cannot_come_at, appointment.cannot_come_words = now(), words[:100]
    appointment.save(update_fields=["cannot_come_at", "cannot_come_words"])
    audit.record("jobs.cannot_come", application, by=by)
    tell_employer(
        application.posting,
        "jobs.cannot_come",
        {"ticket": application.ticket, "when": moment(appointment.at)},
        once=f"cannot_come:{appointment.pk}",
        about=application,
        url=reply_url(application),
    )
    return appointment


@transaction.atomic
def decline(*, by, application, reason, words="", via_link=False):
    _employer_side(by, application, via_link)
    if reason not in DeclineReason.values:
        raise Invalid("请选一个理由，对方才知道下次怎么办。", field="reason")
    _reply(application, "decline", by=by, via_link=via_link, decline_reason=reason, decline_words=words[:100])
    tell_applicant(
        application,
        "jobs.declined",
        {"reason": DeclineReason(reason).label},
        once="declined",
    )
    return application


@transaction.atomic
def offer(*, by, application, start_on, via_link=False):
    """录用: not yet a start. The place is taken only when the start is confirmed."""
    _employer_side(by, application, via_link)
    if start_on < today():
        raise Invalid("到岗日期不能早于今天。", field="start_on")
    if start_on > today() + FARTHEST:
        raise Invalid("到岗日期太远了，请选三个月以内的日子。", field="start_on")
    by_code = by.code if by else application.posting.employer.code
    _reply(application, "offer", by=by, via_link=via_link, start_reported_on=start_on, start_reported_by_code=by_code)
    tell_applicant(application, "jobs.offered", {"day": day(start_on)}, once=f"offered:{start_on}")
    return application


@transaction.atomic
def report_start(*, by, application, on, via_link=False, side="employer"):
    """One side says she has begun. It counts when the other side or an officer confirms it."""
    (_employer_side if side == "employer" else _applicant_side)(by, application, via_link)
    if on > today():
        raise Invalid("还没到那一天，到岗以后再报。", field="on")
    application.start_reported_on, application.start_reported_by_code = on, by.code if by else side
    hired = Application.objects.filter(pk=application.pk, state=ApplicationState.OFFERED)
    if not hired.update(start_reported_on=on, start_reported_by_code=application.start_reported_by_code):
        raise WrongState("单位还没录用，或已经核实过，不用再报到岗。")
    audit.record("jobs.report_start", application, by=by, note=side)
    return application


@transaction.atomic
def confirm_start(*, by, application, on):
    """到岗, verified by an officer: takes one place by a conditional update and closes a full posting."""
    if not rules.may_confirm_start(by, application):
        raise Refused("到岗要由社区核实后确认。")
    if on > today():
        raise Invalid("还没到那一天，到岗以后再确认。", field="on")
    if on < local_date(application.applied_at):
        raise Invalid("到岗那天比报名还早，请看看日期有没有写错。", field="on")
    taken = Posting.objects.filter(pk=application.posting_id, starts_confirmed__lt=F("headcount")).update(
        starts_confirmed=F("starts_confirmed") + 1
    )
    if not taken:
        raise Conflict("这个岗位的人数已经满了。请先核对另外几位是不是真的到岗。")
    move(application, APPLICATION, "confirm_start", by=by, started_on=on)
    audit.record("jobs.confirm_start", application, by=by)
    posting = Posting.objects.get(pk=application.posting_id)
    if posting.places_left == 0 and posting.state != PostingState.CLOSED:
        shut(posting, by=by, reason=CloseReason.FILLED)
    return application


@transaction.atomic
def withdraw(*, by, application, why="", via_link=False):
    _applicant_side(by, application, via_link)
    move(application, APPLICATION, "withdraw", by=by, note=why[:100])
    audit.record("jobs.withdraw", application, by=by)
    return application


@transaction.atomic
def report_no_show(*, by, application, via_link=False):
    """The employer says she did not come. She is told and may answer before anything follows from it."""
    _employer_side(by, application, via_link)
    APPLICATION.permit(application, "report_no_show", by)
    appointment = application.interviews.last()
    if appointment.at > now():
        raise Refused("约的时间还没到。")
    move(application, APPLICATION, "report_no_show", by=by)
    audit.record("jobs.report_no_show", application, by=by, note="link" if via_link else "")
    tell_applicant(application, "jobs.no_show", {"when": moment(appointment.at)}, once="no_show")
    return application


@transaction.atomic
def answer_no_show(*, by, application, words, via_link=False):
    _applicant_side(by, application, via_link)
    if not words.strip():
        raise Invalid("请写一句当时是什么情况。", field="words")
    application.no_show_answer, application.no_show_answered_at = words.strip()[:300], now()
    said = Application.objects.filter(pk=application.pk, state=ApplicationState.NO_SHOW)
    if not said.update(no_show_answer=application.no_show_answer, no_show_answered_at=application.no_show_answered_at):
        raise WrongState("现在不用说明，社区已经处理过了。")
    audit.record("jobs.answer_no_show", application, by=by)
    return application


@transaction.atomic
def clear_no_show(*, by, application, note):
    """An officer heard both sides: the no-show is taken back and the employer is asked again."""
    if not rules.may_chase(by, application):
        raise Refused("这件事要由社区来定。")
    APPLICATION.permit(application, "clear_no_show", by)
    if standing_of(application.posting, resident=application.resident, number=application.phone, name=application.name):
        raise Conflict("对方已经重新报了这个活，这一次不用再撤销。")
    move(application, APPLICATION, "clear_no_show", by=by, note=note, **_clock_again(application))
    audit.record("jobs.clear_no_show", application, by=by)
    tell_employer(
        application.posting,
        "jobs.applied_employer",
        {"ticket": application.ticket, "due": moment(application.reply_due_at)},
        once=f"cleared:{application.version}",
        about=application,
        url=reply_url(application),
    )
    return application


@transaction.atomic
def say_filled(*, by, application, via_link=False):
    """已招满: the posting leaves the shelf and everybody who waits is told the same day."""
    _employer_side(by, application, via_link)
    if application.state not in OPEN_STATES:
        raise WrongState("这一份已经有结果了。要下架岗位，请登录后在岗位页上关。")
    audit.record("jobs.say_filled", application, by=by, note="link" if via_link else "")
    return shut(application.posting, by=by, reason=CloseReason.FILLED, note="单位答复已招满")
