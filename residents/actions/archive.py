"""Off the books and back. Nothing is deleted here; an import never brings anybody back."""

from django.db import IntegrityError, transaction

from core import audit
from core.clock import now, today
from core.errors import Conflict, Invalid, WrongState
from residents.actions.base import require_decision
from residents.actions.seeking import close_seeking
from residents.enums import ArchiveReason
from residents.models import Resident, Tenancy
from residents.rules import may_decide

LEFT_HOME = (ArchiveReason.DIED, ArchiveReason.MOVED)


@transaction.atomic
def archive(*, by, resident: Resident, reason: str) -> Resident:
    """Raises Refused, Invalid, Gone (archived already)."""
    require_decision(by, resident)
    if reason not in ArchiveReason.values:
        raise Invalid("请选一个归档原因。", field="reason")
    close_seeking(resident)
    if reason in LEFT_HOME:
        Tenancy.objects.filter(resident=resident, to_on__isnull=True).update(to_on=today())
    resident.archived_at, resident.archive_reason = now(), reason
    resident.save(update_fields=["archived_at", "archive_reason"])
    audit.record("residents.archive", resident, by=by, note=reason)
    return resident


@transaction.atomic
def reopen(*, by, resident: Resident) -> Resident:
    """Raises Refused, WrongState (not archived), Conflict (somebody else was registered with the id number since)."""
    if not may_decide(by, resident):
        require_decision(by, resident)
    if resident.archived_at is None:
        raise WrongState("这份登记没有归档，可以直接用。")
    resident.archived_at, resident.archive_reason = None, ""
    try:
        with transaction.atomic():
            resident.save(update_fields=["archived_at", "archive_reason"])
    except IntegrityError as error:
        raise Conflict("归档以后，这个身份证号又登记过一次。请先把两份核对成一份。") from error
    audit.record("residents.reopen", resident, by=by)
    return resident
