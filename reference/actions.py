"""Additions and corrections of the office; each marks its row as edited, so that shipped data never overwrites it."""

from datetime import date

from django.db import transaction

from core import audit
from core.audit import code_of
from core.clock import now
from core.errors import Invalid
from reference.models import Area, CommunityInfo, LocalRule, Place, PlaceAlias

SYSTEM = "system"


def _edited(by) -> dict:
    return {"edited_by_code": code_of(by) or SYSTEM, "edited_at": now()}


@transaction.atomic
def add_area(
    *, by, parent: Area | None, kind: str, name: str, official_code: str | None = None, invented=False
) -> Area:
    """A street, community, cluster, building …; districts and above come with the shipped data."""
    area = Area.objects.create(
        parent=parent, kind=kind, name=name, official_code=official_code, invented=invented, **_edited(by)
    )
    audit.record("reference.add_area", area, by=by)
    return area


@transaction.atomic
def set_community_info(*, by, community: Area, **facts) -> CommunityInfo:
    """What the community's notice says (hotline, address …, fields of CommunityInfo); what is not named stays."""
    info, _made = CommunityInfo.objects.update_or_create(community=community, defaults={**facts, **_edited(by)})
    audit.record("reference.set_community_info", community, by=by, note=",".join(sorted(facts)))
    return info


@transaction.atomic
def add_place(
    *, by, community: Area, name: str, kind: str, point: tuple[int, int], aliases=(), area=None, landmark=False
) -> Place:
    """`point` is (metres east, metres north) on the community's sketch map. Invalid when the name stands already."""
    if Place.objects.current().filter(community=community, name=name).exists():
        raise Invalid(f"本社区已经有“{name}”这个地点了，请换一个名称或改已有的那一个。", field="name")
    place = Place.objects.create(
        community=community,
        name=name,
        kind=kind,
        x_m=point[0],
        y_m=point[1],
        area=area,
        landmark=landmark,
        **_edited(by),
    )
    add_place_aliases(by=by, place=place, aliases=aliases)
    audit.record("reference.add_place", place, by=by)
    return place


@transaction.atomic
def move_place(*, by, place: Place, kind: str, point: tuple[int, int], landmark: bool) -> bool:
    """Correct a place on the map; -> whether anything changed."""
    wanted = {"kind": kind, "x_m": point[0], "y_m": point[1], "landmark": landmark}
    if all(getattr(place, name) == value for name, value in wanted.items()):
        return False
    for name, value in (wanted | _edited(by)).items():
        setattr(place, name, value)
    place.save()
    audit.record("reference.move_place", place, by=by)
    return True


@transaction.atomic
def add_place_aliases(*, by, place: Place, aliases) -> int:
    """Other names people use; one that stands already is passed over. -> how many were new."""
    known = set(place.aliases.values_list("alias", flat=True)) | {place.name}
    fresh = [alias for alias in dict.fromkeys(aliases) if alias not in known]
    PlaceAlias.objects.bulk_create([PlaceAlias(place=place, alias=alias, **_edited(by)) for alias in fresh])
    if fresh:
        audit.record("reference.add_place_aliases", place, by=by, note=f"{len(fresh)}")
    return len(fresh)


@transaction.atomic
def retire_place(*, by, place: Place, on: date) -> None:
    """The place is no longer offered; what was placed there keeps it."""
    Place.objects.filter(pk=place.pk).update(retired_on=on, **_edited(by))
    place.refresh_from_db()
    audit.record("reference.retire_place", place, by=by, note=on.isoformat())


@transaction.atomic
def set_local_rule(*, by, area: Area | None, key: str, value, effective_from: date, basis: str = "") -> LocalRule:
    """From that day on the setting holds for the area and what lies below it."""
    rule, _made = LocalRule.objects.update_or_create(
        area=area, key=key, effective_from=effective_from, defaults={"value": value, "basis": basis, **_edited(by)}
    )
    audit.record("reference.set_local_rule", rule, by=by, note=key)
    return rule
