"""Whatever people do in whatever order, as many places are taken as people have started, and never more than there are."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.clock import now, today
from core.errors import Plain
from jobs import actions
from jobs.models import Application, Posting
from tests.factories import jobs

pytestmark = pytest.mark.django_db

PEOPLE = 4
STEPS = (
    "apply", "invite", "cannot_come", "offer", "decline", "withdraw", "confirm_start", "say_filled", "no_show", "clear",
    "pause", "resume", "more_places", "publish", "close", "expire", "silence",
)  # fmt: skip


class World:
    """One posting and a handful of people; every step that is refused in plain words is simply not taken."""

    def __init__(self, office, headcount):
        self.office = office
        self.posting = jobs.posting(office.here, of=office.firm, headcount=headcount)

    def fresh(self):
        return Posting.objects.get(pk=self.posting.pk)

    def take(self, step, who):
        with suppress(Plain):
            getattr(self, step)(who)

    def name(self, who):
        return "甲乙丙丁"[who] + "某"

    def apply(self, who):
        phone = f"1390000000{who}"
        actions.apply(
            by=None, posting=self.fresh(), name=self.name(who), phone=phone, consent_version="v", verified=True
        )

    def on_application(self, who, act):
        rows = Application.objects.select_related("posting").filter(posting=self.posting, name=self.name(who))
        row = rows.order_by("-pk").first()
        if row is not None:
            act(row)

    def invite(self, who):
        meet = {"at": now() + timedelta(seconds=1), "where": "食堂", "ask_for": "陈师傅"}
        self.on_application(who, lambda row: actions.invite(by=self.office.boss, application=row, **meet))

    def cannot_come(self, who):
        self.on_application(who, lambda row: actions.cannot_come(by=None, application=row, via_link=True))

    def offer(self, who):
        self.on_application(who, lambda row: actions.offer(by=self.office.boss, application=row, start_on=today()))

    def decline(self, who):
        self.on_application(who, lambda row: actions.decline(by=self.office.boss, application=row, reason="hours"))

    def withdraw(self, who):
        self.on_application(who, lambda row: actions.withdraw(by=None, application=row, via_link=True))

    def confirm_start(self, who):
        self.on_application(who, lambda row: actions.confirm_start(by=self.office.officer, application=row, on=today()))

    def say_filled(self, who):
        self.on_application(who, lambda row: actions.say_filled(by=None, application=row, via_link=True))

    def no_show(self, who):
        def act(row):
            row.interviews.update(at=now() - timedelta(hours=1))
            actions.report_no_show(by=self.office.boss, application=row)

        self.on_application(who, act)

    def clear(self, who):
        self.on_application(who, lambda row: actions.clear_no_show(by=self.office.officer, application=row, note=""))

    def pause(self, who):
        actions.pause_posting(by=self.office.boss, posting=self.fresh())

    def resume(self, who):
        actions.resume_posting(by=self.office.boss, posting=self.fresh())

    def more_places(self, who):
        posting = self.fresh()
        actions.edit_posting(by=self.office.boss, posting=posting, version=posting.version, headcount=who + 1)

    def publish(self, who):
        actions.publish_posting(by=self.office.officer, posting=self.fresh(), warn_reason="看过")

    def close(self, who):
        if who == 0:
            actions.close_posting(by=self.office.boss, posting=self.fresh(), reason="cancelled")

    def expire(self, who):
        if who == 0:
            actions.expire_postings(now=now() + timedelta(days=40))

    def silence(self, who):
        if who == 0:
            actions.close_silent_ones(now=now() + timedelta(days=30))

    def check(self):
        posting = self.fresh()
        rows = list(posting.applications.all())
        started = sum(row.state == "started" for row in rows)
        assert posting.starts_confirmed == started <= posting.headcount
        for row in rows:
            assert sum(log.to_state == "started" for log in row.transitions.all()) == (row.state == "started")
            last = row.transitions.last()
            assert row.state == (last.to_state if last else "submitted")
        standing = [row.name for row in rows if row.state in ("submitted", "interview", "offered", "started")]
        assert len(standing) == len(set(standing)), "somebody stands twice on the list"
        if posting.places_left == 0:
            assert posting.state == "closed"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    headcount=st.integers(1, 3),
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, PEOPLE - 1)), min_size=4, max_size=24),
)
def test_places_taken_are_people_started(office, headcount, steps):
    world = World(office, headcount)
    for step, who in steps:
        world.take(step, who)
    world.check()


def test_the_world_can_start_somebody(office):
    """The walk above would prove nothing if every step were refused."""
    world = World(office, 1)
    for step in ("apply", "invite", "offer", "confirm_start"):
        world.take(step, 0)
    assert world.fresh().starts_confirmed == 1
    world.check()
