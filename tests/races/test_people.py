"""Messages and sign-in codes among many processes, with the negative controls that show the guard is what holds."""

import pytest

pytestmark = pytest.mark.races
SIZES = [2, 8, 24]


@pytest.mark.parametrize("n", SIZES)
def test_a_message_leaves_once(race, n):
    for round_ in race("one_message", n=n, rounds=3):
        assert round_["outcomes"].count("sent") == 1, round_
        assert (round_["left"], round_["state"]) == (1, "sent"), round_


@pytest.mark.parametrize("n", SIZES)
def test_a_code_opens_once(race, n):
    for round_ in race("one_code", n=n, rounds=3):
        assert round_["outcomes"].count("in") == 1, round_
        assert set(round_["outcomes"]) == {"in", "refused"}, round_
        assert round_["tries"] <= 5, round_


@pytest.mark.parametrize("case", ["one_message", "one_code"])
def test_without_the_guard_it_fails(race, engine, case):
    if engine == "sqlite":
        pytest.skip("one writer at a time hides the fault there")
    rounds = race(case, n=24, rounds=10, unguarded=True)
    broken = [r for r in rounds if r["outcomes"].count("sent") + r["outcomes"].count("in") > 1]
    assert broken, "the control never failed, so the test above proves nothing"
