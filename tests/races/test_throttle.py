import pytest

from tests.races.cases.throttle import LIMIT

pytestmark = pytest.mark.races


@pytest.mark.parametrize("n", [2, 8, 24])
def test_exactly_the_limit_gets_in(race, n):
    for round_ in race("throttle", n=n, rounds=3):
        assert round_["outcomes"].count("in") == min(LIMIT, n), round_
        assert set(round_["outcomes"]) <= {"in", "refused"}, round_
