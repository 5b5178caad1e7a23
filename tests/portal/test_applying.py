"""A passer-by on a phone: shelf, posting, 我想去, what became of it; and the employer's two taps."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from core.clock import now
from jobs.links import application_path, reply_url
from jobs.models import Application, Complaint, Posting
from tests.factories import jobs, reference
from tests.portal.pages import HOSTILE, browser, queries, raw_markup, send, words

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
HER = {"name": "王秀英", "phone": "13800138000"}


@pytest.fixture
def posting(office):
    return jobs.posting(office.here, of=office.firm, place=office.here.places.get(name="桐花菜市场"))


def apply_path(posting):
    return reverse("portal:apply", args=[posting.code])


def reply_path(application):
    return "/" + reply_url(application).split("/", 3)[3]


class TestShelf:
    def test_without_a_cookie_it_shows_what_is_live_and_what_it_pays(self, office, posting):
        jobs.posting(office.here, of=office.firm, title="看不见的岗位", state="paused")
        text = words(browser().get("/"))
        assert "食堂帮厨" in text
        assert "2,800" in text
        assert "元/月" in text
        assert "看不见的岗位" not in text

    def test_a_door_shows_three_near_it(self, office, posting):
        for number in range(4):
            jobs.posting(office.here, of=office.firm, title=f"第{number}个岗位", place=posting.place)
        door = reference.building(office.here, "12栋")
        client = browser()
        assert client.get(reverse("portal:door", args=[door.code]))["Location"] == "/"
        page = client.get("/")
        assert page.content.decode().count('class="slip') - page.content.decode().count('class="slips') in (3, 4)
        assert "12" in words(page)

    @pytest.mark.parametrize(("asked", "found"), [("帮厨", True), ("洗菜", True), ("焊工", False), ("和顺", True)])
    def test_searched_in_two_characters(self, posting, asked, found):
        assert ("食堂帮厨" in words(browser().get("/", {"q": asked}))) is found

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_a_hostile_search(self, posting, hostile):
        for path in ("/", "/why/"):
            page = browser().get(path, {"q": hostile, "kind": hostile, "page": hostile, "care": hostile, "set": "1"})
            assert page.status_code == 200
            assert not raw_markup(page)

    def test_as_many_queries_for_three_as_for_one(self, office, posting):
        client = browser(office.wang.user)
        queries(client, "/")
        one = len(queries(client, "/"))
        for number in range(2):
            jobs.posting(office.here, of=office.firm, title=f"第{number}个岗位", place=posting.place)
        assert len(queries(client, "/")) == one

    def test_ordered_by_date_nothing_of_her_is_read(self, office, posting):
        client = browser(office.wang.user)
        send(client, reverse("portal:personalisation"), order="new")
        office.wang.refresh_from_db()
        assert not office.wang.personalised
        asked = queries(client, "/")
        for table in ("jobwish", "residentskill", "residentcertificate", "workexperience", "hardship"):
            assert not [sql for sql in asked if table in sql.lower()], table
        assert "食堂帮厨" in words(client.get("/"))


def test_a_character_no_database_takes(posting):
    """NUL is left out of everything before a page sees it."""
    assert "食堂帮厨" in words(browser().get("/", {"q": "帮\x00厨"}))
    for path, form in ((apply_path(posting), {**HER, "name": "王\x00"}), ("/sign-in/", {"phone": "138\x00"})):
        assert send(browser(), path, **form).status_code == 422


class TestPosting:
    def test_facts_and_the_record_of_the_firm(self, posting):
        text = words(browser().get(reverse("portal:posting", args=[posting.code])))
        for part in ("食堂帮厨", "2,800", "8:30", "桐花菜市场", "和顺快餐店"):
            assert part in text

    def test_its_telephone_is_shown_only_when_it_agreed(self, office, posting):
        path = reverse("portal:posting", args=[posting.code])
        posting.contact_phone = "13900139000"
        posting.save()
        assert "13900139000" not in browser().get(path).content.decode()
        posting.contact_public = True
        posting.save()
        assert "13900139000" in browser().get(path).content.decode()

    def test_printed_with_a_code(self, posting):
        page = browser().get(reverse("portal:posting-print", args=[posting.code]))
        assert "<svg" in page.content.decode()

    def test_what_is_over_is_not_there(self, office):
        for state in ("closed", "expired", "paused"):
            gone = jobs.posting(office.here, of=office.firm, state=state)
            for name in ("posting", "posting-print", "apply", "report"):
                assert browser().get(reverse(f"portal:{name}", args=[gone.code])).status_code == 404


class TestApply:
    def test_three_taps(self, posting):
        client = browser()
        assert client.get(apply_path(posting)).status_code == 200
        answer = send(client, apply_path(posting), **HER)
        application = Application.objects.get()
        assert answer["Location"] == application_path(application)
        text = words(client.get(answer["Location"]))
        assert application.ticket in text
        assert "撤回" in text

    def test_signed_in_it_is_one(self, office, posting):
        client = browser(office.wang.user)
        answer = send(client, apply_path(posting))
        assert answer.status_code == 302
        application = Application.objects.get()
        assert application.resident == office.wang
        assert application.phone_verified_at is not None

    @pytest.mark.parametrize(
        "wrong", [{"name": ""}, {"name": "王1"}, {"phone": "138"}, {"phone": ""}, {"name": "", "phone": "1.38E+10"}]
    )
    def test_a_mistake_keeps_what_was_typed(self, posting, wrong):
        page = send(browser(), apply_path(posting), **{**HER, **wrong})
        assert page.status_code == 422
        for typed in {**HER, **wrong}.values():
            assert typed in page.content.decode()
        assert "field__error" in page.content.decode()
        assert not Application.objects.exists()

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, posting, hostile):
        for field in HER:
            page = send(browser(), apply_path(posting), **{**HER, field: hostile})
            assert page.status_code in (422, 302)
            assert not raw_markup(page)

    def test_it_closed_while_she_read_it(self, office, posting):
        Posting.objects.filter(pk=posting.pk).update(starts_confirmed=2)
        page = send(browser(), apply_path(posting), **HER)
        assert page.status_code == 403
        assert "已经不招了" in words(page)

    def test_too_many_for_one_number(self, office):
        for _ in range(5):
            send(browser(), apply_path(jobs.posting(office.here, of=office.firm)), **HER)
        page = send(browser(), apply_path(jobs.posting(office.here, of=office.firm)), **HER)
        assert page.status_code == 429
        assert "等" in words(page)


class TestHerPage:
    @pytest.mark.parametrize(
        "state",
        [
            "submitted",
            "interview",
            "offered",
            "started",
            "declined",
            "withdrawn",
            "no_show",
            "closed_silent",
            "closed_filled",
        ],
    )
    def test_every_state_says_what_is_and_what_next(self, office, posting, state):
        application = jobs.application(posting, state=state, resident=office.wang)
        page = browser().get(application_path(application))
        assert page.status_code == 200
        assert application.phone not in page.content.decode(), "the link may be read over her shoulder"

    def test_withdraw(self, posting):
        application = jobs.application(posting)
        path = application_path(application) + "withdraw/"
        assert browser().get(path).status_code == 200
        assert send(browser(), path, why="找到了").status_code == 302
        assert Application.objects.get().state == "withdrawn"
        assert send(browser(), path, why="").status_code == 409

    def test_cannot_come(self, posting):
        application = jobs.application(posting, state="interview")
        path = application_path(application) + "cannot-come/"
        assert browser().get(path).status_code == 200
        assert send(browser(), path, words="孩子发烧").status_code == 302
        assert Application.objects.get().interviews.get().cannot_come_words == "孩子发烧"

    def test_explain(self, posting):
        application = jobs.application(posting, state="no_show")
        send(browser(), application_path(application) + "explain/", words="我去了，没人")
        assert "我去了，没人" in words(browser().get(application_path(application)))

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, posting, hostile):
        application = jobs.application(
            posting, state="no_show", no_show_answer=hostile[:300], no_show_answered_at=now(), facts=[hostile]
        )
        jobs.interview(application, at=now() - timedelta(hours=1), where=hostile[:120], ask_for=hostile[:50])
        assert not raw_markup(browser().get(application_path(application)))
        invited = jobs.application(posting, state="interview", name="李梅")
        for last in ("withdraw/", "cannot-come/"):
            page = send(browser(), application_path(invited) + last, why=hostile, words=hostile)
            assert page.status_code in (200, 302, 409, 422)


class TestReply:
    def test_two_taps(self, posting):
        application = jobs.application(posting, facts=["会切菜"])
        page = browser().get(reply_path(application))
        assert page.status_code == 200
        text = words(page)
        assert "会切菜" in text
        assert "姓王" in text
        assert "王秀英" not in text
        assert application.phone not in page.content.decode()

    def test_other_time_place_and_person(self, posting):
        application = jobs.application(posting)
        invite = {"other_at": "2026-11-24T09:30", "where": "食堂后门", "ask_for": "陈师傅"}
        page = browser().get(reply_path(application)).content.decode()
        answer = "other" if 'value="other"' in page else "invite"
        send(browser(), reply_path(application), answer=answer, **invite)
        row = Application.objects.get()
        assert row.state == "interview"
        appointment = row.interviews.get()
        assert appointment.at == datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI)
        shown = words(browser().get(reply_path(application)))
        assert "王秀英" in shown
        assert row.phone[-4:] in shown.replace(" ", "")

    def test_nothing_chosen(self, posting):
        application = jobs.application(posting)
        page = send(browser(), reply_path(application), words="再看看")
        assert page.status_code == 422
        assert "再看看" in page.content.decode()
        assert Application.objects.get().state == "submitted"

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, posting, hostile):
        application = jobs.application(posting, facts=[hostile])
        fields = ("answer", "slot", "other_at", "where", "ask_for", "start_on", "reason", "words")
        page = send(browser(), reply_path(application), **dict.fromkeys(fields, hostile))
        assert page.status_code == 422
        assert not raw_markup(page)


class TestReport:
    def test_without_an_account(self, posting):
        answer = send(
            browser(), reverse("portal:report", args=[posting.code]), kind="fee", words="要交 200 元", phone=""
        )
        complaint = Complaint.objects.get()
        assert answer["Location"] == reverse("portal:report-status", args=[complaint.code])
        assert "11月24日" in words(browser().get(answer["Location"])), "two working days from Friday"

    @pytest.mark.parametrize("wrong", [{"kind": ""}, {"kind": "nonsense"}, {"phone": "12"}])
    def test_a_mistake_keeps_what_was_typed(self, posting, wrong):
        said = {"kind": "fee", "words": "要交 200 元", "phone": "", **wrong}
        page = send(browser(), reverse("portal:report", args=[posting.code]), **said)
        assert page.status_code == 422
        assert "要交 200 元" in page.content.decode()

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, posting, hostile):
        page = send(browser(), reverse("portal:report", args=[posting.code]), kind="fee", words=hostile, phone=hostile)
        assert page.status_code == (422 if hostile.strip() else 302)
        assert not raw_markup(page)
