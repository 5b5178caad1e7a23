"""From 等答复 to 到岗 or 未成: what each side may say, what it does to the clock, and who is told."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.clock import now
from core.errors import Conflict, Invalid, Refused, WrongState
from core.models import AuditEntry
from jobs import actions
from jobs.models import Application, Posting
from notices.models import Notice
from tests.factories import jobs

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI)
HERE = {"where": "河滨路12号", "ask_for": "陈师傅"}


@pytest.fixture
def posting(office):
    return jobs.posting(office.here, of=office.firm)


@pytest.fixture
def application(office, posting):
    return jobs.application(posting, resident=office.wang)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def told(application):
    return list(Notice.objects.filter(about_code=application.code).order_by("pk").values_list("template", flat=True))


def done(application):
    rows = AuditEntry.objects.filter(model="jobs.Application", object_code=application.code).order_by("pk")
    return [row.action for row in rows]


def test_the_good_way(office, posting, application, at):
    actions.invite(by=office.boss, application=application, at=MONDAY, **HERE)
    at("2026-11-23 15:00")
    actions.offer(by=office.boss, application=application, start_on=date(2026, 11, 25))
    at("2026-11-25 09:00")
    actions.report_start(by=office.boss, application=application, on=date(2026, 11, 25))
    actions.confirm_start(by=office.officer, application=application, on=date(2026, 11, 25))
    assert [row.moved for row in application.transitions.all()] == ["invite", "offer", "confirm_start"]
    assert done(application) == ["jobs.invite", "jobs.offer", "jobs.report_start", "jobs.confirm_start"]
    assert told(application) == ["jobs.invited", "jobs.offered"]
    assert fresh(application).started_on == date(2026, 11, 25)
    assert fresh(posting).starts_confirmed == 1


class TestInvite:
    def test_by_the_link_without_a_name(self, application):
        actions.invite(by=None, application=application, at=MONDAY, via_link=True, **HERE)
        row = application.transitions.get()
        assert (row.by_code, row.note) == ("", "通过答复链接")
        assert now() - fresh(application).first_replied_at < timedelta(minutes=1)

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"at": datetime(2026, 11, 20, 9, 59, tzinfo=SHANGHAI)}, "at"),
            ({"where": " "}, "where"),
            ({"ask_for": ""}, "ask_for"),
        ],
    )
    def test_day_place_and_person(self, office, application, wrong, field):
        with pytest.raises(Invalid) as refusal:
            actions.invite(by=office.boss, application=application, **{"at": MONDAY, **HERE, **wrong})
        assert refusal.value.field == field
        assert fresh(application).state == "submitted"

    def test_a_new_time_is_a_new_row(self, office, application):
        first = actions.invite(by=office.boss, application=application, at=MONDAY, **HERE)
        second = actions.invite(by=office.boss, application=application, at=MONDAY + timedelta(days=1), **HERE)
        assert list(application.interviews.all()) == [first, second]
        assert told(application) == ["jobs.invited", "jobs.invited"]

    def test_the_first_answer_stops_the_clock_for_good(self, office, application, at):
        actions.invite(by=office.boss, application=application, at=MONDAY, **HERE)
        first = fresh(application).first_replied_at
        at("2026-11-23 15:00")
        actions.decline(by=office.boss, application=application, reason="hours")
        assert fresh(application).first_replied_at == first


class TestCannotCome:
    def test_the_clock_starts_again_and_the_promise_stays(self, office, application, at):
        promised = application.reply_due_at
        actions.invite(by=office.boss, application=application, at=MONDAY, **HERE)
        at("2026-11-22 20:00")  # a Sunday
        actions.cannot_come(by=office.wang.user, application=application, words="孩子发烧，周三可以")
        row = fresh(application)
        assert row.state == "submitted"
        assert row.reply_due_at == datetime(2026, 11, 25, 20, 0, tzinfo=SHANGHAI).replace(
            microsecond=row.reply_due_at.microsecond, second=row.reply_due_at.second
        )
        assert row.first_due_at == promised
        appointment = application.interviews.get()
        assert (appointment.cannot_come_words, appointment.cannot_come_at is None) == ("孩子发烧，周三可以", False)
        assert told(application)[-1] == "jobs.cannot_come"

    def test_twice_keeps_the_very_first_promise(self, office, application):
        promised = application.reply_due_at
        for day in (1, 2):
            actions.invite(by=office.boss, application=application, at=MONDAY + timedelta(days=day), **HERE)
            actions.cannot_come(by=office.wang.user, application=application)
        assert fresh(application).first_due_at == promised

    @pytest.mark.parametrize("state", ["submitted", "offered", "declined", "no_show"])
    def test_only_an_appointment_is_put_off(self, office, posting, state):
        other = jobs.application(posting, state=state, resident=office.li)
        with pytest.raises(WrongState):
            actions.cannot_come(by=None, application=other, via_link=True)


class TestDeclineAndOffer:
    @pytest.mark.parametrize("reason", ["", "too old", "sex"])
    def test_a_reason_about_the_job(self, office, application, reason):
        with pytest.raises(Invalid) as refusal:
            actions.decline(by=office.boss, application=application, reason=reason)
        assert refusal.value.field == "reason"

    def test_declined_with_a_sentence(self, office, application):
        actions.decline(by=office.boss, application=application, reason="certificate", words="健康证办好再来")
        row = fresh(application)
        assert (row.state, row.decline_reason, row.decline_words) == ("declined", "certificate", "健康证办好再来")
        assert told(application) == ["jobs.declined"]

    def test_an_offer_is_not_a_start(self, office, posting, application):
        actions.offer(by=office.boss, application=application, start_on=date(2026, 11, 20))
        assert fresh(posting).starts_confirmed == 0
        assert fresh(application).started_on is None

    def test_not_for_yesterday(self, office, application):
        with pytest.raises(Invalid):
            actions.offer(by=office.boss, application=application, start_on=date(2026, 11, 19))

    @pytest.mark.parametrize("state", ["submitted", "interview", "started", "withdrawn"])
    def test_a_start_is_reported_of_whom_they_took_on(self, office, posting, state):
        other = jobs.application(posting, state=state, resident=office.li)
        with pytest.raises(WrongState):
            actions.report_start(by=office.boss, application=other, on=date(2026, 11, 20))


class TestConfirmStart:
    def test_the_last_place_closes_the_posting(self, office):
        posting = jobs.posting(office.here, of=office.firm, headcount=1)
        hers = jobs.application(posting, state="offered", resident=office.wang)
        waits = jobs.application(posting, name="李梅")
        promised = jobs.application(posting, state="offered", name="邓敏")
        actions.confirm_start(by=office.officer, application=hers, on=date(2026, 11, 20))
        row = fresh(posting)
        assert (row.state, row.close_reason, row.places_left) == ("closed", "filled", 0)
        assert (fresh(waits).state, fresh(promised).state) == ("closed_filled", "offered")
        with pytest.raises(Conflict, match="已经满了"):
            actions.confirm_start(by=office.officer, application=promised, on=date(2026, 11, 20))
        assert fresh(promised).state == "offered"
        assert fresh(posting).starts_confirmed == 1

    @pytest.mark.parametrize("state", ["paused", "expired", "review"])
    def test_also_when_it_is_not_on_the_shelf(self, office, state):
        posting = jobs.posting(office.here, of=office.firm, headcount=1, state=state)
        hers = jobs.application(posting, state="offered")
        actions.confirm_start(by=office.officer, application=hers, on=date(2026, 11, 20))
        assert fresh(posting).state == "closed"

    def test_an_employer_who_had_closed_may_still_see_her_start(self, office, posting):
        hers = jobs.application(posting, state="offered")
        actions.close_posting(by=office.boss, posting=posting, reason="filled")
        actions.confirm_start(by=office.officer, application=hers, on=date(2026, 11, 20))
        assert fresh(posting).starts_confirmed == 1

    def test_nothing_is_counted_when_the_move_is_refused(self, office, posting, application):
        with pytest.raises(WrongState):
            actions.confirm_start(by=office.officer, application=application, on=date(2026, 11, 20))
        assert fresh(posting).starts_confirmed == 0

    @pytest.mark.parametrize("on", [date(2026, 11, 21), date(2026, 11, 19), date(2025, 11, 20)])
    def test_a_day_that_can_be_true(self, office, posting, on):
        hers = jobs.application(posting, state="offered")
        with pytest.raises(Invalid):
            actions.confirm_start(by=office.officer, application=hers, on=on)

    def test_once(self, office, posting):
        hers = jobs.application(posting, state="offered")
        stale = fresh(hers)
        actions.confirm_start(by=office.officer, application=hers, on=date(2026, 11, 20))
        with pytest.raises(WrongState):
            actions.confirm_start(by=office.officer, application=stale, on=date(2026, 11, 20))
        assert fresh(posting).starts_confirmed == 1


class TestNoShow:
    def test_not_before_the_time(self, office, posting):
        other = jobs.application(posting, state="interview")
        with pytest.raises(Refused, match="还没到"):
            actions.report_no_show(by=office.boss, application=other)

    @pytest.mark.parametrize("state", ["submitted", "offered", "declined"])
    def test_not_without_an_appointment(self, office, posting, state):
        with pytest.raises(WrongState):
            actions.report_no_show(by=office.boss, application=jobs.application(posting, state=state))

    def test_she_is_heard_before_anything_follows(self, office, application, at):
        actions.invite(by=office.boss, application=application, at=MONDAY, **HERE)
        at("2026-11-23 11:00")
        actions.report_no_show(by=office.boss, application=application)
        assert told(application)[-1] == "jobs.no_show"
        with pytest.raises(Invalid):
            actions.answer_no_show(by=office.wang.user, application=application, words="  ")
        actions.answer_no_show(by=office.wang.user, application=application, words="我去了，门口没人")
        promised = application.reply_due_at
        actions.clear_no_show(by=office.officer, application=application, note="保安也看见她了")
        row = fresh(application)
        assert (row.state, row.no_show_answer, row.first_due_at) == ("submitted", "我去了，门口没人", promised)
        assert row.reply_due_at > now()
        assert told(application)[-1] == "jobs.applied_employer", "the employer is asked again"
        assert [entry.moved for entry in row.transitions.all()] == ["invite", "report_no_show", "clear_no_show"]

    def test_she_has_applied_again_meanwhile(self, office, posting):
        other = jobs.application(posting, state="no_show", resident=office.wang)
        jobs.application(posting, resident=office.wang)
        with pytest.raises(Conflict, match="重新报"):
            actions.clear_no_show(by=office.officer, application=other, note="说清楚了")
        assert fresh(other).state == "no_show"

    def test_too_late_to_explain(self, office, posting):
        other = jobs.application(posting, state="no_show", resident=office.wang)
        stale = fresh(other)
        actions.clear_no_show(by=office.officer, application=other, note="说清楚了")
        with pytest.raises(WrongState):
            actions.answer_no_show(by=office.wang.user, application=stale, words="堵车")


class TestFilledAndWithdrawn:
    def test_everybody_is_told_the_same_day(self, office, posting, application):
        other = jobs.application(posting, name="李梅")
        actions.say_filled(by=None, application=application, via_link=True)
        assert fresh(posting).close_reason == "filled"
        for row in (application, other):
            assert (fresh(row).state, fresh(row).first_replied_at is None) == ("closed_filled", False)
            assert told(row) == ["jobs.closed_filled"]
        assert done(application)[0] == "jobs.say_filled"

    @pytest.mark.parametrize("state", ["declined", "withdrawn", "started", "no_show", "closed_silent"])
    def test_an_old_link_closes_no_posting(self, posting, state):
        old = jobs.application(posting, state=state)
        with pytest.raises(WrongState):
            actions.say_filled(by=None, application=old, via_link=True)
        assert fresh(posting).state == "published"

    def test_she_withdraws_and_may_come_back(self, office, posting, application):
        actions.withdraw(by=office.wang.user, application=application, why="找到别的了")
        assert application.transitions.get().note == "找到别的了"
        again = actions.apply(
            by=office.wang.user, posting=posting, name="王秀英", phone="13800138000", resident=office.wang,
            consent_version="2026-11",
        )  # fmt: skip
        assert again.pk != application.pk

    def test_the_answer_that_comes_too_late(self, office, application):
        stale = fresh(application)
        actions.withdraw(by=office.wang.user, application=application)
        with pytest.raises(WrongState):
            actions.offer(by=office.boss, application=stale, start_on=date(2026, 11, 25))
        assert Application.objects.get(pk=application.pk).state == "withdrawn"


class TestChase:
    def test_rung_and_written_down(self, office, application):
        actions.chase(by=office.officer, application=application, note="说明天答复")
        row = fresh(application)
        assert (row.chase_note, row.chased_by_code) == ("说明天答复", office.officer.code)
        assert done(application) == ["jobs.chase"]

    def test_not_who_has_answered(self, office, posting):
        with pytest.raises(WrongState):
            actions.chase(by=office.officer, application=jobs.application(posting, state="interview"), note="")


class TestComplaints:
    def test_without_an_account(self, posting):
        complaint = actions.complain(by=None, posting=posting, kind="fee", words="要交 200 元", phone="13800138000")
        assert complaint.answer_due_at.astimezone(SHANGHAI).date() == date(2026, 11, 24), "two working days"
        assert (complaint.state, complaint.phone) == ("open", "13800138000")

    @pytest.mark.parametrize(("said", "field"), [({"kind": "nonsense"}, "kind"), ({"phone": "12"}, "phone")])
    def test_what_cannot_be_taken(self, posting, said, field):
        with pytest.raises(Invalid) as refusal:
            actions.complain(by=None, posting=posting, **{"kind": "fee", **said})
        assert refusal.value.field == field

    def test_a_script_is_slowed_down_a_hall_is_not(self, posting, office):
        from core.errors import TooMany

        for _ in range(20):
            actions.complain(by=None, posting=posting, kind="fake", address="10.0.0.1")
        with pytest.raises(TooMany):
            actions.complain(by=None, posting=posting, kind="fake", address="10.0.0.1")
        actions.complain(by=None, posting=posting, kind="fake", address="10.0.0.2")
        actions.complain(by=None, posting=jobs.posting(office.here, of=office.firm), kind="fake", address="10.0.0.1")

    @pytest.mark.parametrize(
        ("then", "state", "reason"), [("", "published", ""), ("pause", "paused", ""), ("close", "closed", "violation")]
    )
    @pytest.mark.parametrize("who", ["officer", "supervisor"])
    def test_answered_and_acted_upon(self, office, posting, then, state, reason, who):
        complaint = jobs.complaint(posting, phone="13800138000")
        actions.answer_complaint(by=getattr(office, who), complaint=complaint, answer="去看过了", then=then)
        assert (fresh(posting).state, fresh(posting).close_reason) == (state, reason)
        row = complaint.transitions.get()
        assert (row.moved, row.by_code) == ("answer", getattr(office, who).code)
        assert told(complaint) == ["jobs.complaint_answered"]

    def test_once(self, office, posting):
        complaint = jobs.complaint(posting)
        stale = fresh(complaint)
        with pytest.raises(Invalid):
            actions.answer_complaint(by=office.officer, complaint=complaint, answer=" ")
        actions.answer_complaint(by=office.officer, complaint=complaint, answer="查过，没有收费")
        with pytest.raises(WrongState):
            actions.answer_complaint(by=office.officer, complaint=stale, answer="再答一次", then="close")
        assert fresh(posting).state == "published"
        assert Posting.objects.count() == 1
