"""就业超市: the shelf of live postings, in an order that fits her life, with a reason on each."""

import re

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public
from jobs.links import application_path
from jobs.models import Application, Posting
from jobs.queries import search
from matching.queries import limits_of, shelf
from portal import slips
from portal.limits import KINDS, chips, chosen, query
from portal.tabs import tabs
from portal.views.posting import public_phone
from portal.where import resident_of
from reference.models import Area
from reference.queries import speeds

PER_PAGE = 10
NEAR_THE_DOOR = 3
# The screen of the registration on which a limit is set.
ANSWERED_IN = {
    "kinds": "what",
    "away": "what",
    "pay": "what",
    "free-hours": "when",
    "distance": "where",
    "certificate": "can",
}
KIND_TYPES = {
    "full_time": ("FULL_TIME", "OVER_AGE", "DISPATCH", "DOMESTIC", "PUBLIC_WELFARE", "INTERNSHIP"),
    "part_time": ("PART_TIME",),
    "day": ("DAY_LABOUR",),
    "home": ("PIECE_HOME",),
}


def order_of(request) -> str:
    """ "new" when she does not want her profile read; remembered for visitors on this phone, for residents in the profile."""
    resident = resident_of(request.user)
    if request.COOKIES.get("order") == "new" or (resident is not None and not resident.personalised):
        return "new"
    return "fit"


def ranked(request):
    """(shelf, limits, newest): what both the shelf and the page that explains it read."""
    standing = request.standing
    newest = order_of(request) == "new"
    resident = None if newest else resident_of(request.user)
    limits = chosen(request.GET, limits_of(resident) if resident else set())
    postings = Posting.objects.live()
    if standing.community:
        postings = postings.filter(community=standing.community)
    if text := request.GET.get("q", "").strip():
        postings = search(postings, text[:20])
    if request.GET.get("kind") in KIND_TYPES:
        postings = postings.filter(employment_type__in=KIND_TYPES[request.GET["kind"]])
    found = shelf(
        postings, limits=limits, place=standing.place, resident=resident, newest=newest, community=standing.community
    )
    return found, limits, newest


@public
@require_safe
def home(request):
    found, limits, newest = ranked(request)
    page = Paginator(found.items, PER_PAGE).get_page(request.GET.get("page"))
    near = (
        request.standing.door is not None
        and "page" not in request.GET
        and "set" not in request.GET
        and "q" not in request.GET
    )
    items = page.object_list[:NEAR_THE_DOOR] if near else page.object_list
    return render(
        request,
        "portal/home.html",
        {
            "slips": cards(request, items),
            "page_of": None if near else page,
            "more": found.total - len(items) if near else 0,
            "more_url": query(limits, request.GET),
            "carry": query(limits, request.GET).replace("?", "&"),
            "chips": chips(limits, request.GET, {}),
            "kinds": [
                {"label": label, "url": query(limits, request.GET, kind=None if on else kind), "on": on}
                for kind, label in KINDS.items()
                for on in [request.GET.get("kind") == kind]
            ],
            "q": request.GET.get("q", ""),
            "search_carry": [("set", "1"), *((name, "1") for name in sorted(limits))],
            "removed_count": sum(removed.count for removed in found.removed),
            "why_url": reverse("portal:why") + query(limits, request.GET),
            "newest": newest,
            "community": request.standing.community,
            "communities": list(Area.objects.communities()),
            "door": request.standing.door,
            "tabs": tabs("shelf"),
            **plate(request.standing.door),
            "resident": resident_of(request.user),
        },
    )


def plate(door) -> dict:
    """ "12栋" → number and unit for the blue plate; other names stand whole."""
    if door is None:
        return {}
    found = re.fullmatch(r"(.*?\d+)(\D*)", door.name)
    return (
        {"door_number": found[1], "door_unit": found[2] or "栋"}
        if found
        else {"door_number": door.name, "door_unit": ""}
    )


def cards(request, items):
    """Slips for a page of items in four queries, however many there are."""
    ids = [posting_id for posting_id, _ in items]
    rows = Posting.objects.for_card().in_bulk(ids)
    applied = applied_to(request, ids)
    standing = request.standing
    pace = speeds(standing.community) if standing.community else None
    shown = []
    for posting_id, item in items:
        posting = rows[posting_id]
        shown.append(
            slips.slip(
                posting,
                url=reverse("portal:posting", args=[posting.code]),
                apply_url=reverse("portal:apply", args=[posting.code]),
                applied_url=applied.get(posting_id, ""),
                minutes=slips.minutes_to(posting, standing.place, pace) if pace else None,
                reason=item.reasons[0].text if item.reasons else "",
                step=item.missing[0].text if item.missing else "",
                phone=public_phone(posting, request),
            )
        )
    return shown


def applied_to(request, posting_ids) -> dict[int, str]:
    resident = resident_of(request.user)
    if resident is None:
        return {}
    rows = Application.objects.open().filter(resident=resident, posting__in=posting_ids)
    return {row.posting_id: application_path(row) for row in rows}


@public
@require_safe
def why(request):
    """去掉了 14 个不合适的: which, for what reason, and how to put them back."""
    found, limits, newest = ranked(request)
    titles = dict(
        Posting.objects.filter(code__in=[code for row in found.removed for code in row.ids]).values_list(
            "code", "title"
        )
    )
    removed = [
        {
            "count": row.count,
            "text": f"{row.label}："
            + "、".join(titles[code] for code in row.ids[:6] if code in titles)
            + ("……" if row.count > 6 else ""),
            **way_back(request, row.limit, limits),
        }
        for row in found.removed
    ]
    return render(
        request,
        "portal/why.html",
        {
            "removed": removed,
            "kept": found.total,
            "back": reverse("portal:home") + query(limits, request.GET),
            "newest": newest,
        },
    )


def way_back(request, limit, limits) -> dict:
    """A chip is lifted in the address bar; what stands in her registration is changed there. Law has no way back."""
    if limit in limits:
        return {"url": reverse("portal:home") + query(limits - {limit}, request.GET)}
    if limit in ANSWERED_IN and resident_of(request.user):
        return {"url": reverse("portal:register", args=[ANSWERED_IN[limit]]), "label": "改一改"}
    return {}
