"""What a finding says, and the lawful exceptions that hang on the kind of employment."""

from datetime import date

import pytest

from jobs.lawful import PostingText, check_wording
from jobs.lawful.wording import findings
from tests.jobs.lawful.conftest import ON


def found(rules, body, **facts):
    return findings(PostingText(body=body, **facts), rules, on=ON)


def test_a_guard_wanted_male_young_local_and_without_hepatitis(rules):
    four = check_wording("招男保安,35岁以下,本地户口优先,乙肝勿扰", rules, on=ON)

    assert [(f.rule, f.level) for f in four] == [
        ("sex", "block"),
        ("age", "warn"),
        ("hukou", "block"),
        ("health", "block"),
    ]
    assert [f.quote for f in four] == ["招男保安", "35岁以下", "本地户口优先", "乙肝勿扰"]
    assert all(f.law.startswith("《") and f.suggestion for f in four)


def test_mothers_are_addressed_by_time_and_place_not_by_sex(rules):
    blocks = [f for f in check_wording("女性优先,宝妈可做", rules, on=ON) if f.blocks]
    assert [f.suggestion for f in blocks] == ["可居家、时间自由"]


def test_public_welfare_posts_may_be_kept_for_people_in_hardship(rules):
    assert found(rules, "公益岗:限就业困难人员") == []
    assert found(rules, "限就业困难人员", employment_type="PUBLIC_WELFARE") == []
    assert [f.rule for f in found(rules, "限就业困难人员", employment_type="FULL_TIME")] == ["status"]


def test_work_the_law_keeps_women_from_is_a_basis_and_heaviness_alone_is_not(rules):
    assert found(rules, "矿山井下作业，限男性") == []
    assert [f.rule for f in found(rules, "搬运20公斤，限男性")] == ["sex"]


def test_a_food_post_may_ask_for_freedom_from_infection_and_an_office_may_not(rules):
    assert found(rules, "食堂帮厨，有健康证，无传染病") == []
    assert [f.rule for f in found(rules, "文员，无传染病史")] == ["health"]


def test_hourly_work_may_be_without_social_insurance_and_full_time_may_not(rules):
    assert found(rules, "没有社保", employment_type="PART_TIME") == []
    assert [f.level for f in found(rules, "没有社保", employment_type="FULL_TIME")] == ["warn"]
    assert [f.level for f in found(rules, "自愿放弃社保", employment_type="PART_TIME")] == ["block"]


def test_negotiable_pay_is_a_matter_only_where_no_pay_is_given(rules):
    assert [f.rule for f in found(rules, "工资面议")] == ["pay_vague"]
    assert found(rules, "工资面议", pay_min=3000) == []


def test_each_finding_names_the_text_it_stands_in(rules):
    posting = PostingText(title="女收银", body="早晚班", more={"requirements": "能站。限 本地 户口"})

    places = {f.field: (f.start, f.end, f.quote) for f in findings(posting, rules, on=ON)}

    assert places["title"][2] == "女收银"
    start, end, quote = places["requirements"]
    assert posting.more["requirements"][start:end] == quote == "限 本地 户口"


def test_two_texts_are_not_read_into_each_other(rules):
    assert findings(PostingText(title="不限", body="男装店招营业员"), rules, on=ON) == []
    assert findings(PostingText(title="要求", body="女装搭配"), rules, on=ON) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "，。！", "\u200b\ufeff", "🈲🈵", "\ud800"])
def test_empty_and_odd_texts_find_nothing(rules, text):
    assert check_wording(text, rules, on=ON) == []


def test_a_row_holds_between_its_days(rules):
    assert check_wording("招转培", rules, on=date(2026, 1, 1))
    assert check_wording("招转培", rules, on=date(2025, 12, 31)) == []
