"""One plain sentence a limit and pair: what the posting says beside what she asked. `pair` is a Pairs of length 1."""

from typing import Any

import numpy as np

from matching.engine.arrays import Array
from matching.engine.lexicon import Lexicon
from matching.engine.pairs import Pairs
from matching.engine.verdicts import NO, OK, UNKNOWN
from matching.engine.words import clock, way, yuan


def one(values: Any) -> Any:
    """The single value of an array of length 1."""
    return np.asarray(values).reshape(-1)[0]


def _say(verdict: int, yes: str, no: str, unknown: str) -> str:
    return {int(OK): yes, int(NO): no, int(UNKNOWN): unknown}[int(verdict)]


def hours_of(pair: Pairs) -> str:
    p = pair.postings
    if one(p.own_hours):
        return "时间自己定"
    if one(p.rotating):
        return "倒班"
    if np.isnan(one(p.start)) or np.isnan(one(p.end)):
        return "上下班时间没写"
    return f"{clock(one(p.start))}–{clock(one(pair.ends))}"


def way_of(pair: Pairs) -> str:
    """The way as it is gone: a bus that is not quicker than walking is not taken."""
    return way(one(pair.minutes), 0 if one(pair.on_foot) else one(pair.seekers.travel))


def under_16(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return "未满 16 周岁不能打工"


def night(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "不上夜班", "要上夜班", "没写要不要上夜班，先问清楚")


def hazard(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "没有高温、粉尘、高处", "有高温、粉尘或高处作业", "没写有没有危险作业")


def birth_unknown(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return "填上出生日期才能推荐这一类"


def public_welfare(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "符合公益性岗位的条件", "只给认定了的就业困难人员", "只给认定了的就业困难人员，可以问社区窗口")


def over_age(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "到了退休年龄也收", "没写可以接收已到退休年龄的人", "要问清楚收不收已到退休年龄的人")


def before_retirement(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "超龄用工，签用工协议", "只招已到退休年龄的人", "只招已到退休年龄的人")


def traineeship(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "可以去见习", "见习只收 16 至 24 岁和刚毕业的", "见习只收 16 至 24 岁和刚毕业的，先问清楚")


def certificate(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    p, lacks = pair.postings, pair.lacks[0]
    asked = p.law_certificates[0] | p.wanted_certificates[0]
    if verdict == OK and lacks.any():
        by_exam = (lacks & ~pair.seekers.at_hand[0]).any()
        return f"还差{names_of(lacks, lexicon)}，{'要先学再考' if by_exam else '本地能办'}"
    return _say(
        verdict,
        f"有{names_of(asked, lexicon)}",
        f"要{names_of(lacks, lexicon)}，现在没有",
        f"要{names_of(asked, lexicon)}",
    )


def names_of(mask: Array, lexicon: Lexicon) -> str:
    return "、".join(lexicon.certificates[slug] for slug in lexicon.certificates_in(mask))


def kinds(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "用工形式对得上", "用工形式对不上", "用工形式没写清楚")


def away(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "在外地，说过愿意去", "在外地", "在外地")


def distance(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    if verdict == UNKNOWN:
        return "地点还没对上地图，远近不清楚"
    return way_of(pair)


def weekend(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "周末不用去", "周末要上班", "没写周末上不上，先问清楚")


def care(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    hours = hours_of(pair)
    return _say(verdict, f"{hours}，接送孩子来得及", f"{hours}，和接送孩子碰不上", f"{hours}，要接送孩子先问清楚")


def free_hours(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    hours = hours_of(pair)
    return _say(verdict, f"{hours}，时间对得上", f"{hours}，时间对不上", f"{hours}，先问清楚")


def standing(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "不用一直站着", "要一直站着", "没写要不要站着，先问清楚")


def lifting(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    kilos = one(pair.postings.lift_kg)
    weight = "" if np.isnan(kilos) else f"要搬 {yuan(kilos)} 公斤"
    return _say(verdict, weight, f"{weight}，太重", "没写要不要搬重物，先问清楚")


def lodging(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "包住", "不包住", "没写包不包住")


def pay_floor(pair: Pairs, verdict: int, lexicon: Lexicon) -> str:
    return _say(verdict, "工资够您说的底线", "工资到不了您说的底线", "工资能不能到您说的底线，要问清楚")
