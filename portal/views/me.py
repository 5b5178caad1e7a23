"""我的: the next step first, what she applied for, what we know about her, how lists are ordered."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from accounts.access import public, signed_in
from core.clock import now
from core.templatetags.plain import moment
from jobs.enums import ApplicationState
from jobs.links import application_path
from jobs.queries import applications_of
from notices.queries import inbox
from portal.tabs import tabs
from portal.views.application import ReplyClocks
from portal.views.door import YEAR
from portal.views.register import STEPS
from portal.where import resident_of
from residents import actions as residents
from residents.questions import next_question

TAGS = {
    ApplicationState.SUBMITTED: ("step", "clock"),
    ApplicationState.INTERVIEW: ("go", "calendar"),
    ApplicationState.OFFERED: ("go", "check"),
    ApplicationState.STARTED: ("go", "check"),
    ApplicationState.NO_SHOW: ("stop", "warn"),
}
SHOWN = 20


@signed_in
@require_safe
def home(request):
    resident = resident_of(request.user)
    if resident is None:
        return HttpResponseRedirect(reverse("portal:register-start"))
    applications = list(applications_of(resident)[:SHOWN])
    clocks = ReplyClocks()
    return render(
        request,
        "portal/me.html",
        {
            "resident": resident,
            "greeting": greeting(),
            "next": next_step(resident, applications),
            "rows": [row_of(application, clocks) for application in applications],
            "steps": [(step, title) for step, (_form, title) in STEPS.items()],
            "tabs": tabs("me"),
        },
    )


def greeting() -> str:
    hour = localtime(now()).hour
    return "早上好" if hour < 11 else "中午好" if hour < 14 else "下午好" if hour < 18 else "晚上好"


def next_step(resident, applications) -> dict:
    """The one thing to do now: an appointment, an explanation, a question that would better the list, or the shelf."""
    for application in applications:
        if application.state == ApplicationState.INTERVIEW:
            appointment = list(application.interviews.all())[-1]
            return {
                "title": f"{moment(appointment.at)} 去见面",
                "text": f"{application.posting.title}，{appointment.where}，找{appointment.ask_for}",
                "url": application_path(application),
                "button": "看怎么去",
            }
        if application.state == ApplicationState.NO_SHOW and not application.no_show_answered_at:
            return {
                "title": "说一句当时的情况",
                "text": f"{application.posting.employer}说您没去见面。社区等您说清楚。",
                "url": application_path(application),
                "button": "去说明",
            }
    question = next_question(resident)
    if question is not None:
        return {
            "title": question.words,
            "text": question.why,
            "url": reverse(
                "portal:sign-in" if question.key == "phone" else "portal:register",
                args=[] if question.key == "phone" else [question.step],
            ),
            "button": "答一题",
        }
    return {
        "title": "看看今天的活",
        "text": "您的情况都填好了，货架按它排。",
        "url": reverse("portal:home"),
        "button": "去货架",
    }


def row_of(application, clocks) -> dict:
    kind, icon = TAGS.get(application.state, ("", ""))
    clock = clocks.of(application)
    text, label = str(application.posting.employer), application.get_state_display()
    if application.state == ApplicationState.INTERVIEW:
        appointment = list(application.interviews.all())[-1]
        text = f"{moment(appointment.at)} {appointment.where}，找{appointment.ask_for}"
    elif clock and now() >= application.reply_due_at:
        kind, icon, label = "stop", "warn", "社区在催"
        text = "单位过了说好的日子没答复，社区在催"
    elif clock:
        text = clock["title"]
    return {
        "url": application_path(application),
        "title": application.posting.title,
        "text": text,
        "tag": {"kind": kind, "text": label, "icon": icon},
        "segments": clock["segments"] if clock else None,
    }


@signed_in
@require_safe
def messages(request):
    resident = resident_of(request.user)
    codes = [resident.code] if resident else []
    return render(request, "portal/messages.html", {"notices": inbox(codes), "tabs": tabs("me")})


@public
@require_POST
def personalisation(request):
    """One tap: by fit or by date. For a resident it is kept in her profile, for a visitor on this phone."""
    newest = request.POST.get("order") == "new"
    resident = resident_of(request.user)
    if resident is not None:
        residents.set_personalised(by=request.user, resident=resident, on=not newest)
    response = HttpResponseRedirect(reverse("portal:home"))
    if newest:
        response.set_cookie("order", "new", max_age=YEAR, httponly=True, samesite="Lax")
    else:
        response.delete_cookie("order")
    return response
