"""Every route says who may enter, and every unsafe one asks for a token and a key."""

import re

import pytest
from django.test import Client

from tests.shape.repo import ending, named
from tests.shape.routes import routes

# Routes whose POST is not remembered under its form key, each with its reason.
NOT_IDEMPOTENT: dict[str, str] = {
    "portal:sign-in-code": "asking again must send a new code; the throttle limits it",
}
FORM = re.compile(r"<form\b[^>]*method=[\"']?post.*?</form>", re.IGNORECASE | re.DOTALL)


def test_every_route_declares_access():
    undeclared = [f"{route.name} {route.path}" for route in routes() if not hasattr(route.view, "access")]
    assert undeclared == []


def test_route_names_are_unique():
    names = [route.name for route in routes()]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_route_refuses_a_post_without_token(db):
    client = Client(enforce_csrf_checks=True)
    open_doors = {
        route.name: status
        for route in routes()
        if not route.exempt_from_csrf and (status := client.post(route.path).status_code) != 403
    }
    assert open_doors == {}


def test_no_route_is_exempt_from_the_token():
    assert [route.name for route in routes() if route.exempt_from_csrf] == []


def test_only_declared_routes_forget_their_key():
    forgetful = {route.name for route in routes() if getattr(route.view, "idempotent", True) is False}
    assert forgetful == set(NOT_IDEMPOTENT)


@pytest.mark.parametrize("tag", ["csrf_token", "form_key"])
def test_every_form_carries_token_and_key(tag):
    bare = [
        f"{named(path)}: {form[:90]!r}"
        for path in ending(".html", under="templates/")
        if not named(path).startswith("templates/gallery/")  # samples that go nowhere, shown when DEBUG is on
        for form in FORM.findall(path.read_text(encoding="utf-8"))
        if f"{{% {tag}" not in form
    ]
    assert bare == []
