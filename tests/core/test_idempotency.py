import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core import clock
from core.models import IdempotencyKey
from core.tasks import forget_old_rows
from tests.core.ground.models import Bare

pytestmark = [pytest.mark.usefixtures("ground"), pytest.mark.urls("tests.core.ground.urls")]


@pytest.fixture
def key() -> str:
    return uuid4().hex


def test_twice_is_once(client, key):
    first = client.post("/make/", {"_key": key, "stage": "a"})
    second = client.post("/make/", {"_key": key, "stage": "a"})
    assert (first.status_code, second.status_code) == (302, 302)
    assert second["Location"] == first["Location"]
    assert second["Idempotent-Replay"] == "true"
    assert "Idempotent-Replay" not in first
    assert Bare.objects.count() == 1


def test_the_whole_answer_comes_back(client, key):
    first, second = (client.post("/say/", {"_key": key}) for _ in range(2))
    assert (second.status_code, second.content, second["HX-Trigger"]) == (201, first.content, "made")
    assert second["Content-Type"] == first["Content-Type"]
    assert "X-Other" not in second


def test_another_key_is_another_form(client):
    for _ in range(2):
        client.post("/make/", {"_key": uuid4().hex})
    assert Bare.objects.count() == 2


def test_another_body_under_the_same_key_is_refused(client, key):
    client.post("/make/", {"_key": key, "stage": "a"})
    response = client.post("/make/", {"_key": key, "stage": "b"})
    assert response.status_code == 422
    assert "已经提交过" in response.content.decode()
    assert Bare.objects.count() == 1


@pytest.mark.parametrize("bodies", [{"stage": ["a", "b"]}, {"stage": "a", "other": ""}, {"st": "age a"}])
def test_bodies_that_look_alike_are_told_apart(client, key, bodies):
    client.post("/make/", {"_key": key, "stage": "a"})
    assert client.post("/make/", {"_key": key, **bodies}).status_code == 422


def test_the_csrf_token_does_not_count_as_body(client, key):
    client.post("/make/", {"_key": key, "csrfmiddlewaretoken": "one"})
    assert client.post("/make/", {"_key": key, "csrfmiddlewaretoken": "two"}).status_code == 302


@pytest.mark.parametrize("key", ["", "short", "x" * 65])
def test_a_form_without_a_key_is_refused_in_plain_words(client, key):
    response = client.post("/make/", {"_key": key})
    assert response.status_code == 400
    assert "刷新" in response.content.decode()
    assert not Bare.objects.exists()


def test_a_key_of_a_program_comes_in_the_header(client, key):
    for _ in range(2):
        response = client.post(
            "/say/", json.dumps({"a": 1}), content_type="application/json", headers={"Idempotency-Key": key}
        )
    assert response["Idempotent-Replay"] == "true"
    other = client.post(
        "/say/", json.dumps({"a": 2}), content_type="application/json", headers={"Idempotency-Key": key}
    )
    assert other.status_code == 422
    assert Bare.objects.count() == 1


def test_a_view_may_opt_out(client):
    assert client.post("/free/").status_code == 200
    assert client.post("/free/").status_code == 200
    assert Bare.objects.count() == 2


def test_a_crash_takes_effect_and_key_back(client, key):
    client.raise_request_exception = False
    assert client.post("/fail/", {"_key": key}).status_code == 500
    assert not Bare.objects.exists()
    assert not IdempotencyKey.objects.exists()


def test_a_refusal_keeps_no_key_so_the_mended_form_goes_through(client, key):
    assert client.post("/refuse/", {"_key": key, "stage": "bad"}).status_code == 422
    assert not IdempotencyKey.objects.exists()
    first = client.post("/refuse/", {"_key": key, "stage": "good"})
    second = client.post("/refuse/", {"_key": key, "stage": "good"})
    assert first["Location"] == second["Location"]
    assert Bare.objects.count() == 1


@pytest.mark.parametrize("page", ["/long/", "/stream/"])
def test_an_answer_too_long_to_keep_still_means_once(client, key, page):
    assert client.post(page, {"_key": key}).status_code == 200
    again = client.post(page, {"_key": key})
    assert again.status_code == 409
    assert "已经办好" in again.content.decode()
    assert Bare.objects.count() == 1


def test_files_are_part_of_what_was_said(client, key):
    def send(content):
        return client.post("/upload/", {"_key": key, "file": SimpleUploadedFile("表.csv", content)})

    first, second, other = send(b"one"), send(b"one"), send(b"two")
    assert first.content.endswith(b"one"), "reading the file for its digest must not eat it"
    assert second.content == first.content
    assert other.status_code == 422


def test_a_key_belongs_to_its_sender_and_its_page(client, key, django_user_model):
    one, two = (django_user_model.objects.create(password="") for _ in range(2))
    client.force_login(one)
    client.post("/say/", {"_key": key})
    client.post("/make/", {"_key": key})
    client.force_login(two)
    assert "Idempotent-Replay" not in client.post("/say/", {"_key": key})
    assert Bare.objects.count() == 3


def test_a_visitor_is_known_by_the_csrf_cookie_before_and_after_a_session_begins(key):
    client = Client(enforce_csrf_checks=True)
    page = client.get("/make/").content.decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]
    key = re.search(r'name="_key" value="(\w+)"', page)[1]
    first = client.post("/make/", {"_key": key, "csrfmiddlewaretoken": token})
    client.session.save()
    second = client.post("/make/", {"_key": key, "csrfmiddlewaretoken": token})
    stranger = Client(enforce_csrf_checks=True)
    stranger.get("/make/")
    other = stranger.post("/make/", {"_key": key, "csrfmiddlewaretoken": stranger.cookies["csrftoken"].value})
    assert first.status_code == 302
    assert second["Location"] == first["Location"]
    assert other["Location"] != first["Location"]


def test_csrf_and_login_speak_first(key, settings):
    settings.LOGIN_URL = "/in/"
    assert Client(enforce_csrf_checks=True).post("/make/").status_code == 403
    response = Client().post("/members/", {"_key": key})
    assert response.status_code == 302
    assert not IdempotencyKey.objects.exists()


def test_nothing_readable_is_stored(client, key):
    client.post("/make/", {"_key": key, "stage": "张三"})
    row = IdempotencyKey.objects.values_list("scope", "body_digest", "answer").get()
    assert key not in repr(row)
    assert "/made/" not in repr(row)


def test_a_page_that_is_not_there_is_not_asked_for_a_key(client):
    assert client.post("/nowhere/").status_code == 404


@pytest.mark.parametrize(("hours", "left"), [(47, 1), (49, 0)])
def test_old_keys_are_forgotten(client, key, hours, left):
    client.post("/make/", {"_key": key})
    forget_old_rows(clock.now() + timedelta(hours=hours))
    assert IdempotencyKey.objects.count() == left
