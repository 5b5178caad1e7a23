"""Read the texts of a posting for what may not be said."""

import re
from collections.abc import Iterator
from datetime import date

from jobs.lawful.fold import Folded, views
from jobs.lawful.model import ALLOW, BLOCK, Exceptions, Finding, PostingText, Rules, WordingRule

# How far around a match its exceptions are looked for.
_NEAR = 40


def findings(posting: PostingText, rules: Rules, *, on: date) -> list[Finding]:
    """In the order of the posting's texts; of overlapping findings of one rule the gravest, then the longest stays."""
    texts = {name: views(text) for name, text in posting.texts.items() if text}
    whole = "。".join(view.text for seen in texts.values() for view in seen)
    rows = [row for row in rules.wording if row.pattern and row.holds(on)]
    allowed = {row.rule for row in rows if row.level == ALLOW and _allows(row, whole, posting)}
    rows = [row for row in rows if row.level != ALLOW and row.rule not in allowed and not _excused(row, whole, posting)]
    found = []
    for name, seen in texts.items():
        found += _without_overlaps(_read(name, posting.texts[name], seen, rows))
    return found


def _allows(row: WordingRule, whole: str, posting: PostingText) -> bool:
    """A row of level allow: a lawful basis for its rule, in the text or in the kind of employment."""
    return posting.employment_type in row.exceptions.types or bool(row.pattern and row.pattern.search(whole))


def _excused(row: WordingRule, whole: str, posting: PostingText) -> bool:
    exceptions = row.exceptions
    if posting.employment_type in exceptions.types:
        return True
    return bool(exceptions.text and exceptions.text.search(whole))


def _read(name: str, original: str, seen: list[Folded], rows: list[WordingRule]) -> list[Finding]:
    return [
        _finding(row, name, original, view, match)
        for view in seen
        for row in rows
        for match in _matches(row, view.text)
    ]


def _matches(row: WordingRule, text: str) -> Iterator[re.Match[str]]:
    assert row.pattern is not None
    at = 0
    while match := row.pattern.search(text, at):
        if match.end() == match.start() or _denied(row.exceptions, text, match):
            at = match.start() + 1
        else:
            yield match
            at = match.end()


def _denied(exceptions: Exceptions, text: str, match: re.Match[str]) -> bool:
    """A pattern whose beginning is optional names its heart (?P<at>…): "before" looks back from there."""
    start, end = match.span()
    heart = match.start("at") if match.re.groupindex.get("at") and match["at"] else start
    if exceptions.before and exceptions.before.search(_tail(text[max(0, heart - _NEAR) : heart])):
        return True
    head = text[end : end + _NEAR].split("。", 1)[0]
    if exceptions.after and exceptions.after.match(head):
        return True
    return bool(
        exceptions.near and exceptions.near.search(_tail(text[max(0, start - _NEAR) : start]) + match[0] + head)
    )


def _tail(before: str) -> str:
    return before.rsplit("。", 1)[-1]


def _finding(row: WordingRule, name: str, original: str, view: Folded, match: re.Match[str]) -> Finding:
    start, end = view.span(*match.span())
    groups = {
        group: original[slice(*view.span(*match.span(group)))] if match[group] else "" for group in match.groupdict()
    }
    return Finding(
        level=row.level,
        rule=row.rule,
        law=row.law,
        quote=original[start:end],
        suggestion=row.suggestion.format(**groups),
        field=name,
        start=start,
        end=end,
        inline="{" in row.suggestion,
        law_quote=row.quote,
        line=row.line,
    )


def _without_overlaps(found: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for one in sorted(found, key=lambda f: (f.level != BLOCK, -(f.end - f.start), f.start)):
        if not any(one.rule == other.rule and one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: (f.start, f.end))
