"""Rows of the office's own sheets. They send nothing, bring nobody back, and never overwrite what a person said or an
officer looked at since: a sheet is older than a talk."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from core import audit
from core.errors import Conflict
from core.fitting import require_fitting
from core.identity import names
from residents.actions.base import require_live, seeking_term, take_version
from residents.actions.contacts import store_contact
from residents.actions.registration import require_age
from residents.actions.wishes import store_occupations
from residents.enums import SeekingState, Source
from residents.models import Household, JobSeekingRegistration, JobWish, Resident, ResidentSkill

FACTS = frozenset(
    {
        "name",
        "id_number",
        "born_on",
        "sex",
        "education",
        "residency_type",
        "labour_status",
        "draws_pension",
        "household",
        "household_relation",
        "address_text",
        "place",
        "note",
    }
)


def conflicting(resident: Resident, facts: dict) -> list[str]:
    """Facts of the sheet that differ from what was said or looked at; empty for a record nobody has verified."""
    if resident.last_verified_at is None:
        return []
    return sorted(
        name
        for name, value in facts.items()
        if getattr(resident, name) not in (None, "") and value not in (None, "") and getattr(resident, name) != value
    )


@transaction.atomic
def register_from_import(
    *,
    by,
    community,
    name: str,
    contacts: Sequence[tuple[str, str]] = (),
    skills: Sequence[tuple] = (),
    wish: dict | None = None,
    occupations: Sequence = (),
    seeking_from: date | None = None,
    **facts,
) -> Resident:
    """Facts: names of FACTS. `contacts`: (number, relation). `skills`: (reference.Skill, level, evidence in the sheet's
    words). `seeking_from` None: she said nothing of looking for work, so no registration is opened.

    No consent is recorded and nothing counts as verified. Raises Invalid (name, age); IntegrityError for an id number
    that is registered here, which the caller has looked for.
    """
    _known(facts)
    require_age(facts.get("born_on"))
    resident = Resident.objects.create(community=community, name=names.check(name), source=Source.IMPORT, **facts)
    _add(resident, contacts, skills, wish, occupations)
    if seeking_from is not None:
        JobSeekingRegistration.objects.create(
            resident=resident,
            state=SeekingState.ACTIVE,
            from_on=seeking_from,
            valid_until=max(seeking_from + seeking_term(resident), seeking_from),
            source=Source.IMPORT,
        )
    audit.record("residents.import_new", resident, by=by)
    return resident


@transaction.atomic
def update_from_import(
    *,
    by,
    resident: Resident,
    facts: dict | None = None,
    contacts: Sequence[tuple[str, str]] = (),
    skills: Sequence[tuple] = (),
    wish: dict | None = None,
    occupations: Sequence | None = None,
) -> Resident:
    """Raises Gone for an archived person, Conflict (code "verified") where `conflicting` names anything. What the
    person answered about her wishes stands; the sheet fills only what she left open."""
    facts = facts or {}
    _known(facts)
    require_live(resident)
    if conflicting(resident, facts):
        raise Conflict("这些内容本人或社区后来核实过，没有按表格改。请人工核对。", code="verified")
    take_version(resident)
    for field, value in facts.items():
        setattr(resident, field, value)
    resident.save()
    _add(resident, contacts, skills, wish, occupations)
    audit.record("residents.import_update", resident, by=by, note=",".join(sorted(facts)))
    return resident


def household_of(*, by, community, key: str, address: str = "") -> Household:
    """The household with this number (or this address, where the sheet numbers none) in the community's register."""
    household, new = Household.objects.get_or_create(community=community, register_no=(key or address)[:30])
    if new:
        audit.record("residents.import_household", household, by=by)
    return household


def _known(facts: dict) -> None:
    if unknown := facts.keys() - FACTS:
        raise TypeError(f"not a fact of a sheet: {sorted(unknown)}")
    require_fitting(Resident, facts)


def _add(resident: Resident, contacts, skills, wish: dict | None, occupations) -> None:
    for number, relation in contacts:
        store_contact(resident, number, relation=relation, keep=True)
    for skill, level, evidence in skills:
        ResidentSkill.objects.get_or_create(
            resident=resident, skill=skill, defaults={"level": level, "evidence": evidence[:100]}
        )
    if not wish and not occupations:
        return
    row, _ = JobWish.objects.get_or_create(resident=resident)
    for field, value in (wish or {}).items():
        if getattr(row, field) in (None, "", []) or resident.last_verified_at is None:
            setattr(row, field, value)
    row.save()
    if occupations and (resident.last_verified_at is None or not row.occupations.exists()):
        store_occupations(row, list(dict.fromkeys(occupations))[:3])
