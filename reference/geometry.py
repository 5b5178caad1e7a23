"""Distances on the sketch map, always 约; a place that is not known has no distance (None), never 0."""

from dataclasses import dataclass
from math import hypot

Point = tuple[int, int]  # metres to the east, metres to the north


@dataclass(frozen=True)
class Speeds:
    """Door to door; `detour` = way walked ÷ straight line, speeds in km/h, the wait in minutes."""

    walking_kmh: float = 4.0
    detour: float = 1.3
    ebike_kmh: float = 15.0
    bus_kmh: float = 18.0
    bus_wait_min: float = 8.0


STANDARD = Speeds()


def line_m(a: Point | None, b: Point | None) -> float | None:
    """Straight line in metres; None when either point is unknown."""
    return None if a is None or b is None else hypot(a[0] - b[0], a[1] - b[1])


def walking_minutes(metres: float | None, speeds: Speeds = STANDARD) -> int | None:
    """Whole minutes on foot for a straight line in metres; at least 1."""
    return _minutes(metres, speeds.walking_kmh, speeds.detour)


def ebike_minutes(metres: float | None, speeds: Speeds = STANDARD) -> int | None:
    return _minutes(metres, speeds.ebike_kmh, speeds.detour)


def bus_minutes(metres: float | None, speeds: Speeds = STANDARD) -> int | None:
    """The wait included; walking is offered instead where it is not slower."""
    ride = _minutes(metres, speeds.bus_kmh, speeds.detour, speeds.bus_wait_min)
    return None if ride is None else min(ride, walking_minutes(metres, speeds))


def _minutes(metres: float | None, kmh: float, detour: float, wait: float = 0.0) -> int | None:
    if metres is None:
        return None
    return max(1, round(metres * detour / (kmh * 1000 / 60) + wait))
