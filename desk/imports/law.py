"""Asks the posting check about every free word of a row and about its pay, and speaks of cells instead of fields."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from desk.imports.findings import BLOCK, FLAG
from desk.imports.openings import OpeningRow
from jobs.lawful import Finding, PostingText, Rules, check

# Of what the check says about figures: pay and trial period. Missing elements and days are told in the sheet's own words.
FACTS = {"wage_floor", "wage_floor_day", "wage_floor_part_time", "probation_none", "probation_max"}
COLUMNS = {"pay_min": "工资待遇", "probation_months": "试用期"}


class Law:
    """`rules_of(district)` gives the rules of a day for a district (None: the community's)."""

    def __init__(self, rules_of: Callable[[object], Rules], on: date):
        self.rules_of, self.on, self.rules = rules_of, on, {}
        self.ask = lru_cache(maxsize=50_000)(self._ask)

    def judge(self, opening: OpeningRow, district) -> None:
        """Adds block and flag findings to the row."""
        if district not in self.rules:
            self.rules[district] = self.rules_of(district)
        kind = opening.employment_type
        # Words are read one by one first, which is remembered: a basis elsewhere in the row can only excuse them.
        if any(self.ask(district, kind, ((header, text),)) for header, text in opening.texts):
            self.tell(opening, self.ask(district, kind, joined(opening.texts)))
        self.tell(opening, self.ask(district, kind, (), opening.pay.low, opening.pay.unit, opening.probation_months))

    def _ask(
        self, district, kind: str, texts: tuple, low=None, unit: str = "", probation: int | None = None
    ) -> list[Finding]:
        posting = PostingText(
            employment_type=kind, pay_min=low, pay_unit=unit, probation_months=probation, more=dict(texts)
        )
        found = check(posting, self.rules[district], on=self.on)
        return [each for each in found if (each.replaces if texts else each.rule in FACTS)]

    def tell(self, opening: OpeningRow, found: list[Finding]) -> None:
        for each in found:
            if opening.pay.missing and each.rule == "pay_vague":
                continue  # said already: no pay was promised
            column = COLUMNS.get(each.field, each.field)
            opening.add(BLOCK if each.blocks else FLAG, column, f"law-{each.rule}".replace("_", "-"), told(each))

    def without_floor(self) -> list[str]:
        """Names of the districts for which no minimum wage is known that day."""
        return [str(district or "本社区") for district, rules in self.rules.items() if rules.floor is None]


def joined(texts: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """One text for each header; two columns of one name are read one after the other."""
    out = {}
    for header, text in texts:
        out[header] = f"{out[header]};{text}" if header in out else text
    return tuple(out.items())


def told(found: Finding) -> str:
    """The words, why, and what may stand there instead."""
    advice = f"可以改成：{found.suggestion.rstrip('。')}。" if found.suggestion else "请问单位改掉。"
    why = f"（{found.law}）" if found.law else ""
    if found.rule.startswith("wage_floor"):
        return f"{found.quote}低于最低工资{why}，{'改了才能发布' if found.blocks else '请核对'}。{advice}"
    if found.blocks:
        return f"「{found.quote}」法律不允许这样写{why}，改了才能发布。{advice}"
    return f"「{found.quote}」不妥{why}，审核时要改或写明理由。{advice}"
