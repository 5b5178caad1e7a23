"""Signed links: forged, of the other side, of another application, expired, opened twice."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from jobs import links
from jobs.models import Application, Posting
from tests.factories import jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(office):
    return jobs.application(jobs.posting(office.here, of=office.firm), phone="13800138000")


def token(side, application):
    path = links.application_path(application) if side == "application" else links.reply_url(application)
    return path.rstrip("/").rsplit("/", 1)[1]


def forged(good):
    code, signature = good.split(".", 1)
    other = "B" if signature[0] == "A" else "A"
    neighbour = "y" if code[-1] == "x" else "x"
    return [
        "",
        code,
        f"{code}.",
        f"{code}.{other}{signature[1:]}",
        f"{code[:-1]}{neighbour}.{signature}",
        f"{code}.{signature}.{signature}",
        f"..{code}.{signature}",
        "0" * 3000,
        "'; DROP TABLE jobs_application; --",
        "<script>alert(1)</script>",
    ]


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize(("side", "folder"), [("reply", "r"), ("application", "a")])
def test_forged(application, side, folder, number):
    bad = forged(token(side, application))[number]
    path = f"/{folder}/{bad}/"
    assert Client().get(path).status_code == 404
    assert Client().post(path, {"answer": "filled", "_key": uuid.uuid4().hex}).status_code in (404, 405)
    assert Application.objects.get().state == "submitted"


def test_one_side_does_not_open_the_others_page(application):
    assert Client().get(f"/r/{token('application', application)}/").status_code == 404
    assert Client().get(f"/a/{token('reply', application)}/").status_code == 404
    for action in ("withdraw", "cannot-come", "explain"):
        path = f"/a/{token('reply', application)}/{action}/"
        assert Client().post(path, {"words": "x", "_key": uuid.uuid4().hex}).status_code == 404


def test_a_link_names_one_application(office, application):
    other = jobs.application(application.posting, name="李梅")
    mine, theirs = token("reply", application), token("reply", other)
    swapped = theirs.split(".")[0] + "." + mine.split(".", 1)[1]
    assert Client().get(f"/r/{swapped}/").status_code == 404


class TestReply:
    def say(self, application, **answer):
        body = {"_key": uuid.uuid4().hex, **answer}
        return Client().post(f"/r/{token('reply', application)}/", body)

    def test_it_ends_when_the_promise_has_lapsed(self, application, at):
        at("2026-11-30 10:01")
        page = Client().get(f"/r/{token('reply', application)}/")
        assert page.status_code == 410
        assert "社区" in page.content.decode()
        assert self.say(application, answer="filled").status_code == 410
        assert Posting.objects.get().state == "published"

    def test_opened_twice_and_sent_twice(self, application):
        path = f"/r/{token('reply', application)}/"
        body = {"answer": "filled", "_key": uuid.uuid4().hex}
        client = Client()
        assert client.get(path).status_code == client.get(path).status_code == 200
        first, second = client.post(path, body), client.post(path, body)
        assert first.status_code == second.status_code == 302
        assert Posting.objects.get().transitions.count() == 1
        assert Client().get(path).status_code == 200, "it tells what was answered"

    def test_another_answer_after_the_first_changes_nothing(self, application):
        self.say(application, answer="filled")
        assert self.say(application, answer="filled").status_code in (200, 302, 409)
        row = Application.objects.get()
        assert (row.state, row.transitions.count()) == ("closed_filled", 1)

    def test_answered_after_she_withdrew(self, application):
        Client().post(f"/a/{token('application', application)}/withdraw/", {"why": "", "_key": uuid.uuid4().hex})
        page = self.say(application, answer="filled")
        assert page.status_code in (200, 409)
        assert Application.objects.get().state == "withdrawn"
        assert Posting.objects.get().state == "published"


def test_reading_a_link_changes_nothing(application):
    for path in (f"/r/{token('reply', application)}/", f"/a/{token('application', application)}/"):
        Client().get(path)
    row = Application.objects.get()
    assert (row.version, row.state, row.transitions.count()) == (1, "submitted", 0)


def test_who_knows_name_and_number_does_not_get_the_page(application):
    """Her husband types her name and number: the page of her application stays closed to him."""
    form = {"name": application.name, "phone": "13800138000", "_key": uuid.uuid4().hex}
    answer = Client().post(reverse("portal:apply", args=[application.posting.code]), form)
    assert answer.status_code == 409
    assert "已经报过" in answer.content.decode()
    assert application.code not in answer.content.decode()


def test_the_same_browser_gets_its_page_again(office):
    posting = jobs.posting(office.here, of=office.firm)
    client, path = Client(), reverse("portal:apply", args=[posting.code])
    form = {"name": "王秀英", "phone": "13800138000"}
    first = client.post(path, {**form, "_key": uuid.uuid4().hex})
    again = client.post(path, {**form, "_key": uuid.uuid4().hex})
    assert first.status_code == again.status_code == 302
    assert first["Location"] == again["Location"]
