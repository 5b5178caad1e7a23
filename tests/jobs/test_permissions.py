"""Every action × everybody. One table without blanks: who is let in, and that the others change nothing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.errors import Refused
from jobs import actions
from jobs.models import Application, Complaint, Posting, PostingComment, PostingTransition
from tests.factories import jobs

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai"))

ROLES = (
    "nobody", "resident", "other resident", "boss", "other boss", "officer", "other officer", "supervisor", "collector", "admin",
)  # fmt: skip
# nobody (None) is also the office's own machine; it may finish what it imported and write down what was said on paper.
BOSS_AND_DESK = {"boss", "officer", "collector"}
REVIEWER = {"officer"}
STREET = {"officer", "supervisor"}
EMPLOYER_SIDE = {"boss", "officer", "supervisor"}
APPLICANT = {"resident"}


def may(office):
    """(action, who is let in, the call): `p(state)`, `a(state)` make what it is called on."""

    def p(state="published", **fields):
        return jobs.posting(office.here, of=office.firm, state=state, **fields)

    def a(state="submitted"):
        return jobs.application(p(), state=state, resident=office.wang)

    def past_meeting():
        application = a("interview")
        application.interviews.update(at=datetime(2026, 11, 19, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
        return application

    def paused():
        posting = p("published")
        actions.pause_posting(by=office.boss, posting=posting)
        return posting

    meeting = {"at": MONDAY, "where": "食堂", "ask_for": "陈师傅"}
    return {
        "create_posting": (BOSS_AND_DESK, lambda: (office.firm,), lambda by, firm: actions.create_posting(by=by, employer=firm, title="保安")),
        "edit_posting": (BOSS_AND_DESK, lambda: (p("draft"),), lambda by, x: actions.edit_posting(by=by, posting=x, version=1, title="保安")),
        "submit_posting": (BOSS_AND_DESK, lambda: (p("draft"),), lambda by, x: actions.submit_posting(by=by, posting=x)),
        "return_posting": (REVIEWER, lambda: (p("review"),), lambda by, x: actions.return_posting(by=by, posting=x, why="改")),
        "publish_posting": (REVIEWER, lambda: (p("review"),), lambda by, x: actions.publish_posting(by=by, posting=x)),
        "pause_posting": (BOSS_AND_DESK, lambda: (p(),), lambda by, x: actions.pause_posting(by=by, posting=x)),
        "resume_posting": ({"boss", "officer"}, lambda: (paused(),), lambda by, x: actions.resume_posting(by=by, posting=x)),
        "close_posting": (BOSS_AND_DESK, lambda: (p(),), lambda by, x: actions.close_posting(by=by, posting=x, reason="cancelled")),
        "close_posting for violation": (REVIEWER, lambda: (p(),), lambda by, x: actions.close_posting(by=by, posting=x, reason="violation")),
        "comment": (BOSS_AND_DESK, lambda: (p(),), lambda by, x: actions.comment(by=by, posting=x, text="好")),
        "apply as oneself": (
            {"nobody", "resident", "officer"}, lambda: (p(),),
            lambda by, x: actions.apply(
                by=by, posting=x, name="王秀英", phone="13800138000", resident=office.wang, consent_version="v"),
        ),
        "apply": (set(ROLES), lambda: (p(),), lambda by, x: actions.apply(by=by, posting=x, name="周敏", phone="13800138000", consent_version="v")),
        "join_resident": (
            {"officer"}, lambda: (jobs.application(p()),),
            lambda by, x: actions.join_resident(by=by, application=x, resident=office.wang)),
        "invite": (EMPLOYER_SIDE, lambda: (a(),), lambda by, x: actions.invite(by=by, application=x, **meeting)),
        "offer": (EMPLOYER_SIDE, lambda: (a(),), lambda by, x: actions.offer(by=by, application=x, start_on=TODAY)),
        "decline": (EMPLOYER_SIDE, lambda: (a(),), lambda by, x: actions.decline(by=by, application=x, reason="hours")),
        "say_filled": (EMPLOYER_SIDE, lambda: (a(),), lambda by, x: actions.say_filled(by=by, application=x)),
        "report_no_show": (EMPLOYER_SIDE, lambda: (past_meeting(),), lambda by, x: actions.report_no_show(by=by, application=x)),
        "report_start": (EMPLOYER_SIDE, lambda: (a("offered"),), lambda by, x: actions.report_start(by=by, application=x, on=TODAY)),
        "report_start herself": (
            APPLICANT, lambda: (a("offered"),),
            lambda by, x: actions.report_start(by=by, application=x, on=TODAY, side="resident")),
        "confirm_start": (REVIEWER, lambda: (a("offered"),), lambda by, x: actions.confirm_start(by=by, application=x, on=TODAY)),
        "cannot_come": (APPLICANT, lambda: (a("interview"),), lambda by, x: actions.cannot_come(by=by, application=x)),
        "withdraw": (APPLICANT, lambda: (a(),), lambda by, x: actions.withdraw(by=by, application=x)),
        "answer_no_show": (APPLICANT, lambda: (a("no_show"),), lambda by, x: actions.answer_no_show(by=by, application=x, words="去了")),
        "clear_no_show": (STREET, lambda: (a("no_show"),), lambda by, x: actions.clear_no_show(by=by, application=x, note="")),
        "chase": (STREET, lambda: (a(),), lambda by, x: actions.chase(by=by, application=x, note="打了")),
        "complain": (set(ROLES), lambda: (p(),), lambda by, x: actions.complain(by=by, posting=x, kind="fee")),
        "answer_complaint": (STREET, lambda: (jobs.complaint(p()),), lambda by, x: actions.answer_complaint(by=by, complaint=x, answer="好")),
    }  # fmt: skip


NAMES = (
    "create_posting", "edit_posting", "submit_posting", "return_posting", "publish_posting", "pause_posting", "resume_posting",
    "close_posting", "close_posting for violation", "comment", "apply as oneself", "apply", "join_resident", "invite", "offer", "decline",
    "say_filled", "report_no_show", "report_start", "report_start herself", "confirm_start", "cannot_come", "withdraw",
    "answer_no_show", "clear_no_show", "chase", "complain", "answer_complaint",
)  # fmt: skip
SWEEPS = {
    "chase_overdue", "close_silent_ones", "expire_postings", "pause_unverified", "remind_interviews", "warn_of_expiry",
}  # fmt: skip


def people(office):
    return {
        "nobody": None, "resident": office.wang.user, "other resident": office.stranger, "boss": office.boss,
        "other boss": office.other_boss, "officer": office.officer, "other officer": office.other_officer,
        "supervisor": office.supervisor, "collector": office.collector, "admin": office.admin,
    }  # fmt: skip


def snapshot():
    tables = (Posting, Application, Complaint, PostingComment, PostingTransition)
    return [list(model.objects.order_by("pk").values()) for model in tables]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", NAMES)
def test_the_right_people_and_nobody_else(office, name, role):
    from tests.factories import accounts, residents

    office.stranger = residents.resident(office.here, "周丽", user=accounts.user("周丽")).user
    allowed, make, call = may(office)[name]
    things = make()
    by = people(office)[role]
    if role in allowed:
        call(by, *things)
        return
    before = snapshot()
    with pytest.raises(Refused):
        call(by, *things)
    assert snapshot() == before


def test_the_table_names_every_action(office):
    assert set(may(office)) == set(NAMES)
    named = {name.split()[0] for name in NAMES}
    reads = {"findings_of"}
    assert named | SWEEPS | reads == set(actions.__all__)
