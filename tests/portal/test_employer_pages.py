"""An employer's pages: join, write, be stopped by the check, mend with one click, hand in, see who comes."""

import pytest
from django.urls import reverse

from enterprises.models import Employer
from jobs import actions
from jobs.models import Posting
from tests import cast
from tests.factories import accounts, enterprises, jobs
from tests.portal.pages import HOSTILE, browser, queries, raw_markup, send, words

pytestmark = pytest.mark.django_db
WRITTEN = {
    "title": "食堂帮厨", "employment_type": "FULL_TIME", "headcount": "2", "duties": "洗菜切菜", "requirements": "手脚勤快",
    "pay_min": "2800", "pay_max": "3200", "pay_unit": "month", "shift": "day", "starts_at_time": "08:30",
    "ends_at_time": "16:00", "days_per_week": "5", "address": "桐花菜市场旁", "contact_name": "陈师傅",
    "contact_phone": "138 0013 8000", "valid_until": "2026-12-20",
}  # fmt: skip
FIRM = {
    "kind": "individual", "name": "九龙坡区阿珍小吃店", "credit_code": "92510802MA62TE3L7K", "address": "桐花菜市场旁",
    "contact_name": "阿珍", "contact_phone": "023-68123456", "about": "早点",
}  # fmt: skip


def page_of(name, *args):
    return reverse(f"portal:{name}", args=args)


class TestJoin:
    @pytest.fixture
    def client(self, office):
        client = browser(accounts.user("阿珍"))
        client.cookies["community"] = office.here.code
        return client

    def test_a_shop(self, office, client):
        assert client.get(page_of("employer-join")).status_code == 200
        assert send(client, page_of("employer-join"), **FIRM)["Location"] == page_of("employer")
        firm = Employer.objects.get(name=FIRM["name"])
        assert (firm.community, firm.kind) == (office.here, "individual")
        assert "阿珍小吃店" in words(client.get(page_of("employer")))

    @pytest.mark.parametrize(
        "wrong",
        [
            {"credit_code": "92510802MA62TE3L7S"}, {"credit_code": ""}, {"name": ""}, {"contact_phone": "12"},
            {"credit_code": cast.CREDIT_CODE_SHOP},
        ],
    )  # fmt: skip
    def test_a_mistake_keeps_what_was_typed(self, client, wrong):
        page = send(client, page_of("employer-join"), **{**FIRM, **wrong})
        assert page.status_code == 422
        assert "早点" in page.content.decode()
        assert not Employer.objects.filter(name="九龙坡区阿珍小吃店").exists()

    def test_the_letter_o_is_not_silently_a_nought(self, client):
        page = send(client, page_of("employer-join"), **{**FIRM, "credit_code": "925108O2MA62TE3L7K"})
        assert page.status_code == 422
        assert "92510802MA62TE3L7K" in words(page), "a proposal, not a change"

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, client, hostile):
        for field in FIRM:
            page = send(client, page_of("employer-join"), **{**FIRM, field: hostile})
            assert page.status_code in (302, 422)
            assert not raw_markup(page)
            Employer.objects.filter(credit_code=FIRM["credit_code"]).delete()


class TestWrite:
    @pytest.fixture
    def client(self, office):
        return browser(office.boss)

    def write(self, client, office, **changes):
        return send(client, page_of("employer-posting-new", office.firm.code), **{**WRITTEN, **changes})

    def test_from_the_form_to_the_queue(self, office, client):
        answer = self.write(client, office)
        posting = Posting.objects.get()
        assert answer["Location"] == page_of("employer-posting-check", posting.code)
        assert (posting.contact_phone, posting.state) == ("13800138000", "draft")
        assert "桐花菜市场" in str(posting.place)
        assert send(client, answer["Location"])["Location"] == page_of("employer-posting", posting.code)
        posting.refresh_from_db()
        assert posting.state == "review"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"title": ""}, {"pay_max": "2000"}, {"contact_phone": "12"}, {"headcount": "0"}, {"headcount": "-1"},
            {"pay_min": "面议"}, {"pay_min": "NaN"}, {"pay_min": "1e400"}, {"headcount": "99999999999"},
            {"valid_until": "2026-13-01"}, {"title": "字" * 41}, {"employment_type": "NONSENSE"}, {"pay_unit": "year"},
            {"days_per_week": "99"}, {"lifting_kg": "99999999"}, {"hours_per_day": "1e9"},
        ],
    )  # fmt: skip
    def test_a_mistake_keeps_what_was_typed(self, office, client, wrong):
        page = self.write(client, office, **wrong)
        assert page.status_code == 422
        assert "手脚勤快" in page.content.decode()
        assert not Posting.objects.exists()

    def test_stopped_and_mended_with_one_click_each(self, office, client):
        answer = self.write(client, office, requirements="招男保安,本地户口优先", title="保安")
        text = words(client.get(answer["Location"]))
        assert "本地户口优先" in text
        assert send(client, answer["Location"]).status_code == 422, "it cannot be handed in like this"
        posting = Posting.objects.get()
        for _ in range(5):
            findings = [f for f in actions.findings_of(posting) if f.blocks and f.replaces]
            if not findings:
                break
            number = actions.findings_of(posting).index(findings[0]) + 1
            choice = f"{number}:{findings[0].field}:{findings[0].start}"
            assert send(client, answer["Location"], swap=choice).status_code == 302
            posting = Posting.objects.get()
        assert send(client, answer["Location"]).status_code == 302
        posting.refresh_from_db()
        assert posting.state == "review"
        assert posting.versions.count() >= 3, "every replacement is a version"

    def test_a_click_on_an_old_page(self, office, client):
        answer = self.write(client, office, requirements="限女性")
        assert send(client, answer["Location"], swap="9:requirements:0").status_code == 409

    def test_two_editors(self, office, client):
        posting = jobs.posting(office.here, of=office.firm, state="draft")
        path = page_of("employer-posting-edit", posting.code)
        assert client.get(path).status_code == 200
        actions.edit_posting(by=office.officer, posting=posting, version=1, duties="洗碗")
        page = send(client, path, **{**WRITTEN, "version": "1", "duties": "切菜"})
        assert page.status_code == 422
        assert "刚被别人改过" in words(page)
        assert "切菜" in page.content.decode(), "what she typed is still there"
        assert Posting.objects.get().duties == "洗碗"
        assert 'name="version" value="2"' in page.content.decode().replace("  ", " ")

    def test_fewer_places_than_people_who_started(self, office, client):
        posting = jobs.posting(office.here, of=office.firm, headcount=3, starts_confirmed=2)
        page = send(
            client, page_of("employer-posting-edit", posting.code), **{**WRITTEN, "version": "1", "headcount": "1"}
        )
        assert page.status_code == 422
        assert "已经有 2 人到岗" in words(page)
        assert "手脚勤快" in page.content.decode()

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, office, client, hostile):
        texts = ("title", "duties", "requirements", "pay_note", "insurance_note", "address", "contact_name")
        page = self.write(client, office, **dict.fromkeys(texts, hostile[:40]))
        assert page.status_code in (302, 422)
        assert not raw_markup(page)
        for posting in Posting.objects.all():
            for name in ("employer-posting-check", "employer-posting-edit", "employer-posting"):
                assert not raw_markup(client.get(page_of(name, posting.code))), name
        page = self.write(client, office, **dict.fromkeys(WRITTEN, hostile))
        assert page.status_code == 422
        assert not raw_markup(page)


class TestManage:
    @pytest.fixture
    def posting(self, office):
        return jobs.posting(office.here, of=office.firm)

    def test_who_applied_without_names(self, office, posting):
        application = jobs.application(posting, facts=["会切菜"])
        text = words(browser(office.boss).get(page_of("employer-posting", posting.code)))
        assert application.ticket in text
        assert "会切菜" in text
        assert "王秀英" not in text

    @pytest.mark.parametrize(
        ("move", "form", "state"),
        [
            ("pause", {}, "paused"),
            ("close", {"reason": "filled"}, "closed"),
            ("close", {"reason": "cancelled"}, "closed"),
            ("comment", {"text": "明天送锅"}, "published"),
        ],
    )
    def test_one_button_each(self, office, posting, move, form, state):
        client = browser(office.boss)
        path = page_of("employer-posting-move", posting.code, move)
        assert send(client, path, **form)["Location"] == page_of("employer-posting", posting.code)
        posting.refresh_from_db()
        assert posting.state == state
        assert client.get(page_of("employer-posting", posting.code)).status_code == 200

    @pytest.mark.parametrize(("form", "status"), [({"reason": "violation"}, 403), ({"reason": "x" * 99}, 422)])
    def test_reasons_that_are_not_the_employers(self, office, posting, form, status):
        page = send(browser(office.boss), page_of("employer-posting-move", posting.code, "close"), **form)
        assert page.status_code == status

    @pytest.mark.parametrize("name", ["employer", "employer-posting"])
    def test_as_many_queries_for_three_as_for_one(self, office, posting, name):
        client = browser(office.boss)
        path = page_of(name, *([posting.code] if name == "employer-posting" else []))
        jobs.application(posting)
        queries(client, path)
        one = len(queries(client, path))
        for name in ("李梅", "邓敏"):
            jobs.application(posting, name=name)
            jobs.posting(office.here, of=office.firm)
        assert len(queries(client, path)) == one

    def test_papers_that_ran_out_are_told(self, office):
        firm = enterprises.employer(office.here, verified=False)
        boss = enterprises.member(firm)
        assert browser(boss).get(page_of("employer")).status_code == 200
