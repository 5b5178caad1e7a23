"""Arrays and plain Python agree on random worlds: what is removed, by which limit, every score, the order."""

import random

import pytest
from hypothesis import given, settings

from matching.engine.rank import rank, rank_people
from tests.matching.engine import plain, worlds
from tests.matching.engine.worlds import GROUND


def world(seed, people=6, postings=40):
    rng = random.Random(seed)
    seekers = [worlds.random_seeker(rng, number) for number in range(people)]
    board = [worlds.random_posting(rng, number) for number in range(postings)]
    return seekers, board


@settings(max_examples=60)
@given(worlds.seeds)
def test_a_person_sees_what_the_plain_reading_says(seed):
    seekers, board = world(seed)
    columns = worlds.board(*board)
    for facts in seekers:
        ranking = rank(worlds.people(facts), columns, ground=GROUND, top=None)
        gone = {posting.id: plain.removed_by(facts, posting) for posting in board}
        by_first = {row.limit: row.ids for row in ranking.removed}
        for slug in {slugs[0] for slugs in gone.values() if slugs} | set(by_first):
            assert by_first.get(slug) == sorted(id for id, slugs in gone.items() if slugs[:1] == [slug]), slug
        for row in ranking.removed:
            assert row.back == sum(slugs == [row.limit] for slugs in gone.values())
        kept = {posting.id: plain.score(facts, posting) for posting in board if not gone[posting.id]}
        assert {item.id: item.score for item in ranking.items} == pytest.approx(kept, abs=1e-9)
        assert [item.score for item in ranking.items] == sorted((item.score for item in ranking.items), reverse=True)


@settings(max_examples=40)
@given(worlds.seeds)
def test_an_employer_sees_the_same_scores(seed):
    seekers, board = world(seed, people=30, postings=3)
    columns = worlds.people(*seekers)
    for facts in board:
        ranking = rank_people(worlds.board(facts), columns, ground=GROUND, top=None)
        kept = {s.id: plain.score(s, facts) for s in seekers if not plain.removed_by(s, facts)}
        assert {item.id: item.score for item in ranking.items} == pytest.approx(kept, abs=1e-9)


@settings(max_examples=20)
@given(worlds.seeds)
def test_the_short_list_is_the_head_of_the_long_one(seed):
    seekers, board = world(seed, people=2, postings=60)
    columns = worlds.board(*board)
    for facts in seekers:
        whole = rank(worlds.people(facts), columns, ground=GROUND, top=None).items
        for top in (1, 7, 20, 500):
            short = rank(worlds.people(facts), columns, ground=GROUND, top=top).items
            assert [item.id for item in short] == [item.id for item in whole][:top]
