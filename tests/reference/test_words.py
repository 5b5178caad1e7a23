"""Everyday words lead to the occupation, skill or certificate they mean."""

import pytest

from reference import queries
from reference.words import WordIndex
from tests.reference.phrases import pairs

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def occupations(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return queries.occupation_index()


def test_there_are_enough_phrases():
    assert len({phrase for phrase, _name in pairs()}) >= 400


@pytest.mark.parametrize(("phrase", "name"), pairs())
def test_phrase_leads_to_occupation(phrase, name, occupations):
    found = occupations.find(phrase)
    assert [match.owner.name for match in found[:1]] == [name]


@pytest.mark.parametrize(
    "text", ["", "随便", "离家近的", "不上夜班", "无", "/", "面议", "接送孩子，9点到4点", "3000元"]
)
def test_what_names_no_work_finds_none(text, occupations):
    assert occupations.find(text) == []


def test_a_shared_word_finds_both(occupations):
    assert [match.owner.name for match in occupations.find("车工")] == ["车工", "缝纫工"]
    assert [match.owner.name for match in occupations.find("门卫")] == ["门卫", "保安员"]


def test_two_kinds_of_work_in_one_cell(occupations):
    names = [match.owner.name for match in occupations.find("保洁、洗碗、超市收银")]
    assert sorted(names) == ["保洁员", "收银员", "洗碗工"]


def test_the_whole_text_is_exact_and_a_part_is_not(occupations):
    assert occupations.find("月嫂")[0].exact
    assert not occupations.find("招月嫂一名")[0].exact


def test_full_width_and_spaces_do_not_matter(occupations):
    assert occupations.find(" ｃｎｃ 操作工 ")[0].owner.name == "数控机床操作工"


def test_search_is_widened_by_words_of_the_same_work():
    words = queries.expand("门卫")
    assert {"门卫", "保安", "安保", "保安员", "守门"} <= words
    assert queries.expand("保洁") >= {"保洁", "清洁工", "打扫卫生"}


def test_search_for_something_else_stays_as_it_is():
    assert queries.expand("宏发物流") == {"宏发物流"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("缝纫", ["踩缝纫机"]),
        ("会踩缝纫机", ["踩缝纫机"]),
        ("开拖拉机", ["开拖拉机"]),
        ("摆过摊卖水果", ["卖货"]),
        ("种菜", ["种菜"]),
        ("刺绣、十字绣", ["刺绣"]),
        ("会电脑打字", ["用电脑"]),
        ("驾驶C1", ["开小车"]),
        ("会开叉车(有证)", ["开叉车"]),
        ("挡车工二十年", ["看织机"]),
        ("手工编织", ["编织"]),
        ("收银", ["收银"]),
        ("带过孩子", ["带孩子"]),
        ("家政，带过孩子", ["做家务", "带孩子"]),
        ("无", []),
        ("/", []),
    ],
)
def test_skills_by_their_words(text, names):
    assert sorted({match.owner.name for match in queries.skills_for(text)}) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("有健康证", ["健康证"]),
        ("电工证、焊工证", ["低压电工作业证", "焊接与热切割作业证"]),
        ("C1驾照", ["小型汽车驾驶证(C1)"]),
        ("驾驶证B2", ["大型货车驾驶证(B2)", "小型汽车驾驶证(C1)"]),
        ("保安证", ["保安员证"]),
        ("育婴师证", ["育婴员证"]),
        ("会开叉车（有叉车证）", ["叉车证"]),
        ("持特种作业证", ["特种作业操作证"]),
        ("厨师证，健康证", ["中式烹调师证", "健康证"]),
        ("没有证", []),
    ],
)
def test_certificates_by_their_words(text, names):
    assert sorted(match.owner.name for match in queries.certificates_for(text)) == sorted(names)


def test_an_index_costs_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        index = queries.occupation_index()
    with django_assert_num_queries(0):
        queries.occupations_for("招洗碗工", index)
        queries.expand("保安", index)


class TestWordIndex:
    def test_a_word_inside_a_longer_one_does_not_count(self):
        index = WordIndex([("车工", "turner"), ("叉车工", "forklift")])
        assert [match.owner for match in index.find("招叉车工两名")] == ["forklift"]

    def test_of_equal_words_the_later_is_the_head(self):
        index = WordIndex([("后厨", "kitchen"), ("洗碗", "dishes")])
        assert [match.owner for match in index.find("后厨洗碗")] == ["dishes", "kitchen"]

    def test_a_workplace_ranks_below_the_work(self):
        index = WordIndex([("火锅店", "hotpot"), ("洗碗", "dishes"), ("阿姨", "helper")])
        assert [match.owner for match in index.find("火锅店洗碗阿姨")] == ["dishes", "hotpot", "helper"]

    def test_each_owner_once_by_its_best_word(self):
        index = WordIndex([("保洁", "cleaner"), ("保洁员", "cleaner"), ("打扫", "cleaner")])
        assert [(match.owner, match.word) for match in index.find("保洁员打扫")] == [("cleaner", "保洁员")]

    def test_nothing_in_nothing_out(self):
        assert WordIndex([]).find("保洁") == []
