"""May this posting be published? Pure functions over plain values: no database, no clock, no settings."""

from datetime import date

from jobs.lawful import wording
from jobs.lawful.mend import apply_suggestion
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
    "check",
    "rules_from_rows",
]


def check(posting: PostingText, rules: Rules, *, on: date) -> list[Finding]:
    return wording.findings(posting, rules, on=on)
