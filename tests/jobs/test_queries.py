"""What lists show, and that their cost does not grow with their length."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.clock import now
from jobs import actions, queries
from jobs.models import Application, Posting
from jobs.queries import ReplyRecord, reply_records
from tests.factories import enterprises, jobs

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


def cost(read) -> int:
    with CaptureQueriesContext(connection) as seen:
        read()
    return len(seen)


def cards(postings):
    """What a card reads of each posting."""
    for row in postings:
        str(row.employer), str(row.community), str(row.district), getattr(row.place, "name", ""), str(row.occupation)


class TestLive:
    @pytest.mark.parametrize("state", ["draft", "review", "returned", "paused", "expired", "closed"])
    def test_only_what_is_published(self, office, state):
        jobs.posting(office.here, of=office.firm, state=state)
        assert not Posting.objects.live().exists()

    def test_with_a_place_and_a_day(self, office):
        good = jobs.posting(office.here, of=office.firm, days=0)
        jobs.posting(office.here, of=office.firm, days=-1)
        jobs.posting(office.here, of=office.firm, headcount=1, starts_confirmed=1)
        assert list(Posting.objects.live()) == [good]


class TestVisible:
    STATES = ("draft", "review", "returned", "published", "paused", "expired", "closed")

    @pytest.fixture(autouse=True)
    def postings(self, office):
        for state in self.STATES:
            jobs.posting(office.here, of=office.firm, state=state)

    def seen(self, user):
        return sorted(Posting.objects.visible_to(user).values_list("state", flat=True))

    @pytest.mark.parametrize("who", ["boss", "officer", "supervisor", "collector"])
    def test_all_of_ones_own(self, office, who):
        assert self.seen(getattr(office, who)) == sorted(self.STATES)

    @pytest.mark.parametrize("who", ["other_boss", "other_officer", "admin"])
    def test_of_others_what_everybody_sees(self, office, who):
        assert self.seen(getattr(office, who)) == ["published"]
        assert self.seen(office.wang.user) == ["published"]
        assert self.seen(AnonymousUser()) == ["published"]

    def test_who_left_the_firm(self, office):
        gone = enterprises.member(office.firm, to_on=datetime(2026, 11, 1).date())
        assert self.seen(gone) == ["published"]

    def test_two_roles_see_each_row_once(self, office):
        enterprises.member(office.firm, office.officer)
        assert self.seen(office.officer) == sorted(self.STATES)


class TestApplications:
    def test_who_sees_whom(self, office):
        mine = jobs.application(jobs.posting(office.here, of=office.firm), resident=office.wang)
        theirs = jobs.application(jobs.posting(office.there, of=office.other_firm), name="李梅")
        both = {mine.pk, theirs.pk}
        seen = {
            name: set(Application.objects.visible_to(user).values_list("pk", flat=True))
            for name, user in {
                "herself": office.wang.user, "boss": office.boss, "officer": office.officer, "other boss": office.other_boss,
                "other officer": office.other_officer, "supervisor": office.supervisor, "collector": office.collector,
                "admin": office.admin, "nobody": AnonymousUser(),
            }.items()
        }  # fmt: skip
        assert seen == {
            "herself": {mine.pk}, "boss": {mine.pk}, "officer": {mine.pk}, "other boss": both - {mine.pk},
            "other officer": both - {mine.pk}, "supervisor": {mine.pk}, "collector": set(), "admin": set(), "nobody": set(),
        }  # fmt: skip

    def test_chase_list_longest_wait_first(self, office, at):
        posting = jobs.posting(office.here, of=office.firm)
        moment = now()
        second = jobs.application(posting, name="李梅", reply_due_at=moment - timedelta(hours=1))
        first = jobs.application(posting, name="邓敏", reply_due_at=moment - timedelta(hours=5))
        jobs.application(posting, name="周丽", reply_due_at=moment + timedelta(hours=1))
        jobs.application(posting, name="何芳", state="interview", reply_due_at=moment - timedelta(hours=9))
        rows = list(queries.chase_list(office.officer))
        assert rows == [first, second]
        assert rows[0].late_by >= timedelta(hours=5)
        assert not queries.chase_list(office.other_officer).exists()

    def test_starts_and_no_shows(self, office):
        posting = jobs.posting(office.here, of=office.firm)
        hired = jobs.application(posting, state="offered")
        jobs.application(posting, state="no_show", name="李梅")
        heard = jobs.application(
            posting, state="no_show", name="邓敏", no_show_answer="我去了", no_show_answered_at=now()
        )
        assert list(queries.starts_to_confirm(office.officer)) == [hired]
        assert list(queries.no_shows_to_hear(office.officer)) == [heard]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("保安", True),
        ("门卫", True),
        ("食堂", False),
        ("巡逻", True),
        ("梧桐物业", True),
        ("%", False),
        ("_", False),
        ("焊", False),
    ],
)
def test_search_by_title_alias_text_and_firm(office, text, found):
    jobs.posting(office.there, of=office.other_firm, title="小区保安", duties="巡逻、登记来客。", requirements="")
    assert queries.search(Posting.objects.live(), text).exists() is found


class TestCostsTheSame:
    @pytest.fixture
    def grow(self, office):
        def one():
            posting = jobs.posting(office.here, of=office.firm, place=office.here.places.first())
            review = jobs.posting(office.here, of=office.firm, state="review")
            jobs.application(posting, state="interview", resident=office.wang)
            jobs.application(posting, name="李梅", reply_due_at=now() - timedelta(hours=1))
            jobs.application(posting, name="邓敏", state="offered")
            jobs.complaint(review)

        return one

    @pytest.mark.parametrize(
        "read",
        [
            lambda office: [row.posting.employer.contact_phone for row in queries.chase_list(office.officer)],
            lambda office: [(row.posting.employer.name, row.name) for row in queries.starts_to_confirm(office.officer)],
            lambda office: [row.posting.employer.name for row in queries.open_complaints(office.officer)],
            lambda office: cards(Posting.objects.live().for_card()),
            lambda office: cards(queries.search(Posting.objects.live().for_card(), "食堂")),
            lambda office: [
                (row.waiting, row.applied, getattr(row.place, "name", "")) for row in queries.postings_of(office.firm)
            ],
            lambda office: [
                (list(row.employer.verifications.all()), list(row.comments.all()))
                for row in queries.review_queue(office.officer)
            ],
            lambda office: [
                (row.posting.employer.name, row.posting.place.name, list(row.interviews.all()))
                for row in queries.applications_of(office.wang)
            ],
            lambda office: reply_records([office.firm.pk, office.other_firm.pk]),
        ],
        ids=["chase", "starts", "complaints", "live", "search", "own", "review", "hers", "records"],
    )
    def test_one_row_and_three(self, office, grow, read):
        grow()
        one = cost(lambda: read(office))
        grow()
        grow()
        assert cost(lambda: read(office)) == one


class TestReplyRecord:
    """Ninety days of one employer, counted once by the query and once by hand from the rows."""

    def by_hand(self, employer) -> ReplyRecord:
        moment, applied, in_time, waiting = now(), 0, 0, 0
        for row in Application.objects.filter(posting__employer=employer):
            promised = row.first_due_at or row.reply_due_at
            if row.applied_at < moment - timedelta(days=90):
                continue
            left = [log.at for log in row.transitions.all() if log.to_state == "withdrawn"]
            if row.first_replied_at is None and left and left[0] <= promised:
                continue
            applied += 1
            in_time += row.first_replied_at is not None and row.first_replied_at <= promised
            waiting += row.first_replied_at is None and promised >= moment
        return ReplyRecord(applied, in_time, waiting)

    def test_of_a_mixed_quarter(self, office, at):
        posting = jobs.posting(office.here, of=office.firm, days=90, headcount=5)
        met = {"at": datetime(2026, 12, 30, 9, tzinfo=SHANGHAI), "where": "食堂", "ask_for": "陈师傅"}

        def apply(number):
            return actions.apply(
                by=None, posting=posting, name="李梅", phone=f"1390000{number:04d}", consent_version="2026-11"
            )

        jobs.application(posting, name="很久以前", applied_at=now() - timedelta(days=100), state="declined")
        in_time, late, put_off, gone_early, gone_late, silent = [apply(number) for number in range(6)]
        at("2026-11-23 10:00")
        actions.invite(by=office.boss, application=in_time, **met)
        actions.withdraw(by=None, application=gone_early, via_link=True)
        at("2026-11-27 10:00")  # the promise was Wednesday, 25 November
        actions.decline(by=office.boss, application=late, reason="skill")
        actions.invite(by=office.boss, application=put_off, **met)
        actions.cannot_come(by=None, application=put_off, via_link=True)
        actions.withdraw(by=None, application=gone_late, via_link=True)
        actions.close_silent_ones(now=at("2026-12-10 10:00"))
        assert Application.objects.get(pk=silent.pk).state == "closed_silent"
        apply(7)
        record = reply_records([office.firm.pk])[office.firm.pk]
        assert record == self.by_hand(office.firm)
        # late: the two answered after the day (one of them started the clock anew), who gave up waiting, the silent one
        assert (record.applied, record.in_time, record.waiting, record.late) == (6, 1, 1, 4)

    def test_saying_nobody_is_sought_any_more_is_an_answer(self, office):
        posting = jobs.posting(office.here, of=office.firm)
        jobs.application(posting)
        jobs.application(posting, name="李梅")
        actions.close_posting(by=office.boss, posting=posting, reason="cancelled")
        assert reply_records([office.firm.pk])[office.firm.pk] == ReplyRecord(2, 2, 0)

    def test_being_taken_down_is_none(self, office, at):
        posting = jobs.posting(office.here, of=office.firm)
        jobs.application(posting)
        actions.close_posting(by=office.officer, posting=posting, reason="violation")
        at("2026-11-30 10:00")
        assert reply_records([office.firm.pk])[office.firm.pk].late == 1

    def test_nobody_has_applied(self, office):
        assert reply_records([office.firm.pk]) == {}
