"""Small invented worlds for the engine: a fixed lexicon, hand-made facts, random facts."""

import random
from datetime import date, timedelta

from hypothesis import strategies as st

from matching.engine.building import postings_from, seekers_from
from matching.engine.facts import Ability, AgeBand, Kind, PostingFacts, SeekerFacts
from matching.engine.lexicon import Lexicon, Link
from matching.engine.results import Ground

ON = date(2026, 11, 20)

LEXICON = Lexicon(
    occupations={
        "clean": "保洁",
        "cook": "帮厨",
        "sew": "缝纫工",
        "fork": "叉车工",
        "electric": "电工",
        "guard": "门卫",
        "garden": "绿化工",
        "dish": "洗碗工",
    },
    groups={
        "clean": "物业",
        "guard": "物业",
        "garden": "物业",
        "cook": "餐饮",
        "dish": "餐饮",
        "sew": "纺织",
        "fork": "仓储",
        "electric": "维修",
    },
    abilities={
        "work:cook": "帮厨",
        "work:clean": "保洁",
        "work:weave": "挡车工",
        "skill:tractor": "开拖拉机",
        "skill:sewing": "踩缝纫机",
        "skill:vegetables": "种菜",
    },
    links={
        ("work:weave", "sew"): Link(0.7, sentence="挡车的手上功夫，缝纫上手快"),
        ("skill:tractor", "fork"): Link(0.6, sentence="开过拖拉机，叉车学得快", course="叉车班"),
        ("skill:vegetables", "garden"): Link(0.7, sentence="种过菜，绿化的活不生手"),
        ("skill:vegetables", "cook"): Link(0.3, sentence="种过菜，择菜洗菜熟"),
        ("skill:sewing", "sew"): Link(exact=True),
        ("work:dish", "clean"): Link(0.6, sentence="洗碗间打扫惯了，保洁的活熟"),
        ("work:cook", "dish"): Link(0.8, sentence="在后厨做过，洗碗间熟"),
    },
    certificates={"health": "健康证", "forklift": "叉车证", "electrician": "电工证"},
    obtainable=frozenset({"health"}),
)
GROUND = Ground(LEXICON, ON)


def posting(id="p", **facts) -> PostingFacts:
    """Cleaning at 300 m, day shift on weekdays, 2,600 a month."""
    plain = {
        "published_on": ON - timedelta(days=5),
        "occupation": "clean",
        "kinds": frozenset({Kind.FULL_TIME}),
        "map": "m",
        "x": 300.0,
        "y": 0.0,
        "start": 8 * 60 + 30,
        "end": 16 * 60,
        "weekend": False,
        "night": False,
        "hours_day": 7.0,
        "days_week": 5.0,
        "pay_low": 2600.0,
        "median_rate": 16.0,
    }
    return PostingFacts(id=id, **{**plain, **facts})


def seeker(id="s", **facts) -> SeekerFacts:
    """An adult at the origin of the map who has named no limit and holds no certificate."""
    plain = {"map": "m", "x": 0.0, "y": 0.0, "certificates": frozenset(), "legal_age_band": AgeBand.ADULT}
    return SeekerFacts(id=id, **{**plain, **facts})


def people(*facts):
    return seekers_from(facts, LEXICON)


def board(*facts):
    return postings_from(facts, LEXICON)


def random_posting(rng: random.Random, number: int) -> PostingFacts:
    low = rng.choice([None, 15, 20, 24, 120, 1800, 2330, 2600, 3000, 4200])
    return PostingFacts(
        id=f"p{number}",
        published_on=rng.choice([None, *(ON - timedelta(days=days) for days in (0, 2, 3, 7, 8, 14, 15, 30, 31, 80))]),
        occupation=rng.choice([None, *LEXICON.occupations]),
        kinds=frozenset(rng.sample(list(Kind), rng.choice([0, 1, 1, 2]))),
        public_welfare=rng.random() < 0.1,
        traineeship=rng.random() < 0.1,
        only_over_age=rng.random() < 0.1,
        accepts_over_age=rng.random() < 0.4,
        at_home=rng.random() < 0.1,
        away=rng.random() < 0.1,
        map=rng.choice([None, "m", "m", "m", "n"]),
        x=rng.choice([0.0, 100.0, 256.5, 700.0, 1500.0, 4000.0]),
        y=rng.choice([0.0, 300.0, 900.0]),
        start=rng.choice([None, 0, 300, 360, 510, 540, 840, 1320]),
        end=rng.choice([None, 360, 930, 960, 1020, 1320, 1380]),
        own_hours=rng.random() < 0.1,
        rotating=rng.random() < 0.1,
        night=rng.choice([None, None, True, False]),
        weekend=rng.choice([None, True, False]),
        hours_day=rng.choice([None, 4.0, 8.0, 12.0]),
        days_week=rng.choice([None, 5.0, 6.0]),
        standing=rng.choice([None, True, False]),
        lift_kg=rng.choice([None, 0, 10, 25]),
        hazardous=rng.random() < 0.15,
        lodging=rng.random() < 0.3,
        pay_low=low,
        pay_high=rng.choice([None, None if low is None else low * 1.5]),
        pay_unit=rng.choice(["month", "day", "hour", "piece"]),
        median_rate=rng.choice([None, 14.0, 16.0, 20.0]),
        law_certificates=frozenset(rng.sample(list(LEXICON.certificates), rng.choice([0, 0, 1]))),
        wanted_certificates=frozenset(rng.sample(list(LEXICON.certificates), rng.choice([0, 0, 1]))),
        education=rng.choice([0, 0, 2, 3, 5]),
        asked=(asked := rng.choice([0, 2, 3, 12, 40])),
        answered=rng.randint(0, asked),
    )


def random_seeker(rng: random.Random, number: int) -> SeekerFacts:
    slugs = rng.sample(list(LEXICON.abilities), rng.choice([0, 1, 3]))
    return SeekerFacts(
        id=f"s{number}",
        map=rng.choice([None, "m", "m"]),
        x=rng.choice([0.0, 50.0]),
        y=0.0,
        travel=rng.choice(["walk", "ebike", "bus"]),
        max_minutes=rng.choice([None, 15, 30]),
        kinds=frozenset(rng.sample(list(Kind), rng.choice([0, 0, 2, 3]))),
        wishes=tuple(rng.sample(list(LEXICON.occupations), rng.choice([0, 1, 3]))),
        abilities=tuple(
            Ability(slug, rng.choice([None, 0, 1, 2, 3, 9]), rng.random() < 0.3, rng.random() < 0.2) for slug in slugs
        ),
        certificates=rng.choice([None, frozenset(), frozenset({"health"}), frozenset({"health", "forklift"})]),
        education=rng.choice([None, 1, 2, 3]),
        drop_off=rng.choice([None, None, 480, 510]),
        pick_up=rng.choice([None, None, 960, 990]),
        free_from=rng.choice([None, None, 540]),
        free_until=rng.choice([None, None, 1020]),
        no_nights=rng.random() < 0.4,
        no_weekends=rng.random() < 0.2,
        no_standing=rng.random() < 0.2,
        max_lift_kg=rng.choice([None, None, 0, 10]),
        needs_lodging=rng.random() < 0.1,
        floor_month=rng.choice([None, 2000.0, 2600.0]),
        floor_hour=rng.choice([None, None, 18.0]),
        legal_age_band=rng.choice(list(AgeBand)),
        public_welfare=rng.random() < 0.3,
        traineeship=rng.choice([None, True, False]),
    )


seeds = st.integers(0, 2**32 - 1)
