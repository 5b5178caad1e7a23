"""Bins to numbers. Additive, so the contribution of a feature is exact: base + Σ contributions = score."""

import numpy as np

from matching.engine.arrays import Array
from matching.engine.tables import Tables


def scores(bins: dict[str, Array], tables: Tables) -> Array:
    """float64 (n,): log(value × chance) of every pair, summed in the fixed order of the features."""
    length = len(next(iter(bins.values())))
    total = np.full(length, tables.base)
    for feature, numbers in bins.items():
        total += tables.total[feature][numbers]
    return total


def contributions(bins: dict[str, Array], tables: Tables, row: int) -> dict[str, float]:
    """feature → its share of the score of one pair; features that count nothing there are left in as 0."""
    return {feature: float(tables.total[feature][numbers[row]]) for feature, numbers in bins.items()}


def side(bins: dict[str, Array], table: dict[str, Array], base: float, row: int) -> float:
    """exp of one of the two logarithmic scores (value or chance); 1 = nothing speaks for or against."""
    return float(np.exp(base + sum(numbers_of[bins[feature][row]] for feature, numbers_of in table.items())))


def best(score: Array, ties: Array, top: int | None) -> Array:
    """Row numbers by falling score, equal scores by rising `ties` (uint64): the order never depends on the input's."""
    rows = np.arange(len(score))
    if top is not None and 0 < top < len(score):
        kth = np.partition(score, len(score) - top)[len(score) - top]
        rows = np.flatnonzero(score >= kth)
    order = np.lexsort((ties[rows], -score[rows]))
    return rows[order][:top]


def mixed(ties: Array, seed: int) -> Array:
    """Stable hashes shuffled by a seed (splitmix64), so that equal postings take turns between people."""
    with np.errstate(over="ignore"):
        mix = ties + np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15)
        mix = (mix ^ (mix >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mix = (mix ^ (mix >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mix ^ (mix >> np.uint64(31))
