"""Facts as arrays: one row a posting or a person. Rows are immutable; an edited posting replaces its row."""

from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Self

import numpy as np

from matching.engine.facts import Kind

KIND_BIT = {kind: 1 << number for number, kind in enumerate(Kind)}
TRAVEL = ("walk", "ebike", "bus")
# Codes in Seekers.wish and Seekers.fit; higher is better, so that the best of several abilities is the maximum.
WISH_NONE_SAID, WISH_OTHER, WISH_CLOSE, WISH_THIRD, WISH_SECOND, WISH_FIRST = range(6)
FIT_NONE_SAID, FIT_OTHER, FIT_WEAK, FIT_STRONG, FIT_SAME, FIT_PRACTISED, FIT_EXPERT = range(7)
STRONG_FROM = 0.5


class Columns:
    """Shared by both sides: every field is an array whose first axis is the row."""

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows) -> Self:
        """The rows with these numbers (or where this mask is true), in that order."""
        return replace(self, **{field.name: getattr(self, field.name)[rows] for field in fields(self)})


@dataclass(frozen=True)
class Postings(Columns):
    """N postings. Tri-state columns are int8: -1 unknown, 0 no, 1 yes. NaN = unknown in float columns.

    id (N,) str · tie (N,) uint64 stable hash of id · published (N,) int32 day number, 0 unknown ·
    occupation (N,) int32 column of the lexicon, -1 unknown · kinds (N,) uint8 bits ·
    map (N,) uint64 hash, 0 unknown · x, y (N,) metres · start, end (N,) minutes after midnight ·
    hours_day (N,) hours · lift_kg (N,) kg · month_low, month_high (N,) yuan a month ·
    rate_low, rate_high, median_rate (N,) yuan an hour · law_certificates, wanted_certificates (N, W) uint64 bits ·
    education (N,) int8 rank 0–6, 0 = none asked · asked, answered (N,) int32 applications of the last 90 days.
    """

    id: np.ndarray
    tie: np.ndarray
    published: np.ndarray
    occupation: np.ndarray
    kinds: np.ndarray
    public_welfare: np.ndarray
    traineeship: np.ndarray
    only_over_age: np.ndarray
    accepts_over_age: np.ndarray
    at_home: np.ndarray
    away: np.ndarray
    map: np.ndarray
    x: np.ndarray
    y: np.ndarray
    start: np.ndarray
    end: np.ndarray
    own_hours: np.ndarray
    rotating: np.ndarray
    night: np.ndarray
    weekend: np.ndarray
    hours_day: np.ndarray
    standing: np.ndarray
    lift_kg: np.ndarray
    hazardous: np.ndarray
    lodging: np.ndarray
    month_low: np.ndarray
    month_high: np.ndarray
    rate_low: np.ndarray
    rate_high: np.ndarray
    median_rate: np.ndarray
    law_certificates: np.ndarray
    wanted_certificates: np.ndarray
    education: np.ndarray
    asked: np.ndarray
    answered: np.ndarray


@dataclass(frozen=True)
class Seekers(Columns):
    """M people. Conventions as in Postings; a limit that was not named is NaN, False or 0.

    travel (M,) int8 index of TRAVEL · max_minutes (M,) · kinds (M,) uint8 bits, 0 = any ·
    wish, fit (M, O+1) uint8 codes by occupation column, last column = unknown occupation ·
    abilities (M,) tuples of Ability, for sentences only · certificates (M, W) uint64 bits, certificates_known (M,)
    bool · education (M,) int8, -1 unknown · drop_off, pick_up, free_from, free_until (M,) minutes after midnight ·
    max_lift_kg (M,) kg · floor_month (M,) yuan a month · floor_hour (M,) yuan an hour ·
    legal_age_band (M,) int8 AgeBand · public_welfare (M,) bool · traineeship (M,) int8 tri-state.
    """

    id: np.ndarray
    tie: np.ndarray
    map: np.ndarray
    x: np.ndarray
    y: np.ndarray
    travel: np.ndarray
    max_minutes: np.ndarray
    kinds: np.ndarray
    wish: np.ndarray
    fit: np.ndarray
    abilities: np.ndarray
    certificates: np.ndarray
    certificates_known: np.ndarray
    education: np.ndarray
    drop_off: np.ndarray
    pick_up: np.ndarray
    free_from: np.ndarray
    free_until: np.ndarray
    no_nights: np.ndarray
    no_weekends: np.ndarray
    no_standing: np.ndarray
    max_lift_kg: np.ndarray
    needs_lodging: np.ndarray
    floor_month: np.ndarray
    floor_hour: np.ndarray
    legal_age_band: np.ndarray
    public_welfare: np.ndarray
    traineeship: np.ndarray


def stable_hash(*parts: str) -> int:
    """64 bits that are the same on every machine and in every process."""
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "little")


def fit_code(ability, link) -> int:
    """How well one ability fits one occupation, as a FIT_ code."""
    if not link.exact:
        return FIT_STRONG if link.weight >= STRONG_FROM else FIT_WEAK
    if ability.proved or (ability.years or 0) >= 3:
        return FIT_EXPERT
    return FIT_PRACTISED if ability.good or (ability.years or 0) >= 1 else FIT_SAME
