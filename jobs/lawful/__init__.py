"""May this posting be published? Pure functions over plain values: no database, no clock, no settings."""

from datetime import date

from jobs.lawful import facts, wording
from jobs.lawful.mend import apply_suggestion, apply_suggestions
from jobs.lawful.model import Element, Finding, Floor, PostingText, Rules, WordingRule
from jobs.lawful.rows import rules_from_rows

__all__ = [
    "Element",
    "Finding",
    "Floor",
    "PostingText",
    "Rules",
    "WordingRule",
    "apply_suggestion",
    "apply_suggestions",
    "check",
    "check_wording",
    "rules_from_rows",
]


def check(posting: PostingText, rules: Rules, *, on: date) -> list[Finding]:
    """Everything wrong with a whole posting on that day: first its words in their order, then its figures."""
    return [*wording.findings(posting, rules, on=on), *facts.findings(posting, rules, on=on)]


def check_wording(text: str, rules: Rules, *, on: date) -> list[Finding]:
    """A sentence alone; `field` of the findings is "body"."""
    return wording.findings(PostingText(body=text), rules, on=on)
