"""One code for each building's door: three postings near it, without an account."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import staff
from core.qr import svg
from reference.enums import AreaKind
from reference.models import Area


def communities_of(user, permission):
    """The communities in which this user may do it, by name."""
    paths = user.area_paths(permission)
    found = [area for area in Area.objects.communities() if any(area.path.startswith(path) for path in paths)]
    return sorted(found, key=lambda area: area.name)


def buildings_of(community):
    return Area.objects.filter(kind=AreaKind.BUILDING, path__startswith=community.path).order_by("pk")


@staff("jobs.collect")
@require_safe
def index(request):
    sections = [(community, buildings_of(community)) for community in communities_of(request.user, "jobs.collect")]
    return render(request, "desk/doors.html", {"sections": sections, "section": "doors"})


@staff("jobs.collect")
@require_safe
def sheet(request, code):
    """A4 for the stairwell."""
    building = get_object_or_404(Area, code=code, kind=AreaKind.BUILDING)
    if not request.user.can("jobs.collect", building):
        raise Http404
    url = f"{settings.BASE_URL}/d/{building.code}/"
    return render(request, "desk/door_sheet.html", {"building": building, "url": url, "qr": svg(url)})
