"""What a person and a posting mean for each other: distance, hours, direction. Both limits and features read it here.

One side may have a single row: every array broadcasts, so ranking postings for a person and people for a posting is the
same code.
"""

from functools import cached_property
from typing import Any

import numpy as np

from matching.engine.arrays import Array
from matching.engine.columns import FIT_NONE_SAID, FIT_WEAK, TRAVEL, WISH_CLOSE, WISH_NONE_SAID
from matching.engine.local import STANDARD, Local

DAY = 24 * 60


class Pairs:
    """`seekers` and `postings`: columns, or AllowList views of them, of equal length or with one row on one side."""

    def __init__(self, seekers: Any, postings: Any, local: Local = STANDARD):
        self.seekers = seekers
        self.postings = postings
        self.local = local

    def __len__(self) -> int:
        return max(len(self.seekers), len(self.postings)) if len(self.seekers) and len(self.postings) else 0

    @cached_property
    def shape(self) -> tuple[int]:
        return (len(self),)

    def full(self, values: Any) -> Array:
        """`values` of either side stretched to all pairs."""
        return np.broadcast_to(values, self.shape)

    @cached_property
    def same_map(self) -> Array:
        s, p = self.seekers, self.postings
        return (s.map == p.map) & (s.map != 0)

    @cached_property
    def other_map(self) -> Array:
        """Both are placed, but on the sketch maps of different communities."""
        s, p = self.seekers, self.postings
        return (s.map != p.map) & (s.map != 0) & (p.map != 0)

    @cached_property
    def minutes(self) -> Array:
        """About how long she is on the way, whole minutes ≥ 1; 0 for work at home, NaN = distance unknown."""
        minutes = np.where(self.on_foot, self._by("walk"), self._riding)
        minutes = np.where(self.same_map, minutes, np.nan)
        return np.where(self.postings.at_home, 0.0, minutes)

    @cached_property
    def on_foot(self) -> Array:
        """She walks, or the bus would not be quicker than walking."""
        s = self.seekers
        slow_bus = (s.travel == TRAVEL.index("bus")) & (self._by("walk") <= self._riding)
        return (s.travel == TRAVEL.index("walk")) | slow_bus

    @cached_property
    def ends(self) -> Array:
        """End of work in minutes after midnight of the day it starts; overnight work ends beyond 1440."""
        p = self.postings
        return np.where(p.end <= p.start, p.end + DAY, p.end)

    @cached_property
    def nights(self) -> Array:
        """int8 tri-state: night work as written; where nothing is written, whether the hours touch the night."""
        p = self.postings
        known = ~np.isnan(p.start) & ~np.isnan(p.end)
        by_hours = np.where(self._touches_night, 1, np.where(known, 0, -1))
        return np.where(p.night >= 0, p.night, by_hours).astype(np.int8)

    @cached_property
    def nights_by_law(self) -> Array:
        """int8 tri-state: as `nights`, but a "day shift" that begins at five is night work whatever it is called."""
        return np.where(self._touches_night, 1, self.nights).astype(np.int8)

    @cached_property
    def opens(self) -> Array:
        """From when she can work: after the drop-off and within the hours she gives; NaN = she named none."""
        return np.fmax(self.seekers.drop_off, self.seekers.free_from)

    @cached_property
    def shuts(self) -> Array:
        """Until when she can work; NaN = she named none."""
        return np.fmin(self.seekers.pick_up, self.seekers.free_until)

    @cached_property
    def wish(self) -> Array:
        return self._by_occupation(self.seekers.wish)

    @cached_property
    def fit(self) -> Array:
        return self._by_occupation(self.seekers.fit)

    @cached_property
    def teachable(self) -> Array:
        """A class leads from something she can do to this work (拖拉机 → 叉车)."""
        return self._by_occupation(self.seekers.teachable)

    @cached_property
    def lacks(self) -> Array:
        """Certificates asked for, by law or by the employer, that she has not got: bits of shape (n, W)."""
        s, p = self.seekers, self.postings
        return (p.law_certificates | p.wanted_certificates) & ~s.certificates

    @cached_property
    def her_way(self) -> Array:
        """The posting lies in a direction she named: a wish, work close to it, or work her hands know."""
        return (self.wish >= WISH_CLOSE) | (self.fit >= FIT_WEAK)

    @cached_property
    def has_spoken(self) -> Array:
        """She has named a wish or an ability, whatever it is."""
        s = self.seekers
        return (s.wish[:, 0] != WISH_NONE_SAID) | (s.fit[:, 0] != FIT_NONE_SAID)

    def window(self, opens: Array, shuts: Array) -> tuple[Array, Array]:
        """(known, fits): do the hours of the posting lie between these two times. Shifts that rotate never do."""
        p = self.postings
        fits = (np.isnan(opens) | (p.start >= opens)) & (np.isnan(shuts) | (self.ends <= shuts))
        clash = (p.start < opens) | (self.ends > shuts)
        known = p.own_hours | p.rotating | clash | (~np.isnan(p.start) & ~np.isnan(p.end))
        return known, p.own_hours | (fits & ~p.rotating)

    @cached_property
    def _metres(self) -> Array:
        s, p = self.seekers, self.postings
        return np.hypot(s.x - p.x, s.y - p.y) * self.local.detour

    @cached_property
    def _riding(self) -> Array:
        return np.where(self.seekers.travel == TRAVEL.index("ebike"), self._by("ebike"), self._by("bus"))

    def _by(self, mode: str) -> Array:
        local = self.local
        kmh = {"walk": local.walking_kmh, "ebike": local.ebike_kmh, "bus": local.bus_kmh}[mode]
        wait = local.bus_wait_min if mode == "bus" else 0.0
        return np.maximum(np.rint(self._metres / (kmh * 1000 / 60) + wait), 1.0)

    @cached_property
    def _touches_night(self) -> Array:
        return (self.postings.start < self.local.night_until) | (self.ends > self.local.night_from)

    def _by_occupation(self, matrix: Array) -> Array:
        return matrix[np.arange(len(self.seekers)), self.postings.occupation]
