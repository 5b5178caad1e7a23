"""The order: exact sums, never against the promise (farther, less pay), stable whatever order the rows came in."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine.facts import Kind, visitor
from matching.engine.rank import newest_rows, order, rank, rank_people
from matching.engine.score import mixed
from matching.engine.tables import BINS, ORDERED, RULE, Tables, table
from tests.matching.engine import worlds
from tests.matching.engine.worlds import GROUND, ON, board, people, posting, seeker


def score_of(person, post):
    ranking = rank(people(person), board(post), ground=GROUND)
    return ranking.items[0].score if ranking.items else None


@settings(max_examples=40)
@given(worlds.seeds)
def test_parts_sum_to_the_score(seed):
    rng = random.Random(seed)
    posts = board(*(worlds.random_posting(rng, number) for number in range(30)))
    ranking = rank(people(worlds.random_seeker(rng, 0)), posts, ground=GROUND, top=None)
    for item in ranking.items:
        assert ranking.base + sum(item.parts.values()) == pytest.approx(item.score, abs=1e-9)
        assert item.value * item.chance == pytest.approx(2.718281828459045**item.score, rel=1e-9)


def test_base_is_part_of_the_score():
    tables = Tables("shifted", RULE.value, RULE.chance, value_base=0.7, chance_base=-1.9)
    ground = replace(GROUND, tables=tables)
    plain = rank(people(seeker()), board(posting()), ground=GROUND)
    shifted = rank(people(seeker()), board(posting()), ground=ground)
    assert shifted.base == pytest.approx(-1.2)
    assert shifted.items[0].score == pytest.approx(plain.items[0].score - 1.2)


def test_the_rule_keeps_its_promises():
    assert RULE.disordered() == []
    broken = Tables("broken", value={"distance": table("distance", to5=0.1, to10=0.2)})
    assert broken.disordered() == ["distance"]


def test_tables_name_known_bins_only():
    assert set(RULE.value) | set(RULE.chance) == set(BINS)
    assert all(set(bins) <= set(BINS[name]) for name, bins in ORDERED.items())
    with pytest.raises(ValueError, match="not in"):
        table("distance", tomorrow=1.0)


@settings(max_examples=100)
@given(st.floats(1, 9000), st.floats(0, 5000), st.sampled_from(["walk", "ebike", "bus"]))
def test_farther_is_never_better(near, more, travel):
    person = seeker(travel=travel)
    assert score_of(person, posting(x=near + more)) <= score_of(person, posting(x=near))


@settings(max_examples=100)
@given(st.floats(500, 9000), st.floats(0, 9000), st.sampled_from(["month", "day", "hour"]), worlds.seeds)
def test_more_pay_is_never_worse(pay, more, unit, seed):
    """By every unit and with either floor; a posting that is removed counts as worst."""
    rng = random.Random(seed)
    person = seeker(floor_month=rng.choice([None, 2000.0]), floor_hour=rng.choice([None, 15.0]))
    facts = {"pay_unit": unit, "hours_day": rng.choice([None, 4.0, 8.0]), "days_week": rng.choice([None, 6.0])}
    less = score_of(person, posting(pay_low=pay, **facts))
    better = score_of(person, posting(pay_low=pay + more, **facts))
    assert less is None or better >= less


@settings(max_examples=30)
@given(worlds.seeds)
def test_the_order_of_the_rows_does_not_matter(seed):
    rng = random.Random(seed)
    posts = [worlds.random_posting(rng, number) for number in range(40)]
    posts += [replace(post, id=f"{post.id}-twin") for post in posts]  # equal scores in plenty
    person = people(worlds.random_seeker(rng, 0))
    first = rank(person, board(*posts), ground=GROUND, top=15)
    rng.shuffle(posts)
    assert rank(person, board(*posts), ground=GROUND, top=15) == first


def test_equal_postings_take_turns_between_people():
    posts = board(*(posting(f"p{number}") for number in range(8)))
    heads = {rank(people(seeker(f"s{number}")), posts, ground=GROUND, top=1).items[0].id for number in range(60)}
    assert len(heads) >= 6


def test_the_seed_decides_between_equals_only():
    posts = board(posting("best", x=10.0), *(posting(f"p{number}", x=500.0) for number in range(8)))
    lists = [[item.id for item in rank(people(seeker()), posts, ground=GROUND, seed=seed).items] for seed in "ab"]
    assert lists[0] != lists[1]
    assert lists[0][0] == lists[1][0] == "best"


def test_mixed_hashes_stay_apart():
    ties = board(*(posting(f"p{number}") for number in range(2000))).tie
    assert len(set(ties)) == len(set(mixed(ties, 5))) == 2000


def test_nobody_and_nothing():
    nothing = board()
    assert rank(people(seeker()), nothing, ground=GROUND).items == []
    assert order(people(seeker()), nothing, ground=GROUND)[0].size == 0
    assert rank_people(board(posting()), people(), ground=GROUND).items == []
    assert newest_rows(nothing).size == 0


def test_newest_then_nearest_then_unknown():
    posts = [
        posting("old", published_on=None),
        posting("far", published_on=ON, x=900.0),
        posting("near", published_on=ON, x=90.0),
        posting("unplaced", published_on=ON, map=None),
        posting("yesterday", published_on=ON.replace(day=19), x=10.0),
    ]
    columns = board(*posts)
    door = people(visitor(map="m", x=0.0, y=0.0))
    assert [columns.id[row] for row in newest_rows(columns, door=door)] == [
        "near",
        "far",
        "unplaced",
        "yesterday",
        "old",
    ]


def test_work_at_home_leads_only_for_who_asked_for_it():
    posts = board(posting("home", at_home=True, own_hours=True), posting("near", x=200.0))
    asked = people(seeker(kinds={Kind.HOME, Kind.FULL_TIME}))
    others = people(seeker())
    item = next(item for item in rank(asked, posts, ground=GROUND).items if item.id == "home")
    assert item.parts["distance"] == RULE.value["distance"].max()
    assert [item.id for item in rank(others, posts, ground=GROUND).items] == ["near", "home"]


def test_a_person_is_found_through_the_same_numbers():
    """One pair has one score, whichever side asks."""
    person, post = seeker(wishes=("clean",), education=2), posting(education=2)
    here = rank(people(person), board(post), ground=GROUND).items[0]
    there = rank_people(board(post), people(person), ground=GROUND).items[0]
    assert (here.score, here.parts, here.minutes) == (there.score, there.parts, there.minutes)
