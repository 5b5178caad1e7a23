"""One posting: facts, reason, missing step, the employer's record, the way there."""

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public
from core.qr import svg
from jobs.models import Posting
from jobs.words import UNIT_WORDS, pay_text
from matching.queries import explain
from portal import slips
from portal.records import record_of
from portal.where import resident_of, stand_at
from reference.models import CommunityInfo
from reference.queries import speeds


def visible_posting(request, code):
    posting = get_object_or_404(Posting.objects.visible_to(request.user).for_card(), code=code)
    stand_at(request, posting.community)
    return posting


@public
@require_safe
def detail(request, code):
    posting = visible_posting(request, code)
    place = request.standing.place
    minutes = slips.minutes_to(posting, place, speeds(posting.community))
    resident = resident_of(request.user)
    personal = resident if resident and resident.personalised and request.COOKIES.get("order") != "new" else None
    return render(
        request,
        "portal/posting.html",
        {
            "posting": posting,
            "pay": pay_text(posting),
            "pay_unit": UNIT_WORDS[posting.pay_unit],
            "facts": slips.facts_of(posting, minutes),
            "minutes": minutes,
            "way": way(posting, request.standing, minutes),
            "record": record_of(posting.employer, posting.community),
            "item": explain(personal, posting) if personal else None,
            "phone": public_phone(posting, request),
            "certificates": posting.certificates.all(),
            "health_certificate": health_certificate(posting),
            "places_note": f"招 {posting.places_left} 人",
        },
    )


def health_certificate(posting) -> str:
    """Where and when it is made here, for postings that ask for one; empty where the office has not said."""
    if not posting.certificates.filter(slug="health").exists():
        return ""
    info = CommunityInfo.objects.filter(community=posting.community).first()
    return info.health_certificate if info else ""


def public_phone(posting, request) -> str:
    """The employer's own number when it agreed to show it, else the community's: never an empty tab."""
    if posting.contact_public and posting.contact_phone:
        return posting.contact_phone.replace("-", "")
    hotline = request.standing.hotline
    return hotline.number if hotline else ""


def way(posting, standing, minutes) -> list[str]:
    """Stops in words, as on a bus sign; only what is known."""
    stops = []
    if standing.place and minutes:
        stops.append(f"从 {standing.place.name} 出发")
        stops.append(f"走路约 {minutes} 分钟")
    stops.append(posting.address)
    return stops


@public
@require_safe
def sheet(request, code):
    """A4 for the noticeboard: large facts, a code that leads to the posting."""
    posting = visible_posting(request, code)
    url = settings.BASE_URL + reverse("portal:posting", args=[posting.code])
    return render(
        request,
        "portal/posting_print.html",
        {
            "posting": posting,
            "pay": pay_text(posting),
            "pay_unit": UNIT_WORDS[posting.pay_unit],
            "facts": slips.facts_of(posting, None),
            "places_note": f"招 {posting.places_left} 人",
            "url": url,
            "qr": svg(url),
        },
    )
