"""差一步: the one change that would lift a posting, or bring a removed one back. A look-up in the same tables.

`kind` and `slug` name the thing, so that a page can add where and when it is to be had.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matching.engine.lexicon import Lexicon
from matching.engine.limit_words import one
from matching.engine.pairs import Pairs
from matching.engine.reasons import best_ability
from matching.engine.tables import BINS, Tables
from matching.engine.words import yuan

# How little may be missing before "one step" would be a false promise.
NEAR_MINUTES, NEAR_WAY, NEAR_PAY = 30, 10, 0.95


@dataclass(frozen=True, slots=True)
class Missing:
    """`kind`: certificate | skill | hours | distance | pay | profile. `gain` = what the score would rise by (≥ 0)."""

    kind: str
    slug: str
    name: str
    text: str
    gain: float = 0.0


Step = Callable[[Pairs, Lexicon], Missing | None]


def steps_of(pair: Pairs, bins: dict[str, str], tables: Tables, lexicon: Lexicon) -> list[Missing]:
    """What would lift a posting that is shown: made within days, then learned, then passed by an exam.

    `pair` has length 1, `bins` are bin names.
    """
    steps = []
    if bins["skill"] in ("weak", "strong") and (course := best_ability(pair, lexicon)[1].course):
        gain = _gain(tables, "skill", bins["skill"], "same")
        steps.append(Missing("skill", course, course, f"学{course}", gain))
    if bins["certificate"] in ("lacking", "exam"):
        gain = _gain(tables, "certificate", bins["certificate"], "held")
        steps += [_certificate(slug, lexicon, gain) for slug in lacking(pair, lexicon)]
    return sorted(steps, key=lambda step: ("办", "学", "考").index(step.text[0]))


def lacking(pair: Pairs, lexicon: Lexicon) -> list[str]:
    """Certificates the posting asks for and the person has not got; those made within days first."""
    slugs = lexicon.certificates_in(pair.lacks[0])
    return sorted(slugs, key=lambda slug: slug not in lexicon.obtainable)


def step_back(pair: Pairs, limit: str, lexicon: Lexicon) -> Missing | None:
    """The small step over the only limit that removed a posting; None when it is not small."""
    step = STEPS.get(limit)
    return step(pair, lexicon) if step else None


def _gain(tables: Tables, feature: str, now: str, then: str) -> float:
    numbers = tables.total[feature]
    return max(0.0, float(numbers[BINS[feature].index(then)] - numbers[BINS[feature].index(now)]))


def _certificate(slug: str, lexicon: Lexicon, gain: float = 0.0) -> Missing:
    name = lexicon.certificates[slug]
    verb = "办" if slug in lexicon.obtainable else "考"
    return Missing("certificate", slug, name, f"{verb}{name}", gain)


def _certificate_back(pair: Pairs, lexicon: Lexicon) -> Missing | None:
    slugs = lacking(pair, lexicon)
    return _certificate(slugs[0], lexicon) if len(slugs) == 1 and one(pair.her_way) else None


def _hours_back(opens: str, shuts: str) -> Step:
    def step(pair: Pairs, lexicon: Lexicon) -> Missing | None:
        p, s = pair.postings, pair.seekers
        late = np.nan_to_num(one(pair.ends) - one(getattr(s, shuts)), nan=0.0)
        early = np.nan_to_num(one(getattr(s, opens)) - one(p.start), nan=0.0)
        if one(p.rotating) or max(late, early) > NEAR_MINUTES or (late > 0 and early > 0):
            return None
        words = f"早走 {late:.0f} 分钟" if late > 0 else f"晚到 {early:.0f} 分钟"
        return Missing("hours", opens if early > 0 else shuts, "上班时间", f"能{words}就行，可以问问单位")

    return step


def _distance_back(pair: Pairs, lexicon: Lexicon) -> Missing | None:
    over = one(pair.minutes) - one(pair.seekers.max_minutes)
    return Missing("distance", "max_minutes", "路上时间", f"多走 {over:.0f} 分钟就到") if over <= NEAR_WAY else None


def _pay_back(pair: Pairs, lexicon: Lexicon) -> Missing | None:
    s, p = pair.seekers, pair.postings
    for floor, high, unit in ((s.floor_month, p.month_high, "一个月"), (s.floor_hour, p.rate_high, "一小时")):
        short = one(floor) - one(high)
        if short > 0:
            near = one(high) >= NEAR_PAY * one(floor)
            return Missing("pay", "floor", "工资", f"{unit}比您说的底线少 {yuan(round(short, 1))} 元") if near else None
    return None


def _birth_back(pair: Pairs, lexicon: Lexicon) -> Missing | None:
    return Missing("profile", "born_on", "出生日期", "填上出生日期就能看到")


STEPS = {
    "certificate": _certificate_back,
    "care": _hours_back("drop_off", "pick_up"),
    "free-hours": _hours_back("free_from", "free_until"),
    "distance": _distance_back,
    "pay": _pay_back,
    "birth-unknown": _birth_back,
}
