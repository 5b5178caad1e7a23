"""What every write to a person's record begins and ends with."""

from datetime import timedelta

from django.db.models import F

from core.clock import now, today
from core.errors import Conflict, Gone, Refused
from reference.queries import local_rule
from residents import rules
from residents.models import JobSeekingRegistration, Resident

NOT_YOURS = "这份登记只有本人和本社区的就业专干能改。需要修改请打社区电话。"
NOT_DECIDED_HERE = "这一步要由本社区的就业专干来办。"


def require_edit(by, resident: Resident) -> None:
    """Raises Refused; Gone for an archived record, which nobody edits before it is reopened."""
    if not rules.may_edit(by, resident):
        raise Refused(NOT_YOURS)
    require_live(resident)


def require_decision(by, resident: Resident) -> None:
    if not rules.may_decide(by, resident):
        raise Refused(NOT_DECIDED_HERE)
    require_live(resident)


def require_live(resident: Resident) -> None:
    if resident.archived_at is not None:
        raise Gone("这份登记已经归档。要接着用，请社区就业专干先恢复。")


def take_version(resident: Resident, version: int | None = None) -> None:
    """Claims the next version by one conditional UPDATE, then reads the row again. Raises Conflict when `version`, the
    one the editor read, is no longer the latest."""
    rows = Resident.objects.filter(pk=resident.pk)
    if not (rows if version is None else rows.filter(version=version)).update(version=F("version") + 1):
        raise Conflict("这份登记刚被别人改过。请重新打开，看过新内容再改。")
    resident.refresh_from_db()


def sign_of_life(by, resident: Resident) -> None:
    """Her own answers, or an officer's talk with her, carry the open job-seeking registration on."""
    until = today() + seeking_term(resident)
    JobSeekingRegistration.objects.filter(resident=resident, ended_on__isnull=True, valid_until__lt=until).update(
        valid_until=until
    )
    resident.last_verified_at = now()
    resident.last_verified_by_code = by.code
    resident.save(update_fields=["last_verified_at", "last_verified_by_code"])


def seeking_term(resident: Resident) -> timedelta:
    return timedelta(days=int(local_rule(resident.community, "seeking_days")))
