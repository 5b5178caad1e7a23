"""One person says 我想去 several times at once: two taps, two phones, a page sent again."""

import uuid

from accounts.models import User
from core.clock import now
from jobs import actions
from jobs.models import Application, Posting
from residents.models import Resident
from tests.races import scene


def prepare(number: int, n: int) -> dict:
    area = scene.community()
    resident = scene.resident(area)
    phone = f"139{uuid.uuid4().int % 10**8:08}"  # of her own: a number applies five times a day
    return {
        "posting": scene.posting(area, headcount=5).pk,
        "resident": resident.pk,
        "user": resident.user_id,
        "phone": phone,
    }


def attempt(token: dict, who: int) -> str:
    resident = Resident.objects.get(pk=token["resident"])
    application = actions.apply(
        by=User.objects.get(pk=token["user"]),
        posting=Posting.objects.get(pk=token["posting"]),
        name=resident.name,
        phone=token["phone"],
        resident=resident,
        consent_version="race",
    )
    return application.code


def attempt_unguarded(token: dict, who: int) -> str:
    """Look whether she is on the list, then write her down; no number, so that no constraint looks after it."""
    posting = Posting.objects.get(pk=token["posting"])
    if posting.applications.filter(name="李秀英").exists():
        return "stands there"
    moment = now()
    return posting.applications.create(
        name="李秀英", ticket=f"{who:04}", consent_version="race", reply_due_at=moment, close_due_at=moment
    ).code


def facts(token: dict, outcomes: list[str]) -> dict:
    return {"applications": Application.objects.filter(posting=token["posting"]).count()}
