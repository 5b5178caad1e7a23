"""What differs by place and year and the engine is told: speeds, the night, the days a month is paid for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Local:
    """`detour` = way ÷ straight line, speeds in km/h, the wait in minutes, the night in minutes after midnight.

    `paid_days` is 月计薪天数: (365 - 104) / 12, by which a day's pay becomes a month's.
    """

    walking_kmh: float = 4.0
    detour: float = 1.3
    ebike_kmh: float = 15.0
    bus_kmh: float = 18.0
    bus_wait_min: float = 8.0
    night_from: int = 22 * 60
    night_until: int = 6 * 60
    paid_days: float = 21.75


STANDARD = Local()
