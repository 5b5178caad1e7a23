"""Officers confirm the start of different people at one moment; one place is left."""

from django.db import transaction

from accounts.models import User
from core.clock import today
from core.errors import Conflict
from jobs import actions
from jobs.models import Application, Posting
from tests.races import scene


def prepare(number: int, n: int) -> dict:
    area = scene.community()
    posting = scene.posting(area, headcount=1)
    return {
        "posting": posting.pk,
        "officer": scene.officer(area).pk,
        "applications": [row.pk for row in scene.applications(posting, n)],
    }


def attempt(token: dict, who: int) -> str:
    application = Application.objects.select_related("posting").get(pk=token["applications"][who])
    officer = User.objects.get(pk=token["officer"])
    try:
        actions.confirm_start(by=officer, application=application, on=today())
    except Conflict:
        return "full"
    return "started"


def attempt_unguarded(token: dict, who: int) -> str:
    """Count, then write: right as long as nobody else is in the room."""
    with transaction.atomic():
        posting = Posting.objects.get(pk=token["posting"])
        if posting.places_left <= 0:
            return "full"
        Application.objects.filter(pk=token["applications"][who]).update(state="started", started_on=today())
        Posting.objects.filter(pk=posting.pk).update(starts_confirmed=posting.starts_confirmed + 1)
    return "started"


def facts(token: dict, outcomes: list[str]) -> dict:
    posting = Posting.objects.get(pk=token["posting"])
    return {
        "places": posting.headcount,
        "counted": posting.starts_confirmed,
        "started": posting.applications.filter(state="started").count(),
        "state": posting.state,
        "close_reason": posting.close_reason,
    }
