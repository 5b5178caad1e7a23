"""How fast one list is made. Machines differ and are shared: the ratio to plain Python in the same run is what counts.

`.venv/bin/pytest benchmarks --benchmark-only`
"""

import random
import time

import pytest

from matching.engine.rank import order, rank, rank_people
from tests.matching.engine import plain, worlds
from tests.matching.engine.worlds import GROUND

SIZES = (1_000, 100_000)
PLAIN_SAMPLE = 2_000  # the plain reading is timed on fewer postings and scaled


@pytest.fixture(scope="module", params=SIZES)
def board(request):
    rng = random.Random(1)
    return worlds.board(*(worlds.random_posting(rng, number) for number in range(request.param)))


@pytest.fixture(scope="module")
def person():
    return worlds.seeker(wishes=("clean", "cook"), max_minutes=30, no_nights=True, floor_month=1800)


@pytest.mark.benchmark(group="one person")
def test_twenty_postings_with_reasons(benchmark, board, person):
    seeker = worlds.people(person)
    ranking = benchmark(lambda: rank(seeker, board, ground=GROUND, top=20))
    assert len(ranking.items) == 20


@pytest.mark.benchmark(group="one person, order only")
def test_order_of_everything_feasible(benchmark, board, person):
    seeker = worlds.people(person)
    rows, _removed = benchmark(lambda: order(seeker, board, ground=GROUND))
    assert len(rows)


@pytest.mark.benchmark(group="one posting")
def test_twenty_people_of_twenty_thousand(benchmark):
    rng = random.Random(2)
    crowd = worlds.people(*(worlds.random_seeker(rng, number) for number in range(20_000)))
    post = worlds.board(worlds.posting())
    ranking = benchmark(lambda: rank_people(post, crowd, ground=GROUND, top=20))
    assert len(ranking.items) == 20


def test_arrays_beat_plain_python(person, record_property):
    rng = random.Random(3)
    facts = [worlds.random_posting(rng, number) for number in range(PLAIN_SAMPLE)]
    columns, seeker = worlds.board(*facts), worlds.people(person)
    began = time.perf_counter()
    by_hand = {post.id: plain.score(person, post) for post in facts if not plain.removed_by(person, post)}
    slow = time.perf_counter() - began
    quick = min(_timed(lambda: order(seeker, columns, ground=GROUND)) for _ in range(5))
    rows, _removed = order(seeker, columns, ground=GROUND)
    record_property("ratio", round(slow / quick, 1))
    assert set(columns.id[rows]) == set(by_hand)
    assert slow > 5 * quick


def _timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
