"""Where the visitor stands: the building whose code she scanned, her community, the number to ring."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import SimpleLazyObject

from core.identity import phone
from reference.enums import AreaKind
from reference.models import Area, CommunityInfo, Place


@dataclass(frozen=True)
class Hotline:
    number: str
    display: str
    hours: str
    who: str


@dataclass(frozen=True)
class Standing:
    """`place` is the point distances are counted from; None when she has said nothing about where she is."""

    community: Any = None
    door: Any = None
    place: Any = None
    hotline: Hotline | None = None


class StandingMiddleware:
    """Sets `request.standing`, read only by the pages that ask for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.standing = SimpleLazyObject(lambda: standing(request))
        return self.get_response(request)


def standing(request) -> Standing:
    door = _door(request.COOKIES.get("door", ""))
    resident = resident_of(request.user)
    community = (
        _community(request.COOKIES.get("community", ""))
        or (door.community if door else None)
        or (resident.community if resident else None)
        or _staffed_by(request.user)
        or _only_community()
    )
    if door and community and not door.path.startswith(community.path):
        door = None
    place = _place_of(door) if door else None
    if place is None and reads_profile(request, resident) and community and resident.community_id == community.pk:
        place = resident.place
    return Standing(community, door, place, hotline_of(community))


def stand_at(request, community) -> None:
    """A page about one posting names that community's number to a visitor who has not said where she is."""
    if request.standing.community is None:
        request.standing = Standing(community, hotline=hotline_of(community))


def reads_profile(request, resident) -> bool:
    """False once she has asked for 按发布时间: then not even her address is looked at."""
    return resident is not None and resident.personalised and request.COOKIES.get("order") != "new"


def resident_of(user):
    """The person behind a signed-in user, or None: officers and employers are not residents here."""
    if not user.is_authenticated:
        return None
    return getattr(user, "resident", None)


def hotline_of(community) -> Hotline | None:
    info = CommunityInfo.objects.filter(community=community).first() if community else None
    if info is None:
        return None
    digits = info.hotline.replace("-", "").replace(" ", "")
    return Hotline(digits, phone.display(info.hotline), info.hotline_hours, info.contact_name)


def _door(code):
    doors = Area.objects.filter(kind__in=(AreaKind.BUILDING, AreaKind.ENTRANCE))
    return doors.filter(code=code).first() if code else None


def _community(code):
    return Area.objects.communities().filter(code=code).first() if code else None


def _staffed_by(user):
    """An officer's own community, so that her pages show its name and number."""
    if not user.is_authenticated:
        return None
    role = user.staff_roles.current().filter(area__kind=AreaKind.COMMUNITY).select_related("area").first()
    return role.area if role else None


def _only_community():
    found = list(Area.objects.communities()[:2])
    return found[0] if len(found) == 1 else None


def _place_of(door):
    return Place.objects.current().filter(area=door).first() or Place.objects.current().filter(area=door.parent).first()
