"""登记找活: a name, then five short screens, each of which may be skipped and each of which betters the list."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts import actions as accounts
from accounts import proofs
from accounts.access import public, signed_in
from core.errors import Plain
from matching.queries import recommend_for_person
from portal.answers import ANSWERS, initial_of, sounds_like
from portal.forms import register as forms
from portal.views.signin import join_left_applications
from portal.where import resident_of
from reference.models import Area
from residents import actions as residents

STEPS = {
    "what": (forms.WhatForm, "想做什么"),
    "when": (forms.WhenForm, "什么时间"),
    "where": (forms.WhereForm, "住哪里，怎么去"),
    "can": (forms.CanForm, "会什么"),
    "who": (forms.WhoForm, "您的情况"),
}
ORDER = list(STEPS)
TOTAL = len(STEPS) + 1


@public
@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    """The name alone. With a number just proved it becomes her sign-in; without one the account lives in this browser."""
    if resident_of(request.user) is not None:
        return HttpResponseRedirect(reverse("portal:register", args=[ORDER[0]]))
    proof = proofs.recall(request)
    form = forms.NameForm(request.POST or None)
    communities = Area.objects.communities()
    community = request.standing.community or communities.filter(code=request.POST.get("community", "")).first()
    if request.method == "POST" and form.is_valid():
        if community is None:
            form.add_error(None, "请在下面点一下您住在哪个社区。")
        else:
            try:
                return enter(request, community, form.cleaned_data["name"], proof)
            except Plain as problem:
                form.add_error("name", problem.message)
    return render(
        request,
        "portal/register_start.html",
        {
            "form": form,
            "communities": [] if request.standing.community else communities,
            "proved": proof is not None,
            "now": 1,
            "steps": range(TOTAL),
            "total": TOTAL,
        },
        status=422 if form.errors else 200,
    )


def enter(request, community, name, proof):
    user = request.user if request.user.is_authenticated else None
    resident = residents.register_self(user=user, community=community, name=name, proof=proof)
    if user is None and proof is not None:
        accounts.sign_in(request, proof=proof, user=resident.user)
        join_left_applications(resident.user)
    elif user is None:
        accounts.sign_in_new(request, user=resident.user)
    return HttpResponseRedirect(reverse("portal:register", args=[ORDER[0]]))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def step(request, step):
    resident = resident_of(request.user)
    if resident is None:
        return HttpResponseRedirect(reverse("portal:register-start"))
    if step not in STEPS:
        raise Http404
    form_class, title = STEPS[step]
    near = sounds_like(resident) if step == "where" else []
    form = form_class(
        request.POST or None, initial=initial_at(request, step, resident), **({"near": near} if near else {})
    )
    if request.method == "POST" and form.is_valid():
        try:
            ANSWERS[step](request.user, resident, form.cleaned_data)
            return HttpResponseRedirect(request.path if asks_again(step, resident, form) else after(step))
        except Plain as problem:
            field = getattr(problem, "field", "")
            form.add_error(field if field in form.fields else None, problem.message)
    number = ORDER.index(step) + 2
    return render(
        request,
        "portal/register_step.html",
        {
            "form": form,
            "near": near,
            "step": step,
            "title": title,
            "now": number,
            "total": TOTAL,
            "steps": range(TOTAL),
            "skip_url": after(step),
            "fits": fits(resident) if resident.personalised else None,
        },
        status=422 if form.errors else 200,
    )


def initial_at(request, step, resident) -> dict:
    """What she has said before; an address not yet given is the door whose code she scanned."""
    initial = initial_of(step, resident)
    if step == "where" and not initial["address"] and request.standing.door:
        initial["address"] = request.standing.door.name
    return initial


def asks_again(step, resident, form) -> bool:
    """Once: the address she has just written is not on the map, but others sound like it."""
    if step != "where" or "address" not in form.changed_data:
        return False
    return bool(sounds_like(type(resident).objects.get(pk=resident.pk)))


def after(step) -> str:
    place = ORDER.index(step) + 1
    return reverse("portal:register", args=[ORDER[place]]) if place < len(ORDER) else reverse("portal:home")


def fits(resident) -> dict:
    """What her answers so far do to the list: how many fit and which comes first."""
    found = recommend_for_person(resident, top=1)
    first = found.rows[found.ranking.items[0].id] if found.ranking.items else None
    return {"count": found.ranking.feasible, "total": found.ranking.total, "first": first.title if first else ""}
