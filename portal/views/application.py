"""What became of 我想去: her number, the clock, what to do now. Opened by its signed link or by herself."""

from datetime import timedelta

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import public
from core.calendar import local_date
from core.clock import now
from core.errors import Missing, Plain
from core.templatetags.plain import WEEKDAYS, day
from jobs import actions, links
from jobs.enums import ApplicationState
from jobs.models import Application
from jobs.words import UNIT_WORDS, pay_text
from matching.queries import alternatives
from portal import slips
from portal.forms.apply import CannotComeForm, NoShowForm, WithdrawForm
from portal.where import stand_at
from reference.queries import calendar, local_rule

SAD = (
    ApplicationState.DECLINED,
    ApplicationState.CLOSED_SILENT,
    ApplicationState.CLOSED_FILLED,
    ApplicationState.WITHDRAWN,
)


def by_token(token) -> Application:
    rows = Application.objects.select_related("posting__employer", "posting__community", "resident")
    application = rows.filter(code=links.code_of("application", token) or "").first()
    if application is None:
        raise Missing("这个链接不对，可能少了一截。请点短信里原来的链接，或者打电话给社区。")
    return application


@public
@require_safe
def detail(request, token):
    application = by_token(token)
    posting = application.posting
    stand_at(request, posting.community)
    appointment = application.interviews.last()
    return render(
        request,
        "portal/application.html",
        {
            "application": application,
            "posting": posting,
            "token": token,
            "pay": pay_text(posting),
            "pay_unit": UNIT_WORDS[posting.pay_unit],
            "appointment": appointment if application.state == ApplicationState.INTERVIEW else None,
            "called_off": appointment if application.state == ApplicationState.SUBMITTED else None,
            "missed": appointment if application.state == ApplicationState.NO_SHOW else None,
            "clock": ReplyClocks().of(application),
            "steps": steps_of(application),
            "others": others(application) if application.state in SAD else [],
            "no_show_form": NoShowForm(),
        },
    )


def others(application):
    return [
        slips.slip(posting, url=f"/posting/{posting.code}/", apply_url=f"/posting/{posting.code}/apply/")
        for posting in alternatives(application.posting, resident=application.resident, top=3)
    ]


class ReplyClocks:
    """Segments of the promised working days for any number of applications; calendar and rules are read once."""

    def __init__(self):
        self.calendar = calendar()
        self.days: dict[int, int] = {}

    def promised(self, community) -> int:
        if community.pk not in self.days:
            self.days[community.pk] = local_rule(community, "reply_days")
        return self.days[community.pk]

    def of(self, application) -> dict | None:
        """Late segments are hatched. Only while an answer is awaited; counted back from the promised moment, which
        starts anew when the appointment is called off."""
        if application.state != ApplicationState.SUBMITTED:
            return None
        ends = self.ends(application.reply_due_at, self.promised(application.posting.community))
        moment = now()
        late = moment >= application.reply_due_at
        segments = [
            {
                "label": f"周{WEEKDAYS[localtime(end).weekday()]}",
                "state": "late" if late else "gone" if end <= moment else "",
            }
            for end in ends
        ]
        segments[-1]["label"] += f" {localtime(ends[-1]):%H:%M}"
        left = sum(end > moment for end in ends)
        title = "说好的日子过了，社区在催" if late else f"还有 {left} 个工作日"
        return {"title": title, "segments": segments, "late": late}

    def ends(self, due, days) -> list:
        ends, moment = [due], due
        while len(ends) < days:
            moment -= timedelta(days=1)
            if self.calendar.is_working_day(local_date(moment)):
                ends.insert(0, moment)
        return ends


def steps_of(application) -> list[dict]:
    """What happens on which day, silence included: past rows from the log, then what is still to come."""
    posting = application.posting
    steps = [
        {
            "when": f"{day(application.applied_at)} {localtime(application.applied_at):%H:%M}",
            "text": f"已经送到{posting.employer}",
            "state": "done",
        }
    ]
    for row in application.transitions.all():
        steps.append(
            {"when": f"{day(row.at)} {localtime(row.at):%H:%M}", "text": row_text(row, posting), "state": "done"}
        )
    if application.state == ApplicationState.SUBMITTED:
        late = now() >= application.reply_due_at
        due, close = localtime(application.reply_due_at), localtime(application.close_due_at)
        steps += [
            {
                "when": f"{day(due)} {due:%H:%M} 以前",
                "text": "单位答复您，打电话或发短信",
                "state": "late" if late else "now",
            },
            {"when": "还没答复", "text": "社区去催，您不用管", "state": "now" if late else ""},
            {"when": f"{day(close)} 还是没有", "text": "社区给您一句准话，再找几个别的", "state": ""},
        ]
    return steps


def row_text(row, posting) -> str:
    return {
        ApplicationState.INTERVIEW: "单位约您见面",
        ApplicationState.OFFERED: "单位录用了您",
        ApplicationState.STARTED: "到岗了，社区核实过",
        ApplicationState.DECLINED: "单位答复：这次没选上",
        ApplicationState.WITHDRAWN: "您撤回了",
        ApplicationState.NO_SHOW: "单位说您没去见面",
        ApplicationState.CLOSED_SILENT: f"{posting.employer}一直没答复，社区替您结束了",
        ApplicationState.CLOSED_FILLED: "这个活不再招人了",
        ApplicationState.SUBMITTED: "请单位另外约时间",
    }[ApplicationState(row.to_state)]


@public
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, token):
    application = by_token(token)
    stand_at(request, application.posting.community)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(by=None, application=application, why=form.cleaned_data["why"], via_link=True)
        return HttpResponseRedirect(links.application_path(application))
    return render(request, "portal/withdraw.html", {"application": application, "token": token, "form": form})


@public
@require_http_methods(["GET", "HEAD", "POST"])
def cannot_come(request, token):
    """One tap from the reminder; words are welcome, not demanded."""
    application = by_token(token)
    stand_at(request, application.posting.community)
    form = CannotComeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cannot_come(by=None, application=application, words=form.cleaned_data["words"], via_link=True)
        return HttpResponseRedirect(links.application_path(application))
    context = {"application": application, "token": token, "form": form, "appointment": application.interviews.last()}
    return render(request, "portal/cannot_come.html", context)


@public
@require_POST
def explain(request, token):
    application = by_token(token)
    try:
        actions.answer_no_show(by=None, application=application, words=request.POST.get("words", ""), via_link=True)
    except Plain as problem:
        if problem.status != 422:
            raise
    return HttpResponseRedirect(links.application_path(application))
