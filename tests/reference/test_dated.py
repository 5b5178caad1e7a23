"""Wages, settings and wording by place and day."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from reference import actions, queries
from reference.models import Area, LocalRule, MandatoryElement, MinimumWage
from tests.factories import reference as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "on", "monthly", "hourly"),
    [
        ("500107", date(2026, 11, 20), "2330", "23"),
        ("500107", date(2025, 1, 1), "2330", "23"),
        ("500107", date(2024, 12, 31), "2100", "21"),
        ("500107", date(2022, 4, 1), "2100", "21"),
        ("500103", date(2026, 1, 1), "2330", "23"),
        ("500113", date(2023, 6, 1), "2100", "21"),
        ("500229", date(2026, 1, 1), "2200", "22"),
        ("500229", date(2024, 1, 1), "2000", "20"),
    ],
)
def test_minimum_wage_by_district_and_day(code, on, monthly, hourly):
    wage = queries.minimum_wage(make.district(code), on)
    assert (wage.monthly, wage.hourly) == (Decimal(monthly), Decimal(hourly))


def test_a_district_whose_tier_is_not_known_gets_the_lowest_of_the_province():
    assert queries.minimum_wage(make.district("500229"), date(2026, 1, 1)).area.name == "重庆市"


@pytest.mark.parametrize(("code", "on"), [("500107", date(2022, 3, 31)), ("510802", date(2026, 1, 1))])
def test_no_wage_is_made_up(code, on):
    assert queries.minimum_wage(make.district(code), on) is None


def test_a_community_has_its_district_s_wage():
    assert queries.minimum_wage(make.community(), date(2026, 11, 20)).monthly == 2330


def test_an_invented_district_may_have_its_own():
    province = Area.objects.get(official_code="500000")
    invented = make.area("district", "云溪区", province, invented=True)
    MinimumWage.objects.create(
        area=invented, tier=1, monthly=2180, hourly=21, effective_from=date(2025, 1, 1), invented=True
    )
    assert queries.minimum_wage(invented, date(2026, 1, 1)).invented


def test_one_query_for_a_wage(django_assert_num_queries):
    community = make.community()
    with django_assert_num_queries(1):
        assert queries.minimum_wage(community, date(2026, 1, 1)).area.name == "九龙坡区"


def test_a_rule_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError):
        LocalRule.objects.create(
            key="reply_days", value=1, effective_from=date(2026, 1, 2), effective_to=date(2026, 1, 1)
        )


class TestLocalRules:
    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("reply_days", 3),
            ("report_answer_days", 2),
            ("posting_default_days", 30),
            ("posting_max_days", 90),
            ("verification_months", 6),
            ("walking_speed_kmh", 4),
            ("detour", 1.3),
            ("seeking_days", 90),
            ("monthly_work_days", 21.75),
            ("apply_limits", {"number_per_day": 5, "door_per_hour": 60}),
        ],
    )
    def test_shipped_settings(self, key, value):
        assert queries.local_rule(None, key, date(2026, 11, 20)) == value
        assert queries.local_rule(make.district(), key, date(2026, 11, 20)) == value

    def test_the_nearest_area_wins(self):
        community = make.community()
        day = date(2026, 5, 1)
        actions.set_local_rule(by=None, area=community.district, key="reply_days", value=5, effective_from=day)
        assert queries.local_rule(community, "reply_days", day) == 5
        actions.set_local_rule(by=None, area=community, key="reply_days", value=2, effective_from=day)
        assert queries.local_rule(community, "reply_days", day) == 2
        assert queries.local_rule(make.community(), "reply_days", day) == 5
        assert queries.local_rule(None, "reply_days", day) == 3

    def test_a_later_row_of_the_same_area_wins_from_its_day_on(self):
        for day, value in ((date(2026, 1, 1), 4), (date(2026, 7, 1), 6)):
            actions.set_local_rule(by=None, area=None, key="reply_days", value=value, effective_from=day)
        seen = [queries.local_rule(None, "reply_days", date(2026, month, 1)) for month in (1, 6, 7)]
        assert seen == [4, 4, 6]

    def test_a_place_whose_code_begins_alike_is_not_above(self):
        near = make.area("community", "甲", make.district(), official_code="50010701")
        other = make.area("community", "乙", make.district(), official_code="500107011")
        actions.set_local_rule(by=None, area=near, key="reply_days", value=9, effective_from=date(2026, 1, 1))
        assert queries.local_rule(other, "reply_days", date(2026, 2, 1)) == 3

    def test_a_setting_nobody_made_is_an_error(self):
        with pytest.raises(LookupError, match="no_such_key"):
            queries.local_rule(None, "no_such_key")

    def test_one_query(self, django_assert_num_queries):
        community = make.community()
        with django_assert_num_queries(1):
            assert len(queries.local_rules(community, date(2026, 1, 1))) >= 20

    def test_speeds_are_settings(self):
        community = make.community()
        actions.set_local_rule(
            by=None, area=community, key="walking_speed_kmh", value=3, effective_from=date(2026, 1, 1)
        )
        assert queries.speeds(community, date(2026, 2, 1)).walking_kmh == 3
        assert queries.speeds(None, date(2026, 2, 1)).walking_kmh == 4
        assert queries.speeds(None, date(2026, 2, 1)).detour == pytest.approx(1.3)


def test_mandatory_elements_of_the_notice():
    today = set(MandatoryElement.objects.effective(date(2026, 11, 20)).values_list("field", flat=True))
    assert {"employer", "headcount", "conditions", "body", "place", "pay", "valid_until"} <= today
    before = set(MandatoryElement.objects.effective(date(2025, 12, 31)).values_list("field", flat=True))
    assert "valid_until" not in before
    assert "headcount" in before
