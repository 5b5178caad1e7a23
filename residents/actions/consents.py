"""What she agreed to, in which words, and how she takes it back."""

from django.db import transaction

from core import audit
from core.clock import now
from core.errors import Invalid
from residents import consents
from residents.actions.base import require_edit
from residents.enums import ConsentChannel, ConsentPurpose
from residents.models import Consent, JobWish, Resident


def record_consent(
    resident: Resident,
    purpose: str,
    *,
    channel: str,
    text_version: str = "",
    about_code: str = "",
    witness_code: str = "",
) -> Consent:
    """The row itself, once for each text in force; a newer text closes the older consent."""
    version = text_version or consents.current(purpose)
    if (purpose, version) not in consents.versions():
        raise Invalid("您看到的同意书是旧的。请刷新页面，看过新的再点同意。", field="consent")
    if channel == ConsentChannel.ORAL and not witness_code:
        raise Invalid("口头同意要有一位见证人。请填见证人。", field="witness_code")
    in_force = Consent.objects.filter(
        resident=resident, purpose=purpose, about_code=about_code, withdrawn_at__isnull=True
    )
    same = in_force.filter(text_version=version).first()
    if same is not None:
        return same
    in_force.update(withdrawn_at=now())
    return Consent.objects.create(
        resident=resident,
        purpose=purpose,
        text_version=version,
        about_code=about_code,
        channel=channel,
        witness_code=witness_code,
    )


@transaction.atomic
def give_consent(
    *, by, resident: Resident, purpose: str, channel: str, text_version: str = "", about_code="", witness_code=""
) -> Consent:
    """`about_code`: the public code of the firm or posting it is for. A tap can only be her own. Raises Invalid."""
    require_edit(by, resident)
    if channel == ConsentChannel.TAP and by.pk != resident.user_id:
        raise Invalid("不能替居民点同意。请选纸质签字，或口头并填见证人。", field="channel")
    consent = record_consent(
        resident,
        purpose,
        channel=channel,
        text_version=text_version,
        about_code=about_code,
        witness_code=witness_code,
    )
    audit.record("residents.give_consent", resident, by=by, note=f"{purpose} {consent.text_version} {channel}")
    return consent


@transaction.atomic
def withdraw_consent(*, by, resident: Resident, purpose: str, about_code: str = "") -> int:
    """Holds from this request on. What she said about her body goes with it; decisions of the office stay on file."""
    require_edit(by, resident)
    withdrawn = Consent.objects.filter(
        resident=resident, purpose=purpose, about_code=about_code, withdrawn_at__isnull=True
    ).update(withdrawn_at=now())
    if purpose == ConsentPurpose.SENSITIVE:
        JobWish.objects.filter(resident=resident).update(no_standing=None, max_lift_kg=None)
    audit.record("residents.withdraw_consent", resident, by=by, note=purpose)
    return withdrawn
