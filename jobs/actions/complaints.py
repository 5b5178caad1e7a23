"""举报: without an account, answered within the working days of the local rule."""

from django.db import transaction

from core import audit, throttle
from core.calendar import local_date
from core.clock import now
from core.errors import Invalid, Refused
from core.identity import phone as phones
from core.transitions import move
from jobs import rules
from jobs.actions.postings import shut, stop
from jobs.enums import CloseReason, ComplaintKind, PostingState
from jobs.models import Complaint
from jobs.states import COMPLAINT
from notices import actions as outbox
from notices.enums import ContactKind
from reference.queries import calendar, local_rule

HOURLY_LIMIT = 20  # per posting and address: a hall full of people may complain, a script may not


@transaction.atomic
def complain(*, by, posting, kind, words="", phone="", address="") -> Complaint:
    if kind not in ComplaintKind.values:
        raise Invalid("请选是什么问题。", field="kind")
    phone = phones.parse(phone).text if phone else None
    throttle.hit("complain", f"{posting.code}/{address}", limit=HOURLY_LIMIT, seconds=3600)
    moment = now()
    days = local_rule(posting.community, "report_answer_days", local_date(moment))
    complaint = Complaint.objects.create(
        posting=posting,
        kind=kind,
        words=words.strip()[:500],
        phone=phone,
        made_at=moment,
        answer_due_at=calendar().add_working_days(moment, days),
    )
    audit.record("jobs.complain", complaint, by=by)
    return complaint


@transaction.atomic
def answer_complaint(*, by, complaint, answer, then="") -> Complaint:
    """`then`: "" leaves the posting, "pause" or "close" (违规下架) acts on it in the same step."""
    if not rules.may_answer_complaint(by, complaint):
        raise Refused("举报要由社区来处理。")
    if not answer.strip():
        raise Invalid("请写处理结果，举报人能看到。", field="answer")
    outcome = {"answer": answer.strip()[:500], "answered_at": now(), "answered_by_code": by.code}
    move(complaint, COMPLAINT, "answer", by=by, note=then, **outcome)
    audit.record("jobs.answer_complaint", complaint, by=by, note=then)
    if then == "pause" and complaint.posting.state == PostingState.PUBLISHED:
        stop(complaint.posting, by=by, why="有举报，正在核实")
    if then == "close" and complaint.posting.state != PostingState.CLOSED:
        shut(complaint.posting, by=by, reason=CloseReason.VIOLATION)
    if complaint.phone:
        contact = outbox.contact_for(complaint.code, kind=ContactKind.SMS, address=complaint.phone)
        outbox.queue(
            contact,
            "jobs.complaint_answered",
            {"posting": complaint.posting.title, "answer": complaint.answer},
            about_code=complaint.code,
            once_key=f"jobs.complaint_answered:{complaint.code}",
        )
    return complaint
