"""Several workers come upon the same message: it leaves once."""

import secrets
import time

from django.conf import settings

from core.clock import now
from core.fields import new_code
from core.gateways import sms
from core.models import AuditEntry
from notices import actions
from notices.models import Notice
from tests.factories import notices


def slow_gateway(number: str, text: str) -> str:
    """Counts in the database, so that every process's sending is seen."""
    AuditEntry.objects.create(action="race.sms", model="race", object_code=number)
    time.sleep(0.02)
    return "taken"


sms.GATEWAYS["race"] = slow_gateway
settings.SMS_GATEWAY = "race"


def prepare(number: int, n: int) -> dict:
    owner = new_code()
    notice = notices.notice(
        notices.contact(owner, address=f"1{secrets.randbelow(7) + 3}{secrets.randbelow(10**9):09d}"), once_key=owner
    )
    return {"notice": notice.pk, "number": notice.contact.address}


def attempt(token: dict, who: int) -> str:
    only = Notice.objects.filter(pk=token["notice"])
    return "sent" if actions.send_due(now(), only=only) else "nothing to send"


def attempt_unguarded(token: dict, who: int) -> str:
    """Look, then send: right as long as there is one worker."""
    notice = Notice.objects.get(pk=token["notice"])
    if notice.state != "queued":
        return "nothing to send"
    sms.send(token["number"], "text")
    Notice.objects.filter(pk=notice.pk).update(state="sent")
    return "sent"


def facts(token: dict, outcomes: list[str]) -> dict:
    return {
        "left": AuditEntry.objects.filter(action="race.sms", object_code=token["number"]).count(),
        "state": Notice.objects.get(pk=token["notice"]).state,
    }
