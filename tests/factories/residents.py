"""People for tests: rows as they lie in the database, without the actions that would make them."""

from datetime import date, timedelta

from core.clock import today
from residents.enums import Relation, SeekingState, Source
from residents.models import (
    Dwelling,
    Household,
    JobSeekingRegistration,
    JobWish,
    Resident,
    ResidentCertificate,
    ResidentContact,
    ResidentSkill,
    WishedOccupation,
)
from tests.factories.accounts import mobile


def resident(community, name: str = "王秀英", **fields) -> Resident:
    fields.setdefault("source", Source.COUNTER)
    return Resident.objects.create(community=community, name=name, **fields)


def contact(of: Resident, number: str = "", *, relation: str = Relation.SELF, **fields) -> ResidentContact:
    return ResidentContact.objects.create(resident=of, number=number or mobile(), relation=relation, **fields)


def seeking(of: Resident, *, from_on: date | None = None, days: int = 90, **fields) -> JobSeekingRegistration:
    start = from_on or today()
    fields.setdefault("state", SeekingState.ACTIVE)
    fields.setdefault("source", Source.COUNTER)
    return JobSeekingRegistration.objects.create(
        resident=of, from_on=start, valid_until=start + timedelta(days=days), **fields
    )


def wish(of: Resident, *occupations, **fields) -> JobWish:
    made = JobWish.objects.create(resident=of, **fields)
    for rank, occupation in enumerate(occupations, 1):
        WishedOccupation.objects.create(wish=made, occupation=occupation, rank=rank)
    return made


def skill(of: Resident, which, **fields) -> ResidentSkill:
    return ResidentSkill.objects.create(resident=of, skill=which, **fields)


def certificate(of: Resident, kind, **fields) -> ResidentCertificate:
    return ResidentCertificate.objects.create(resident=of, kind=kind, **fields)


def dwelling(building, room: str = "3-2") -> Dwelling:
    return Dwelling.objects.create(area=building, room=room)


def household(community, register_no: str = "H-001", **fields) -> Household:
    return Household.objects.create(community=community, register_no=register_no, **fields)
