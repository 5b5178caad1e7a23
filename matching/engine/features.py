"""What moves a posting up or down: an allow-list. Each feature turns pairs into bin numbers of `tables.BINS`.

The builder sees both sides through `guard.AllowList`; a feature that reaches for anything else fails loudly. Legal
status (age band, hardship) is not listed: it decides what may be shown, never the order.
"""

from datetime import date

import numpy as np

from matching.engine.arrays import Array
from matching.engine.columns import KIND_BIT
from matching.engine.facts import Kind
from matching.engine.guard import AllowList
from matching.engine.pairs import Pairs
from matching.engine.tables import BINS

SEEKER_INPUTS = [
    "kinds",
    "map",
    "x",
    "y",
    "travel",
    "wish",
    "fit",
    "certificates",
    "certificates_known",
    "at_hand",
    "education",
    "drop_off",
    "pick_up",
    "free_from",
    "free_until",
    "no_weekends",
    "floor_month",
    "floor_hour",
]
POSTING_INPUTS = [
    "published",
    "occupation",
    "at_home",
    "away",
    "map",
    "x",
    "y",
    "start",
    "end",
    "own_hours",
    "rotating",
    "weekend",
    "month_low",
    "month_high",
    "rate_low",
    "rate_high",
    "median_rate",
    "law_certificates",
    "wanted_certificates",
    "education",
    "asked",
    "answered",
]

MINUTE_EDGES = (5, 10, 15, 20, 30, 45, 60)
EASY_MINUTES = 30  # room between the end of work and the moment she has to be there
FLOOR_EDGES = (1.0, 1.1, 1.3)
LOCAL_EDGES = (0.8, 0.95, 1.05, 1.2)
REPLY_EDGES = (0.25, 0.5, 0.75)
ENOUGH_REPLIES = 3  # fewer applications say nothing about an employer
AGE_EDGES = (2, 7, 14, 30)  # days since publication


def _bin(feature: str, name: str) -> int:
    return BINS[feature].index(name)


def _steps(feature: str, values: Array, edges: tuple[float, ...], lowest: str, missing: str) -> Array:
    """Bins that rise from `lowest`; a value equal to an edge counts above it; NaN becomes `missing`."""
    rising = np.searchsorted(edges, values, side="right") + _bin(feature, lowest)
    return np.where(np.isnan(values), _bin(feature, missing), rising)


def distance(pairs: Pairs, on: date) -> Array:
    """The way there; work at home is the shortest way for who asked for it and nothing special for others."""
    minutes = pairs.minutes
    bins = np.searchsorted(MINUTE_EDGES, minutes, side="left") + _bin("distance", "to5")
    bins = np.where(np.isnan(minutes), _bin("distance", "unknown"), bins)
    bins = np.where(np.isnan(minutes) & pairs.other_map, _bin("distance", "other_community"), bins)
    bins = np.where(np.isnan(minutes) & pairs.postings.away, _bin("distance", "away"), bins)
    wants_home = (pairs.seekers.kinds & KIND_BIT[Kind.HOME]) != 0
    home = np.where(wants_home, _bin("distance", "home"), _bin("distance", "home_unasked"))
    return np.where(pairs.postings.at_home, home, bins)


def wish(pairs: Pairs, on: date) -> Array:
    return pairs.wish


def skill(pairs: Pairs, on: date) -> Array:
    return pairs.fit


def hours(pairs: Pairs, on: date) -> Array:
    """How her day and the working day fit: the child, the hours she gives and free weekends together."""
    s, p = pairs.seekers, pairs.postings
    names_hours = ~np.isnan(pairs.opens) | ~np.isnan(pairs.shuts)
    known, fits = pairs.window(pairs.opens, pairs.shuts)
    weekend_bad = s.no_weekends & (p.weekend == 1)
    weekend_open = s.no_weekends & (p.weekend < 0) & ~p.own_hours
    roomy = np.isnan(pairs.shuts) | (pairs.shuts - pairs.ends >= EASY_MINUTES)
    bins = np.where(roomy, _bin("hours", "easy"), _bin("hours", "tight"))
    bins = np.where(p.own_hours, _bin("hours", "own"), bins)
    bins = np.where((names_hours & ~known) | weekend_open, _bin("hours", "unknown"), bins)
    bins = np.where((names_hours & known & ~fits) | weekend_bad, _bin("hours", "clash"), bins)
    return np.where(names_hours | s.no_weekends, bins, _bin("hours", "not_asked"))


def pay_floor(pairs: Pairs, on: date) -> Array:
    """The lower end of the pay against her floor; with two floors the one that is harder to reach."""
    s, p = pairs.seekers, pairs.postings
    asked = ~np.isnan(s.floor_month) | ~np.isnan(s.floor_hour)
    by_month = np.where(np.isnan(s.floor_month), np.inf, p.month_low / np.maximum(s.floor_month, 1))
    by_hour = np.where(np.isnan(s.floor_hour), np.inf, p.rate_low / np.maximum(s.floor_hour, 1))
    bins = _steps("pay_floor", np.minimum(by_month, by_hour), FLOOR_EDGES, "below", "unknown")
    return np.where(asked, bins, _bin("pay_floor", "not_asked"))


def pay_local(pairs: Pairs, on: date) -> Array:
    """The hour's pay against the middle of what is paid around here, so that half days are not punished."""
    p = pairs.postings
    return _steps("pay_local", p.rate_low / p.median_rate, LOCAL_EDGES, "far_below", "unknown")


def certificate(pairs: Pairs, on: date) -> Array:
    """Held; lacking but made within days; lacking with an exam before it."""
    s, p = pairs.seekers, pairs.postings
    bins = np.where(pairs.lacks.any(axis=1), _bin("certificate", "lacking"), _bin("certificate", "held"))
    bins = np.where((pairs.lacks & ~s.at_hand).any(axis=1), _bin("certificate", "exam"), bins)
    bins = np.where(s.certificates_known, bins, _bin("certificate", "unknown"))
    asked = (p.law_certificates | p.wanted_certificates).any(axis=1)
    return np.where(asked, bins, _bin("certificate", "none_asked"))


def education(pairs: Pairs, on: date) -> Array:
    s, p = pairs.seekers, pairs.postings
    short = p.education - s.education
    bins = np.where(short <= 0, _bin("education", "met"), _bin("education", "below"))
    bins = np.where(short > 1, _bin("education", "far_below"), bins)
    bins = np.where(s.education < 0, _bin("education", "unknown"), bins)
    return np.where(p.education == 0, _bin("education", "none_asked"), bins)


def freshness(pairs: Pairs, on: date) -> Array:
    published = pairs.postings.published
    days = on.toordinal() - published
    bins = _bin("freshness", "new") - np.searchsorted(AGE_EDGES, days, side="left")
    return np.where(published == 0, _bin("freshness", "unknown"), bins)


def reply(pairs: Pairs, on: date) -> Array:
    """Answered in time, smoothed so that two out of two does not beat nineteen out of twenty."""
    p = pairs.postings
    share = np.where(p.asked >= ENOUGH_REPLIES, (p.answered + 1) / (p.asked + 2), np.nan)
    return _steps("reply", share, REPLY_EDGES, "silent", "unknown")


FEATURES = {
    function.__name__: function
    for function in (distance, wish, skill, hours, pay_floor, pay_local, certificate, education, freshness, reply)
}


def guarded(pairs: Pairs) -> Pairs:
    """The same pairs, seen through the allow-lists."""
    seekers = AllowList(pairs.seekers, SEEKER_INPUTS)
    postings = AllowList(pairs.postings, POSTING_INPUTS)
    return Pairs(seekers, postings, pairs.local)


def bins_of(pairs: Pairs, on: date) -> dict[str, Array]:
    """feature → bin numbers of shape (n,), in the order of tables.BINS. `on` is the day freshness is counted to."""
    seen = guarded(pairs)
    return {name: seen.full(FEATURES[name](seen, on)).astype(np.intp) for name in BINS}
