"""Several machines ring the bell at the same moment: a periodic job runs in one of them."""

import time
import uuid
from datetime import timedelta

from core import work
from core.models import AuditEntry


def prepare(number: int, n: int) -> str:
    return uuid.uuid4().hex[:20]


def attempt(token: str, who: int) -> str:
    def run(now) -> int:
        AuditEntry.objects.create(action="race.job", model="race", object_code=token)
        time.sleep(0.02)
        return 1

    outcome = work.run_one(work.Job(f"race.{token}", timedelta(days=1), run))
    return f"ran {outcome.failed}".strip() if outcome else "not due"


def facts(token: str, outcomes: list[str]) -> dict:
    return {"runs": AuditEntry.objects.filter(object_code=token).count()}
