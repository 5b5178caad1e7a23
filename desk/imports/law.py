"""Asks the posting check about every free word of a row and about its pay, and speaks of cells instead of fields."""

from collections.abc import Callable
from datetime import date

from desk.imports.findings import BLOCK, FLAG
from desk.imports.openings import OpeningRow
from jobs.lawful import Finding, PostingText, Rules, check

FLOOR_RULES = ("wage_floor",)


class Law:
    """`rules_of(district)` gives the rules of a day for a district (None: the community's). Remembers what it asked."""

    def __init__(self, rules_of: Callable[[object], Rules], on: date):
        self.rules_of, self.on, self.asked, self.rules = rules_of, on, {}, {}

    def judge(self, opening: OpeningRow, district) -> None:
        """Adds block and flag findings to the row."""
        rules = self.rules.get(district)
        if rules is None:
            rules = self.rules[district] = self.rules_of(district)
        posting = text_of(opening)
        key = (district, posting.employment_type, posting.pay_min, posting.pay_unit, tuple(opening.texts))
        if key not in self.asked:
            self.asked[key] = check(posting, rules, on=self.on)
        for found in self.asked[key]:
            if found.end > found.start or found.rule in FLOOR_RULES:
                opening.add(BLOCK if found.blocks else FLAG, found.field, f"law-{found.rule}".replace("_", "-"), told(found))


def text_of(opening: OpeningRow) -> PostingText:
    more = {}
    for header, text in opening.texts:
        more[header] = f"{more[header]};{text}" if header in more else text
    return PostingText(
        employment_type=opening.employment_type,
        pay_min=opening.pay.low,
        pay_max=opening.pay.high,
        pay_unit=opening.pay.unit,
        hours_per_day=opening.hours.per_day,
        probation_months=opening.probation_months,
        headcount=opening.headcount,
        place=opening.place,
        valid_until=opening.valid_until,
        more=more,
    )


def told(found: Finding) -> str:
    """The words, why, and what may stand there instead."""
    advice = f"可以改成:{found.suggestion}。" if found.suggestion else "请问单位改掉再发。"
    why = f"({found.law})" if found.law else ""
    if found.blocks:
        return f"「{found.quote}」法律不允许这样写{why},只能先存草稿。{advice}"
    return f"「{found.quote}」不妥{why},审核时要改或写明理由。{advice}"
