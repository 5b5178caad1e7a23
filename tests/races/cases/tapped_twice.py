"""我想去 tapped several times on one phone: one form with one key, through the whole chain of middleware."""

import uuid

from django.conf import settings
from django.test import Client

from jobs.models import Application
from notices.models import Notice
from tests.races import scene

settings.ALLOWED_HOSTS = ["testserver"]


def prepare(number: int, n: int) -> dict:
    posting = scene.posting(scene.community(), headcount=5)
    return {
        "posting": posting.pk,
        "code": posting.code,
        "key": uuid.uuid4().hex,
        "phone": f"139{uuid.uuid4().int % 10**8:08}",
    }


def attempt(token: dict, who: int, key: str = "") -> str:
    form = {"name": "李秀英", "phone": token["phone"], "_key": key or token["key"]}
    response = Client().post(f"/posting/{token['code']}/apply/", form)
    return f"{response.status_code} {response.get('Location', '')}"


def attempt_unguarded(token: dict, who: int) -> str:
    """A key of its own each time, as if the page had been loaded anew: the database still keeps one application."""
    return attempt(token, who, key=uuid.uuid4().hex)


def facts(token: dict, outcomes: list[str]) -> dict:
    rows = Application.objects.filter(posting=token["posting"])
    told = Notice.objects.filter(template="jobs.applied_employer", about_code__in=rows.values("code"))
    return {"applications": rows.count(), "messages": told.count()}
