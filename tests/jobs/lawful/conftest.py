"""The shipped rows, read from the file they are shipped in; no database."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jobs.lawful import Element, Floor, rules_from_rows

HERE = Path(__file__).parent
ROWS = HERE.parents[2] / "reference" / "data" / "wording_rules.csv"
ON = date(2026, 11, 20)


def rows() -> list[dict[str, str]]:
    with ROWS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sentences() -> list[dict[str, str]]:
    with (HERE / "sentences.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="session")
def rules():
    return rules_from_rows(rows())


@pytest.fixture(scope="session")
def whole_rules(rules):
    """Also a floor, mandatory elements and numbers, as an office in 九龙坡 has them."""
    fields = ("title", "headcount", "body", "place", "pay", "valid_until", "source")
    numbers = {
        "day_hours": 8,
        "monthly_work_days": Decimal("21.75"),
        "part_time_day_hours": 4,
        "part_time_pay_cycle_days": 15,
        "pay_cycle_days": 31,
        "posting_max_days": 90,
        "probation_long_months": 2,
        "probation_max_months": 6,
    }
    return replace(
        rules,
        floor=Floor(Decimal(2330), Decimal(23), "九龙坡区"),
        mandatory=tuple(Element(field, field, "条例") for field in fields),
        params={key: Decimal(value) for key, value in numbers.items()},
    )
