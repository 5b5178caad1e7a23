"""One click per finding, and the posting can be published."""

import pytest

from jobs.lawful import Finding, apply_suggestion, apply_suggestions, check_wording
from tests.jobs.lawful.conftest import ON, sentences


def mended(text, rules):
    return apply_suggestions(text, check_wording(text, rules, on=ON))


def test_no_suggestion_needs_another_one(rules):
    for row in rules.wording:
        if row.pattern is not None and row.level != "allow":
            text = row.suggestion.format(head="招", job="保安")
            assert text, row.rule
            assert check_wording(text, rules, on=ON) == [], text


def test_after_all_suggestions_nothing_blocks(rules):
    left = {}
    for row in sentences():
        text = mended(row["text"], rules)
        blocks = [f.quote for f in check_wording(text, rules, on=ON) if f.blocks]
        if blocks:
            left[row["text"]] = (text, blocks)
    assert left == {}


def test_findings_clicked_one_by_one_end_the_same_way(rules):
    text = "客服，未婚女性，形象好，自愿放弃社保，押金200"
    clicks = 0
    while blocks := [f for f in check_wording(text, rules, on=ON) if f.blocks]:
        text = apply_suggestion(text, blocks[0])
        clicks += 1
    assert clicks <= 5
    assert "不收任何费用" in text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("限女性，能爬 6 楼；本地户口优先。", "爱干净、做事细，男女都行，能爬 6 楼；能按时到岗。"),
        ("招男保安两名，夜班", "招保安（男女都行）两名，夜班"),
        ("急招女工20名", "急招工人（男女都行）20名"),
        ("入职需签署自愿放弃社保承诺书", "按规定缴社保"),
        ("面试时收取体检费150元，包吃", "入职不收任何费用，工具、工装由单位提供，包吃"),
        ("前台文员（限女性）", "前台文员（爱干净、做事细，男女都行）"),
        ("本村的先来，外村靠后", "能按时到岗"),
    ],
)
def test_the_sentence_stays_a_sentence(rules, text, whole):
    assert mended(text, rules) == whole


def test_overlapping_findings_get_one_replacement(rules):
    found = check_wording("已婚女性优先", rules, on=ON)
    assert {f.rule for f in found} == {"marriage", "sex"}
    assert mended("已婚女性优先", rules) == "时间安排得开即可，不问婚育，爱干净、做事细，男女都行"


def test_a_text_that_was_changed_meanwhile_is_refused(rules):
    (finding,) = check_wording("限女性", rules, on=ON)
    with pytest.raises(ValueError, match="no longer"):
        apply_suggestion("男女不限", finding)


def test_a_figure_cannot_be_replaced_in_a_text():
    with pytest.raises(ValueError, match="figure"):
        apply_suggestion("2100", Finding("block", "wage_floor", "", "2100 元/月", "改到2330", "pay_min"))
