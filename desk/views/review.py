"""审岗位: what may not stand, beside the rule and the replacement; nothing appears before the officer says so."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.access import staff
from core.clock import today
from core.errors import Conflict
from core.templatetags.plain import day
from desk.facts import facts, ticks
from enterprises.actions import verify_employer
from enterprises.rules import is_verified, verified_until
from jobs import actions
from jobs.lawful import apply_suggestions
from jobs.marks import marked
from jobs.models import Posting
from jobs.queries import review_queue


@staff("jobs.review")
@require_safe
def queue(request):
    """Straight to the first one: a list to choose from only makes the awkward ones wait."""
    first = review_queue(request.user).first()
    if first is not None:
        return HttpResponseRedirect(reverse("desk:review", args=[first.code]))
    return render(request, "desk/review_empty.html", {"section": "review"})


def posting_of(request, code) -> Posting:
    posting = get_object_or_404(Posting.objects.visible_to(request.user).for_card(), code=code)
    if not request.user.can("jobs.review", posting.community):
        raise Http404
    return posting


@staff("jobs.review")
@require_safe
def detail(request, code):
    posting = posting_of(request, code)
    findings = actions.findings_of(posting)
    waiting = list(review_queue(request.user).values_list("code", flat=True))
    place = waiting.index(code) if code in waiting else -1
    until = verified_until(posting.employer)
    return render(
        request,
        "desk/review.html",
        {
            "posting": posting,
            "findings": findings,
            "blocks": sum(finding.blocks for finding in findings),
            "warns": sum(not finding.blocks for finding in findings),
            "facts": facts(posting),
            "fields": marked(posting, findings),
            "ticks": ticks(posting, findings),
            "verified": is_verified(posting.employer, today()),
            "verified_words": f"核验到 {day(until)}" if until else "没有核验过",
            "comments": posting.comments.all(),
            "waiting": len(waiting),
            "next_code": waiting[(place + 1) % len(waiting)] if len(waiting) > 1 else "",
            "previous_code": waiting[place - 1] if len(waiting) > 1 else "",
            "section": "review",
        },
    )


def swap(request, posting):
    """One replacement, or all of them with "all": each is written as its own version."""
    wanted = request.POST.get("swap", "")
    swappable = [finding for finding in actions.findings_of(posting) if finding.replaces and finding.suggestion]
    chosen = [f for f in swappable if (f.blocks if wanted == "all" else f"{f.field}:{f.start}" == wanted)]
    if not chosen:
        raise Conflict("这句话刚被改过。请看一眼新的检查结果。")
    texts = {
        field: apply_suggestions(getattr(posting, field), [f for f in chosen if f.field == field])
        for field in {finding.field for finding in chosen}
    }
    actions.edit_posting(by=request.user, posting=posting, version=posting.version, **texts)


def publish(request, posting):
    actions.publish_posting(
        by=request.user,
        posting=posting,
        warn_reason=request.POST.get("warn_reason", ""),
        version=int(read) if (read := request.POST.get("version", "")).isdecimal() else None,
    )


def send_back(request, posting):
    actions.return_posting(by=request.user, posting=posting, why=request.POST.get("why", ""))


def verify(request, posting):
    verify_employer(by=request.user, employer=posting.employer, how=request.POST.get("how", ""))


MOVES = {"swap": swap, "publish": publish, "return": send_back, "verify": verify}


@staff("jobs.review")
@require_POST
def move(request, code, move):
    if move not in MOVES:
        raise Http404
    MOVES[move](request, posting_of(request, code))
    on_to_next = move in ("publish", "return")
    return HttpResponseRedirect(reverse("desk:review-list") if on_to_next else reverse("desk:review", args=[code]))
