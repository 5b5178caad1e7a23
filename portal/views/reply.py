"""答复报名人: the employer answers one applicant by a signed link, no sign-in, safe to open twice."""

from datetime import timedelta

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from accounts.access import public
from core.calendar import local_date
from core.clock import now, today
from core.errors import Gone, Invalid, Missing
from core.identity.names import surname
from core.templatetags.plain import WEEKDAYS
from jobs import actions, links
from jobs.enums import ApplicationState
from jobs.models import Application
from portal.forms.reply import ReplyForm
from portal.where import hotline_of, stand_at
from reference.queries import calendar, local_rule

ANSWERABLE = (ApplicationState.SUBMITTED, ApplicationState.INTERVIEW)


def by_token(token) -> Application:
    rows = Application.objects.select_related("posting__employer", "posting__community")
    application = rows.filter(code=links.code_of("reply", token) or "").first()
    if application is None:
        raise Missing("这个答复链接不对，可能少了一截。请点短信里原来的链接，或者打电话给社区。")
    return application


@public
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request, token):
    application = by_token(token)
    posting = application.posting
    stand_at(request, posting.community)
    hotline = hotline_of(posting.community)
    appointment = application.interviews.last()
    if is_over(application, appointment):
        raise Gone(
            f"答复的日子过了，这个链接不能用了。想联系这位报名人，请打社区{hotline.display if hotline else '窗口'}。"
        )
    context = {"application": application, "posting": posting, "token": token, "appointment": appointment}
    if is_answered(application) and not ("change" in request.GET and application.state in ANSWERABLE):
        return render(request, "portal/reply_done.html", context)
    form = ReplyForm(
        request.POST or None,
        slots=slots(),
        met=application.state == ApplicationState.INTERVIEW and appointment.at <= now(),
        initial={"where": posting.address, "ask_for": whom(posting), "start_on": first_day()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            SEND[form.kind](application, form)
            return HttpResponseRedirect(request.path)
        except Invalid as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.message)
    context |= {
        "form": form,
        "surname": surname(application.name),
        "days_left": days_left(application),
        "hotline": hotline,
    }
    return render(request, "portal/reply.html", context, status=422 if form.errors else 200)


def is_over(application, appointment) -> bool:
    """Unanswered too long; or agreed so long ago that a name and a number need not stand behind a link any more."""
    if application.state == ApplicationState.SUBMITTED:
        return now() > application.close_due_at
    opened = timedelta(days=local_rule(application.posting.community, "reply_link_days"))
    if application.state == ApplicationState.INTERVIEW:
        return now() > appointment.at + opened
    if application.state == ApplicationState.OFFERED:
        return today() > application.start_reported_on + opened
    return application.state == ApplicationState.CLOSED_SILENT


def is_answered(application) -> bool:
    """An appointment that fell through opens the question again."""
    return application.state != ApplicationState.SUBMITTED


def invite(application, form):
    data = form.cleaned_data
    where, ask_for = data["where"], data["ask_for"]
    actions.invite(by=None, application=application, at=form.moment, where=where, ask_for=ask_for, via_link=True)


def offer(application, form):
    actions.offer(by=None, application=application, start_on=form.cleaned_data["start_on"], via_link=True)


def decline(application, form):
    words = form.cleaned_data["words"]
    actions.decline(by=None, application=application, reason=form.detail, words=words, via_link=True)


def filled(application, form):
    actions.say_filled(by=None, application=application, via_link=True)


def no_show(application, form):
    actions.report_no_show(by=None, application=application, via_link=True)


SEND = {"invite": invite, "offer": offer, "decline": decline, "filled": filled, "no_show": no_show}


def slots():
    """Two moments on each of the next two working days, so that an answer is two taps."""
    found, table, date = [], calendar(), localtime(now())
    for number in (1, 2):
        on = table.add_working_days(date, number)
        for hour, minute in ((10, 0), (15, 30)):
            moment = on.replace(hour=hour, minute=minute, second=0, microsecond=0)
            weekday = WEEKDAYS[moment.weekday()]
            found.append((moment, f"周{weekday} {moment:%H:%M}", f"{moment.month}月{moment.day}日"))
    return found


def whom(posting) -> str:
    """Filled in, so that an answer stays two taps."""
    return posting.contact_name or posting.employer.contact_name or "招工的人"


def first_day():
    """The working day after this one: what an offer means unless the employer says otherwise."""
    return local_date(calendar().add_working_days(localtime(now()), 1))


def days_left(application) -> int:
    """Working days until the promised moment; 0 when it has passed."""
    return max(0, calendar().working_days_between(today(), localtime(application.reply_due_at).date()))
