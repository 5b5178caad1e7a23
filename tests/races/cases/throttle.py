"""Many hits on one counter at once: exactly `LIMIT` get in, however they interleave."""

import uuid

from core.errors import TooMany
from core.throttle import hit

LIMIT = 3


def prepare(number: int, n: int) -> str:
    return f"{number}-{uuid.uuid4()}"


def attempt(key: str, who: int) -> str:
    try:
        hit("race", key, limit=LIMIT, seconds=600)
    except TooMany:
        return "refused"
    return "in"


def facts(key: str, outcomes: list[str]) -> dict:
    return {}
