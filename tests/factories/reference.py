"""Rows of the reference app for tests. The shipped data stands in the test database; these add what an office adds."""

import itertools

from reference.enums import AreaKind, PlaceKind
from reference.models import Area, CertificateKind, CommunityInfo, Occupation, Place, PlaceAlias, Skill

_number = itertools.count(1)


def area(kind: str = AreaKind.STREET, name: str = "", parent: Area | None = None, **fields) -> Area:
    return Area.objects.create(kind=kind, name=name or f"青石{next(_number)}街", parent=parent, **fields)


def district(code: str = "500107") -> Area:
    """A real district of the shipped data; 九龙坡区 unless said otherwise."""
    return Area.objects.get(official_code=code)


def community(name: str = "", *, district_code: str = "500107", hotline: str = "023-68000000", **fields) -> Area:
    """An invented community in an invented street of a real district, with its information row."""
    street = area(AreaKind.STREET, parent=district(district_code))
    made = area(AreaKind.COMMUNITY, name or f"桐花{next(_number)}社区", street, invented=True, **fields)
    CommunityInfo.objects.create(community=made, hotline=hotline, hotline_hours="9:00–17:00")
    return made


def building(of: Area, name: str = "") -> Area:
    return area(AreaKind.BUILDING, name or f"{next(_number)}栋", of)


def place(of: Area, name: str = "", x_m: int = 0, y_m: int = 0, *, aliases=(), **fields) -> Place:
    fields.setdefault("kind", PlaceKind.BUILDING)
    made = Place.objects.create(community=of, name=name or f"{next(_number)}栋", x_m=x_m, y_m=y_m, **fields)
    PlaceAlias.objects.bulk_create([PlaceAlias(place=made, alias=alias) for alias in aliases])
    return made


def occupation(name: str = "保洁员") -> Occupation:
    """One of the shipped occupations, by its name."""
    return Occupation.objects.get(name=name)


def skill(name: str = "踩缝纫机") -> Skill:
    return Skill.objects.get(name=name)


def certificate_kind(name: str = "健康证") -> CertificateKind:
    return CertificateKind.objects.get(name=name)
