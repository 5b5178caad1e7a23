"""The dated rows of `reference` as the plain values the check reads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from jobs.lawful.model import Element, Floor, PostingText, Rules
from jobs.lawful.rows import rules_from_rows
from reference.models import Area, MandatoryElement
from reference.queries import local_rules, minimum_wage, wording_rules

TEXTS = ("duties", "requirements", "pay_note", "hours_note", "insurance_note")
COLUMNS = (
    "rule",
    "line",
    "level",
    "pattern",
    "exception",
    "law",
    "quote",
    "suggestion",
    "effective_from",
    "effective_to",
)


def rules_for(district: Area | None, community: Area | None, on: date) -> Rules:
    """Wording, floor of the district, mandatory elements and local numbers that hold that day. Four queries."""
    wage = minimum_wage(district, on) if district else None
    return replace(
        rules_from_rows(wording_rules(on).values(*COLUMNS)),
        floor=Floor(wage.monthly, wage.hourly, str(district), wage.doc_no) if wage else None,
        mandatory=tuple(Element(row.field, row.label, row.basis) for row in MandatoryElement.objects.effective(on)),
        params=_numbers(local_rules(community, on)),
    )


def _numbers(values: dict[str, object]) -> dict[str, Decimal]:
    return {key: Decimal(str(value)) for key, value in values.items() if isinstance(value, int | float)}


def posting_text(posting) -> PostingText:
    """Of a jobs.models.Posting; the texts keep the names of its fields, so that a finding names where it stands."""
    return PostingText(
        title=posting.title,
        employment_type=posting.employment_type,
        pay_min=posting.pay_min,
        pay_max=posting.pay_max,
        pay_unit=posting.pay_unit,
        hours_per_day=posting.hours_per_day,
        probation_months=posting.probation_months,
        pay_cycle_days=posting.pay_cycle_days,
        headcount=posting.headcount,
        place=posting.address,
        district=str(posting.district or ""),
        valid_until=posting.valid_until,
        more={name: getattr(posting, name) or "" for name in TEXTS},
    )
