"""The same right code, typed in many places at one moment: it opens once, and is tried five times at most."""

import secrets
from datetime import timedelta

from accounts import actions
from accounts.models import LoginCode
from core.clock import now
from core.errors import Invalid

DIGITS = "482913"


def prepare(number: int, n: int) -> dict:
    row = LoginCode(phone=f"19{secrets.randbelow(10**9):09d}", expires_at=now() + timedelta(minutes=10))
    row.digest = actions._digest(row, DIGITS)
    row.save()
    return {"code": row.pk, "number": row.phone}


def attempt(token: dict, who: int) -> str:
    try:
        actions.check_login_code(token["number"], DIGITS, address=f"10.0.0.{who}")
    except Invalid:
        return "refused"
    return "in"


def attempt_unguarded(token: dict, who: int) -> str:
    """Read whether it was used, then use it."""
    row = LoginCode.objects.get(pk=token["code"])
    if row.used_at is not None:
        return "refused"
    LoginCode.objects.filter(pk=row.pk).update(used_at=now())
    return "in"


def facts(token: dict, outcomes: list[str]) -> dict:
    return {"tries": LoginCode.objects.get(pk=token["code"]).tries}
