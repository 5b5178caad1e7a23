"""The scarce things of jobs: the last place, the one application, the one text of a posting."""

import pytest

pytestmark = pytest.mark.races

CROWDS = [2, 8, 24]
TRIES = 10


@pytest.mark.parametrize("n", CROWDS)
def test_the_last_place_is_given_once(race, n):
    for fact in race("last_place", n=n, rounds=4):
        assert sorted(fact["outcomes"]) == ["full"] * (n - 1) + ["started"], fact
        assert (fact["started"], fact["counted"]) == (1, 1), fact
        assert (fact["state"], fact["close_reason"]) == ("closed", "filled"), fact


def test_without_the_guard_the_last_place_is_given_twice(race, engine):
    """The race is a real one: where the guard is taken out, PostgreSQL gives the place more than once."""
    if engine == "sqlite":
        pytest.skip("SQLite lets one writer in at a time: it hides this mistake")
    for _ in range(TRIES):
        if any(fact["started"] > fact["places"] for fact in race("last_place", n=8, rounds=5, unguarded=True)):
            return
    pytest.fail(f"never oversold in {TRIES} tries: this race proves nothing")


@pytest.mark.parametrize("n", CROWDS)
def test_one_person_applies_once_however_often_she_taps(race, n):
    for fact in race("one_application", n=n, rounds=4):
        assert fact["applications"] == 1, fact
        assert len(set(fact["outcomes"])) == 1, fact
        assert not fact["outcomes"][0].startswith("error"), fact


@pytest.mark.parametrize("n", CROWDS)
def test_of_several_editors_one_saves_and_the_others_are_told(race, n):
    for fact in race("two_editors", n=n, rounds=4):
        saved = [outcome for outcome in fact["outcomes"] if outcome.startswith("saved ")]
        assert len(saved) == 1, fact
        assert fact["outcomes"].count("conflict") == n - 1, fact
        assert fact["duties"] == saved[0].removeprefix("saved ")
        assert (fact["version"], fact["kept"]) == (2, 2), fact


def test_without_the_version_an_edit_is_lost(race):
    lost = [
        fact
        for fact in race("two_editors", n=2, rounds=10, unguarded=True)
        if sum(outcome.startswith("saved ") for outcome in fact["outcomes"]) > 1
    ]
    assert lost, "nobody ever overwrote anybody: this race proves nothing"


@pytest.mark.parametrize("n", [2, 8])
def test_withdrawing_and_starting_do_not_both_happen(race, n):
    for fact in race("change_of_mind", n=n, rounds=6):
        assert fact["outcomes"].count("too late") == n - 1, fact
        assert (fact["state"], fact["counted"]) in {("started", 1), ("withdrawn", 0)}, fact
        assert fact["moves"] == 1, fact


@pytest.mark.parametrize("n", CROWDS)
def test_a_double_click_on_the_page_applies_once_and_shows_the_same_page(race, n):
    for fact in race("double_click", n=n, rounds=3):
        assert fact["applications"] == 1, fact
        assert len(set(fact["outcomes"])) == 1, fact
        assert fact["outcomes"][0].startswith("302 /a/"), fact


def test_without_the_constraint_she_stands_there_twice(race, engine):
    if engine == "sqlite":
        pytest.skip("SQLite lets one writer in at a time: it hides this mistake")
    for _ in range(TRIES):
        if any(fact["applications"] > 1 for fact in race("one_application", n=8, rounds=3, unguarded=True)):
            return
    pytest.fail(f"never twice in {TRIES} tries: this race proves nothing")


@pytest.mark.parametrize("n", [2, 24])
def test_one_form_tapped_many_times_is_one_application(race, n):
    for fact in race("tapped_twice", n=n, rounds=2):
        assert (fact["applications"], fact["messages"]) == (1, 1), fact
        assert len(set(fact["outcomes"])) == 1, fact
        assert fact["outcomes"][0].startswith("302 "), fact


def test_many_pages_with_one_name_and_number_are_one_application(race):
    """Other keys, so nothing is replayed: who came second is told so and sees nothing of the first one's page."""
    for fact in race("tapped_twice", n=8, rounds=2, unguarded=True):
        assert (fact["applications"], fact["messages"]) == (1, 1), fact
        assert sorted(outcome[:4] for outcome in fact["outcomes"]) == ["302 "] + ["409 "] * 7, fact


def test_nobody_waits_on_a_posting_that_is_closed(race):
    for fact in race("late_comers", n=8, rounds=6):
        assert (fact["state"], fact["waiting"]) == ("closed", 0), fact
        assert fact["told"] == fact["outcomes"].count("applied"), fact
        assert not [outcome for outcome in fact["outcomes"] if outcome.startswith("error")], fact


@pytest.mark.parametrize("n", [2, 8])
def test_what_is_on_the_shelf_was_read(race, n):
    for fact in race("publish_while_edited", n=n, rounds=6):
        done = [outcome for outcome in fact["outcomes"] if not outcome.startswith("told")]
        assert done, fact
        assert len([outcome for outcome in done if outcome == "published"]) <= 1, fact
        if "published" in done and "edited" not in done:
            assert (fact["state"], fact["duties"]) == ("published", "缝直线"), fact
        else:
            assert fact["state"] == "review", fact
