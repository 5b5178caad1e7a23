"""Every route says who may enter, and every unsafe one asks for a token and a key."""

import re

import pytest
from django.test import Client

from tests.shape.repo import ending, named, nothing
from tests.shape.routes import routes

# Routes whose POST is not remembered under its form key, each with its reason.
NOT_IDEMPOTENT: dict[str, str] = {
    "portal:sign-in": "asking again sends a new code; the throttle limits it",
    "portal:sign-in-code": "a code is judged anew each time; a stored answer would sign in whoever replays it",
    "portal:sign-in-staff": "a password is judged anew each time",
    "portal:sign-in-who": "changes the session, not a row",
    "portal:sign-out": "changes the session, not a row",
    "portal:demo-sign-in": "changes the session, not a row; exists only with DEMO=1",
}
FORM = re.compile(r"<form\b[^>]*method=[\"']?post.*?</form>", re.IGNORECASE | re.DOTALL)


def test_every_route_declares_access():
    undeclared = [f"{route.name} {route.path}" for route in routes() if not hasattr(route.view, "access")]
    nothing(undeclared)


def test_route_names_are_unique():
    names = [route.name for route in routes()]
    nothing(sorted({name for name in names if names.count(name) > 1}))


def test_every_route_refuses_a_post_without_token(db):
    client = Client(enforce_csrf_checks=True)
    open_doors = {
        route.name: status
        for route in routes()
        if not route.exempt_from_csrf and (status := client.post(route.path).status_code) != 403
    }
    nothing(open_doors)


def test_no_route_is_exempt_from_the_token():
    nothing([route.name for route in routes() if route.exempt_from_csrf])


def test_only_declared_routes_forget_their_key():
    forgetful = {route.name for route in routes() if getattr(route.view, "idempotent", True) is False}
    assert forgetful == set(NOT_IDEMPOTENT)


def needs_no_key(template: str, text: str, form: str) -> bool:
    """It goes to a route of the list above: its own page, named in its action, or by a variable of the template."""
    variables = dict(re.findall(r"{% url '([\w:-]+)' as (\w+) %}", text))
    targets = {name for name in NOT_IDEMPOTENT if f"'{name}'" in form or f"{{{{ {variables.get(name)} }}}}" in form}
    return template.startswith("templates/portal/sign_in") or bool(targets)


@pytest.mark.parametrize("tag", ["csrf_token", "form_key"])
def test_every_form_carries_token_and_key(tag):
    bare = []
    for path in ending(".html", under="templates/"):
        text = path.read_text(encoding="utf-8")
        if named(path).startswith("templates/gallery/"):
            continue  # samples that go nowhere, shown when DEBUG is on
        for form in FORM.findall(text):
            if f"{{% {tag}" not in form and not (tag == "form_key" and needs_no_key(named(path), text, form)):
                bare.append(f"{named(path)}: {form[:90]!r}")
    nothing(bare)
