"""What the check takes and gives; plain values only, so that it runs without a database."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from decimal import Decimal

BLOCK, WARN, ALLOW = "block", "warn", "allow"


@dataclass(frozen=True)
class PostingText:
    """A posting as it would be published. Pay in yuan without board, lodging and allowances; None = not said.

    employment_type: a code of jobs.enums.EmploymentType or ""; pay_unit: month|day|hour|piece or "".
    more: further texts of the posting by field name, read like the body.
    """

    title: str = ""
    body: str = ""
    employment_type: str = ""
    pay_min: Decimal | None = None
    pay_max: Decimal | None = None
    pay_unit: str = ""
    hours_per_day: Decimal | None = None
    probation_months: Decimal | None = None
    pay_cycle_days: int | None = None
    headcount: int | None = None
    place: str = ""
    district: str = ""
    valid_until: date | None = None
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        return {"title": self.title, "body": self.body, **self.more}


@dataclass(frozen=True)
class Finding:
    """One thing wrong. `quote` stands at texts[field][start:end]; for a fact (pay, dates) start and end are 0.

    inline: the suggestion replaces words inside their clause; otherwise it is a clause of its own.
    """

    level: str
    rule: str
    law: str
    quote: str
    suggestion: str
    field: str
    start: int = 0
    end: int = 0
    inline: bool = False
    law_quote: str = ""
    line: int = 0

    @property
    def replaces(self) -> bool:
        """Whether a click can put the suggestion in place of the quote."""
        return self.end > self.start

    @property
    def blocks(self) -> bool:
        return self.level == BLOCK

    def at(self, field: str, start: int) -> "Finding":
        return replace(self, field=field, start=start, end=start + len(self.quote))

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True)
class Exceptions:
    """When a match is no finding: words right before or after it, in its clause or sentence, anywhere, or the kind of employment.

    types also knows PAY_GIVEN: the posting says what it pays.
    """

    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    clause: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    text: re.Pattern[str] | None = None
    types: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WordingRule:
    """One dated row. Without a pattern it holds the law and level of a fact (pay, hours, dates)."""

    rule: str
    line: int
    level: str
    law: str
    quote: str
    suggestion: str
    effective_from: date
    effective_to: date | None
    pattern: re.Pattern[str] | None
    exceptions: Exceptions
    needs: tuple[frozenset[str], ...] = ()

    def holds(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True)
class Floor:
    """Minimum wage of a district on the day, in yuan; doc is the number of the notice."""

    monthly: Decimal
    hourly: Decimal
    district: str
    doc: str = ""


@dataclass(frozen=True)
class Element:
    """A field without which nothing is published."""

    field: str
    label: str
    basis: str = ""


@dataclass(frozen=True)
class Rules:
    """Everything that differs by place or year. params: numbers by key, see facts.PARAMS for the keys that are read."""

    wording: tuple[WordingRule, ...] = ()
    floor: Floor | None = None
    mandatory: tuple[Element, ...] = ()
    params: Mapping[str, Decimal] = field(default_factory=dict)
