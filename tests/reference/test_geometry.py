"""Minutes on the way: line × 1.3 ÷ 4 km/h on foot; what is not known has no distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.geometry import Speeds, bus_minutes, ebike_minutes, line_m, walking_minutes

metres = st.floats(0, 50_000)


@pytest.mark.parametrize(
    ("distance", "minutes"), [(0, 1), (10, 1), (100, 2), (500, 10), (615.4, 12), (1000, 20), (1538.5, 30), (3000, 58)]
)
def test_walking(distance, minutes):
    assert walking_minutes(distance) == minutes


def test_line_is_straight():
    assert line_m((0, 0), (300, 400)) == 500
    assert line_m((10, 10), (10, 10)) == 0


@pytest.mark.parametrize(("a", "b"), [(None, (0, 0)), ((0, 0), None), (None, None)])
def test_unknown_is_not_zero(a, b):
    assert line_m(a, b) is None
    assert walking_minutes(line_m(a, b)) is None
    assert ebike_minutes(None) is None
    assert bus_minutes(None) is None


def test_bus_waits_and_ebike_does_not():
    assert ebike_minutes(3000) == 16
    assert bus_minutes(3000) == 21


def test_nobody_takes_a_bus_for_two_hundred_metres():
    assert bus_minutes(200) == walking_minutes(200)


def test_speeds_of_the_place_count():
    assert walking_minutes(1000, Speeds(walking_kmh=3, detour=1.5)) == 30


@given(metres, metres)
def test_farther_is_never_sooner(one, other):
    near, far = sorted((one, other))
    for minutes in (walking_minutes, ebike_minutes, bus_minutes):
        assert minutes(near) <= minutes(far)


@given(metres)
def test_on_wheels_is_never_slower_than_on_foot(distance):
    assert ebike_minutes(distance) <= walking_minutes(distance)
    assert bus_minutes(distance) <= walking_minutes(distance)


@given(st.tuples(st.integers(-5000, 5000), st.integers(-5000, 5000)), st.tuples(st.integers(), st.integers()))
def test_there_and_back_are_equal(a, b):
    assert line_m(a, b) == line_m(b, a)
