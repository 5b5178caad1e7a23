"""Sending a text message. The outbox calls this and keeps what became of it; no number stands in a log in clear."""

import logging
import uuid

from django.conf import settings

from core.identity import phone

log = logging.getLogger("doorstep.sms")


class NotSent(Exception):
    """The gateway did not take the message; `again`: whether trying later can help."""

    def __init__(self, reason: str, *, again: bool):
        super().__init__(reason)
        self.again = again


def send(number: str, text: str) -> str:
    """The provider's id of the message. Raises NotSent."""
    try:
        mobile = phone.parse(number)
    except phone.PhoneProblem as problem:
        raise NotSent(problem.code, again=False) from problem
    if mobile.kind != "mobile":
        raise NotSent("landline", again=False)
    return GATEWAYS[settings.SMS_GATEWAY](mobile.text, text)


def to_console(number: str, text: str) -> str:
    """For development: the words go to the log, to read a sign-in code there; in production their length."""
    provider_id = f"console-{uuid.uuid4().hex[:12]}"
    words = text if settings.DEBUG else f"({len(text)} 字)"
    log.info("sms to=%s id=%s %s", phone.mask(number), provider_id, words)
    return provider_id


def to_nobody(number: str, text: str) -> str:
    raise NotSent("no gateway is configured", again=True)


GATEWAYS = {"console": to_console, "none": to_nobody}
