import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core import clock, tasks, work
from core.models import JobRun

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def jobs(monkeypatch) -> Iterator[dict]:
    """An empty registry."""
    registry: dict = {}
    monkeypatch.setattr(work, "REGISTRY", registry)
    return registry


@pytest.fixture
def calls(jobs) -> list:
    """The moments at which a daily job ran."""
    calls = []

    @work.periodic("test.daily", every=DAY)
    def daily(now):
        calls.append(now)
        return 3

    return calls


def test_ten_times_is_once(calls):
    outcomes = [work.run_due() for _ in range(10)]
    assert len(calls) == 1
    assert [o.done for o in outcomes[0]] == [3]
    assert outcomes[1:] == [[]] * 9
    run = JobRun.objects.get()
    assert run.done == 3
    assert run.finished_at >= run.started_at


def test_a_new_day_begins_at_local_midnight(calls, at):
    for moment in ("2026-11-20 00:00", "2026-11-20 07:59", "2026-11-20 23:59", "2026-11-21 00:00"):
        at(moment)
        work.run_due()
    assert [f"{clock.timezone.localtime(c):%d %H}" for c in calls] == ["20 00", "21 00"]


def test_three_days_off_are_caught_up_once(calls, at):
    at("2026-11-20 09:00")
    work.run_due()
    at("2026-11-23 17:30")
    for _ in range(5):
        work.run_due()
    assert len(calls) == 2


def test_the_clock_may_jump(calls, at):
    for moment in ("2026-11-20 09:00", "2026-11-20 08:00", "2026-11-21 09:00", "2026-11-20 09:30", "2026-11-21 09:01"):
        at(moment)
        work.run_due()
    assert len(calls) == 2


def test_minutes_and_weeks(jobs, at):
    ran = []
    work.periodic("test.minutely", every=timedelta(minutes=1))(lambda now: ran.append("m"))
    work.periodic("test.weekly", every=timedelta(weeks=1))(lambda now: ran.append("w"))
    # Sunday night, Monday, and the Sunday after
    for moment in ("2026-11-22 23:59:10", "2026-11-22 23:59:50", "2026-11-23 00:00:00", "2026-11-29 23:59:59"):
        at(moment)
        work.run_due()
    assert sorted(ran) == ["m", "m", "m", "w", "w"]


def test_one_that_fails_does_not_stop_the_others_and_is_tried_again(calls, at):
    tries = []

    @work.periodic("test.broken", every=DAY)
    def broken(now):
        tries.append(now)
        raise RuntimeError("planted")

    at("2026-11-20 09:00")
    assert {o.job: o.failed for o in work.run_due()} == {"test.broken": "RuntimeError", "test.daily": ""}
    at("2026-11-20 09:10")
    assert work.run_due() == []
    at("2026-11-20 09:16")
    work.run_due()
    assert (len(tries), len(calls)) == (2, 1)
    assert JobRun.objects.get(job="test.broken").finished_at is None


def test_a_process_that_died_is_replaced_when_its_lease_ends(calls, at):
    now = at("2026-11-20 09:00")
    JobRun.objects.create(job="test.daily", period=work.REGISTRY["test.daily"].period(now), started_at=now)
    at("2026-11-20 09:14")
    assert work.run_due() == []
    at("2026-11-20 09:15:01")
    assert [o.done for o in work.run_due()] == [3]
    assert JobRun.objects.get().finished_at


def test_a_long_run_is_not_overtaken_by_its_next_period(jobs, at):
    ran = []
    work.periodic("test.minutely", every=timedelta(minutes=1))(lambda now: ran.append(now))
    now = at("2026-11-20 09:00")
    JobRun.objects.create(job="test.minutely", period=now, started_at=now)
    at("2026-11-20 09:05")
    assert work.run_due() == []
    at("2026-11-20 09:16")
    assert len(work.run_due()) == 1


def test_a_lease_taken_by_a_clock_that_ran_ahead_holds_nothing_up(calls, at):
    now = at("2026-11-20 09:00")
    JobRun.objects.create(job="test.daily", period=now - DAY * 3, started_at=now + DAY)
    assert len(work.run_due()) == 1


def test_whoever_lost_its_lease_does_not_sign_off_the_other_run(calls, at):
    now = at("2026-11-20 09:00")
    job = work.REGISTRY["test.daily"]

    @work.periodic("test.slow", every=DAY)
    def slow(now):
        JobRun.objects.filter(job="test.slow").update(started_at=now + timedelta(minutes=20))
        return 1

    work.run_due()
    assert JobRun.objects.get(job="test.slow").finished_at is None
    assert JobRun.objects.get(job=job.name, period=job.period(now)).finished_at


def test_names_are_unique(calls):
    with pytest.raises(ValueError, match=r"test\.daily"):
        work.periodic("test.daily", every=DAY)(lambda now: 0)


def test_the_command_prints_one_document(calls):
    out = StringIO()
    call_command("work", json=True, stdout=out)
    ran = {entry["job"]: entry for entry in json.loads(out.getvalue())["ran"]}
    assert (ran["test.daily"]["done"], ran["test.daily"]["failed"]) == (3, "")
    again = StringIO()
    call_command("work", json=True, stdout=again)
    assert json.loads(again.getvalue()) == {"ran": []}


def test_the_command_fails_when_a_job_does(jobs):
    work.periodic("test.broken", every=DAY)(lambda now: 1 / 0)
    with pytest.raises(CommandError, match="1 job"):
        call_command("work", stdout=StringIO())


def test_every_apps_jobs_are_found():
    work.load()
    assert work.REGISTRY["core.forget_old_rows"].every == timedelta(hours=1)


def test_old_runs_are_forgotten_but_never_the_present_one(jobs, at):
    ran = []
    work.periodic("test.quarterly", every=timedelta(days=90))(lambda now: ran.append(now))
    work.periodic("test.daily", every=DAY)(lambda now: None)
    for moment in ("2026-02-16 09:00", "2026-05-10 09:00"):  # in one period of ninety days
        at(moment)
        work.run_due()
        tasks.forget_old_rows(clock.now())
    assert len(ran) == 1
    assert sorted(JobRun.objects.values_list("job", flat=True)) == ["test.daily", "test.quarterly"]
