"""今日: a departures board. The lines never change place; each carries its next action."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import staff
from core.clock import now, today
from core.templatetags.plain import day, moment
from jobs.queries import chase_list, no_shows_to_hear, open_complaints, review_queue, starts_to_confirm


@staff("desk.open")
@require_safe
def home(request):
    lines = [line_of(request.user) for permission, line_of in LINES if request.user.can(permission)]
    return render(
        request,
        "desk/today.html",
        {"lines": lines, "today": today(), "section": "today", "busy": sum(line["count"] for line in lines)},
    )


def line(title, unit, rows, url, action, words, *, late="", soon=""):
    count = rows.count()
    return {
        "title": title,
        "unit": unit,
        "count": count,
        "url": url,
        "action": action,
        "text": words(rows[0]) if count else "没有要办的",
        "late": late if count else "",
        "soon": soon if count else "",
    }


def review_line(user):
    return line(
        "等您审的岗位", "个", review_queue(user), reverse("desk:review-list"), "开始审",
        lambda posting: f"先看 {posting.title} · {posting.employer}，{moment(posting.submitted_at)} 提交", soon="当天答复",
    )  # fmt: skip


def chase_line(user):
    def words(application):
        waited = (now() - application.applied_at).days
        return f"先催 {application.posting.employer} · {application.posting.title} · {application.ticket} 号等了 {waited} 天"

    return line(
        "单位超期未答", "份", chase_list(user), reverse("desk:chase-list"), "打电话催", words, late="超过说好的日子"
    )


def start_line(user):
    def words(application):
        return f"{application.posting.title} · {application.ticket} 号，说好 {day(application.start_reported_on)} 上班"

    return line("等核实到岗", "人", starts_to_confirm(user), reverse("desk:starts"), "核实到岗", words)


def complaint_line(user):
    def words(complaint):
        return f"{complaint.posting.title}：{complaint.get_kind_display()}，{moment(complaint.answer_due_at)} 前答复"

    return line("举报", "条", open_complaints(user), reverse("desk:complaints"), "处理", words, late="两个工作日内答复")


def no_show_line(user):
    def words(application):
        return f"{application.posting.employer}说 {application.ticket} 号没去，她说：{application.no_show_answer}"

    return line("失约要听两边", "件", no_shows_to_hear(user), reverse("desk:chase-list") + "#no-shows", "核对", words)


# What somebody may not open does not stand on the board; the order never changes.
LINES = (
    ("jobs.review", review_line),
    ("jobs.chase", chase_line),
    ("jobs.confirm_start", start_line),
    ("jobs.answer_complaint", complaint_line),
    ("jobs.chase", no_show_line),
)
