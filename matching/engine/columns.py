"""Facts as arrays: one row a posting or a person. Rows are immutable; an edited posting replaces its row."""

from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Self

from matching.engine.arrays import Array
from matching.engine.facts import Ability, Kind
from matching.engine.lexicon import Link

KIND_BIT = {kind: 1 << number for number, kind in enumerate(Kind)}
TRAVEL = ("walk", "ebike", "bus")
# Codes in Seekers.wish and Seekers.fit; higher is better, so that the best of several abilities is the maximum.
WISH_NONE_SAID, WISH_OTHER, WISH_CLOSE, WISH_THIRD, WISH_SECOND, WISH_FIRST = range(6)
FIT_NONE_SAID, FIT_OTHER, FIT_WEAK, FIT_STRONG, FIT_SAME, FIT_PRACTISED, FIT_EXPERT = range(7)
STRONG_FROM = 0.5


@dataclass(frozen=True)
class Columns:
    """Shared by both sides: every field is an array whose first axis is the row.

    id (N,) str · tie (N,) uint64 stable hash of id · map (N,) uint64 hash, 0 unknown · x, y (N,) metres ·
    kinds (N,) uint8 bits of KIND_BIT, 0 = none said.
    """

    id: Array
    tie: Array
    map: Array
    x: Array
    y: Array
    kinds: Array

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows: Array | list[int]) -> Self:
        """The rows with these numbers (or where this mask is true), in that order."""
        return replace(self, **{field.name: getattr(self, field.name)[rows] for field in fields(self)})


@dataclass(frozen=True)
class Postings(Columns):
    """N postings. Tri-state columns are int8: -1 unknown, 0 no, 1 yes. NaN = unknown in float columns.

    published (N,) int32 day number, 0 unknown · occupation (N,) int32 column of the lexicon, -1 unknown ·
    start, end (N,) minutes after midnight · hours_day (N,) hours · lift_kg (N,) kg · month_low, month_high (N,) yuan a month ·
    rate_low, rate_high, median_rate (N,) yuan an hour · law_certificates, wanted_certificates (N, W) uint64 bits ·
    education (N,) int8 rank 0–6, 0 = none asked · asked, answered (N,) int32 applications of the last 90 days.
    """

    published: Array
    occupation: Array
    public_welfare: Array
    traineeship: Array
    only_over_age: Array
    accepts_over_age: Array
    at_home: Array
    away: Array
    start: Array
    end: Array
    own_hours: Array
    rotating: Array
    night: Array
    weekend: Array
    hours_day: Array
    standing: Array
    lift_kg: Array
    hazardous: Array
    lodging: Array
    month_low: Array
    month_high: Array
    rate_low: Array
    rate_high: Array
    median_rate: Array
    law_certificates: Array
    wanted_certificates: Array
    education: Array
    asked: Array
    answered: Array


@dataclass(frozen=True)
class Seekers(Columns):
    """M people. Conventions as in Postings; a limit that was not named is NaN, False or 0.

    travel (M,) int8 index of TRAVEL · max_minutes (M,) ·
    wish, fit (M, O+1) uint8 codes by occupation column, last column = unknown occupation ·
    teachable (M, O+1) bool: a class leads from what she can to that occupation ·
    at_hand (M, W) uint64 bits: certificates made where she lives within days ·
    abilities (M,) tuples of Ability, for sentences only · certificates (M, W) uint64 bits, certificates_known (M,)
    bool · education (M,) int8, -1 unknown · drop_off, pick_up, free_from, free_until (M,) minutes after midnight ·
    max_lift_kg (M,) kg · floor_month (M,) yuan a month · floor_hour (M,) yuan an hour ·
    legal_age_band (M,) int8 AgeBand · public_welfare (M,) bool · traineeship (M,) int8 tri-state.
    """

    travel: Array
    max_minutes: Array
    wish: Array
    fit: Array
    teachable: Array
    abilities: Array
    certificates: Array
    certificates_known: Array
    at_hand: Array
    education: Array
    drop_off: Array
    pick_up: Array
    free_from: Array
    free_until: Array
    no_nights: Array
    no_weekends: Array
    no_standing: Array
    max_lift_kg: Array
    needs_lodging: Array
    floor_month: Array
    floor_hour: Array
    legal_age_band: Array
    public_welfare: Array
    traineeship: Array


def stable_hash(*parts: str) -> int:
    """64 bits that are the same on every machine and in every process."""
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "little")


def fit_code(ability: Ability, link: Link) -> int:
    """How well one ability fits one occupation, as a FIT_ code."""
    if not link.exact:
        return FIT_STRONG if link.weight >= STRONG_FROM else FIT_WEAK
    if ability.proved or (ability.years or 0) >= 3:
        return FIT_EXPERT
    return FIT_PRACTISED if ability.good or (ability.years or 0) >= 1 else FIT_SAME
