"""Figures: the wage floor, trial period, hours, pay days, what must be there, until when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jobs.lawful import PostingText, check
from tests.jobs.lawful.conftest import ON

LAWFUL = PostingText(
    title="小区保洁员",
    body="扫 4 个单元的楼道，收垃圾",
    employment_type="FULL_TIME",
    pay_min=Decimal(2600),
    pay_max=Decimal(2800),
    pay_unit="month",
    hours_per_day=Decimal("7.5"),
    probation_months=Decimal(1),
    pay_cycle_days=30,
    headcount=3,
    place="B区 9栋 物业办公室",
    district="九龙坡区",
    valid_until=date(2026, 12, 20),
)

BY_THE_DAY = {"pay_max": None, "pay_unit": "day", "employment_type": "DAY_LABOUR", "probation_months": None}


def judged(rules, **changes):
    return [(f.rule, f.level) for f in check(replace(LAWFUL, **changes), rules, on=ON)]


def test_a_lawful_posting_finds_nothing(whole_rules):
    assert judged(whole_rules) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"pay_min": Decimal("2329.99")}, [("wage_floor", "block")]),
        ({"pay_min": Decimal(2330)}, []),
        ({"pay_min": None, "pay_max": Decimal(2000)}, [("wage_floor", "block")]),
        ({"pay_min": Decimal(22), "pay_max": None, "pay_unit": "hour"}, [("wage_floor", "block")]),
        ({"pay_min": Decimal(23), "pay_max": None, "pay_unit": "hour"}, []),
        ({**BY_THE_DAY, "pay_min": Decimal(107)}, [("wage_floor_day", "warn")]),
        ({**BY_THE_DAY, "pay_min": Decimal("107.13")}, []),
        ({"pay_min": Decimal("0.12"), "pay_max": None, "pay_unit": "piece", "employment_type": "PIECE_HOME"}, []),
        ({"pay_min": Decimal(1500), "employment_type": "OVER_AGE"}, [("wage_floor", "block")]),
        ({"pay_min": Decimal(1500), "employment_type": "PUBLIC_WELFARE"}, [("wage_floor", "block")]),
        ({"pay_min": Decimal(1500), "employment_type": "INTERNSHIP"}, []),
        ({"pay_max": Decimal(2500)}, [("pay_order", "block")]),
    ],
)
def test_pay(whole_rules, changes, expected):
    assert judged(whole_rules, **changes) == expected


def test_part_time_by_the_month_is_counted_by_its_hours(whole_rules):
    part_time = {
        "employment_type": "PART_TIME",
        "probation_months": None,
        "hours_per_day": Decimal(4),
        "pay_cycle_days": 15,
    }
    assert judged(whole_rules, pay_min=Decimal(1900), **part_time) == [("wage_floor_part_time", "warn")]
    assert judged(whole_rules, pay_min=Decimal(2001), **part_time) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"probation_months": Decimal(7)}, [("probation_max", "block")]),
        ({"probation_months": Decimal(6)}, [("probation_long", "warn")]),
        ({"probation_months": Decimal(2)}, []),
        ({"probation_months": Decimal(0)}, []),
        ({"hours_per_day": Decimal("8.5")}, [("day_hours", "warn")]),
        ({"pay_cycle_days": 32}, [("pay_cycle", "block")]),
        ({"valid_until": date(2026, 11, 19)}, [("valid_past", "block")]),
        ({"valid_until": ON}, []),
        ({"valid_until": date(2027, 2, 19)}, [("valid_long", "warn")]),
        ({"valid_until": date(2027, 2, 18)}, []),
    ],
)
def test_trial_hours_pay_days_and_last_day(whole_rules, changes, expected):
    assert judged(whole_rules, **changes) == expected


def test_part_time_has_its_own_limits(whole_rules):
    found = judged(
        whole_rules,
        employment_type="PART_TIME",
        pay_min=Decimal(25),
        pay_max=None,
        pay_unit="hour",
        hours_per_day=Decimal(5),
        pay_cycle_days=30,
    )
    assert found == [("probation_none", "block"), ("part_time_hours", "warn"), ("part_time_pay_cycle", "block")]


def test_what_is_missing_is_named_by_its_field(whole_rules):
    found = check(PostingText(title="保洁员"), whole_rules, on=ON)
    assert {f.field for f in found if f.rule == "mandatory"} == {"headcount", "body", "place", "pay_min", "valid_until"}
    assert all(f.blocks and not f.replaces for f in found)


def test_nobody_and_nothing_count_as_missing(whole_rules):
    assert judged(whole_rules, headcount=0) == [("mandatory", "block")]
    assert judged(whole_rules, pay_min=Decimal(0), pay_max=None) == [("mandatory", "block")]


def test_an_unknown_floor_is_for_the_officer_to_look_at(whole_rules):
    assert judged(replace(whole_rules, floor=None)) == [("floor_unknown", "warn")]


def test_the_suggestion_names_floor_and_district(whole_rules):
    (finding,) = check(replace(LAWFUL, pay_min=Decimal(2100)), whole_rules, on=ON)
    assert finding.quote == "2100 元/月"
    assert "2330元/月" in finding.suggestion
    assert "九龙坡区" in finding.suggestion
