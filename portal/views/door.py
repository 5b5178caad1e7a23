"""The code on the building's door, and the choice of a community for those who came without one."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public
from reference.enums import AreaKind
from reference.models import Area

YEAR = 60 * 60 * 24 * 365


@public
@require_safe
def door(request, code):
    """Remembers the door on this phone and shows what is near it."""
    area = get_object_or_404(Area, code=code, kind__in=(AreaKind.BUILDING, AreaKind.ENTRANCE))
    response = HttpResponseRedirect(reverse("portal:home"))
    response.set_cookie("door", area.code, max_age=YEAR, httponly=True, samesite="Lax")
    response.delete_cookie("community")
    return response


@public
@require_safe
def where(request, code):
    area = get_object_or_404(Area, code=code, kind=AreaKind.COMMUNITY)
    response = HttpResponseRedirect(reverse("portal:home"))
    response.set_cookie("community", area.code, max_age=YEAR, httponly=True, samesite="Lax")
    return response
