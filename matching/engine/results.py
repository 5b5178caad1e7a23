"""What a ranking hands out: plain values, ready for a page, a command or a test."""

from dataclasses import dataclass
from datetime import date

from matching.engine.lexicon import Lexicon
from matching.engine.local import STANDARD, Local
from matching.engine.missing import Missing
from matching.engine.reasons import Reason
from matching.engine.tables import RULE, Tables


@dataclass(frozen=True, slots=True)
class Ground:
    """What a ranking stands on besides the two sides. `on` is the day it is judged by; no clock is ever read."""

    lexicon: Lexicon
    on: date
    tables: Tables = RULE
    local: Local = STANDARD


@dataclass(frozen=True, slots=True)
class Condition:
    """One limit and what this posting says to it; `state` is "ok", "no" or "unknown"."""

    limit: str
    name: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One row that is shown.

    `parts` (feature → contribution) sum, with the ranking's base, to `score` = log(value × chance). `value` and
    `chance` are relative: 1 means that nothing speaks for or against. `minutes` None = unknown, 0 = work at home.
    """

    id: str
    score: float
    value: float
    chance: float
    parts: dict[str, float]
    reasons: list[Reason]
    missing: list[Missing]
    conditions: list[Condition]
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Removed:
    """What one limit removed. Counts add up to all that was removed; `back` would return if this limit alone fell.

    `ids` names at most `rank.IDS_KEPT` of them.
    """

    limit: str
    label: str
    sentence: str
    count: int
    back: int
    ids: list[str]


@dataclass(frozen=True, slots=True)
class Near:
    """A removed row that one small step would bring back."""

    id: str
    limit: str
    step: Missing


@dataclass(frozen=True, slots=True)
class Ranking:
    """`feasible` of `total` rows passed the limits; `version` names the tables."""

    items: list[Item]
    removed: list[Removed]
    near: list[Near]
    total: int
    feasible: int
    base: float
    version: str
