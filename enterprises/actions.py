"""Every write to employers."""

from django.db import IntegrityError, transaction
from django.db.models import F

from core import audit
from core.calendar import months_after
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused
from core.identity import credit_code as credit_codes
from core.identity import names
from core.identity import phone as phones
from enterprises import rules
from enterprises.enums import EmployerKind, LicenceKind, MemberRole
from enterprises.models import Employer, EmployerMember, Licence, Verification
from reference.queries import local_rule, match_place

# What stands on the licence decides what was verified: only the community changes it.
OWN_FIELDS = {"short_name", "address", "about", "contact_name", "contact_phone"}
LICENCE_FIELDS = {"name", "kind", "credit_code"}
TAKEN = "这个统一社会信用代码已经登记过。请用原来的手机号登录，或打社区电话把您加为经办人。"
PREFIX_KINDS = {"92": EmployerKind.INDIVIDUAL, "93": EmployerKind.COOPERATIVE}


@transaction.atomic
def register_employer(
    *,
    by,
    community,
    name,
    kind="",
    credit_code="",
    address="",
    contact_name="",
    contact_phone="",
    about="",
    short_name="",
    source="self",
) -> Employer:
    """A firm or a household joins. `by` becomes its owner when it is the firm itself that registers (source "self")."""
    name = names.normalise(name) if kind == EmployerKind.HOUSEHOLD else name.strip()
    if not name:
        raise Invalid("请填单位名称。", field="name")
    code = credit_codes.parse(credit_code).text if credit_code and kind != EmployerKind.HOUSEHOLD else None
    if not rules.may_register(by, community, source):
        raise Refused("替单位登记要由社区来做。给自己的单位登记，请先用单位手机号登录。")
    if code and Employer.objects.filter(credit_code=code).exists():
        raise Conflict(TAKEN)
    employer = _create(
        kind=kind or PREFIX_KINDS.get((code or "")[:2], EmployerKind.FIRM),
        name=name,
        short_name=short_name,
        credit_code=code,
        community=community,
        address=address,
        place=match_place(community, address).place if address else None,
        contact_name=contact_name,
        contact_phone=checked_phone(contact_phone),
        about=about,
        source=source,
    )
    if source == "self":
        EmployerMember.objects.create(employer=employer, user=by, role=MemberRole.OWNER, from_on=today())
    audit.record("enterprises.register_employer", employer, by=by)
    return employer


def _create(**fields) -> Employer:
    try:
        with transaction.atomic():
            return Employer.objects.create(**fields)
    except IntegrityError as error:  # somebody registered the same code between the look and the write
        raise Conflict(TAKEN) from error


def checked_phone(text: str) -> str | None:
    if not text:
        return None
    try:
        return phones.parse(text).text
    except phones.PhoneProblem as problem:
        raise Invalid(problem.message, field="contact_phone") from problem


@transaction.atomic
def update_employer(*, by, employer, version, **content) -> Employer:
    """Change what stands on the card. `version` is the one the editor read; somebody else's change in between is a Conflict.

    Name, kind and credit code are what was verified: only the community changes them.
    """
    if not rules.may_edit_employer(by, employer):
        raise Refused("您不能改这家单位的资料。请让单位经办人或社区来改。")
    if unknown := set(content) - OWN_FIELDS - LICENCE_FIELDS:
        raise TypeError(f"not fields of an employer: {', '.join(sorted(unknown))}")
    if set(content) & LICENCE_FIELDS and not rules.may_verify(by, employer):
        raise Refused("名称、类型和信用代码要由社区对着执照改。")
    if not Employer.objects.filter(pk=employer.pk, version=version).update(version=F("version") + 1):
        raise Conflict("这份资料刚被别人改过。请重新打开看一眼再改。")
    employer.refresh_from_db()
    if "contact_phone" in content:
        content["contact_phone"] = checked_phone(content["contact_phone"])
    if content.get("credit_code"):
        content["credit_code"] = credit_codes.parse(content["credit_code"]).text
        if Employer.objects.filter(credit_code=content["credit_code"]).exclude(pk=employer.pk).exists():
            raise Conflict(TAKEN)
    for field, value in content.items():
        setattr(employer, field, value)
    if "address" in content:
        employer.place = match_place(employer.community, employer.address).place
    employer.save()
    audit.record("enterprises.update_employer", employer, by=by, note=",".join(sorted(content)))
    return employer


@transaction.atomic
def add_member(*, by, employer, user, role=MemberRole.CONTACT) -> EmployerMember:
    if not rules.may_edit_employer(by, employer):
        raise Refused("只有单位经办人或社区能加人。")
    member, _ = EmployerMember.objects.update_or_create(
        employer=employer, user=user, defaults={"role": role, "from_on": today(), "to_on": None}
    )
    audit.record("enterprises.add_member", employer, by=by, note=user.code)
    return member


@transaction.atomic
def verify_employer(*, by, employer, how, on=None) -> Verification:
    """Licence and place were looked at. Holds for the local rule's number of months (six by the notice of January 2026)."""
    if not rules.may_verify(by, employer):
        raise Refused("核验资质要由本社区的就业专干来做。")
    day = on or today()
    if day > today():
        raise Invalid("核验日期不能晚于今天。", field="on")
    if not how.strip():
        raise Invalid("请写一句怎么核的：看了什么、去没去过。", field="how")
    months = local_rule(employer.community, "verification_months", today())
    row = Verification.objects.create(
        employer=employer,
        verified_on=day,
        expires_on=months_after(day, months),
        how=how.strip()[:120],
        verified_by_code=by.code,
        verified_at=now(),
    )
    audit.record("enterprises.verify_employer", employer, by=by)
    return row


@transaction.atomic
def add_licence(*, by, employer, kind, number, issuer="", valid_to=None) -> Licence:
    """A permit somebody from the community has seen. Written again, its dates are brought up to date."""
    if not rules.may_verify(by, employer):
        raise Refused("登记证照要由本社区的就业专干来做。")
    if kind not in LicenceKind.values or not number.strip():
        raise Invalid("请选是哪种证照，并写上证号。", field="number")
    row, _ = Licence.objects.update_or_create(
        employer=employer,
        kind=kind,
        number=number.strip()[:40],
        defaults={"issuer": issuer.strip()[:60], "valid_to": valid_to},
    )
    audit.record("enterprises.add_licence", employer, by=by, note=kind)
    return row
