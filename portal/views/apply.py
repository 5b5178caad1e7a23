"""我想去: name, number, one tap. Signed in, it is one tap alone."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accounts.access import client_address, public
from core.errors import Conflict, Invalid
from jobs import actions, links
from jobs.words import UNIT_WORDS, hours_text, pay_text
from matching.queries import facts_for_employer
from portal.forms.apply import ApplyForm
from portal.views.posting import visible_posting
from portal.where import resident_of
from residents import consents
from residents.enums import ConsentPurpose

MINE = "applications"  # codes of what this browser left, in its session


@public
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request, code):
    posting = visible_posting(request, code)
    resident = resident_of(request.user)
    facts = facts_for_employer(resident, posting) if resident else []
    known = resident is not None and bool(request.user.phone)
    form = ApplyForm(request.POST or None, initial={"name": resident.name if resident else ""})
    if request.method == "POST":
        given = {"name": resident.name, "phone": request.user.phone} if known else None
        if known or form.is_valid():
            try:
                application = actions.apply(
                    by=request.user if request.user.is_authenticated else None,
                    posting=posting,
                    resident=resident,
                    door=request.standing.door,
                    facts=facts,
                    consent_version=consents.current(ConsentPurpose.SHARE_WITH_EMPLOYER),
                    address=client_address(request),
                    **(given or form.cleaned_data),
                )
                return HttpResponseRedirect(path_of(request, application, resident))
            except Invalid as problem:
                form.add_error(problem.field if problem.field in form.fields else None, problem.message)
    return render(
        request,
        "portal/apply.html",
        {
            "posting": posting,
            "form": form,
            "known": known,
            "resident": resident,
            "facts": facts,
            "pay": pay_text(posting),
            "pay_unit": UNIT_WORDS[posting.pay_unit],
            "hours": hours_text(posting),
        },
        status=422 if form.errors else 200,
    )


def path_of(request, application, resident) -> str:
    """Her application's page. A name and a number typed by somebody else open nothing that another browser left."""
    mine = request.session.get(MINE, [])
    if (
        application.repeated
        and application.code not in mine
        and (resident is None or application.resident_id != resident.pk)
    ):
        raise Conflict("这个名字和电话已经报过这个活了，不用再报。看进展请点短信里的链接，或用这个手机号登录。")
    if application.code not in mine and not request.user.is_authenticated:
        request.session[MINE] = [*mine, application.code][-20:]
    return links.application_path(application)
