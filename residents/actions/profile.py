"""Who she is, as far as she says it."""

from django.db import IntegrityError, transaction

from core import audit
from core.errors import Conflict, Invalid
from core.fitting import require_fitting
from core.identity import names
from reference.queries import match_place
from residents import retirement, rules
from residents.actions.base import require_edit, sign_of_life, take_version
from residents.actions.registration import REGISTERED_ALREADY, identity, require_age
from residents.models import Resident

HER_OWN = frozenset(
    {
        "name",
        "id_number",
        "born_on",
        "sex",
        "education",
        "residency_type",
        "labour_status",
        "draws_pension",
        "address_text",
        "place",
        "household_relation",
    }
)
OFFICERS = frozenset({"retirement_kind", "note"})


@transaction.atomic
def update_profile(*, by, resident: Resident, version: int | None = None, sex_reason: str = "", **facts) -> Resident:
    """Facts: names of HER_OWN, for an officer also OFFICERS. An id number brings birth date and sex with it; another
    sex than the one it holds needs `sex_reason`, kept in the note.

    Raises Refused, Conflict (changed meanwhile, id number registered), Invalid, IdProblem; TypeError for other fields.
    """
    require_edit(by, resident)
    allowed = HER_OWN | OFFICERS if rules.may_decide(by, resident) else HER_OWN
    if unknown := facts.keys() - allowed:
        raise TypeError(f"not a fact of the profile: {sorted(unknown)}")
    take_version(resident, version)
    require_fitting(Resident, facts)
    facts = _checked(resident, facts, sex_reason)
    for field, value in facts.items():
        setattr(resident, field, value)
    try:
        with transaction.atomic():
            resident.save()
    except IntegrityError as error:
        raise Conflict(REGISTERED_ALREADY, code="registered_already") from error
    sign_of_life(by, resident)
    audit.record("residents.update_profile", resident, by=by, note=",".join(sorted(facts)))
    return resident


def _checked(resident: Resident, facts: dict, sex_reason: str) -> dict:
    facts = dict(facts)
    if "name" in facts:
        facts["name"] = names.check(facts["name"])
    if facts.get("id_number"):
        facts = {**identity(facts["id_number"]), **{k: v for k, v in facts.items() if k == "sex" and v}, **_rest(facts)}
    elif "id_number" in facts:
        facts["id_number"] = None
    require_age(facts.get("born_on", resident.born_on))
    number = facts.get("id_number", resident.id_number)
    if number and facts.get("sex") and facts["sex"] != identity(number)["sex"]:
        if not sex_reason:
            raise Invalid("性别和身份证号上的不一样。请核对；确实不一样的请写明原因。", field="sex")
        facts["note"] = f"{facts.get('note', resident.note)} 性别与证件不同：{sex_reason}".strip()[:500]
    kind, sex = facts.get("retirement_kind"), facts.get("sex", resident.sex)
    if kind and sex and kind not in retirement.KINDS_OF_SEX[sex]:
        raise Invalid("退休口径和性别对不上。请核对后再选。", field="retirement_kind")
    if facts.get("address_text") and "place" not in facts:
        facts["place"] = match_place(resident.community, facts["address_text"]).place
    return facts


def _rest(facts: dict) -> dict:
    """What the id number does not say."""
    return {name: value for name, value in facts.items() if name not in ("id_number", "born_on", "sex")}


@transaction.atomic
def set_personalised(*, by, resident: Resident, on: bool) -> Resident:
    """按我的情况排. Off: the list is by date and distance, and no profile is read."""
    require_edit(by, resident)
    Resident.objects.filter(pk=resident.pk).update(personalised=on)
    resident.personalised = on
    audit.record("residents.set_personalised", resident, by=by, note="on" if on else "off")
    return resident


@transaction.atomic
def verify_freshness(*, by, resident: Resident) -> Resident:
    """Somebody looked, and it is still so."""
    require_edit(by, resident)
    sign_of_life(by, resident)
    audit.record("residents.verify_freshness", resident, by=by)
    return resident
