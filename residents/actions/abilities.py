"""Skills, certificates and past work: in her words, and confirmed by whoever saw the proof."""

from datetime import date

from django.db import transaction

from core import audit
from core.clock import now
from core.errors import Invalid
from core.fitting import require_fitting
from residents.actions.base import require_decision, require_edit, sign_of_life
from residents.enums import SkillLevel
from residents.models import Resident, ResidentCertificate, ResidentSkill, WorkExperience

UNVERIFIED = {"verified_at": None, "verified_by_code": ""}


@transaction.atomic
def add_skill(
    *, by, resident: Resident, skill, level: str = SkillLevel.SOME, years: int | None = None
) -> ResidentSkill:
    """Saying it again changes it; another level than the one somebody verified is her own word again."""
    require_edit(by, resident)
    row = ResidentSkill.objects.filter(resident=resident, skill=skill).first()
    said = {"level": level, "years": years}
    require_fitting(ResidentSkill, said)
    if row is not None and row.level != level:
        said |= UNVERIFIED | {"evidence": ""}
    row, _ = ResidentSkill.objects.update_or_create(resident=resident, skill=skill, defaults=said)
    sign_of_life(by, resident)
    audit.record("residents.add_skill", resident, by=by, note=skill.slug)
    return row


@transaction.atomic
def remove_skill(*, by, resident: Resident, skill) -> None:
    require_edit(by, resident)
    ResidentSkill.objects.filter(resident=resident, skill=skill).delete()
    audit.record("residents.remove_skill", resident, by=by, note=skill.slug)


@transaction.atomic
def verify_skill(
    *, by, resident: Resident, skill, evidence: str, level: str = SkillLevel.CERTIFIED, years: int | None = None
) -> ResidentSkill:
    """`evidence`: what was seen (certificate, trial piece, class passed). Raises Refused, Invalid."""
    require_decision(by, resident)
    if not evidence.strip():
        raise Invalid("请写清看到了什么：证书、样品，还是哪个班结业。", field="evidence")
    seen = {"level": level, "evidence": evidence.strip(), "verified_at": now(), "verified_by_code": by.code}
    if years is not None:
        seen["years"] = years
    require_fitting(ResidentSkill, seen)
    row, _ = ResidentSkill.objects.update_or_create(resident=resident, skill=skill, defaults=seen)
    audit.record("residents.verify_skill", resident, by=by, note=skill.slug)
    return row


@transaction.atomic
def add_certificate(
    *,
    by,
    resident: Resident,
    kind,
    number: str = "",
    issued_on: date | None = None,
    expires_on: date | None = None,
) -> ResidentCertificate:
    """A changed certificate has to be seen again. Raises Refused, Invalid."""
    require_edit(by, resident)
    if issued_on and expires_on and expires_on < issued_on:
        raise Invalid("有效期早于发证日期。请对照证书核对。", field="expires_on")
    written = {"number": number, "issued_on": issued_on, "expires_on": expires_on}
    require_fitting(ResidentCertificate, written)
    row, _ = ResidentCertificate.objects.update_or_create(resident=resident, kind=kind, defaults=written | UNVERIFIED)
    sign_of_life(by, resident)
    audit.record("residents.add_certificate", resident, by=by, note=kind.slug)
    return row


@transaction.atomic
def remove_certificate(*, by, resident: Resident, kind) -> None:
    require_edit(by, resident)
    ResidentCertificate.objects.filter(resident=resident, kind=kind).delete()
    audit.record("residents.remove_certificate", resident, by=by, note=kind.slug)


@transaction.atomic
def verify_certificate(*, by, certificate: ResidentCertificate) -> ResidentCertificate:
    """An officer held it in his hands."""
    require_decision(by, certificate.resident)
    certificate.verified_at, certificate.verified_by_code = now(), by.code
    certificate.save(update_fields=["verified_at", "verified_by_code"])
    audit.record("residents.verify_certificate", certificate.resident, by=by, note=certificate.kind.slug)
    return certificate


@transaction.atomic
def add_experience(
    *,
    by,
    resident: Resident,
    words: str,
    occupation=None,
    years: int | None = None,
    until_year: int | None = None,
) -> WorkExperience:
    """The same words again are one row."""
    require_edit(by, resident)
    words = words.strip()
    if not words:
        raise Invalid("请写一句做过什么，比如“纺织厂挡车工”。", field="words")
    said = {"years": years, "until_year": until_year}
    require_fitting(WorkExperience, said | {"words": words})
    row, _ = WorkExperience.objects.update_or_create(
        resident=resident, words=words, defaults=said | {"occupation": occupation}
    )
    sign_of_life(by, resident)
    audit.record("residents.add_experience", resident, by=by)
    return row


@transaction.atomic
def remove_experience(*, by, experience: WorkExperience) -> None:
    require_edit(by, experience.resident)
    experience.delete()
    audit.record("residents.remove_experience", experience.resident, by=by)
