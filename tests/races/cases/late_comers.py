"""People apply at the moment in which the last place is taken: nobody is left waiting on a posting that is closed."""

from accounts.models import User
from core.clock import today
from core.errors import Refused
from jobs import actions
from jobs.enums import OPEN_STATES
from jobs.models import Application, Posting
from tests.races import scene


def prepare(number: int, n: int) -> dict:
    area = scene.community()
    posting = scene.posting(area, headcount=1)
    (hired,) = scene.applications(posting, 1)
    return {"posting": posting.pk, "hired": hired.pk, "officer": scene.officer(area).pk, "number": number}


def attempt(token: dict, who: int) -> str:
    if who == 0:
        hired = Application.objects.select_related("posting").get(pk=token["hired"])
        actions.confirm_start(by=User.objects.get(pk=token["officer"]), application=hired, on=today())
        return "started"
    try:
        actions.apply(
            by=None,
            posting=Posting.objects.get(pk=token["posting"]),
            name="甲乙丙丁戊己庚辛"[who % 8] + "某",
            phone=f"139{token['number']:03}{who:05}",
            verified=True,
            consent_version="race",
        )
    except Refused:
        return "too late"
    return "applied"


def facts(token: dict, outcomes: list[str]) -> dict:
    posting = Posting.objects.get(pk=token["posting"])
    return {
        "state": posting.state,
        "waiting": posting.applications.filter(state__in=OPEN_STATES).count(),
        "told": posting.applications.filter(state="closed_filled").count(),
    }
