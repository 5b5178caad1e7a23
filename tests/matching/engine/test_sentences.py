"""What people read: snapshots of reasons and steps, and the promises every sentence keeps."""

import random
import re

import pytest
from hypothesis import given, settings

from matching.engine.facts import Ability, AgeBand, Kind
from matching.engine.rank import explain, rank, rank_people
from matching.engine.tables import BINS
from matching.engine.words import clock, spoken, way, yuan
from tests.matching.engine import worlds
from tests.matching.engine.worlds import GROUND, ON, board, people, posting, seeker

FORBIDDEN_WORDS = re.compile(r"性别|男|女(?!士)|岁|年龄|婚|户口|户籍|民族|宗教|残疾|乙肝|身份证|%|％|nan|分数|得分")


def told(person, post):
    return [reason.text for reason in explain(people(person), board(post), ground=GROUND).reasons]


SNAPSHOTS = [
    (
        seeker(wishes=("clean",), drop_off=510, pick_up=990),
        posting(),
        ["您想做的第一样就是保洁", "4 点下班，接孩子来得及", "走路约 6 分钟"],
    ),
    (
        seeker(abilities=(Ability("work:cook", 6),), drop_off=480, pick_up=990, certificates=frozenset()),
        posting(occupation="cook", law_certificates={"health"}, end=930, x=600.0),
        ["您做过 6 年帮厨，正好用得上", "3 点半下班，接孩子来得及", "走路约 12 分钟", "还差健康证"],
    ),
    (
        seeker(abilities=(Ability("work:weave", 12),)),
        posting(occupation="sew", pay_low=3600.0, asked=12, answered=11),
        ["挡车的手上功夫，缝纫上手快", "走路约 6 分钟", "按钟点算，工钱比这一带别的活多不少"],
    ),
    (
        seeker(travel="ebike", no_weekends=True, free_until=1080),
        posting(x=1000.0, end=900),
        ["3 点下班，周末不用去", "骑电动车约 5 分钟", "按钟点算，工钱比这一带别的活多一点"],
    ),
    (
        seeker(education=2),
        posting(education=5, x=5000.0, median_rate=None, published_on=None),
        ["路上有点远，走路约 98 分钟"],
    ),
    (
        seeker(education=2, kinds={Kind.HOME, Kind.FULL_TIME}),
        posting(education=3, at_home=True, own_hours=True, median_rate=None, published_on=ON, asked=40, answered=2),
        ["在家就能做", "今天刚发布", "这家回话慢：近 90 天 40 人报名，2 人按时得到答复"],
    ),
    (
        seeker(floor_month=2000, abilities=(Ability("skill:sewing"),)),
        posting(occupation="sew", pay_low=2637.0, median_rate=None, map=None),
        ["您会踩缝纫机，正好用得上", "一个月比您说的底线多 600 元", "远近还不清楚"],
    ),
    (
        seeker(map=None),
        posting(occupation=None, published_on=None, median_rate=None, map=None),
        ["远近还不清楚"],
    ),
]


@pytest.mark.parametrize(("person", "post", "expected"), SNAPSHOTS)
def test_reasons(person, post, expected):
    assert told(person, post) == expected


def test_knowing_nothing_says_so():
    person, post = seeker(map="m"), posting(occupation=None, published_on=None, median_rate=None, x=1300.0)
    assert told(person, post) == ["情况还不多，先按远近和发布时间排。"]


@settings(max_examples=60)
@given(worlds.seeds)
def test_every_sentence_keeps_its_promises(seed):
    """At most four, at least one, on the side its contribution is on, no forbidden word, no number of the score."""
    rng = random.Random(seed)
    posts = board(*(worlds.random_posting(rng, number) for number in range(25)))
    ranking = rank(people(worlds.random_seeker(rng, 0)), posts, ground=GROUND, top=None)
    for item in ranking.items:
        assert 1 <= len(item.reasons) <= 4
        for reason in item.reasons:
            assert reason.text
            assert not FORBIDDEN_WORDS.search(reason.text), reason.text
            if reason.sign:
                assert item.parts[reason.feature] * reason.sign > 0
        signs = [reason.sign for reason in item.reasons]
        assert signs == sorted(signs, reverse=True)
        for each in item.conditions:
            assert "nan" not in each.text


@settings(max_examples=30)
@given(worlds.seeds)
def test_sentences_about_people_never_address_them(seed):
    rng = random.Random(seed)
    crowd = people(*(worlds.random_seeker(rng, number) for number in range(25)))
    ranking = rank_people(board(worlds.random_posting(rng, 0)), crowd, ground=GROUND, top=None)
    for item in ranking.items:
        for reason in item.reasons:
            assert not FORBIDDEN_WORDS.search(reason.text)
            assert "您" not in reason.text
            assert reason.feature not in {"hours", "pay_floor"}


def test_one_step_with_what_it_gains():
    item = explain(
        people(seeker(abilities=(Ability("skill:tractor"),), certificates=frozenset())),
        board(posting(occupation="fork", law_certificates={"health"})),
        ground=GROUND,
    )
    steps = [(step.kind, step.slug, step.text) for step in item.missing]
    assert steps == [("certificate", "health", "办健康证"), ("skill", "叉车班", "学叉车班")]
    certificate = GROUND.tables.total["certificate"]
    bins = BINS["certificate"]
    assert item.missing[0].gain == pytest.approx(
        float(certificate[bins.index("held")] - certificate[bins.index("lacking")])
    )
    assert all(step.gain > 0 for step in item.missing)


def test_the_class_comes_before_the_exam():
    item = explain(
        people(seeker(abilities=(Ability("skill:tractor"),), certificates=frozenset())),
        board(posting(occupation="fork", law_certificates={"forklift", "health"})),
        ground=GROUND,
    )
    assert [step.text for step in item.missing] == ["办健康证", "学叉车班", "考叉车证"]
    assert [(each.state, each.text) for each in item.conditions] == [("no", "还差健康证、叉车证，要先学再考")]


def test_the_gain_is_what_the_step_brings():
    """Doing what 差一步 says raises the score by what it said."""
    post = board(posting(occupation="cook", law_certificates={"health"}))
    before = seeker(wishes=("cook",), certificates=frozenset())
    after = seeker(wishes=("cook",), certificates=frozenset({"health"}))
    step = explain(people(before), post, ground=GROUND).missing[0]
    rise = explain(people(after), post, ground=GROUND).score - explain(people(before), post, ground=GROUND).score
    assert rise == pytest.approx(step.gain)


NEAR = [
    ({"pick_up": 990}, {"end": 1010}, ("hours", "能早走 20 分钟就行，可以问问单位")),
    ({"drop_off": 510}, {"start": 490}, ("hours", "能晚到 20 分钟就行，可以问问单位")),
    ({"pick_up": 990}, {"end": 1080}, None),
    ({"drop_off": 510, "pick_up": 990}, {"start": 500, "end": 1000}, None),
    ({"free_until": 900}, {"end": 930}, ("hours", "能早走 30 分钟就行，可以问问单位")),
    ({"max_minutes": 15}, {"x": 1000.0}, ("distance", "多走 5 分钟就到")),
    ({"max_minutes": 5}, {"x": 1000.0}, None),
    ({"floor_month": 2700}, {}, ("pay", "一个月比您说的底线少 100 元")),
    ({"floor_month": 3500}, {}, None),
    ({"floor_hour": 20}, {"pay_unit": "hour", "pay_low": 19.5}, ("pay", "一小时比您说的底线少 0.5 元")),
    ({"legal_age_band": AgeBand.UNKNOWN}, {"hazardous": True}, ("profile", "填上出生日期就能看到")),
    (
        {"wishes": ("electric",)},
        {"occupation": "electric", "law_certificates": {"electrician"}},
        ("certificate", "考电工证"),
    ),
    ({}, {"law_certificates": {"electrician"}}, None),
    ({"no_nights": True}, {"night": True}, None),
]


@pytest.mark.parametrize(("person", "post", "expected"), NEAR)
def test_near_misses(person, post, expected):
    ranking = rank(people(seeker(**person)), board(posting(**post)), ground=GROUND)
    assert not ranking.items
    found = [(near.step.kind, near.step.text) for near in ranking.near]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (960, "4 点"),
        (930, "3 点半"),
        (720, "中午 12 点"),
        (750, "中午 12 点半"),
        (945, "15:45"),
        (660, "11:00"),
        (1380, "晚上 11 点"),
        (1800, "次日 6:00"),
    ],
)
def test_spoken_clock(minutes, expected):
    assert spoken(minutes) == expected


def test_numbers_in_words():
    assert clock(510) == "8:30"
    assert yuan(2600.0) == "2,600"
    assert yuan(24.5) == "24.5"
    assert way(0, 0) == "在家就能做"
    assert way(25, 2) == "坐公交约 25 分钟"
