"""The traps under every test do catch something."""

import pytest
from django.http import HttpResponse
from django.urls import path

from core.clock import now
from core.models import ThrottleWindow
from tests import guards

pytestmark = pytest.mark.django_db


def row(digest):
    return ThrottleWindow.objects.create(digest=digest, started_at=now())


def writes(request):
    row("d" * 64)
    return HttpResponse("done")


writes.login_required = False
urlpatterns = [path("writes/", writes)]


@pytest.mark.may_write_on_get("the trap itself is under test")
@pytest.mark.urls("tests.test_guards")
def test_a_page_that_writes_on_get_is_caught(client):
    with guards.readonly_get() as caught:
        client.get("/writes/")
    assert len(caught) == 1
    assert "core_throttlewindow" in caught[0]


@pytest.mark.urls("tests.test_guards")
def test_a_post_may_write(client):
    with guards.readonly_get() as caught:
        client.post("/writes/", {"_key": "k" * 32})
        row("e" * 64)
    assert caught == []


def test_a_list_without_an_order_comes_in_any_order():
    for number in range(8):
        row(f"{number:064d}")
    seen = {tuple(ThrottleWindow.objects.values_list("digest", flat=True)) for _ in range(40)}
    rows = {tuple(one.digest for one in ThrottleWindow.objects.all()) for _ in range(40)}
    assert len(rows) > 1
    assert len(seen) > 1


def test_a_list_with_an_order_keeps_it():
    for number in range(8):
        row(f"{number:064d}")
    ordered = {tuple(one.digest for one in ThrottleWindow.objects.order_by("digest")) for _ in range(10)}
    assert len(ordered) == 1
