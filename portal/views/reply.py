"""答复报名人: the employer answers one applicant by a signed link, no sign-in, safe to open twice."""

from datetime import timedelta

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from accounts.access import public
from core.clock import now, today
from core.errors import Gone, Invalid
from core.identity.names import surname
from core.templatetags.plain import WEEKDAYS
from jobs import actions, links
from jobs.enums import ApplicationState
from jobs.models import Application
from portal.forms.reply import ReplyForm
from portal.where import hotline_of
from reference.queries import calendar

ANSWERABLE = (ApplicationState.SUBMITTED, ApplicationState.INTERVIEW)


def by_token(token) -> Application:
    code = links.code_of("reply", token)
    if code is None:
        raise Http404
    application = (
        Application.objects.select_related("posting__employer", "posting__community").filter(code=code).first()
    )
    if application is None:
        raise Http404
    return application


@public
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request, token):
    application = by_token(token)
    posting = application.posting
    hotline = hotline_of(posting.community)
    if application.state == ApplicationState.CLOSED_SILENT or (
        application.state == ApplicationState.SUBMITTED and now() > application.close_due_at
    ):
        raise Gone(
            f"答复的日子过了，这个链接不能用了。想联系这位报名人，请打社区{hotline.display if hotline else '窗口'}。"
        )
    if (
        application.state not in ANSWERABLE
        or "change" not in request.GET
        and application.first_replied_at
        and request.method != "POST"
        and application.state == ApplicationState.INTERVIEW
    ):
        return render(
            request,
            "portal/reply_done.html",
            {
                "application": application,
                "posting": posting,
                "token": token,
                "appointment": application.interviews.last(),
            },
        )
    form = ReplyForm(
        request.POST or None,
        slots=slots(),
        initial={"where": posting.address, "ask_for": posting.contact_name, "start_on": today() + timedelta(days=1)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            send(application, form.cleaned_data)
            return HttpResponseRedirect(request.path)
        except Invalid as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.message)
    return render(
        request,
        "portal/reply.html",
        {
            "application": application,
            "posting": posting,
            "form": form,
            "surname": surname(application.name),
            "days_left": days_left(application),
            "hotline": hotline,
        },
        status=422 if form.errors else 200,
    )


def send(application, data):
    answer = data["answer"]
    if answer == "invite":
        actions.invite(
            by=None,
            application=application,
            at=ReplyForm.moment(data),
            where=data["where"],
            ask_for=data["ask_for"],
            via_link=True,
        )
    elif answer == "offer":
        actions.offer(by=None, application=application, start_on=data["start_on"], via_link=True)
    elif answer == "decline":
        actions.decline(by=None, application=application, reason=data["reason"], words=data["words"], via_link=True)
    else:
        actions.say_filled(by=None, application=application, via_link=True)


def slots():
    """Two moments on each of the next two working days, so that an answer is two taps."""
    found, table, date = [], calendar(), localtime(now())
    for number in (1, 2):
        on = table.add_working_days(date, number)
        for hour, minute in ((10, 0), (15, 30)):
            moment = on.replace(hour=hour, minute=minute, second=0, microsecond=0)
            found.append((moment, f"周{WEEKDAYS[moment.weekday()]} {moment.month}月{moment.day}日 {moment:%H:%M}"))
    return found


def days_left(application) -> int:
    """Working days until the promised moment; 0 when it has passed."""
    return max(0, calendar().working_days_between(today(), localtime(application.reply_due_at).date()))
