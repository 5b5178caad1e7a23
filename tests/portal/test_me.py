"""我的: what waits, in as many queries for five applications as for one."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs import actions
from portal.views.application import ReplyClocks
from tests import cast
from tests.factories import jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def wang(client):
    person = cast.resident_wang(cast.community())
    client.force_login(person.user, backend="accounts.backends.PhoneBackend")
    return person


def queries(client):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get("/me/").status_code == 200
    return len(seen)


def test_five_cost_what_one_costs(client, wang):
    jobs.application(jobs.posting(wang.community), resident=wang)
    client.get("/me/")
    one = queries(client)
    for _ in range(4):
        jobs.application(jobs.posting(wang.community), resident=wang)
    assert queries(client) == one


def test_the_clock_runs_over_working_days_and_starts_anew(wang):
    shanghai = timezone.get_default_timezone()
    with time_machine.travel(
        datetime(2026, 9, 17, 10, 0, tzinfo=shanghai), tick=False
    ):  # Thursday; Sunday 20 is worked
        application = actions.apply(
            by=wang.user, posting=jobs.posting(wang.community), resident=wang, name=wang.name, phone=wang.user.phone,
            consent_version="2026-11",
        )  # fmt: skip
        clock = ReplyClocks().of(application)
    assert [segment["label"][:2] for segment in clock["segments"]] == ["周五", "周日", "周一"]
    assert clock["title"] == "还有 3 个工作日"
    with time_machine.travel(datetime(2026, 9, 21, 9, 0, tzinfo=shanghai), tick=False):
        when = timezone.now() + timedelta(hours=5)
        actions.invite(by=None, application=application, at=when, where="食堂", ask_for="陈师傅", via_link=True)
        actions.cannot_come(by=wang.user, application=application)
        application.refresh_from_db()
        again = ReplyClocks().of(application)
    assert again["title"] == "还有 3 个工作日"
    assert [segment["label"][:2] for segment in again["segments"]] == ["周二", "周三", "周四"]
