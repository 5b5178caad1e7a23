"""The dated rows of `reference` as the plain values the check reads."""

from dataclasses import replace
from decimal import Decimal

from jobs.lawful.model import Element, Floor, PostingText, Rules
from jobs.lawful.rows import rules_from_rows
from reference.models import MandatoryElement
from reference.queries import local_rules, minimum_wage, wording_rules

TEXTS = ("duties", "requirements", "pay_note", "hours_note")


def rules_for(district, community, on) -> Rules:
    """Wording, floor of the district, mandatory elements and local numbers that hold that day. Four queries."""
    fields = (
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
    wage = minimum_wage(district, on) if district else None
    numbers = {
        key: Decimal(str(value)) for key, value in local_rules(community, on).items() if isinstance(value, int | float)
    }
    return replace(
        rules_from_rows(wording_rules(on).values(*fields)),
        floor=Floor(wage.monthly, wage.hourly, str(wage.area), wage.doc_no) if wage else None,
        mandatory=tuple(Element(row.field, row.label, row.basis) for row in MandatoryElement.objects.effective(on)),
        params=numbers,
    )


def posting_text(posting) -> PostingText:
    """Field names of the model, so that a finding names the field it stands in."""
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
        more={name: getattr(posting, name) for name in TEXTS},
    )
