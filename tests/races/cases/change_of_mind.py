"""She withdraws while the officer confirms her start: one of the two holds, whole."""

from accounts.models import User
from core.clock import today
from core.errors import Conflict, WrongState
from jobs import actions
from jobs.models import Application, Posting
from tests.races import scene


def prepare(number: int, n: int) -> dict:
    area = scene.community()
    posting = scene.posting(area)
    (application,) = scene.applications(posting, 1)
    return {"posting": posting.pk, "application": application.pk, "officer": scene.officer(area).pk}


def attempt(token: dict, who: int) -> str:
    application = Application.objects.select_related("posting").get(pk=token["application"])
    try:
        if who % 2:
            actions.withdraw(by=None, application=application, via_link=True)
            return "withdrawn"
        actions.confirm_start(by=User.objects.get(pk=token["officer"]), application=application, on=today())
    except (Conflict, WrongState):
        return "too late"
    return "started"


def facts(token: dict, outcomes: list[str]) -> dict:
    application = Application.objects.get(pk=token["application"])
    return {
        "state": application.state,
        "counted": Posting.objects.get(pk=token["posting"]).starts_confirmed,
        "moves": application.transitions.count(),
    }
