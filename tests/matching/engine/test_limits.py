"""Each limit by cases: kept, removed, unknown facts that remove nothing and are flagged."""

import pytest

from matching.engine.facts import Ability, AgeBand, Kind, visitor
from matching.engine.limits import LIMITS, judge_all
from matching.engine.pairs import Pairs
from matching.engine.rank import explain, rank
from matching.engine.verdicts import WORDS
from tests.matching.engine.worlds import GROUND, LEXICON, board, people, posting, seeker

CHILD = {"drop_off": 510, "pick_up": 990}

CASES = [
    # limit, the person, the posting, verdict
    ("distance", {"max_minutes": 30}, {"x": 1000.0}, "ok"),  # 20 minutes on foot
    ("distance", {"max_minutes": 30}, {"x": 1538.0}, "ok"),  # 30 minutes: the last that is kept
    ("distance", {"max_minutes": 30}, {"x": 1600.0}, "no"),  # 31
    ("distance", {"max_minutes": 30, "travel": "ebike"}, {"x": 4000.0}, "ok"),  # 21 by e-bike
    ("distance", {"max_minutes": 30, "travel": "bus"}, {"x": 4000.0}, "ok"),  # 25 with the wait
    ("distance", {"max_minutes": 5, "travel": "bus"}, {"x": 200.0}, "ok"),  # quicker on foot than waiting
    ("distance", {"max_minutes": 30}, {"map": None}, "unknown"),
    ("distance", {"max_minutes": 30}, {"map": "n"}, "unknown"),
    ("distance", {"max_minutes": 30, "map": None}, {}, "unknown"),
    ("distance", {"max_minutes": 30}, {"at_home": True, "map": None}, "ok"),
    ("distance", {}, {"x": 9000.0}, "not_asked"),
    ("care", CHILD, {"start": 510, "end": 990}, "ok"),  # starts at the drop-off, ends at the pick-up
    ("care", CHILD, {"start": 510, "end": 991}, "no"),
    ("care", CHILD, {"start": 509, "end": 930}, "no"),
    ("care", CHILD, {"start": None, "end": None}, "unknown"),
    ("care", CHILD, {"start": None, "end": 1080}, "no"),  # one end is enough to know
    ("care", CHILD, {"start": 480, "end": None}, "no"),
    ("care", CHILD, {"start": 1320, "end": 360}, "no"),  # overnight ends the next day
    ("care", CHILD, {"start": 540, "end": 930, "rotating": True}, "no"),
    ("care", CHILD, {"own_hours": True, "start": None, "end": None}, "ok"),
    ("care", {"pick_up": 990}, {"start": 300, "end": 900}, "ok"),  # somebody else brings the child
    ("care", {}, {"start": 1320, "end": 360}, "not_asked"),
    ("free-hours", {"free_from": 540, "free_until": 1080}, {"start": 540, "end": 1080}, "ok"),
    ("free-hours", {"free_from": 540}, {"start": 480}, "no"),
    ("free-hours", {"free_until": 900}, {"end": None}, "unknown"),
    ("nights", {"no_nights": True}, {"night": True}, "no"),
    ("nights", {"no_nights": True}, {"night": False}, "ok"),
    ("nights", {"no_nights": True}, {"night": None, "start": None, "end": None}, "unknown"),
    ("nights", {"no_nights": True}, {"night": None, "start": 900, "end": 1380}, "no"),
    ("nights", {"no_nights": True}, {"night": None, "start": 840, "end": 1320}, "ok"),
    ("nights", {"no_nights": True}, {"night": False, "start": 300, "end": 660}, "ok"),  # street sweepers' day shift
    ("weekends", {"no_weekends": True}, {"weekend": True}, "no"),
    ("weekends", {"no_weekends": True}, {"weekend": None}, "unknown"),
    ("standing", {"no_standing": True}, {"standing": True}, "no"),
    ("standing", {"no_standing": True}, {"standing": False}, "ok"),
    ("standing", {"no_standing": True}, {"standing": None}, "unknown"),
    ("lifting", {"max_lift_kg": 10}, {"lift_kg": 10}, "ok"),
    ("lifting", {"max_lift_kg": 10}, {"lift_kg": 11}, "no"),
    ("lifting", {"max_lift_kg": 0}, {"lift_kg": 1}, "no"),
    ("lifting", {"max_lift_kg": 0}, {"lift_kg": None}, "unknown"),
    ("lodging", {"needs_lodging": True}, {"lodging": False}, "no"),
    ("kinds", {"kinds": {Kind.PART_TIME}}, {"kinds": {Kind.FULL_TIME}}, "no"),
    ("kinds", {"kinds": {Kind.PART_TIME}}, {"kinds": {Kind.FULL_TIME, Kind.PART_TIME}}, "ok"),
    ("kinds", {"kinds": {Kind.PART_TIME}}, {"kinds": set()}, "unknown"),
    ("kinds", {}, {}, "not_asked"),
    ("away", {}, {"away": True}, "no"),
    ("away", {"kinds": {Kind.AWAY}}, {"away": True}, "ok"),
    ("away", {"legal_age_band": AgeBand.VISITOR}, {"away": True}, "not_asked"),
    ("away", {"legal_age_band": AgeBand.VISITOR, "max_minutes": 30}, {"away": True}, "no"),
    # pay: 2,600 a month asked
    ("pay", {"floor_month": 2600}, {"pay_low": 2600}, "ok"),
    ("pay", {"floor_month": 2600}, {"pay_low": 2599}, "no"),
    ("pay", {"floor_month": 2600}, {"pay_low": 2300, "pay_high": 2800}, "unknown"),  # may reach it: to be asked
    ("pay", {"floor_month": 2600}, {"pay_low": None}, "unknown"),
    ("pay", {"floor_month": 2600}, {"pay_low": 120, "pay_unit": "day", "days_week": 5.0}, "ok"),  # 2,600 exactly
    ("pay", {"floor_month": 2601}, {"pay_low": 120, "pay_unit": "day", "days_week": 5.0}, "no"),
    ("pay", {"floor_month": 2600}, {"pay_low": 120, "pay_unit": "day", "days_week": None}, "ok"),  # 21.75 days: 2,610
    ("pay", {"floor_month": 2600}, {"pay_low": 24, "pay_unit": "hour", "hours_day": 4.0}, "no"),  # 2,080 a month
    ("pay", {"floor_month": 2600}, {"pay_low": 24, "pay_unit": "hour", "hours_day": 8.0}, "ok"),  # 4,160
    ("pay", {"floor_month": 2600}, {"pay_low": 24, "pay_unit": "hour", "days_week": None}, "unknown"),
    ("pay", {"floor_month": 2600}, {"pay_low": 0.35, "pay_unit": "piece"}, "unknown"),
    ("pay", {"floor_hour": 20}, {"pay_low": 24, "pay_unit": "hour", "days_week": None}, "ok"),
    ("pay", {"floor_hour": 20}, {"pay_low": 2600, "hours_day": 12.0, "days_week": 6.0}, "no"),  # 8.33 an hour
    ("pay", {"floor_hour": 20}, {"pay_low": 3600, "hours_day": None, "start": None, "days_week": None}, "ok"),
    ("pay", {}, {"pay_low": 1}, "not_asked"),
    # law
    ("under-16", {"legal_age_band": AgeBand.UNDER_16}, {}, "no"),
    ("young-night", {"legal_age_band": AgeBand.YOUNG}, {"night": True}, "no"),
    ("young-night", {"legal_age_band": AgeBand.YOUNG}, {"night": False, "start": 300, "end": 660}, "no"),
    ("young-night", {"legal_age_band": AgeBand.YOUNG}, {"night": None, "start": None}, "unknown"),
    ("young-night", {"legal_age_band": AgeBand.ADULT}, {"night": True}, "not_asked"),
    ("young-hazard", {"legal_age_band": AgeBand.YOUNG}, {"hazardous": True}, "no"),
    ("birth-unknown", {"legal_age_band": AgeBand.UNKNOWN}, {"night": True}, "no"),
    ("birth-unknown", {"legal_age_band": AgeBand.UNKNOWN}, {"hazardous": True}, "no"),
    ("birth-unknown", {"legal_age_band": AgeBand.UNKNOWN, "public_welfare": True}, {"public_welfare": True}, "no"),
    ("birth-unknown", {"legal_age_band": AgeBand.UNKNOWN}, {}, "not_asked"),
    ("public-welfare", {}, {"public_welfare": True}, "no"),
    ("public-welfare", {"public_welfare": True}, {"public_welfare": True}, "ok"),
    ("public-welfare", {"public_welfare": True, "legal_age_band": AgeBand.YOUNG}, {"public_welfare": True}, "no"),
    ("public-welfare", {"legal_age_band": AgeBand.VISITOR}, {"public_welfare": True}, "unknown"),
    ("over-age", {"legal_age_band": AgeBand.RETIRED}, {}, "no"),
    ("over-age", {"legal_age_band": AgeBand.RETIRED}, {"accepts_over_age": True}, "ok"),
    ("over-age", {"legal_age_band": AgeBand.RETIRED}, {"only_over_age": True}, "ok"),
    ("over-age", {"legal_age_band": AgeBand.RETIRED}, {"accepts_over_age": True, "hazardous": True}, "no"),
    ("before-retirement", {}, {"only_over_age": True}, "no"),
    ("before-retirement", {"legal_age_band": AgeBand.UNKNOWN}, {"only_over_age": True}, "unknown"),
    ("traineeship", {"traineeship": False}, {"traineeship": True}, "no"),
    ("traineeship", {"traineeship": None}, {"traineeship": True}, "unknown"),
    ("traineeship", {"traineeship": True}, {"traineeship": True}, "ok"),
    # certificates
    ("certificate", {"certificates": {"electrician"}}, {"law_certificates": {"electrician"}}, "ok"),
    ("certificate", {"wishes": ("clean",)}, {"law_certificates": {"electrician"}}, "no"),  # wished, still not allowed
    ("certificate", {"wishes": ("clean",)}, {"law_certificates": {"health"}}, "ok"),  # made here within days
    ("certificate", {}, {"law_certificates": {"health"}}, "no"),  # nothing known of her: no step is asked
    ("certificate", {"abilities": (Ability("work:clean"),)}, {"wanted_certificates": {"forklift"}}, "ok"),
    (
        "certificate",  # a class leads from the tractor to the fork-lift: shown with both steps
        {"abilities": (Ability("skill:tractor"),)},
        {"occupation": "fork", "law_certificates": {"forklift"}},
        "ok",
    ),
    ("certificate", {"wishes": ("sew",)}, {"law_certificates": {"health"}}, "ok"),  # she seeks: days are no bar
    ("certificate", {"wishes": ("sew",)}, {"wanted_certificates": {"forklift"}}, "no"),
    ("certificate", {}, {"wanted_certificates": {"forklift"}}, "no"),
    ("certificate", {"certificates": None}, {"law_certificates": {"electrician"}}, "unknown"),
    ("certificate", {}, {}, "not_asked"),
]


def verdict(limit, person, post):
    pairs = Pairs(people(seeker(**person)), board(posting(**post)))
    row = [each.slug for each in LIMITS].index(limit)
    return WORDS[int(judge_all(pairs, LEXICON)[row, 0])]


@pytest.mark.parametrize(("limit", "person", "post", "expected"), CASES)
def test_verdict(limit, person, post, expected):
    assert verdict(limit, person, post) == expected


def test_every_limit_has_cases_for_and_against():
    removed = {limit for limit, _person, _post, expected in CASES if expected == "no"}
    assert removed == {limit.slug for limit in LIMITS}


@pytest.mark.parametrize(("limit", "person", "post", "expected"), CASES)
def test_only_a_no_removes_and_an_unknown_is_flagged(limit, person, post, expected):
    ranking = rank(people(seeker(**person)), board(posting(**post)), ground=GROUND)
    gone = {row.limit for row in ranking.removed}
    if expected == "no":
        assert gone
        assert not ranking.items
    elif ranking.items:
        conditions = {each.limit: each for each in ranking.items[0].conditions}
        assert (limit in conditions) == (expected != "not_asked")
        if expected == "unknown":
            assert conditions[limit].state == "unknown"
            assert conditions[limit].text


def test_texts_for_every_verdict_of_every_limit():
    """A sentence for each limit and each answer it can give, in Chinese, ending without a full stop."""
    for limit in LIMITS:
        assert limit.sentence.endswith("。")
        for _limit, person, post, expected in [case for case in CASES if case[0] == limit.slug]:
            if expected == "not_asked":
                continue
            item = explain(people(seeker(**person)), board(posting(**post)), ground=GROUND)
            text = next(each.text for each in item.conditions if each.limit == limit.slug)
            assert text, (limit.slug, expected)
            assert not text.endswith("。")
            assert "nan" not in text


def test_counts_add_up_and_back_counts_single_causes():
    three = board(
        posting("a", night=True, pay_low=1500.0),
        posting("b", night=True),
        posting("c", pay_low=1500.0),
        posting("d"),
    )
    ranking = rank(people(seeker(no_nights=True, floor_month=2000)), three, ground=GROUND)
    found = {row.limit: (row.count, row.back, row.ids) for row in ranking.removed}
    assert found == {"nights": (2, 1, ["a", "b"]), "pay": (1, 1, ["c"])}
    assert ranking.total == 4
    assert ranking.feasible == 1


def test_a_visitor_meets_no_legal_age_limit():
    posts = board(posting("night", night=True), posting("hazard", hazardous=True), posting("over", only_over_age=True))
    ranking = rank(people(visitor(map="m", x=0.0, y=0.0)), posts, ground=GROUND)
    assert {item.id for item in ranking.items} == {"night", "hazard", "over"}


def test_a_lacking_certificate_is_said_to_be_lacking():
    item = explain(
        people(seeker(wishes=("cook",))), board(posting(occupation="cook", law_certificates={"health"})), ground=GROUND
    )
    assert [(each.state, each.text) for each in item.conditions] == [("no", "还差健康证，本地能办")]
