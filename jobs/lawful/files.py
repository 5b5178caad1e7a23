"""A posting as a JSON object, read leniently: what cannot be read counts as not said, and the check says so."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from jobs.lawful.model import PostingText

_LARGEST = Decimal(10) ** 9


def posting_from(document: Mapping[str, Any], employment_types: frozenset[str]) -> PostingText:
    """ValueError (plain Chinese) for a code nobody knows. 面议 as pay or 长期 as last day is nothing definite: None."""
    said = document.get
    return PostingText(
        title=_text(said("title")),
        body=_text(said("body")),
        place=_text(said("place")),
        district=_text(said("district")),
        pay_min=_amount(said("pay_min")),
        pay_max=_amount(said("pay_max")),
        hours_per_day=_amount(said("hours_per_day")),
        probation_months=_amount(said("probation_months")),
        headcount=_count(said("headcount")),
        pay_cycle_days=_count(said("pay_cycle_days")),
        employment_type=_code(document, "employment_type", employment_types),
        pay_unit=_code(document, "pay_unit", frozenset(("month", "day", "hour", "piece"))),
        valid_until=_day(said("valid_until")),
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _amount(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        amount = Decimal(str(value).strip().replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < _LARGEST else None


def _count(value: Any) -> int | None:
    amount = _amount(value)
    return int(amount) if amount is not None and amount == amount.to_integral_value() else None


def _code(document: Mapping[str, Any], name: str, known: frozenset[str]) -> str:
    code = _text(document.get(name)).strip()
    if code and code not in known:
        raise ValueError(f"{name} 里的「{code[:30]}」不认识；可以写：{'、'.join(sorted(known))}")
    return code


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        return None
