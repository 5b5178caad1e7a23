"""One request by one role, judged in one letter, and taken back afterwards."""

import uuid

from django.apps import apps
from django.db import transaction

from tests.access.world import client_of

OUR_APPS = ("accounts", "notices", "residents", "enterprises", "jobs")
SIGN_IN = "/sign-in/"
LETTERS = {200: "o", 400: "b", 403: "n", 404: "x", 405: "m", 409: "w", 410: "g", 422: "v", 429: "t"}


def letter(response) -> str:
    if response.status_code == 302:
        return "s" if response["Location"].split("?")[0] == SIGN_IN else "r"
    return LETTERS.get(response.status_code, f"!{response.status_code}")


def knock(made, role: str, path: str, body: dict | None = None, *, looks=lambda: None):
    """(letter, response, what `looks` saw before it was all taken back). `body` None is a GET."""
    client = client_of(made, role)
    with transaction.atomic():
        response = client.get(path) if body is None else client.post(path, {"_key": uuid.uuid4().hex, **body})
        seen = looks()
        transaction.set_rollback(True)
    return letter(response), response, seen


def rows() -> dict[str, list]:
    """Every row of the apps that hold people and jobs; throttles, form keys and sessions are not theirs."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for app in OUR_APPS
        for model in apps.get_app_config(app).get_models()
    }
