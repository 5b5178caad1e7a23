"""What the figures of a posting must satisfy: the wage floor, hours, trial period, pay days, the elements it must have.

Level, law and wording stand in rows without a pattern, by rule name; numbers that an office sets come in `Rules.params`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from jobs.lawful.model import Finding, PostingText, Rules

# Read from Rules.params; a rule whose number nobody set is not applied.
PARAMS = (
    "day_hours",
    "monthly_work_days",
    "part_time_day_hours",
    "part_time_pay_cycle_days",
    "pay_cycle_days",
    "posting_max_days",
    "probation_long_months",
    "probation_max_months",
)
UNITS = {"month": "元/月", "day": "元/天", "hour": "元/小时", "piece": "元/件"}
# Not wages: a stipend, own work, piece-work (advice from trial pieces only).
_NO_FLOOR = {"INTERNSHIP", "FLEXIBLE", "PIECE_HOME"}
# No trial period at all.
_NO_PROBATION = {"PART_TIME", "DAY_LABOUR"}


def findings(posting: PostingText, rules: Rules, *, on: date) -> list[Finding]:
    judge = _Judge(posting, rules, on)
    return [
        finding
        for look in (
            judge.elements,
            judge.pay_range,
            judge.floor,
            judge.last_day,
            judge.probation,
            judge.hours,
            judge.cycle,
        )
        for finding in look()
    ]


class _Judge:
    def __init__(self, posting: PostingText, rules: Rules, on: date) -> None:
        self.posting, self.params, self.on = posting, rules.params, on
        self.wage, self.mandatory = rules.floor, rules.mandatory
        self.rows = {row.rule: row for row in rules.wording if row.pattern is None and row.holds(on)}

    def elements(self) -> Iterator[Finding]:
        for element in self.mandatory:
            if not _said(self.posting, element.field):
                field = "pay_min" if element.field == "pay" else element.field
                yield from self._found("mandatory", field, "", law=element.basis, label=element.label)

    def pay_range(self) -> Iterator[Finding]:
        low, high = self.posting.pay_min, self.posting.pay_max
        if low is not None and high is not None and high < low:
            yield from self._found("pay_order", "pay_max", f"{plain(low)}–{plain(high)}")

    def floor(self) -> Iterator[Finding]:
        pay = self.posting.pay_min if self.posting.pay_min is not None else self.posting.pay_max
        unit, kind = self.posting.pay_unit or "month", self.posting.employment_type
        if pay is None or pay <= 0 or unit == "piece" or kind in _NO_FLOOR:
            return
        if self.wage is None:
            yield from self._found("floor_unknown", "pay_min", "", district=self.posting.district or "工作地")
            return
        least, rule = self._least(unit, kind)
        if least is not None and pay < least:
            quote = f"{plain(pay)} {UNITS[unit]}"
            yield from self._found(
                rule, "pay_min", quote, least=plain(least), unit=UNITS[unit], district=self.wage.district
            )

    def _least(self, unit: str, kind: str) -> tuple[Decimal | None, str]:
        """The least pay for the unit, and under which rule: a day's share of the month is only a warning."""
        assert self.wage is not None
        if unit == "hour":
            return self.wage.hourly, "wage_floor"
        days = self.params.get("monthly_work_days")
        if unit == "day":
            return (_cents(self.wage.monthly / days) if days else None), "wage_floor_day"
        if kind != "PART_TIME":
            return self.wage.monthly, "wage_floor"
        hours = self.posting.hours_per_day or self.params.get("part_time_day_hours")
        return (_cents(self.wage.hourly * hours * days) if hours and days else None), "wage_floor_part_time"

    def last_day(self) -> Iterator[Finding]:
        until, longest = self.posting.valid_until, self.params.get("posting_max_days")
        if until is None:
            return
        if until < self.on:
            yield from self._found("valid_past", "valid_until", until.isoformat(), today=self.on.isoformat())
        elif longest and until > self.on + timedelta(days=int(longest)):
            latest = self.on + timedelta(days=int(longest))
            yield from self._found(
                "valid_long", "valid_until", until.isoformat(), days=plain(longest), latest=latest.isoformat()
            )

    def probation(self) -> Iterator[Finding]:
        months = self.posting.probation_months
        if not months or months <= 0:
            return
        most, long = self.params.get("probation_max_months"), self.params.get("probation_long_months")
        quote = f"试用期 {plain(months)} 个月"
        if self.posting.employment_type in _NO_PROBATION:
            yield from self._found("probation_none", "probation_months", quote)
        elif most is not None and months > most:
            yield from self._found("probation_max", "probation_months", quote, most=plain(most))
        elif long is not None and months > long:
            yield from self._found("probation_long", "probation_months", quote, most=plain(long))

    def hours(self) -> Iterator[Finding]:
        part_time = self.posting.employment_type == "PART_TIME"
        most = self.params.get("part_time_day_hours" if part_time else "day_hours")
        hours = self.posting.hours_per_day
        if hours and most and hours > most:
            rule = "part_time_hours" if part_time else "day_hours"
            yield from self._found(rule, "hours_per_day", f"每天 {plain(hours)} 小时", most=plain(most))

    def cycle(self) -> Iterator[Finding]:
        part_time = self.posting.employment_type == "PART_TIME"
        most = self.params.get("part_time_pay_cycle_days" if part_time else "pay_cycle_days")
        days = self.posting.pay_cycle_days
        if days and most and days > most:
            rule = "part_time_pay_cycle" if part_time else "pay_cycle"
            yield from self._found(rule, "pay_cycle_days", f"{days} 天发一次", most=plain(most))

    def _found(self, rule: str, field: str, quote: str, *, law: str = "", **words: str) -> Iterator[Finding]:
        row = self.rows.get(rule)
        if row is not None:
            suggestion = row.suggestion.format(**words)
            yield Finding(row.level, rule, law or row.law, quote, suggestion, field, law_quote=row.quote, line=row.line)


def _said(posting: PostingText, field: str) -> bool:
    """Whether a mandatory element is there; elements this posting has no field for are not asked."""
    if field == "pay":
        return any(pay is not None and pay > 0 for pay in (posting.pay_min, posting.pay_max))
    if field == "headcount":
        return posting.headcount is not None and posting.headcount > 0
    if field == "body":
        return any(text.strip() for name, text in posting.texts.items() if name != "title")
    if field in ("title", "place", "valid_until"):
        value = getattr(posting, field)
        return bool(value.strip() if isinstance(value, str) else value)
    return True


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def plain(number: Decimal | int) -> str:
    """2330.00 -> 2330, 2.50 -> 2.5"""
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
