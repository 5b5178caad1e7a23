"""How often something may be tried. The address alone is never the key: a community hall is one address."""

from datetime import timedelta
from math import ceil

from django.db.models import Case, F, Q, Value, When

from core import clock
from core.errors import TooMany
from core.fields import keyed_digest
from core.models import ThrottleWindow


def hit(name: str, key: str, *, limit: int, seconds: int) -> None:
    """Counts one try of `name` by `key` (account and address together); raises TooMany from the try after `limit` on.

    The window opens with the first try and lasts `seconds`. One conditional UPDATE counts, so the limit holds under any
    number of processes. Call it outside a transaction that a refusal would roll back.
    """
    now = clock.now()
    opened_after = now - timedelta(seconds=seconds)
    digest = keyed_digest(f"throttle:{name}", key)
    rows = ThrottleWindow.objects.filter(digest=digest)
    over = Q(started_at__lte=opened_after)
    open_or_free = rows.filter(over | Q(hits__lt=limit))
    count = {
        "hits": Case(When(over, then=Value(1)), default=F("hits") + 1),
        "started_at": Case(When(over, then=Value(now)), default=F("started_at")),
    }
    if open_or_free.update(**count):
        return
    # No row yet, or full. Inserting loses politely to whoever inserts at the same moment.
    if limit > 0 and ThrottleWindow.objects.get_or_create(digest=digest, defaults={"started_at": now})[1]:
        return
    if open_or_free.update(**count):
        return
    started_at = rows.values_list("started_at", flat=True).first() or now
    wait = max(1, ceil((started_at + timedelta(seconds=seconds) - now).total_seconds()))
    raise TooMany(f"试得太勤了。请等{in_words(wait)}再试；急用请打社区电话。", seconds=wait)


def in_words(seconds: int) -> str:
    if seconds <= 90:
        return f"{seconds}秒"
    return f"{ceil(seconds / 60)}分钟" if seconds <= 90 * 60 else f"{ceil(seconds / 3600)}小时"
