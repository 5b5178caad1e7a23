"""Sign in: a number, a code, and — because families share a phone — which of them is here."""

from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions as accounts
from accounts import proofs
from accounts.access import client_address, public, signed_in
from accounts.models import LoginCode, User
from accounts.queries import users_of_phone
from core.errors import Conflict, Plain
from core.identity import names
from jobs.actions import join_resident
from jobs.models import Application
from portal.forms.signin import CodeForm, PhoneForm, StaffForm, WhoForm
from portal.where import resident_of
from residents import actions as residents
from residents.queries import people_of_phone

NEW = ("new", "都不是，我是新来的")
SENT = "code_sent"  # code of the LoginCode row this browser asked for; the session holds no number


def not_replayed(view):
    """A code request or a password is judged anew each time; storing its answer for replay would be wrong."""
    view.idempotent = False
    return view


def next_of(request) -> str:
    target = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return target
    return ""


def page(request, template, form, **context):
    context |= {"form": form, "next": next_of(request)}
    return render(request, f"portal/{template}.html", context, status=422 if form.is_bound and form.errors else 200)


@not_replayed
@public
@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    form = PhoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["phone"]
        try:
            sent_to = accounts.send_login_code(number, address=client_address(request))
        except Plain as problem:
            form.add_error("phone", problem.message)
        else:
            request.session[SENT] = LoginCode.objects.usable(sent_to.text).first().code
            return HttpResponseRedirect(reverse("portal:sign-in-code") + query_of(next_of(request)))
    return page(request, "sign_in", form)


def query_of(target) -> str:
    return "?" + urlencode({"next": target}) if target else ""


@not_replayed
@public
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request):
    """A page of its own: she leaves it to read the message, and comes back by the browser's back button."""
    if request.method != "POST":
        row = LoginCode.objects.filter(code=request.session.get(SENT, "")).first()
        if row is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        return page(request, "sign_in_code", CodeForm(initial={"phone": row.phone}), phone=row.phone)
    form = CodeForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            proof = accounts.check_login_code(data["phone"], data["code"], address=client_address(request))
            return arrive(request, proof)
        except Plain as problem:
            form.add_error("code", problem.message)
    return page(request, "sign_in_code", form, phone=request.POST.get("phone", ""))


def candidates(proof):
    """[(value, words)] of everybody this number may stand for. Names are masked: a shared phone tells nothing more."""
    people = [person for person in people_of_phone(proof.number) if person.user is None]
    return [(f"user:{user.code}", names.mask(user.name)) for user in users_of_phone(proof.number)] + [
        (f"resident:{person.resident.code}", f"{person.masked}（社区登记过，第一次登录）") for person in people
    ]


def arrive(request, proof):
    resident = resident_of(request.user)
    if resident is not None and not request.user.phone:
        return prove_number(request, resident, proof)
    choices = candidates(proof)
    if len(choices) == 1 and choices[0][0].startswith("user:"):
        return enter(request, proof, User.objects.get(code=choices[0][0].removeprefix("user:")))
    proofs.remember(request, proof)
    if not choices:
        return newcomer(request)
    return page(request, "sign_in_who", WhoForm(choices=[*choices, NEW]))


def newcomer(request):
    """Who came to hire joins as an employer; everybody else registers for work."""
    hires = next_of(request).startswith(reverse("portal:employer"))
    return HttpResponseRedirect(reverse("portal:employer-join" if hires else "portal:register-start"))


def prove_number(request, resident, proof):
    """She registered with her name alone; from now on this number is how she comes back."""
    accounts.set_phone(by=request.user, user=request.user, proof=proof)
    residents.add_contact(by=request.user, resident=resident, number=proof.number, proof=proof)
    join_left_applications(request.user)
    return HttpResponseRedirect(next_of(request) or reverse("portal:me"))


@not_replayed
@public
@require_POST
def who(request):
    proof = proofs.recall(request)
    if proof is None:
        return HttpResponseRedirect(reverse("portal:sign-in"))
    form = WhoForm(request.POST, choices=[*candidates(proof), NEW])
    if form.is_valid():
        kind, _, chosen = form.cleaned_data["who"].partition(":")
        if kind == "new":
            return newcomer(request)
        if kind == "user":
            return enter(request, proof, User.objects.get(code=chosen))
        try:
            people = {person.resident.code: person.resident for person in people_of_phone(proof.number)}
            user = residents.claim(
                resident=people[chosen],
                proof=proof,
                typed_name=form.cleaned_data["name"],
                address=client_address(request),
            )
            return enter(request, proof, user)
        except Plain as problem:
            form.add_error("name", problem.message)
    return page(request, "sign_in_who", form)


def enter(request, proof, user):
    accounts.sign_in(request, proof=proof, user=user)
    join_left_applications(user)
    return HttpResponseRedirect(next_of(request) or home_of(user))


def join_left_applications(user):
    """What she left with the bare number before is hers, and verified, now that the number is proved."""
    resident = resident_of(user)
    if resident is None or not user.phone_index:
        return
    left = Q(resident=None, name=resident.name) | Q(resident=resident, phone_verified_at=None)
    for application in Application.objects.filter(left, phone_index=user.phone_index):
        try:
            join_resident(by=user, application=application, resident=resident)
        except Conflict:
            continue  # she has applied there again under her name; the older one stays as it is


def home_of(user) -> str:
    if user.can("desk.open"):
        return reverse("desk:home")
    if user.employer_memberships.filter(to_on__isnull=True).exists():
        return reverse("portal:employer")
    return reverse("portal:me")


@not_replayed
@public
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def staff(request):
    form = StaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            user = accounts.sign_in_with_password(
                request, phone_text=data["phone"], password=data["password"], address=client_address(request)
            )
            return HttpResponseRedirect(next_of(request) or home_of(user))
        except Plain as problem:
            form.add_error(None, problem.message)
    return page(request, "sign_in_staff", form)


@not_replayed
@signed_in
@require_POST
def leave(request):
    accounts.sign_out(request)
    return HttpResponseRedirect(reverse("portal:home"))


@not_replayed
@public
@require_POST
def demo(request, code):
    """One click signs in as an invented person; exists only with DEMO=1."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(User, code=code)
    accounts.enter_demo(request, user=user, allowed=settings.DEMO)
    return HttpResponseRedirect(home_of(user))
