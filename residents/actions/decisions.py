"""Dated decisions of the office about a person: recognitions, and registration as unemployed or employed."""

from datetime import date

from django.db import transaction

from core import audit
from core.clock import today
from core.errors import Conflict, Invalid, Refused
from core.fitting import require_fitting
from residents import rules
from residents.actions.base import require_decision
from residents.enums import RegistrationKind
from residents.models import HardshipRecognition, Resident, StatusRegistration
from residents.queries import current_recognitions

ENDED_ALREADY = "这一条已经有结束日期了。请刷新页面看一下。"


@transaction.atomic
def recognise(
    *, by, resident: Resident, category: str, from_on: date, basis: str, to_on: date | None = None
) -> HardshipRecognition:
    """就业困难人员认定. `basis`: what it rests on. Raises Refused, Invalid, Conflict (holds already)."""
    require_decision(by, resident)
    if not basis.strip():
        raise Invalid("请写认定依据。", field="basis")
    if to_on is not None and to_on < from_on:
        raise Invalid("结束日早于开始日。请核对两个日期。", field="to_on")
    require_fitting(HardshipRecognition, {"category": category, "basis": basis.strip()})
    if any(row.category == category for row in current_recognitions(resident, from_on)):
        raise Conflict("这一类已经认定过，还在有效期内。")
    row = HardshipRecognition.objects.create(
        resident=resident,
        category=category,
        from_on=from_on,
        to_on=to_on,
        basis=basis.strip(),
        approved_by_code=by.code,
    )
    audit.record("residents.recognise", resident, by=by, note=category)
    return row


@transaction.atomic
def end_recognition(
    *, by, recognition: HardshipRecognition, reason: str, on: date | None = None
) -> HardshipRecognition:
    """`on`: its last day. The row stays; she may ask for a review, so the reason is never empty."""
    require_decision(by, recognition.resident)
    if not reason.strip():
        raise Invalid("请写结束原因，本人能看到，也可以要求重核。", field="reason")
    require_fitting(HardshipRecognition, {"end_reason": reason.strip()})
    day = max(on or today(), recognition.from_on)
    ended = HardshipRecognition.objects.filter(pk=recognition.pk, end_reason="").update(
        to_on=day, end_reason=reason.strip()
    )
    if not ended:
        raise Conflict(ENDED_ALREADY)
    recognition.refresh_from_db()
    audit.record("residents.end_recognition", recognition.resident, by=by, note=recognition.category)
    return recognition


@transaction.atomic
def register_status(
    *, by, resident: Resident, kind: str, from_on: date | None = None, basis: str = ""
) -> StatusRegistration:
    """失业登记 or 就业登记; one ends the other. No paper is demanded: `basis` may stay empty (人社厅发〔2020〕79号).

    Raises Refused (also who draws a pension, or is under sixteen), Conflict (open already).
    """
    require_decision(by, resident)
    require_fitting(StatusRegistration, {"kind": kind, "basis": basis.strip()})
    day = from_on or today()
    if kind == RegistrationKind.UNEMPLOYED and not rules.may_register_unemployed(resident, day):
        raise Refused("未满16周岁或已领养老金的不办失业登记。想找活仍可以登记求职，超龄岗位也能报名。")
    if resident.status_registrations.filter(kind=kind, to_on__isnull=True).exists():
        raise Conflict("这种登记已经有一条还在有效期。请刷新页面看一下。")
    resident.status_registrations.filter(to_on__isnull=True, from_on__lte=day).update(to_on=day)
    row = StatusRegistration.objects.create(
        resident=resident, kind=kind, from_on=day, basis=basis.strip(), approved_by_code=by.code
    )
    audit.record("residents.register_status", resident, by=by, note=kind)
    return row


@transaction.atomic
def end_status(*, by, registration: StatusRegistration, on: date | None = None) -> StatusRegistration:
    """`on`: its last day."""
    require_decision(by, registration.resident)
    day = max(on or today(), registration.from_on)
    if not StatusRegistration.objects.filter(pk=registration.pk, to_on__isnull=True).update(to_on=day):
        raise Conflict(ENDED_ALREADY)
    registration.to_on = day
    audit.record("residents.end_status", registration.resident, by=by, note=registration.kind)
    return registration
