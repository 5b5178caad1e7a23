"""Other spellings are the same words, and the place in the employer's own text is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.lawful import check_wording
from jobs.lawful.fold import views
from tests.jobs.lawful.conftest import ON

MEN_ONLY = [
    "限男性",
    "限　男　性",
    "限 男 性",
    "限*男*性",
    "限.男.性",
    "限·男性",
    "限_男_性",
    "限\u200b男性",
    "限“男性”",
    "限♂",
    "僅限男性",
    "限男牲",
    "Ｍａｌｅ　ｏｎｌｙ",
    "xian nan xing",
]


@pytest.mark.parametrize("text", MEN_ONLY)
def test_pulled_apart_wide_or_traditional_it_is_still_men_only(rules, text):
    (finding,) = check_wording(f"保安两名，{text}，包吃", rules, on=ON)
    assert finding.rule == "sex"
    assert f"保安两名，{text}，包吃"[finding.start : finding.end] == finding.quote
    assert finding.quote.strip("“”") in text


@pytest.mark.parametrize(
    "text", ["押 金 200", "押-金200元", "押·金200", "乙 肝 勿 扰", "2 5 - 3 5 岁", "9 9 6", "本縣戶口優先"]
)
def test_other_words_too(rules, text):
    assert check_wording(text, rules, on=ON)


@pytest.mark.parametrize(
    "text", ["3-6岁幼儿", "电话 138 0013 8000", "8:30 - 17:00", "男 / 女 均可", "工资 3000 - 4000 元"]
)
def test_blanks_and_dashes_that_mean_something_stay(rules, text):
    assert check_wording(text, rules, on=ON) == []


@given(st.text(max_size=60))
def test_every_view_maps_back_into_the_original(text):
    for view in views(text):
        assert len(view.text) == len(view.places)
        assert list(view.places) == sorted(view.places)
        assert all(0 <= place < len(text) for place in view.places)
