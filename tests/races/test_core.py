import pytest

pytestmark = pytest.mark.races


@pytest.mark.parametrize("n", [2, 8, 24])
def test_a_form_sent_n_times_at_once_is_done_once(race, n):
    for round_ in race("same_form", n=n, rounds=3):
        assert round_["effects"] == 1, round_
        assert len(set(round_["outcomes"])) == 1, round_
        assert round_["outcomes"][0].startswith("200 "), round_


def test_without_the_key_it_is_done_every_time(race):
    assert all(round_["effects"] == 8 for round_ in race("same_form", n=8, rounds=1, unguarded=True))


@pytest.mark.parametrize("n", [2, 8, 24])
def test_a_job_due_on_n_machines_runs_once(race, n):
    for round_ in race("same_job", n=n, rounds=3):
        assert round_["runs"] == 1, round_
        assert sorted(set(round_["outcomes"])) == ["not due", "ran"], round_
