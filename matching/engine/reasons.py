"""Why this posting (or this person) stands here: sentences read off the contributions of one pair.

A sentence speaks for or against exactly as its contribution does. No number of the score is shown, and nothing that is
not a feature is mentioned. Towards an employer (`about_person`) the same facts are said without "您" and without what
is nobody's business: the child, the limits, what she wants to earn.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.engine.columns import fit_code
from matching.engine.facts import Ability
from matching.engine.lexicon import Lexicon, Link
from matching.engine.limit_words import hours_of, names_of, one, way_of
from matching.engine.pairs import Pairs
from matching.engine.words import spoken, yuan

MOST_FOR, MOST_AGAINST = 3, 1
LOUD_ENOUGH = 0.06  # a contribution below this is not worth a sentence
WEAK = frozenset({"freshness", "pay_local", "reply"})  # true of many postings and of every reader: said last
PRIVATE = frozenset({"hours", "pay_floor", "pay_local", "freshness", "reply"})  # not said about a person


@dataclass(frozen=True, slots=True)
class Reason:
    """`sign` is that of the contribution: 1 speaks for, -1 against, 0 = nothing is known yet."""

    feature: str
    sign: int
    text: str

    def __str__(self) -> str:
        return self.text


def reasons_of(
    pair: Pairs, bins: dict[str, str], parts: dict[str, float], lexicon: Lexicon, on: date, about_person: bool = False
) -> list[Reason]:
    """At most four sentences, never none: see `_tier`, and what speaks against comes last."""
    ranked = sorted(parts, key=lambda feature: (_tier(feature), -abs(parts[feature]), feature))
    spoken_of = [feature for feature in ranked if abs(parts[feature]) >= LOUD_ENOUGH]
    if about_person:
        spoken_of = [feature for feature in spoken_of if feature not in PRIVATE]
    told = [_reason(feature, pair, bins[feature], parts[feature], lexicon, on, about_person) for feature in spoken_of]
    told = [reason for reason in told if reason.text]
    against = sorted([reason for reason in told if reason.sign < 0], key=lambda reason: parts[reason.feature])
    chosen = [reason for reason in told if reason.sign > 0][:MOST_FOR] + against[:MOST_AGAINST]
    return chosen or [Reason("none", 0, "情况还不多，先按远近和发布时间排。")]


def _tier(feature: str) -> int:
    """About her first, then the way (it stands on the card), then what is the same for everybody."""
    return 2 if feature in WEAK else 1 if feature == "distance" else 0


def _reason(
    feature: str, pair: Pairs, bin_name: str, part: float, lexicon: Lexicon, on: date, about_person: bool
) -> Reason:
    text = SENTENCES[feature](pair, bin_name, lexicon, on)
    return Reason(feature, 1 if part > 0 else -1, text.replace("您", "") if about_person else text)


def _distance(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    if name in ("unknown", "other_community", "away"):
        words = {"unknown": "远近还不清楚", "other_community": "在别的社区，远近要问一下", "away": "要去外地"}
        return words[name]
    text = way_of(pair)
    return f"路上有点远，{text}" if name in ("to45", "to60", "more") else text


def _wish(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    occupation = _occupation(pair, lexicon)
    return {
        "first": f"您想做的第一样就是{occupation}",
        "second": f"{occupation}是您想做的活",
        "third": f"{occupation}是您想做的活",
        "close": f"{occupation}和您想做的活相近",
        "other": f"{occupation}不在您想做的活里",
    }[name]


def _skill(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    if name == "other":
        return ""  # having done something else is true of nearly everybody and helps nobody
    ability, link = best_ability(pair, lexicon)
    known = lexicon.abilities.get(ability.slug) or _occupation(pair, lexicon)
    if not link.exact:
        return link.sentence or f"您会{known}，这个活上手快"
    if ability.slug.startswith("work:"):
        return f"您做过 {ability.years} 年{known}，正好用得上" if ability.years else f"您做过{known}，正好用得上"
    return f"您会{known}，正好用得上"


def _hours(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    if name == "clash":
        return f"{hours_of(pair)}，和能上班的时间碰不上"
    if name == "unknown":
        return "上班时间没写清楚，先问一问"
    if name == "own":
        return "时间自己定"
    weekend = "，周末不用去" if one(pair.seekers.no_weekends) and one(pair.postings.weekend) == 0 else ""
    if not np.isnan(one(pair.seekers.pick_up)):
        return f"{spoken(one(pair.ends))}下班，接孩子来得及"
    if np.isnan(one(pair.ends)) or np.isnan(one(pair.shuts)):
        return weekend.removeprefix("，") or f"{hours_of(pair)}，时间对得上"
    return f"{spoken(one(pair.ends))}下班{weekend or '，时间对得上'}"


def _pay_floor(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    s, p = pair.seekers, pair.postings
    if name == "unknown":
        return "工资能到多少要问清楚"
    if name == "below":
        return "工资从低的那头算，到不了您说的底线"
    if np.isnan(one(s.floor_month)):
        extra, unit = one(p.rate_low) - one(s.floor_hour), "一小时"
    else:
        extra, unit = one(p.month_low) - one(s.floor_month), "一个月"
    return f"{unit}比您说的底线多 {yuan(_round_down(extra))} 元" if extra >= 1 else "工资够您说的底线"


def _pay_local(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    return {
        "far_below": "按钟点算，工钱比这一带别的活少不少",
        "below": "按钟点算，工钱比这一带别的活少一点",
        "above": "按钟点算，工钱比这一带别的活多一点",
        "far_above": "按钟点算，工钱比这一带别的活多不少",
    }.get(name, "")


def _certificate(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    p, s = pair.postings, pair.seekers
    asked = p.law_certificates[0] | p.wanted_certificates[0]
    if name == "held":
        return f"您有{names_of(asked, lexicon)}，正好要"
    if name in ("lacking", "exam"):
        return f"还差{names_of(asked & ~s.certificates[0], lexicon)}"
    return f"要{names_of(asked, lexicon)}"


def _education(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    return {"met": "学历够", "unknown": "学历还没填", "below": "学历要求高一点，可以先问问"}.get(
        name, "学历要求高不少，先打电话问问"
    )


def _freshness(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    days = on.toordinal() - one(pair.postings.published)
    if name == "new":
        return "今天刚发布" if days <= 0 else f"{days} 天前刚发布"
    return "" if name == "week" else f"发布 {days} 天了，先问问还招不招"


def _reply(pair: Pairs, name: str, lexicon: Lexicon, on: date) -> str:
    asked, answered = one(pair.postings.asked), one(pair.postings.answered)
    if name == "prompt":
        return f"这家回话快：近 90 天 {asked} 人报名，{answered} 人按时得到答复"
    return f"这家回话慢：近 90 天 {asked} 人报名，{answered} 人按时得到答复"


def _occupation(pair: Pairs, lexicon: Lexicon) -> str:
    column = one(pair.postings.occupation)
    return lexicon.occupations[lexicon.codes[column]] if column >= 0 else "这个活"


def best_ability(pair: Pairs, lexicon: Lexicon) -> tuple[Ability, Link]:
    """(Ability, Link) that gave the skill bin of this pair; among equals more years, then the heavier link."""
    occupation = lexicon.codes[one(pair.postings.occupation)]
    found = [
        (ability, link)
        for ability in one(pair.seekers.abilities)
        if (link := lexicon.links_of.get(ability.slug, {}).get(occupation))
    ]
    return max(found, key=lambda both: (fit_code(*both), both[0].years or 0, both[1].weight, both[0].slug))


def _round_down(amount: float) -> float:
    """1,337 → 1,300: nobody needs the last yuan, and it must not promise more than there is."""
    step = 100 if amount >= 200 else 10 if amount >= 20 else 1
    return amount // step * step


SENTENCES = {
    "distance": _distance,
    "wish": _wish,
    "skill": _skill,
    "hours": _hours,
    "pay_floor": _pay_floor,
    "pay_local": _pay_local,
    "certificate": _certificate,
    "education": _education,
    "freshness": _freshness,
    "reply": _reply,
}
