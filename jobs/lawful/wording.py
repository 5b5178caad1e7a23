"""Read the texts of a posting for what may not be said."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from jobs.lawful.fold import Folded, views
from jobs.lawful.model import ALLOW, BLOCK, Exceptions, Finding, PostingText, Rules, WordingRule

# How far around a match its exceptions are looked for.
_NEAR = 40
# One payment is one finding, whatever it is called: the longest phrase says best what is wrong.
_MONEY = {"fee", "training", "scam"}


def findings(posting: PostingText, rules: Rules, *, on: date) -> list[Finding]:
    """In the order of the posting's texts; of overlapping findings of one rule the gravest, then the longest stays."""
    texts = {name: text for name, text in posting.texts.items() if text}
    original = "\n".join(texts.values())
    seen = views(original)
    rows = [row for row in rules.wording if row.pattern and row.holds(on)]
    found = [
        _finding(row, original, view, match)
        for view in seen
        for row in _within_reach(rows, view.text)
        for match in _matches(row, view.text)
        if not _excused(row, view.text, posting)
    ]
    lawful = _lawful_basis({one.rule for one in found}, rows, seen, posting)
    return _by_field(_without_overlaps([one for one in found if one.rule not in lawful]), texts)


def _within_reach(rows: list[WordingRule], text: str) -> Iterator[WordingRule]:
    chars = set(text)
    for row in rows:
        if row.level != ALLOW and not any(needs.isdisjoint(chars) for needs in row.needs):
            yield row


def _lawful_basis(found: set[str], rows: list[WordingRule], seen: list[Folded], posting: PostingText) -> set[str]:
    """Rules for which a row of level allow names a lawful basis, in the text or in the kind of employment."""
    return {
        row.rule
        for row in rows
        if row.level == ALLOW
        and row.rule in found
        and (posting.employment_type in row.exceptions.types or any(_in(row, view.text) for view in seen))
    }


def _in(row: WordingRule, text: str) -> bool:
    return bool(row.pattern and row.pattern.search(text))


def _excused(row: WordingRule, text: str, posting: PostingText) -> bool:
    exceptions = row.exceptions
    if exceptions.types and (posting.employment_type in exceptions.types or _pay_given(exceptions, posting)):
        return True
    return bool(exceptions.text and exceptions.text.search(text))


def _pay_given(exceptions: Exceptions, posting: PostingText) -> bool:
    return "PAY_GIVEN" in exceptions.types and posting.pay_min is not None


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
    if exceptions.before and exceptions.before.search(_before(text, heart, "。")):
        return True
    if exceptions.after and exceptions.after.match(_after(text, end, "。")):
        return True
    return any(
        pattern.search(_before(text, start, stop) + match[0] + _after(text, end, stop))
        for pattern, stop in ((exceptions.clause, ","), (exceptions.near, "。"))
        if pattern
    )


def _before(text: str, place: int, stop: str) -> str:
    """Back to the beginning of the sentence (stop 。) or of the clause (stop ,)."""
    sentence = text[max(0, place - _NEAR) : place].rsplit("。", 1)[-1]
    return sentence.rsplit(stop, 1)[-1]


def _after(text: str, place: int, stop: str) -> str:
    sentence = text[place : place + _NEAR].split("。", 1)[0]
    return sentence.split(stop, 1)[0]


def _finding(row: WordingRule, original: str, view: Folded, match: re.Match[str]) -> Finding:
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
        field="",
        start=start,
        end=end,
        inline="{" in row.suggestion,
        law_quote=row.quote,
        line=row.line,
    )


def _without_overlaps(found: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    taken: set[tuple[str, int]] = set()
    for one in sorted(found, key=lambda f: (f.level != BLOCK, f.start - f.end, f.start)):
        places = {(_kin(one), place) for place in range(one.start, one.end)}
        if taken.isdisjoint(places):
            kept.append(one)
            taken |= places
    return sorted(kept, key=lambda f: (f.start, f.end))


def _kin(finding: Finding) -> str:
    return "money" if finding.rule in _MONEY else finding.rule


def _by_field(found: list[Finding], texts: dict[str, str]) -> list[Finding]:
    """Offsets counted from the start of the text each finding stands in."""
    names = list(texts)
    bases = [0, *accumulate(len(text) + 1 for text in texts.values())]
    placed = []
    for one in found:
        index = bisect_right(bases, one.start) - 1
        placed.append(one.at(names[index], one.start - bases[index]))
    return placed
