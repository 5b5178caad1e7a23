"""How she wants to read, and what she may know: about, privacy, how the order comes about, the demo inbox."""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public
from notices.queries import demo_inbox as inbox
from portal.demo import guests
from portal.views.door import YEAR
from portal.views.signin import next_of

CHOICES = {"mode": {"elder": "elder", "normal": ""}, "contrast": {"high": "high", "normal": ""}}


@public
@require_safe
def display(request):
    """大字 and 黑白分明: a cookie on this phone, no account, harmless to repeat."""
    response = HttpResponseRedirect(next_of(request) or reverse("portal:home"))
    for name, values in CHOICES.items():
        wanted = request.GET.get(name)
        if wanted in values:
            response.set_cookie(name, values[wanted], max_age=YEAR, httponly=True, samesite="Lax")
    return response


@public
@require_safe
def about(request):
    return render(request, "portal/about.html")


@public
@require_safe
def privacy(request):
    return render(request, "portal/privacy.html")


@public
@require_safe
def algorithm(request):
    return render(request, "portal/algorithm.html")


@public
@require_safe
def demo_inbox(request):
    if not settings.DEMO:
        raise Http404
    return render(request, "portal/demo_inbox.html", {"messages_out": inbox(), "guests": guests()})
