"""姓名、短信、同意: what she can change about how the community deals with her."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access import signed_in
from core.errors import Plain
from notices import actions as notices
from notices.enums import ContactKind
from notices.queries import is_silent
from portal.where import resident_of
from residents import actions as residents
from residents.enums import ConsentPurpose
from residents.queries import consent_in_force


class RenameForm(forms.Form):
    name = forms.CharField(label="我的姓名", max_length=50)


def stop_messages(user, resident, form):
    notices.contact_for(resident.code, kind=ContactKind.SMS, address=user.phone)
    notices.opt_out(by=user, owner_code=resident.code)


def resume_messages(user, resident, form):
    notices.opt_in(by=user, owner_code=resident.code)


def forget_body(user, resident, form):
    residents.withdraw_consent(by=user, resident=resident, purpose=ConsentPurpose.SENSITIVE)


def rename(user, resident, form):
    residents.update_profile(by=user, resident=resident, name=form.data.get("name", ""))


DOINGS = {"stop": stop_messages, "resume": resume_messages, "forget-body": forget_body, "rename": rename}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def home(request):
    resident = resident_of(request.user)
    if resident is None:
        return HttpResponseRedirect(reverse("portal:register-start"))
    form = RenameForm(request.POST if "name" in request.POST else None, initial={"name": resident.name})
    doing = DOINGS.get(request.POST.get("do", ""))
    if request.method == "POST" and doing is not None:
        try:
            doing(request.user, resident, form)
            return HttpResponseRedirect(request.path)
        except Plain as problem:
            if not form.is_bound:
                raise
            form.add_error("name", problem.message)
    return render(
        request,
        "portal/settings.html",
        {
            "form": form,
            "has_number": bool(request.user.phone),
            "silent": is_silent(resident.code),
            "body_known": consent_in_force(resident, ConsentPurpose.SENSITIVE),
        },
        status=422 if form.is_bound and form.errors else 200,
    )
