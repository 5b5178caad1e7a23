"""Flats, households and who lives where from when to when."""

from datetime import date

from django.db import transaction

from core import audit
from core.clock import today
from core.errors import Invalid, Refused
from core.fitting import require_fitting
from residents import rules
from residents.actions.base import require_edit
from residents.models import Dwelling, Household, Resident, Tenancy


@transaction.atomic
def ensure_dwelling(*, by, area, room: str) -> Dwelling:
    """`area`: the building or entrance. The same room is the same row."""
    if not rules.may_register_others(by, area):
        raise Refused("房屋资料由本社区的就业专干登记。")
    room = room.strip()
    if not room:
        raise Invalid("请填房号。", field="room")
    require_fitting(Dwelling, {"room": room})
    dwelling, new = Dwelling.objects.get_or_create(area=area, room=room)
    if new:
        audit.record("residents.ensure_dwelling", dwelling, by=by)
    return dwelling


@transaction.atomic
def ensure_household(*, by, community, register_no: str, dwelling: Dwelling | None = None) -> Household:
    """One household for each number of the community's register."""
    if not rules.may_register_others(by, community):
        raise Refused("户的资料由本社区的就业专干登记。")
    require_fitting(Household, {"register_no": register_no.strip()})
    household, new = Household.objects.get_or_create(
        community=community, register_no=register_no.strip(), defaults={"dwelling": dwelling}
    )
    if new:
        audit.record("residents.ensure_household", household, by=by)
    return household


@transaction.atomic
def join_household(*, by, resident: Resident, household: Household | None, relation: str = "") -> Resident:
    """`household` None takes her out of the one she was in."""
    require_edit(by, resident)
    require_fitting(Resident, {"household_relation": relation})
    resident.household, resident.household_relation = household, relation if household else ""
    resident.save(update_fields=["household", "household_relation"])
    audit.record("residents.join_household", resident, by=by)
    return resident


@transaction.atomic
def move_in(*, by, resident: Resident, dwelling: Dwelling, on: date | None = None) -> Tenancy:
    """Closes where she lived before and opens this; the same flat again is no move."""
    require_edit(by, resident)
    day = on or today()
    current = Tenancy.objects.filter(resident=resident, to_on__isnull=True).first()
    if current is not None and current.dwelling_id == dwelling.pk:
        return current
    _close_tenancy(current, day)
    tenancy = Tenancy.objects.create(resident=resident, dwelling=dwelling, from_on=day)
    audit.record("residents.move_in", resident, by=by, note=dwelling.code)
    return tenancy


@transaction.atomic
def move_out(*, by, resident: Resident, on: date | None = None) -> Tenancy | None:
    """Ends the tenancy, not the person: she stays on the books, and can be found."""
    require_edit(by, resident)
    current = Tenancy.objects.filter(resident=resident, to_on__isnull=True).first()
    _close_tenancy(current, on or today())
    audit.record("residents.move_out", resident, by=by)
    return current


def _close_tenancy(tenancy: Tenancy | None, day: date) -> None:
    if tenancy is None:
        return
    if tenancy.from_on and day < tenancy.from_on:
        raise Invalid("搬走的日子早于住进来的日子。请核对日期。", field="on")
    tenancy.to_on = day
    tenancy.save(update_fields=["to_on"])
