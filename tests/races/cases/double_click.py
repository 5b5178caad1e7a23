"""我想去 is tapped several times on one page: the form is sent again with the same key, through the whole product."""

import random
import uuid

from django.test import Client
from django.urls import get_resolver, reverse

from jobs.models import Application
from tests.races import scene

get_resolver().url_patterns  # noqa: B018 — all pages are loaded before the processes part


def prepare(number: int, n: int) -> dict:
    posting = scene.posting(scene.community(), headcount=5)
    return {
        "posting": posting.pk,
        "path": reverse("portal:apply", args=[posting.code]),
        "form": {"_key": uuid.uuid4().hex, "name": "王芳", "phone": f"138{random.randrange(10**8):08d}"},
    }


def attempt(token: dict, who: int) -> str:
    client = Client()
    client.cookies["csrftoken"] = "a" * 32  # one browser: a key belongs to it
    response = client.post(token["path"], token["form"])
    return f"{response.status_code} {response.get('Location', '')}"


def facts(token: dict, outcomes: list[str]) -> dict:
    return {"applications": Application.objects.filter(posting=token["posting"]).count()}
