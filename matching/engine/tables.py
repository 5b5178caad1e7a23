"""The rule score: one small table a feature. A learned model replaces the numbers, not the shape.

score = base + Σ table[feature][bin], in logarithms: value and chance are kept as two tables, the order is by
value × chance, which is the sum of their logarithms. 0 = speaks neither for nor against. The numbers of this rule are
set by hand after what is known to matter most (the way there, then the wish, then hours and pay); they are not
probabilities and are never shown as such.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from matching.engine.arrays import Array

# Names of the bins of each feature, in the order of the arrays. Distance and pay bins are ordered: see ORDERED.
BINS = {
    "distance": (
        "home",
        "to5",
        "to10",
        "to15",
        "to20",
        "to30",
        "to45",
        "to60",
        "more",
        "unknown",
        "other_community",
        "away",
        "home_unasked",
    ),
    "wish": ("none_said", "other", "close", "third", "second", "first"),
    "skill": ("none_said", "other", "weak", "strong", "same", "practised", "expert"),
    "hours": ("not_asked", "unknown", "clash", "tight", "easy", "own"),
    "pay_floor": ("not_asked", "unknown", "below", "just", "more", "much_more"),
    "pay_local": ("unknown", "far_below", "below", "same", "above", "far_above"),
    "certificate": ("none_asked", "unknown", "exam", "lacking", "held"),
    "education": ("none_asked", "unknown", "far_below", "below", "met"),
    "freshness": ("unknown", "old", "month", "fortnight", "week", "new"),
    "reply": ("unknown", "silent", "slow", "fair", "prompt"),
}
# Feature → bins along which the sum of both tables may never move the other way.
ORDERED = {
    "distance": ("more", "to60", "to45", "to30", "to20", "to15", "to10", "to5", "home"),
    "wish": ("other", "close", "third", "second", "first"),
    "skill": ("other", "weak", "strong", "same", "practised", "expert"),
    "pay_floor": ("below", "just", "more", "much_more"),
    "pay_local": ("far_below", "below", "same", "above", "far_above"),
    "certificate": ("exam", "lacking", "held"),
    "education": ("far_below", "below", "met"),
    "freshness": ("old", "month", "fortnight", "week", "new"),
    "reply": ("silent", "slow", "fair", "prompt"),
}


@dataclass(frozen=True)
class Tables:
    """`value`, `chance`: feature → float64 array over BINS[feature]; a feature that is missing counts nothing."""

    version: str
    value: dict[str, Array] = field(default_factory=dict)
    chance: dict[str, Array] = field(default_factory=dict)
    value_base: float = 0.0
    chance_base: float = 0.0

    @property
    def base(self) -> float:
        return self.value_base + self.chance_base

    @cached_property
    def total(self) -> dict[str, Array]:
        """feature → value + chance by bin, in the order of BINS."""
        zero = {name: np.zeros(len(bins)) for name, bins in BINS.items()}
        return {name: self.value.get(name, zero[name]) + self.chance.get(name, zero[name]) for name in BINS}

    def disordered(self) -> list[str]:
        """Features whose table breaks the promise of ORDERED (farther never better, more pay never worse)."""
        return [
            name
            for name, bins in ORDERED.items()
            if (np.diff([self.total[name][BINS[name].index(one)] for one in bins]) < 0).any()
        ]


def table(feature: str, **entries: float) -> Array:
    """Numbers by bin name, in the order of BINS; bins that are left out are 0. Unknown names raise ValueError."""
    made = np.zeros(len(BINS[feature]))
    for name, number in entries.items():
        made[BINS[feature].index(name)] = number
    return made


_MINUTES = {"to5": 0.5, "to10": 0.4, "to15": 0.28, "to20": 0.14, "to30": 0.0, "to45": -0.3, "to60": -0.6}

RULE = Tables(
    version="rule-1",
    value={
        "distance": table(
            "distance",
            home=0.5,
            **_MINUTES,
            more=-1.0,
            unknown=-0.15,
            other_community=-0.35,
            away=-0.7,
            home_unasked=0.0,
        ),
        "wish": table("wish", other=-0.4, close=0.3, third=0.6, second=0.75, first=0.9),
        "skill": table("skill", weak=0.03, strong=0.06, same=0.1, practised=0.12, expert=0.12),
        "hours": table("hours", unknown=-0.2, clash=-0.6, tight=0.15, easy=0.3, own=0.3),
        "pay_floor": table("pay_floor", unknown=-0.1, below=-0.15, just=0.05, more=0.12, much_more=0.2),
        "pay_local": table("pay_local", far_below=-0.3, below=-0.12, same=0.0, above=0.12, far_above=0.22),
    },
    chance={
        "skill": table("skill", other=-0.1, weak=0.12, strong=0.28, same=0.4, practised=0.5, expert=0.6),
        "certificate": table("certificate", unknown=-0.05, exam=-0.8, lacking=-0.35, held=0.15),
        "education": table("education", unknown=-0.05, far_below=-0.7, below=-0.3, met=0.05),
        "freshness": table("freshness", old=-0.2, month=-0.08, week=0.08, new=0.15),
        "reply": table("reply", silent=-0.4, slow=-0.2, fair=0.0, prompt=0.15),
    },
)
