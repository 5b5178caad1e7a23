"""Working days by the published calendar, and what happens by itself when they have passed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core import work
from jobs import actions, tasks
from jobs.models import Application, Interview
from notices.models import Notice
from tests.factories import jobs

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


def shanghai(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def told(template):
    return Notice.objects.filter(template=template).count()


@pytest.mark.parametrize(
    ("applied", "reply", "close"),
    [
        ("2026-11-20 14:20", "2026-11-25 14:20", "2026-12-04 14:20"),  # a Friday like any other
        # 20 September 2026 is a Sunday on which people work; the 25th to the 27th are off.
        ("2026-09-18 09:00", "2026-09-22 09:00", "2026-10-09 09:00"),
        ("2026-09-19 09:00", "2026-09-22 09:00", "2026-10-09 09:00"),  # a Saturday
        ("2026-09-30 16:00", "2026-10-10 16:00", "2026-10-20 16:00"),  # a week of holidays, then a working Saturday
        ("2026-11-21 23:30", "2026-11-25 23:30", "2026-12-04 23:30"),
    ],
)
def test_the_promise_is_made_in_working_days(office, at, applied, reply, close):
    at(applied)
    posting = jobs.posting(office.here, of=office.firm)
    application = actions.apply(by=None, posting=posting, name="王秀英", phone="13800138000", consent_version="2026-11")
    got = [moment.astimezone(SHANGHAI) for moment in (application.reply_due_at, application.close_due_at)]
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in got] == [reply, close]


@pytest.fixture
def waiting(office):
    return jobs.application(jobs.posting(office.here, of=office.firm), resident=office.wang)


def test_the_employer_is_reminded_once(waiting, at):
    assert actions.chase_overdue(now=at("2026-11-23 09:59")) == 0
    for minute in (1, 6, 11):
        actions.chase_overdue(now=at(f"2026-11-23 10:{minute:02}"))
    assert told("jobs.chase_employer") == 1
    assert Application.objects.get().state == "submitted"


def test_and_once_again_when_the_clock_has_started_again(office, waiting, at):
    actions.chase_overdue(now=at("2026-11-23 10:01"))
    actions.invite(by=office.boss, application=waiting, at=shanghai("2026-11-24 09:00"), where="食堂", ask_for="陈师傅")
    actions.cannot_come(by=office.wang.user, application=waiting)
    actions.chase_overdue(now=at("2026-11-27 10:01"))
    assert told("jobs.chase_employer") == 2


def test_silence_is_closed_with_a_sentence(waiting, at):
    assert actions.close_silent_ones(now=at("2026-11-30 09:59")) == 0
    assert actions.close_silent_ones(now=at("2026-11-30 10:01")) == 1
    assert actions.close_silent_ones(now=at("2026-11-30 10:06")) == 0
    row = Application.objects.get()
    assert (row.state, row.first_replied_at) == ("closed_silent", None)
    assert row.transitions.get().by_code == ""
    assert told("jobs.closed_silent") == 1


@pytest.mark.parametrize("state", ["interview", "offered", "started", "declined", "withdrawn", "no_show"])
def test_who_was_answered_is_neither_chased_nor_closed(office, at, state):
    jobs.application(jobs.posting(office.here, of=office.firm), state=state)
    moment = at("2026-12-30 10:00")
    assert (actions.chase_overdue(now=moment), actions.close_silent_ones(now=moment)) == (0, 0)


class TestReminders:
    @pytest.fixture
    def appointment(self, office):
        application = jobs.application(jobs.posting(office.here, of=office.firm), state="interview")
        application.interviews.update(at=shanghai("2026-11-24 09:30"))
        return application.interviews.get()

    @pytest.mark.parametrize(
        ("moment", "left"),
        [
            ("2026-11-22 19:00", 0),  # two evenings before
            ("2026-11-23 17:59", 0),
            ("2026-11-23 18:00", 1),
            ("2026-11-23 23:59", 1),
            ("2026-11-24 00:00", 0),
            ("2026-11-24 18:30", 0),
        ],
    )
    def test_the_evening_before_only(self, appointment, at, moment, left):
        actions.remind_interviews(now=at(moment))
        assert told("jobs.interview_reminder") == left

    def test_once_however_often_the_bell_rings(self, appointment, at):
        for minute in range(0, 60, 10):
            actions.remind_interviews(now=at(f"2026-11-23 18:{minute:02}"))
        assert told("jobs.interview_reminder") == 1

    def test_of_several_times_the_last(self, appointment, at):
        jobs.interview(appointment.application, at=shanghai("2026-11-25 09:30"))
        actions.remind_interviews(now=at("2026-11-23 18:10"))
        assert told("jobs.interview_reminder") == 0, "that time was moved"
        actions.remind_interviews(now=at("2026-11-24 18:10"))
        assert told("jobs.interview_reminder") == 1

    def test_not_who_cannot_come(self, appointment, at):
        Interview.objects.update(cannot_come_at=shanghai("2026-11-23 12:00"))
        actions.remind_interviews(now=at("2026-11-23 18:10"))
        assert told("jobs.interview_reminder") == 0

    def test_not_who_withdrew(self, appointment, at):
        Application.objects.update(state="withdrawn")
        actions.remind_interviews(now=at("2026-11-23 18:10"))
        assert told("jobs.interview_reminder") == 0


def test_the_employer_hears_before_the_last_day(office, at):
    jobs.posting(office.here, of=office.firm, days=5)
    actions.warn_of_expiry(now=at("2026-11-21 12:00"))
    assert told("jobs.posting_expiring") == 0
    for hour in (9, 10, 11):
        actions.warn_of_expiry(now=at(f"2026-11-22 {hour:02}:00"))
    assert told("jobs.posting_expiring") == 1


def test_one_bad_row_does_not_hold_up_the_rest(office, at, monkeypatch):
    posting = jobs.posting(office.here, of=office.firm)
    bad, good = jobs.application(posting), jobs.application(posting, name="李梅")
    real = actions.clock.tell_applicant

    def fails_for_one(application, *args, **kwargs):
        if application.pk == bad.pk:
            raise RuntimeError("the outbox does not take this one")
        return real(application, *args, **kwargs)

    monkeypatch.setattr(actions.clock, "tell_applicant", fails_for_one)
    with pytest.raises(RuntimeError):
        actions.close_silent_ones(now=at("2026-12-30 10:00"))
    states = {row.pk: row.state for row in Application.objects.all()}
    assert states == {bad.pk: "submitted", good.pk: "closed_silent"}


def test_every_sweep_is_a_periodic_job():
    work.load()
    names = {name for name in work.REGISTRY if name.startswith("jobs.")}
    assert names == {
        "jobs.expire_postings",
        "jobs.pause_unverified",
        "jobs.warn_of_expiry",
        "jobs.chase_overdue",
        "jobs.close_silent",
        "jobs.remind_interviews",
    }
    assert work.REGISTRY["jobs.expire_postings"].every <= timedelta(minutes=1)


@pytest.mark.parametrize(
    "sweep",
    [
        tasks.expire_postings,
        tasks.pause_unverified,
        tasks.warn_of_expiry,
        tasks.chase_overdue,
        tasks.close_silent,
        tasks.remind_interviews,
    ],
)
def test_ten_times_is_once(office, at, sweep):
    posting = jobs.posting(office.here, of=office.firm, days=2)
    jobs.application(posting)
    jobs.application(posting, state="interview", name="李梅").interviews.update(at=shanghai("2026-12-31 09:00"))
    moment = at("2026-12-30 19:00")
    sweep(moment)
    after = (Notice.objects.count(), [row.state for row in Application.objects.order_by("pk")])
    for _ in range(9):
        sweep(moment)
    assert (Notice.objects.count(), [row.state for row in Application.objects.order_by("pk")]) == after
