"""Chasing silent employers, confirming starts, hearing both sides of a no-show."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe

from accounts.access import staff
from core.clock import now, today
from core.errors import Invalid
from jobs import actions, queries
from jobs.models import Application


def visible(request, code) -> Application:
    rows = Application.objects.visible_to(request.user).select_related("posting__employer", "posting__community")
    return get_object_or_404(rows, code=code)


@staff("jobs.chase")
@require_safe
def chase_list(request):
    rows = queries.chase_list(request.user)
    return render(
        request,
        "desk/chase.html",
        {"rows": rows, "no_shows": queries.no_shows_to_hear(request.user), "now": now(), "section": "chase"},
    )


@staff("jobs.chase")
@require_POST
def chase(request, code):
    actions.chase(
        by=request.user, application=visible(request, code), note=request.POST.get("note", "").strip() or "打过电话"
    )
    return HttpResponseRedirect(reverse("desk:chase-list"))


@staff("jobs.confirm_start")
@require_safe
def starts(request):
    return render(
        request,
        "desk/starts.html",
        {"rows": queries.starts_to_confirm(request.user), "today": today(), "section": "starts"},
    )


def day_of(text):
    """None for what is no date, 2026-02-30 included."""
    try:
        return parse_date(text)
    except ValueError:
        return None


@staff("jobs.confirm_start")
@require_POST
def confirm(request, code):
    on = day_of(request.POST.get("on", ""))
    if on is None:
        raise Invalid("请填到岗那天的日期，比如 2026-11-20。", field="on")
    actions.confirm_start(by=request.user, application=visible(request, code), on=on)
    return HttpResponseRedirect(reverse("desk:starts"))


@staff("jobs.chase")
@require_POST
def clear_no_show(request, code):
    note = request.POST.get("note", "").strip() or "两边都问过，不算失约"
    actions.clear_no_show(by=request.user, application=visible(request, code), note=note)
    return HttpResponseRedirect(reverse("desk:chase-list"))
