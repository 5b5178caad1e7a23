"""From rows as they stand in reference/data/wording_rules.csv (or in the table it fills) to compiled rules."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from jobs.lawful.model import Exceptions, Rules, WordingRule
from jobs.lawful.needs import needed
from jobs.lawful.words import expand

_KINDS = ("before", "after", "clause", "near", "text", "type")


def rules_from_rows(rows: Iterable[Mapping[str, Any]]) -> Rules:
    """Keys of a row: rule level pattern exception law quote suggestion effective_from effective_to, line optional.

    Dates as ISO text or date, "" or None for no last day. ValueError names the row whose pattern cannot be read.
    """
    counts: dict[str, int] = {}
    wording = []
    for row in rows:
        counts[row["rule"]] = counts.get(row["rule"], 0) + 1
        wording.append(_wording_rule(row, int(row.get("line") or counts[row["rule"]])))
    return Rules(wording=tuple(wording))


def _wording_rule(row: Mapping[str, Any], line: int) -> WordingRule:
    try:
        pattern = _compile(row["pattern"]) if row["pattern"] else None
        exceptions = _exceptions(row["exception"] or "")
    except (ValueError, re.error) as problem:
        raise ValueError(f"wording rule {row['rule']} {line}: {problem}") from problem
    first_day = _day(row["effective_from"])
    assert first_day is not None
    return WordingRule(
        rule=row["rule"],
        line=line,
        level=row["level"],
        law=row["law"],
        quote=row["quote"],
        suggestion=row["suggestion"],
        effective_from=first_day,
        effective_to=_day(row["effective_to"]),
        pattern=pattern,
        exceptions=exceptions,
        needs=_needed(pattern) if pattern else (),
    )


@lru_cache(maxsize=1024)
def _exceptions(text: str) -> Exceptions:
    """Lines of "before: regex", "after: regex", "clause: regex", "near: regex", "text: regex" or "type: CODE CODE"."""
    found: dict[str, list[str]] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        kind, colon, body = line.partition(":")
        if kind not in _KINDS or not colon:
            raise ValueError(f"an exception starts with one of {_KINDS}, not {line[:20]!r}")
        found.setdefault(kind, []).append(body.strip())
    return Exceptions(
        before=_compile(f"(?:{'|'.join(found['before'])})$") if "before" in found else None,
        after=_compile("|".join(found["after"])) if "after" in found else None,
        clause=_compile("|".join(found["clause"])) if "clause" in found else None,
        near=_compile("|".join(found["near"])) if "near" in found else None,
        text=_compile("|".join(found["text"])) if "text" in found else None,
        types=frozenset(" ".join(found.get("type", [])).split()),
    )


@lru_cache(maxsize=1024)
def _needed(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    return needed(pattern)


@lru_cache(maxsize=1024)
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern))


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None
