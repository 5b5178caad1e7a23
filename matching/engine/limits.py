"""Hard limits: what protects the person or is law. Each says what it looked at; an unknown fact never removes anything.

A limit gives one verdict a pair (`verdicts`); NO removes the posting. The order counts: a posting that several limits
would remove is counted under the first, so the counts add up to what was removed.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matching.engine import limit_words as words
from matching.engine.columns import KIND_BIT
from matching.engine.facts import AgeBand, Kind
from matching.engine.pairs import Pairs
from matching.engine.verdicts import NO, judge, tri


@dataclass(frozen=True)
class Limit:
    """`predicate(pairs, lexicon)` gives verdicts; `text(pair, verdict, lexicon)` speaks of one pair (length 1).

    `sentence` says why postings were removed; `shareable` = may be told to an employer about a person.
    """

    slug: str
    label: str
    sentence: str
    predicate: Callable
    text: Callable
    shareable: bool = False

    def verdicts(self, pairs: Pairs, lexicon) -> np.ndarray:
        """int8 verdict codes of shape (n,)."""
        return pairs.full(self.predicate(pairs, lexicon))

    def removes(self, pairs: Pairs, lexicon) -> np.ndarray:
        """Mask of shape (n,): true where this limit alone forbids the pair."""
        return self.verdicts(pairs, lexicon) == NO


def _band(pairs, *bands) -> np.ndarray:
    return np.isin(pairs.seekers.legal_age_band, [int(band) for band in bands])


def under_16(pairs, lexicon):
    return judge(_band(pairs, AgeBand.UNDER_16), True, False)


def young_night(pairs, lexicon):
    return tri(_band(pairs, AgeBand.YOUNG), pairs.nights_by_law, 0)


def young_hazard(pairs, lexicon):
    return judge(_band(pairs, AgeBand.YOUNG), True, ~pairs.postings.hazardous)


def birth_unknown(pairs, lexicon):
    """Night, hazardous and public-welfare work waits until the birth date is known."""
    p = pairs.postings
    waits = (pairs.nights_by_law == 1) | p.hazardous | p.public_welfare
    return judge(_band(pairs, AgeBand.UNKNOWN) & waits, True, False)


def public_welfare(pairs, lexicon):
    s, p = pairs.seekers, pairs.postings
    young = _band(pairs, AgeBand.YOUNG)
    return judge(p.public_welfare, ~_band(pairs, AgeBand.VISITOR), s.public_welfare & ~young)


def over_age(pairs, lexicon):
    """Past the retirement age there is no labour contract: only posts that take it on, and no hazardous ones."""
    p = pairs.postings
    return judge(_band(pairs, AgeBand.RETIRED), True, (p.accepts_over_age | p.only_over_age) & ~p.hazardous)


def before_retirement(pairs, lexicon):
    """A post under an over-age agreement would cost a younger person the labour contract she is entitled to."""
    known = _band(pairs, AgeBand.YOUNG, AgeBand.ADULT, AgeBand.RETIRED)
    return judge(pairs.postings.only_over_age, known, _band(pairs, AgeBand.RETIRED))


def traineeship(pairs, lexicon):
    s = pairs.seekers
    return judge(pairs.postings.traineeship, s.traineeship >= 0, s.traineeship == 1)


def certificate(pairs, lexicon):
    """A certificate the law demands. Kept only where it can be had here within days and the work lies her way."""
    s, p = pairs.seekers, pairs.postings
    asked = (p.law_certificates | p.wanted_certificates).any(axis=1)
    lacks_law = p.law_certificates & ~s.certificates
    lacks_any = (p.law_certificates | p.wanted_certificates) & ~s.certificates
    out_of_reach = (lacks_law & ~lexicon.obtainable_mask).any(axis=1)
    return judge(asked, s.certificates_known, ~out_of_reach & (pairs.her_way | ~lacks_any.any(axis=1)))


def kinds(pairs, lexicon):
    s, p = pairs.seekers, pairs.postings
    return judge(s.kinds != 0, p.kinds != 0, (s.kinds & p.kinds) != 0)


def away(pairs, lexicon):
    """Work in another city is only for people who said they would go."""
    ready = (pairs.seekers.kinds & KIND_BIT[Kind.AWAY]) != 0
    nobody = _band(pairs, AgeBand.VISITOR) & (pairs.seekers.kinds == 0)
    near_wanted = ~np.isnan(pairs.seekers.max_minutes)
    return judge(pairs.postings.away & (~nobody | near_wanted), True, ready)


def distance(pairs, lexicon):
    s, p = pairs.seekers, pairs.postings
    known = ~np.isnan(pairs.minutes)
    return judge(~np.isnan(s.max_minutes) & ~p.away, known, pairs.minutes <= s.max_minutes)


def night(pairs, lexicon):
    return tri(pairs.seekers.no_nights, pairs.nights, 0)


def weekend(pairs, lexicon):
    return tri(pairs.seekers.no_weekends, pairs.postings.weekend, 0)


def care(pairs, lexicon):
    """Work starts after the child is dropped off and ends before it is picked up."""
    s = pairs.seekers
    known, fits = pairs.window(s.drop_off, s.pick_up)
    return judge(~np.isnan(s.drop_off) | ~np.isnan(s.pick_up), known, fits)


def free_hours(pairs, lexicon):
    s = pairs.seekers
    known, fits = pairs.window(s.free_from, s.free_until)
    return judge(~np.isnan(s.free_from) | ~np.isnan(s.free_until), known, fits)


def standing(pairs, lexicon):
    return tri(pairs.seekers.no_standing, pairs.postings.standing, 0)


def lifting(pairs, lexicon):
    s, p = pairs.seekers, pairs.postings
    return judge(~np.isnan(s.max_lift_kg), ~np.isnan(p.lift_kg), p.lift_kg <= s.max_lift_kg)


def lodging(pairs, lexicon):
    return judge(pairs.seekers.needs_lodging, True, pairs.postings.lodging)


def pay_floor(pairs, lexicon):
    """Removed when even the upper end stays below; a range that straddles her floor is a question to ask."""
    s, p = pairs.seekers, pairs.postings
    asked = ~np.isnan(s.floor_month) | ~np.isnan(s.floor_hour)
    below = (p.month_high < s.floor_month) | (p.rate_high < s.floor_hour)
    straddles = (p.month_low < s.floor_month) | (p.rate_low < s.floor_hour)
    unclear = (~np.isnan(s.floor_month) & np.isnan(p.month_low)) | (~np.isnan(s.floor_hour) & np.isnan(p.rate_low))
    return judge(asked, below | ~(straddles | unclear), ~below)


LIMITS = (
    Limit("under-16", "未满 16 周岁", "未满 16 周岁不能打工，这是法律定的。", under_16, words.under_16),
    Limit("young-night", "未成年不上夜班", "未满 18 周岁，不推荐要上夜班的活。", young_night, words.night),
    Limit("young-hazard", "未成年不做危险活", "未满 18 周岁，不推荐高温、粉尘、高处的活。", young_hazard, words.hazard),
    Limit(
        "birth-unknown",
        "出生日期没填",
        "还不知道出生日期，夜班、危险的活和公益性岗位先不推荐；填上就能看到。",
        birth_unknown,
        words.birth_unknown,
    ),
    Limit(
        "public-welfare",
        "公益性岗位",
        "公益性岗位只给认定了的就业困难人员；够不够条件可以问社区窗口。",
        public_welfare,
        words.public_welfare,
    ),
    Limit(
        "over-age", "到了退休年龄", "已到退休年龄，只推荐写明可以接收的岗位，危险的活不推荐。", over_age, words.over_age
    ),
    Limit(
        "before-retirement",
        "超龄用工",
        "这是签用工协议的超龄岗位；没到退休年龄应当签劳动合同。",
        before_retirement,
        words.before_retirement,
    ),
    Limit(
        "traineeship", "就业见习", "就业见习只收 16 至 24 岁和刚毕业没找到工作的人。", traineeship, words.traineeship
    ),
    Limit("certificate", "要的证", "这些活要的证，您现在没有。", certificate, words.certificate, shareable=True),
    Limit("away", "外出务工", "您没有说愿意去外地。", away, words.away, shareable=True),
    Limit("kinds", "用工形式", "用工形式不是您选的那几种。", kinds, words.kinds, shareable=True),
    Limit("distance", "路上时间", "路上要的时间超过您说的。", distance, words.distance, shareable=True),
    Limit("nights", "不上夜班", "这些活要上夜班。", night, words.night),
    Limit("weekends", "周末不上", "这些活周末要上班。", weekend, words.weekend),
    Limit("care", "接送孩子", "上班时间和接送孩子的时间碰不上。", care, words.care),
    Limit("free-hours", "能上班的时间", "上班时间在您能上班的时间以外。", free_hours, words.free_hours),
    Limit("standing", "不能久站", "这些活要一直站着。", standing, words.standing),
    Limit("lifting", "不能搬重物", "要搬的东西比您说的重。", lifting, words.lifting),
    Limit("lodging", "要包住", "这些岗位不包住。", lodging, words.lodging),
    Limit("pay", "工资底线", "工资最高也到不了您说的底线。", pay_floor, words.pay_floor),
)


def judge_all(pairs: Pairs, lexicon) -> np.ndarray:
    """Verdicts of all limits, shape (len(LIMITS), n), int8."""
    return np.stack([limit.verdicts(pairs, lexicon) for limit in LIMITS]).astype(np.int8)
