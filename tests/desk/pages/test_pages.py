"""The officer's pages: today, review, chase, starts, complaints, doors."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from core.clock import now
from jobs import actions
from jobs.models import Application, Complaint, Posting
from tests.factories import enterprises, jobs, reference
from tests.portal.pages import HOSTILE, browser, queries, raw_markup, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def busy(office):
    """Something waits on every line of the board."""
    posting = jobs.posting(office.here, of=office.firm)
    office.review = jobs.posting(office.here, of=office.firm, state="review", requirements="35岁以下")
    late = {"reply_due_at": now() - timedelta(hours=3)}
    office.late = jobs.application(posting, name="李梅", **late)
    office.hired = jobs.application(posting, name="邓敏", state="offered")
    office.missed = jobs.application(
        posting, name="周丽", state="no_show", no_show_answer="我去了", no_show_answered_at=now()
    )
    office.complaint = jobs.complaint(posting, words="要交 200 元")
    return office


@pytest.fixture
def client(office):
    return browser(office.officer)


def path(name, *args):
    return reverse(f"desk:{name}", args=args)


class TestBoard:
    def test_a_line_for_everything_that_waits(self, busy, client):
        text = words(client.get(path("home")))
        for part in ("等您审的岗位", "单位超期未答", "等核实到岗", "举报", "失约要听两边"):
            assert part in text
        assert "王秀英" not in text

    def test_an_empty_desk(self, client):
        assert client.get(path("home")).status_code == 200
        for name in ("review-list", "chase-list", "starts", "complaints", "doors"):
            assert client.get(path(name), follow=True).status_code == 200

    @pytest.mark.parametrize(
        ("who", "lines"), [("officer", 5), ("supervisor", 3), ("collector", 0), ("admin", 0), ("other_officer", 5)]
    )
    def test_only_lines_one_may_open(self, busy, who, lines):
        page = browser(getattr(busy, who)).get(path("home"))
        assert page.content.decode().count('class="board__count"') == lines

    def test_the_neighbours_work_is_not_shown(self, busy):
        text = words(browser(busy.other_officer).get(path("home")))
        assert "和顺快餐店" not in text


class TestReview:
    def test_the_list_leads_to_the_oldest(self, busy, client):
        older = jobs.posting(busy.here, of=busy.firm, state="review", submitted_at=now() - timedelta(days=9))
        assert client.get(path("review-list"))["Location"] == path("review", older.code)

    def test_what_is_wrong_stands_beside_its_rule(self, busy, client):
        text = words(client.get(path("review", busy.review.code)))
        assert "35岁以下" in text
        assert "最好不写" in text

    def test_publish_with_a_reason(self, busy, client):
        form = {"version": str(busy.review.version)}
        page = send(client, path("review-move", busy.review.code, "publish"), **form)
        assert page.status_code == 422, "a warning stays only with a reason"
        page = send(client, path("review-move", busy.review.code, "publish"), warn_reason="高处作业", **form)
        assert page.status_code == 302
        busy.review.refresh_from_db()
        assert busy.review.state == "published"
        assert "食堂帮厨" in words(browser().get("/"))

    def test_the_employer_changed_it_meanwhile(self, busy, client):
        shown = client.get(path("review", busy.review.code)).content.decode()
        assert f'name="version" value="{busy.review.version}"' in shown
        actions.edit_posting(by=busy.boss, posting=busy.review, version=busy.review.version, pay_min=2400)
        page = send(client, path("review-move", busy.review.code, "publish"), warn_reason="好", version="1")
        assert page.status_code == 409
        assert Posting.objects.get(pk=busy.review.pk).state == "review"

    def test_swap_one_and_all(self, busy, client):
        posting = jobs.posting(busy.here, of=busy.firm, state="review", requirements="限女性，本地户口优先")
        assert send(client, path("review-move", posting.code, "swap"), swap="all").status_code == 302
        posting.refresh_from_db()
        assert not [finding for finding in actions.findings_of(posting) if finding.blocks]
        assert send(client, path("review-move", posting.code, "swap"), swap="requirements:99").status_code == 409

    def test_send_back(self, busy, client):
        assert send(client, path("review-move", busy.review.code, "return"), why=" ").status_code == 422
        send(client, path("review-move", busy.review.code, "return"), why="写清楚几点上班")
        busy.review.refresh_from_db()
        assert busy.review.state == "returned"
        assert "写清楚几点上班" in words(browser(busy.boss).get(f"/employer/posting/{busy.review.code}/"))

    def test_verify_then_publish(self, busy, client):
        firm = enterprises.employer(busy.here, verified=False)
        posting = jobs.posting(busy.here, of=firm, state="review")
        assert "没有核验过" in words(client.get(path("review", posting.code)))
        assert send(client, path("review-move", posting.code, "publish")).status_code == 403
        send(client, path("review-move", posting.code, "verify"), how="去过门店")
        assert send(client, path("review-move", posting.code, "publish")).status_code == 302
        assert firm.verifications.get().expires_on == date(2027, 5, 20)

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, busy, client, hostile):
        posting = jobs.posting(
            busy.here, of=busy.firm, state="review", title=hostile[:40], duties=hostile[:900], requirements=hostile[:900],
            address=hostile[:100], pay_note=hostile[:100], hours_note=hostile[:80],
        )  # fmt: skip
        posting.comments.create(by_code="x", by_label=hostile[:30], text=hostile[:500])
        assert not raw_markup(client.get(path("review", posting.code)))
        assert not raw_markup(client.get(path("home")))
        for move in ("publish", "return", "swap", "verify"):
            names = ("why", "how", "swap", "warn_reason", "version")
            page = send(client, path("review-move", posting.code, move), **dict.fromkeys(names, hostile))
            assert page.status_code in (302, 403, 409, 422)
            assert not raw_markup(page)


class TestLists:
    def test_chase(self, busy, client):
        text = words(client.get(path("chase-list")))
        assert busy.late.ticket in text
        assert "李梅" not in text, "a masked name is enough to make a telephone call"
        send(client, path("chase", busy.late.code), note="说明天答复")
        assert "说明天答复" in client.get(path("chase-list")).content.decode()

    def test_start(self, busy, client):
        assert "邓敏" in words(client.get(path("starts")))
        assert send(client, path("confirm-start", busy.hired.code), on="").status_code == 422
        assert send(client, path("confirm-start", busy.hired.code), on="2026-13-01").status_code == 422
        assert send(client, path("confirm-start", busy.hired.code), on="2026-11-21").status_code == 422
        assert send(client, path("confirm-start", busy.hired.code), on="2026-11-20").status_code == 302
        assert Application.objects.get(pk=busy.hired.pk).state == "started"

    def test_no_show(self, busy, client):
        assert "我去了" in words(client.get(path("chase-list")))
        send(client, path("clear-no-show", busy.missed.code), note="问过两边")
        assert Application.objects.get(pk=busy.missed.pk).state == "submitted"

    def test_complaint(self, busy, client):
        assert "要交 200 元" in words(client.get(path("complaints")))
        assert send(client, path("complaint", busy.complaint.code), answer="").status_code == 422
        send(client, path("complaint", busy.complaint.code), answer="已退钱", then="pause")
        complaint = Complaint.objects.get()
        assert (complaint.state, complaint.posting.state) == ("answered", "paused")
        shown = words(browser().get(reverse("portal:report-status", args=[complaint.code])))
        assert "已退钱" in shown

    def test_doors(self, office, client):
        door = reference.building(office.here, "12栋")
        assert "12栋" in words(client.get(path("doors")))
        assert "<svg" in client.get(path("door-sheet", door.code)).content.decode()

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_hostile_text(self, busy, client, hostile):
        Application.objects.update(name=hostile[:50], chase_note=hostile[:200], no_show_answer=hostile[:300])
        Complaint.objects.update(words=hostile[:500])
        for name in ("home", "chase-list", "starts", "complaints"):
            page = client.get(path(name))
            assert page.status_code == 200
            assert not raw_markup(page)
        for name, code in (
            ("chase", busy.late.code), ("clear-no-show", busy.missed.code), ("complaint", busy.complaint.code),
            ("confirm-start", busy.hired.code),
        ):  # fmt: skip
            page = send(client, path(name, code), note=hostile, answer=hostile, on=hostile, then=hostile)
            assert page.status_code in (302, 409, 422)
            assert not raw_markup(page)


@pytest.mark.parametrize("name", ["home", "chase-list", "starts", "complaints"])
def test_as_many_queries_for_three_as_for_one(busy, client, name):
    queries(client, path(name))
    one = len(queries(client, path(name)))
    posting = busy.late.posting
    for who in ("吴芳", "何丽"):
        jobs.posting(busy.here, of=busy.firm, state="review")
        jobs.application(posting, name=who, reply_due_at=now() - timedelta(hours=1))
        jobs.application(posting, name=who + "二", state="offered")
        jobs.application(posting, name=who + "三", state="no_show", no_show_answer="去过", no_show_answered_at=now())
        jobs.complaint(posting)
    assert len(queries(client, path(name))) == one
