"""An employer's own pages: join, write, be checked, see who wants to come, answer."""

from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions as accounts
from accounts import proofs
from accounts.access import public, signed_in
from core.errors import Conflict, Invalid
from enterprises import actions as enterprises
from enterprises.models import Employer
from enterprises.rules import acts_for, verified_until
from jobs import actions, rules
from jobs.enums import CloseReason, PostingSource, PostingState
from jobs.lawful import apply_suggestion
from jobs.links import reply_url
from jobs.marks import marked
from jobs.models import Posting
from jobs.queries import applicants_of, postings_of
from jobs.words import UNIT_WORDS, pay_text
from portal.forms.employer import EmployerForm, PostingForm
from portal.records import record_of
from portal.where import stand_at
from reference.models import Area


@signed_in
@require_safe
def home(request):
    employers = list(Employer.objects.of_member(request.user).prefetch_related("verifications"))
    if not employers:
        return HttpResponseRedirect(reverse("portal:employer-join"))
    stand_at(request, employers[0].community)
    sections = [
        {
            "employer": employer,
            "verified_until": verified_until(employer),
            "postings": postings_of(employer),
            "record": record_of(employer, employer.community),
        }
        for employer in employers
    ]
    return render(request, "portal/employer.html", {"sections": sections})


@public
@require_http_methods(["GET", "HEAD", "POST"])
def join(request):
    """Open to whoever holds a number: somebody new becomes an employer's account, not a person who looks for work."""
    proof = None if request.user.is_authenticated else proofs.recall(request)
    if proof is None and not request.user.is_authenticated:
        return HttpResponseRedirect(f"{reverse('portal:sign-in')}?next={request.path}")
    form = EmployerForm(request.POST or None, initial={"contact_phone": proof.number if proof else request.user.phone})
    community = (
        request.standing.community or Area.objects.communities().filter(code=request.POST.get("community")).first()
    )
    if request.method == "POST" and form.is_valid() and community is None:
        form.add_error(None, "请点一下离哪个社区近。")
    elif request.method == "POST" and form.is_valid():
        try:
            enter(request, proof, community, form.cleaned_data)
            return HttpResponseRedirect(reverse("portal:employer"))
        except (Invalid, Conflict) as problem:
            field = getattr(problem, "field", "")
            form.add_error(field if field in form.fields else None, problem.message)
    context = {"form": form, "community": community, "communities": [] if community else Area.objects.communities()}
    return render(request, "portal/employer_join.html", context, status=422 if form.errors else 200)


def enter(request, proof, community, content):
    with transaction.atomic():  # no account stays behind when the firm is refused
        user = accounts.create_user(by=None, name=content["contact_name"], proof=proof) if proof else request.user
        enterprises.register_employer(by=user, community=community, **content)
    if proof:
        accounts.sign_in(request, proof=proof, user=user)


def own_posting(request, code) -> Posting:
    posting = get_object_or_404(Posting.objects.visible_to(request.user).for_card(), code=code)
    if not rules.may_edit_posting(request.user, posting):
        raise Http404
    stand_at(request, posting.community)
    return posting


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new_posting(request, code):
    employer = get_object_or_404(Employer.objects.visible_to(request.user), code=code)
    if not rules.may_post_for(request.user, employer):
        raise Http404
    stand_at(request, employer.community)
    initial = {
        "address": employer.address,
        "contact_name": employer.contact_name,
        "contact_phone": employer.contact_phone,
    }
    form = PostingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            source = PostingSource.EMPLOYER if acts_for(request.user, employer) else PostingSource.OFFICER
            posting = actions.create_posting(by=request.user, employer=employer, source=source, **form.content)
            return HttpResponseRedirect(reverse("portal:employer-posting-check", args=[posting.code]))
        except Invalid as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.message)
    context = {"form": form, "employer": employer, "back": reverse("portal:employer")}
    return render(request, "portal/posting_form.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def edit_posting(request, code):
    posting = own_posting(request, code)
    initial = {"version": posting.version, "contact_phone": posting.contact_phone}
    form = PostingForm(request.POST or None, instance=posting, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_posting(by=request.user, posting=posting, version=form.cleaned_data["version"], **form.content)
            return HttpResponseRedirect(reverse("portal:employer-posting-check", args=[posting.code]))
        except Conflict as problem:
            form.data = form.data.copy()
            form.data["version"] = Posting.objects.get(pk=posting.pk).version
            form.add_error(None, problem.message)
        except Invalid as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.message)
    context = {"form": form, "employer": posting.employer, "back": reverse("portal:employer-posting", args=[code])}
    return render(request, "portal/posting_form.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def check(request, code):
    """Each sentence that may not stand is marked beside the rule and a replacement to click; clean, it can be handed in."""
    posting = own_posting(request, code)
    findings = actions.findings_of(posting)
    if request.method == "POST" and "swap" in request.POST:
        swap(request, posting, findings)
        return HttpResponseRedirect(request.path)
    if request.method == "POST":
        actions.submit_posting(by=request.user, posting=posting)
        return HttpResponseRedirect(reverse("portal:employer-posting", args=[code]))
    return render(
        request,
        "portal/posting_check.html",
        {
            "posting": posting,
            "findings": findings,
            "fields": marked(posting, findings),
            "blocks": sum(finding.blocks for finding in findings),
            "may_submit": posting.state in (PostingState.DRAFT, PostingState.RETURNED, PostingState.EXPIRED),
            "pay": pay_text(posting),
            "pay_unit": UNIT_WORDS[posting.pay_unit],
        },
    )


def swap(request, posting, findings):
    """Replace what one finding names, if the text is still as it was when the page was made."""
    for number, finding in enumerate(findings, 1):
        if request.POST["swap"] == f"{number}:{finding.field}:{finding.start}" and finding.replaces:
            text = apply_suggestion(getattr(posting, finding.field), finding)
            actions.edit_posting(by=request.user, posting=posting, version=posting.version, **{finding.field: text})
            return
    raise Conflict("这句话刚被改过。请看一眼新的检查结果。")


@signed_in
@require_safe
def posting(request, code):
    posting = own_posting(request, code)
    return render(
        request,
        "portal/employer_posting.html",
        {
            "posting": posting,
            "pay": pay_text(posting),
            "pay_unit": UNIT_WORDS[posting.pay_unit],
            "applicants": applicants(request.user, posting),
            "comments": posting.comments.all(),
            "reasons": CloseReason.choices[:2],
        },
    )


def applicants(user, posting) -> list[dict]:
    """A collector edits postings and sees nobody who applied."""
    if not rules.may_see_applicants(user, posting):
        return []
    return [{"application": application, "reply": reply_url(application)} for application in applicants_of(posting)]


MOVES = {
    "pause": lambda request, posting: actions.pause_posting(by=request.user, posting=posting),
    "resume": lambda request, posting: actions.resume_posting(by=request.user, posting=posting),
    "close": lambda request, posting: actions.close_posting(
        by=request.user, posting=posting, reason=request.POST.get("reason", CloseReason.CANCELLED)
    ),
    "comment": lambda request, posting: actions.comment(
        by=request.user, posting=posting, text=request.POST.get("text", "")
    ),
}


@signed_in
@require_POST
def move(request, code, move):
    if move not in MOVES:
        raise Http404
    MOVES[move](request, own_posting(request, code))
    return HttpResponseRedirect(reverse("portal:employer-posting", args=[code]))
