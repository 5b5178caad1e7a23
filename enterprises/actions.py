"""Every write to employers."""

from django.db import transaction
from django.db.models import F

from core import audit
from core.calendar import months_after
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused
from core.identity import credit_code as credit_codes
from core.identity import names
from core.identity import phone as phones
from enterprises import rules
from enterprises.enums import EmployerKind, MemberRole
from enterprises.models import Employer, EmployerMember, Verification
from reference.queries import local_rule, match_place

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
    if code and Employer.objects.filter(credit_code=code).exists():
        raise Conflict("这个统一社会信用代码已经登记过。请用原来的手机号登录，或打社区电话把您加为经办人。")
    employer = Employer.objects.create(
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
    if source == "self" and by is not None:
        EmployerMember.objects.create(employer=employer, user=by, role=MemberRole.OWNER, from_on=today())
    audit.record("enterprises.register_employer", employer, by=by)
    return employer


def checked_phone(text: str) -> str | None:
    if not text:
        return None
    try:
        return phones.parse(text).text
    except phones.PhoneProblem as problem:
        raise Invalid(problem.message, field="contact_phone") from problem


@transaction.atomic
def update_employer(*, by, employer, version, **content) -> Employer:
    """Change what stands on the card. `version` is the one the editor read; somebody else's change in between is a Conflict."""
    if not rules.may_edit_employer(by, employer):
        raise Refused("您不能改这家单位的资料。请让单位经办人或社区来改。")
    if not Employer.objects.filter(pk=employer.pk, version=version).update(version=F("version") + 1):
        raise Conflict("这份资料刚被别人改过。请重新打开看一眼再改。")
    employer.refresh_from_db()
    if "contact_phone" in content:
        content["contact_phone"] = checked_phone(content["contact_phone"])
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
    months = local_rule(employer.community, "verification_months", day)
    row = Verification.objects.create(
        employer=employer,
        verified_on=day,
        expires_on=months_after(day, months),
        how=how,
        verified_by_code=by.code,
        verified_at=now(),
    )
    audit.record("enterprises.verify_employer", employer, by=by)
    return row
