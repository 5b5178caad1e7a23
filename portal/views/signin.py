"""Sign in: a number, a code, and — because families share a phone — which of them is here.

Nothing about the person is kept in the session before she is known: the number travels in the form she typed it into, and
the session only holds the blind index of the number that was proved.
"""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions as accounts
from accounts.access import public, signed_in
from accounts.backends import PROOF_BACKEND, STAFF_BACKEND
from accounts.models import User
from accounts.queries import users_of_phone
from core.errors import Plain
from core.fields import blind_index
from core.identity import names
from core.identity import phone as phones
from core.request import address_of
from jobs.actions import join_resident
from jobs.models import Application
from portal.forms.signin import CodeForm, PhoneForm, StaffForm, WhoForm
from portal.where import resident_of
from residents import actions as residents
from residents.queries import people_of_phone

PROVED = "proved_number"


def not_replayed(view):
    """A code request or a password is judged anew each time; storing its answer for replay would be wrong."""
    view.idempotent = False
    return view


def next_of(request) -> str:
    target = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return target
    return ""


@not_replayed
@public
@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    form = PhoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accounts.send_login_code(form.cleaned_data["phone"], address=address_of(request))
            code_form = CodeForm(initial={"phone": form.cleaned_data["phone"]})
            return render(request, "portal/sign_in_code.html", {"form": code_form, "next": next_of(request), "phone": form.cleaned_data["phone"]})
        except Plain as problem:
            form.add_error("phone", problem.message)
    return render(request, "portal/sign_in.html", {"form": form, "next": next_of(request)}, status=422 if form.errors else 200)


@not_replayed
@public
@sensitive_post_parameters("code")
@require_POST
def code(request):
    form = CodeForm(request.POST)
    phone = request.POST.get("phone", "")
    if form.is_valid():
        try:
            proved = accounts.check_login_code(phone, form.cleaned_data["code"], address=address_of(request))
            request.session[PROVED] = blind_index("phone", proved.text)
            return arrive(request, proved.text)
        except Plain as problem:
            form.add_error("code", problem.message)
    return render(
        request, "portal/sign_in_code.html", {"form": form, "next": next_of(request), "phone": phone}, status=422
    )


def candidates(number):
    """[(value, words)] of everybody this number may stand for. Names are masked: a shared phone tells nothing more."""
    users = list(users_of_phone(number))
    people = [person for person in people_of_phone(number) if person.user_id is None]
    choices = [(f"user:{user.code}", names.mask(user.name)) for user in users]
    choices += [(f"resident:{person.code}", f"{names.mask(person.name)}（社区登记过，第一次登录）") for person in people]
    return choices


def arrive(request, number):
    choices = candidates(number)
    if len(choices) == 1 and choices[0][0].startswith("user:"):
        return enter(request, User.objects.get(code=choices[0][0].removeprefix("user:")))
    if not choices:
        return newcomer(request, number)
    form = WhoForm(choices=[*choices, ("new", "都不是，我是新来的")], initial={"phone": number})
    return render(request, "portal/sign_in_who.html", {"form": form, "next": next_of(request)})


@not_replayed
@public
@require_POST
def who(request):
    try:
        number = phones.parse(request.POST.get("phone", "")).text
    except phones.PhoneProblem:
        return HttpResponseRedirect(reverse("portal:sign-in"))
    if request.session.get(PROVED) != blind_index("phone", number):
        return HttpResponseRedirect(reverse("portal:sign-in"))
    form = WhoForm(request.POST, choices=[*candidates(number), ("new", "都不是，我是新来的")])
    if form.is_valid():
        kind, _, code = form.cleaned_data["who"].partition(":")
        if kind == "user":
            return enter(request, User.objects.get(code=code))
        if kind == "new":
            return newcomer(request, number)
        try:
            person = next(row for row in people_of_phone(number) if row.code == code)
            user = accounts.open_account(phone=number, name=person.name)
            residents.claim(by=user, resident=person, typed_name=form.cleaned_data["name"])
            return enter(request, user)
        except Plain as problem:
            form.add_error("name", problem.message)
    return render(request, "portal/sign_in_who.html", {"form": form, "next": next_of(request)}, status=422)


def newcomer(request, number):
    user = accounts.open_account(phone=number, name="")
    return enter(request, user, to=reverse("portal:register-start"))


def enter(request, user, *, to="", backend=PROOF_BACKEND):
    login(request, user, backend=backend)  # a new session key at every sign-in
    resident = resident_of(user)
    if resident is not None and user.phone_index:
        for application in Application.objects.filter(resident=None, phone_index=user.phone_index, name=resident.name):
            join_resident(by=user, application=application, resident=resident)
    return HttpResponseRedirect(next_of(request) or to or home_of(user))


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
        try:
            user = authenticate(request, address=address_of(request), **form.cleaned_data)
            if user is not None:
                return enter(request, user, backend=STAFF_BACKEND)
            form.add_error(None, "手机号或密码不对。忘了密码，请系统管理员重设。")
        except Plain as problem:
            form.add_error(None, problem.message)
    return render(
        request, "portal/sign_in_staff.html", {"form": form, "next": next_of(request)}, status=422 if form.errors else 200
    )


@not_replayed
@signed_in
@require_POST
def leave(request):
    logout(request)
    return HttpResponseRedirect(reverse("portal:home"))


@not_replayed
@public
@require_POST
def demo(request, code):
    """One click signs in as an invented person; exists only with DEMO=1."""
    if not settings.DEMO:
        raise Http404
    return enter(request, get_object_or_404(User, code=code))
