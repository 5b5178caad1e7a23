"""Every write to the outbox. A message is a row first; sending it is somebody's claim on that row."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import QuerySet

from core import audit
from core.clock import now
from core.gateways import sms
from core.identity import phone
from notices import signals
from notices.enums import ContactKind, Delivery
from notices.models import Contact, Notice
from notices.registry import TEMPLATES, checked
from notices.rendering import text_of

log = structlog.get_logger("doorstep.notices")

LEASE = timedelta(minutes=5)
TRIES = 5
# After the first, second, third and fourth try that the gateway did not take.
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
INTERRUPTED = "发送时中断，不知对方是否收到；不会再发第二次"


def contact_for(owner_code: str, *, kind: str, address: str = "") -> Contact:
    """The one row for this owner, way and number. Who opted out of this kind gets none at a new number either."""
    known = Contact.objects.filter(owner_code=owner_code, kind=kind)
    number = phone.normalise(address) if address and kind == ContactKind.SMS else None
    values = {"owner_code": owner_code, "kind": kind, "address": number}
    index = Contact(**values)._meta.get_field("address_index").digest_of(number)
    silent = known.opted_out().values_list("opted_out_at", flat=True).first()
    return Contact.objects.get_or_create(
        owner_code=owner_code,
        kind=kind,
        address_index=index,
        defaults={"address": number, "opted_out_at": silent},
    )[0]


@transaction.atomic
def queue(
    contact: Contact,
    template: str,
    placeholders: dict,
    *,
    about_code: str = "",
    once_key: str,
    due_at: datetime | None = None,
    by=None,
) -> Notice:
    """Puts a message into the outbox, once for `once_key`; a second call gives the first row back.

    It leaves after the commit, or at `due_at`. KeyError and ValueError are programming errors: see registry.
    """
    silent = contact.opted_out_at is not None and TEMPLATES[template].may_be_refused
    notice, new = Notice.objects.get_or_create(
        once_key=once_key,
        defaults={
            "contact": contact,
            "template": template,
            "placeholders": checked(template, placeholders),
            "about_code": about_code,
            "state": Delivery.SUPPRESSED if silent else Delivery.QUEUED,
            "due_at": due_at or now(),
        },
    )
    if new:
        audit.record("notices.queue", notice, by=by, note=template)
        if notice.state == Delivery.QUEUED and notice.due_at <= now():
            transaction.on_commit(lambda: signals.notice_queued.send(None, code=notice.code))
    return notice


@transaction.atomic
def call_off(*, about_code: str, templates: tuple[str, ...], by=None) -> int:
    """Messages about something that is no longer so (the reminder of a cancelled interview) do not leave."""
    waiting = Notice.objects.filter(about_code=about_code, template__in=templates, state=Delivery.QUEUED)
    found = list(waiting)
    for notice in found:
        audit.record("notices.call_off", notice, by=by, note=notice.template)
    return Notice.objects.filter(pk__in=[n.pk for n in found], state=Delivery.QUEUED).update(
        state=Delivery.SUPPRESSED, problem="事情有变，不用再通知"
    )


@transaction.atomic
def opt_out(*, by, owner_code: str, kind: str = ContactKind.SMS) -> int:
    """No more messages of this kind to this person or firm; what waits is dropped. Returns the contacts changed."""
    changed = 0
    for contact in Contact.objects.listening().filter(owner_code=owner_code, kind=kind):
        contact.opted_out_at = now()
        contact.save(update_fields=["opted_out_at"])
        refusable = [key for key, template in TEMPLATES.items() if template.may_be_refused]
        contact.notices.filter(state=Delivery.QUEUED, template__in=refusable).update(state=Delivery.SUPPRESSED)
        audit.record("notices.opt_out", contact, by=by)
        changed += 1
    return changed


@transaction.atomic
def opt_in(*, by, owner_code: str, kind: str = ContactKind.SMS) -> int:
    """From now on again; what was dropped meanwhile stays dropped."""
    changed = 0
    for contact in Contact.objects.opted_out().filter(owner_code=owner_code, kind=kind):
        contact.opted_out_at = None
        contact.save(update_fields=["opted_out_at"])
        audit.record("notices.opt_in", contact, by=by)
        changed += 1
    return changed


@transaction.atomic
def mark_read(*, by, owner_codes) -> int:
    """She opened her inbox."""
    return Notice.objects.for_owners(list(owner_codes)).filter(read_at__isnull=True).order_by().update(read_at=now())


def send_due(at: datetime, *, only: QuerySet | None = None) -> int:
    """Sends what is due, each row by whoever claims it; returns how many left. Safe to run anywhere and twice.

    Outside a transaction: the claim must be in the database before anything leaves. A process that dies between claim
    and result leaves a row that nobody sends again; it is marked unknown when its lease ends.
    """
    if only is None:
        give_up_on_abandoned(at)
    waiting = (Notice.objects.all() if only is None else only).due(at).order_by("due_at", "pk")
    return sum(send_one(pk, at) for pk in list(waiting.values_list("pk", flat=True)[:500]))


def give_up_on_abandoned(at: datetime) -> int:
    return Notice.objects.abandoned(at).update(state=Delivery.UNKNOWN, problem=INTERRUPTED, lease_ends_at=None)


def send_one(pk: int, at: datetime) -> bool:
    if not Notice.objects.claim(pk, at=at, lease_ends_at=at + LEASE):
        return False
    notice = Notice.objects.select_related("contact").get(pk=pk)
    try:
        provider_id = hand_over(notice)
    except sms.NotSent as error:
        Notice.objects.settle(pk, **after_refusal(notice, str(error), again=error.again, at=at))
        return False
    except Exception as error:
        # A time-out says nothing about whether it left, so it must not leave again.
        log.exception("message", template=notice.template, problem=type(error).__name__)
        Notice.objects.settle(pk, state=Delivery.UNKNOWN, problem=type(error).__name__)
        return False
    return Notice.objects.settle(pk, state=Delivery.SENT, sent_at=now(), provider_id=provider_id, problem="")


def hand_over(notice: Notice) -> str:
    """The provider's id; empty for the inbox inside the product, where being there is having arrived."""
    text = text_of(notice.template, notice.placeholders)
    if notice.contact.kind == ContactKind.APP:
        return ""
    return sms.send(notice.contact.address or "", text)


def after_refusal(notice: Notice, reason: str, *, again: bool, at: datetime) -> dict:
    """Back into the queue with growing pauses, or failed for good."""
    if again and notice.attempts < TRIES:
        return {"state": Delivery.QUEUED, "due_at": at + BACK_OFF[notice.attempts - 1], "problem": reason}
    return {"state": Delivery.FAILED, "problem": reason}
