"""Hard limits: what protects the person or is law. Each says what it looked at; an unknown fact never removes anything.

A limit gives one verdict a pair (`verdicts`); NO removes the posting. The order counts: a posting that several limits
would remove is counted under the first, so the counts add up to what was removed.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matching.engine import limit_words as words
from matching.engine.arrays import Array
from matching.engine.columns import KIND_BIT
from matching.engine.facts import AgeBand, Kind
from matching.engine.lexicon import Lexicon
from matching.engine.pairs import Pairs
from matching.engine.verdicts import NO, NOT_ASKED, judge

# (where the facts are known, where they fit): arrays over the pairs, or one answer for all of them.
Known = tuple[Array | bool, Array | bool]
Asked = Callable[[Pairs], Array]
Predicate = Callable[[Pairs, Lexicon], Array | np.int8]


@dataclass(frozen=True)
class Limit:
    """`predicate(pairs, lexicon)` gives verdicts; `text(pair, verdict, lexicon)` speaks of one pair (length 1).

    `sentence` says why postings were removed; `shareable` = may be told to an employer about a person.
    """

    slug: str
    label: str
    sentence: str
    predicate: Predicate
    text: Callable[[Pairs, int, Lexicon], str]
    shareable: bool = False

    def verdicts(self, pairs: Pairs, lexicon: Lexicon) -> Array:
        """int8 verdict codes of shape (n,)."""
        return pairs.full(self.predicate(pairs, lexicon))

    def removes(self, pairs: Pairs, lexicon: Lexicon) -> Array:
        """Mask of shape (n,): true where this limit alone forbids the pair."""
        return self.verdicts(pairs, lexicon) == NO


def when(asked: Asked) -> Callable[[Callable[[Pairs, Lexicon], Known]], Predicate]:
    """Turns (known, ok) of a pair into verdicts; `asked(pairs)` is the mask where the limit applies at all."""

    def wrap(predicate: Callable[[Pairs, Lexicon], Known]) -> Predicate:
        def verdicts(pairs: Pairs, lexicon: Lexicon) -> Array | np.int8:
            named = asked(pairs)
            return judge(named, *predicate(pairs, lexicon)) if named.any() else NOT_ASKED

        verdicts.__name__ = predicate.__name__
        verdicts.__doc__ = predicate.__doc__
        return verdicts

    return wrap


def band(*bands: AgeBand) -> Asked:
    """asked: the person is in one of these legal ages."""
    return lambda pairs: _in_band(pairs, *bands)


def named(*columns: str) -> Asked:
    """asked: she has named at least one of these times or amounts."""
    return lambda pairs: ~np.logical_and.reduce([np.isnan(getattr(pairs.seekers, column)) for column in columns])


def _in_band(pairs: Pairs, *bands: AgeBand) -> Array:
    return np.isin(pairs.seekers.legal_age_band, [int(each) for each in bands])


def _tri(state: Array, wanted: int) -> Known:
    return state >= 0, state == wanted


@when(band(AgeBand.UNDER_16))
def under_16(pairs: Pairs, lexicon: Lexicon) -> Known:
    return True, False


@when(band(AgeBand.YOUNG))
def young_night(pairs: Pairs, lexicon: Lexicon) -> Known:
    return _tri(pairs.nights_by_law, 0)


@when(band(AgeBand.YOUNG))
def young_hazard(pairs: Pairs, lexicon: Lexicon) -> Known:
    return True, ~pairs.postings.hazardous


def _waits_for_a_birth_date(pairs: Pairs) -> Array:
    p = pairs.postings
    unknown = _in_band(pairs, AgeBand.UNKNOWN)
    return unknown & ((pairs.nights_by_law == 1) | p.hazardous | p.public_welfare) if unknown.any() else unknown


@when(_waits_for_a_birth_date)
def birth_unknown(pairs: Pairs, lexicon: Lexicon) -> Known:
    """Night, hazardous and public-welfare work waits until the birth date is known."""
    return True, False


@when(lambda pairs: pairs.postings.public_welfare)
def public_welfare(pairs: Pairs, lexicon: Lexicon) -> Known:
    recognised = pairs.seekers.public_welfare & ~_in_band(pairs, AgeBand.YOUNG)
    return ~_in_band(pairs, AgeBand.VISITOR), recognised


@when(band(AgeBand.RETIRED))
def over_age(pairs: Pairs, lexicon: Lexicon) -> Known:
    """Past the retirement age there is no labour contract: only posts that take it on, and no hazardous ones."""
    p = pairs.postings
    return True, (p.accepts_over_age | p.only_over_age) & ~p.hazardous


@when(lambda pairs: pairs.postings.only_over_age)
def before_retirement(pairs: Pairs, lexicon: Lexicon) -> Known:
    """A post under an over-age agreement would cost a younger person the labour contract she is entitled to."""
    known = _in_band(pairs, AgeBand.YOUNG, AgeBand.ADULT, AgeBand.RETIRED)
    return known, _in_band(pairs, AgeBand.RETIRED)


@when(lambda pairs: pairs.postings.traineeship)
def traineeship(pairs: Pairs, lexicon: Lexicon) -> Known:
    return _tri(pairs.seekers.traineeship, 1)


@when(lambda pairs: (pairs.postings.law_certificates | pairs.postings.wanted_certificates).any(axis=1))
def certificate(pairs: Pairs, lexicon: Lexicon) -> Known:
    """What the law demands is out, unless it is had within days or a class leads there from what she can do.

    Then, and where only the employer wants it, it is a step worth taking where the work lies her way; of somebody who
    has said nothing yet no step is asked.
    """
    s, p = pairs.seekers, pairs.postings
    by_law = (pairs.lacks & p.law_certificates & ~s.at_hand).any(axis=1)
    needs_exam = (pairs.lacks & ~s.at_hand).any(axis=1)
    worth_it = pairs.her_way | (~needs_exam & pairs.has_spoken)
    may_get_it = (~by_law | pairs.teachable) & worth_it
    return s.certificates_known, may_get_it | ~pairs.lacks.any(axis=1)


def _told_to_stay(pairs: Pairs) -> Array:
    """Work in another city; a visitor without any chip sees it like everything else."""
    s = pairs.seekers
    open_to_all = _in_band(pairs, AgeBand.VISITOR) & (s.kinds == 0) & np.isnan(s.max_minutes)
    return pairs.postings.away & ~open_to_all


@when(_told_to_stay)
def away(pairs: Pairs, lexicon: Lexicon) -> Known:
    """Work in another city is only for people who said they would go."""
    return True, (pairs.seekers.kinds & KIND_BIT[Kind.AWAY]) != 0


@when(lambda pairs: pairs.seekers.kinds != 0)
def kinds(pairs: Pairs, lexicon: Lexicon) -> Known:
    return pairs.postings.kinds != 0, (pairs.seekers.kinds & pairs.postings.kinds) != 0


@when(lambda pairs: ~np.isnan(pairs.seekers.max_minutes) & ~pairs.postings.away)
def distance(pairs: Pairs, lexicon: Lexicon) -> Known:
    return ~np.isnan(pairs.minutes), pairs.minutes <= pairs.seekers.max_minutes


@when(lambda pairs: pairs.seekers.no_nights)
def nights(pairs: Pairs, lexicon: Lexicon) -> Known:
    return _tri(pairs.nights, 0)


@when(lambda pairs: pairs.seekers.no_weekends)
def weekends(pairs: Pairs, lexicon: Lexicon) -> Known:
    return _tri(pairs.postings.weekend, 0)


@when(named("drop_off", "pick_up"))
def care(pairs: Pairs, lexicon: Lexicon) -> Known:
    """Work starts after the child is dropped off and ends before it is picked up."""
    return pairs.window(pairs.seekers.drop_off, pairs.seekers.pick_up)


@when(named("free_from", "free_until"))
def free_hours(pairs: Pairs, lexicon: Lexicon) -> Known:
    return pairs.window(pairs.seekers.free_from, pairs.seekers.free_until)


@when(lambda pairs: pairs.seekers.no_standing)
def standing(pairs: Pairs, lexicon: Lexicon) -> Known:
    return _tri(pairs.postings.standing, 0)


@when(named("max_lift_kg"))
def lifting(pairs: Pairs, lexicon: Lexicon) -> Known:
    p = pairs.postings
    return ~np.isnan(p.lift_kg), p.lift_kg <= pairs.seekers.max_lift_kg


@when(lambda pairs: pairs.seekers.needs_lodging)
def lodging(pairs: Pairs, lexicon: Lexicon) -> Known:
    return True, pairs.postings.lodging


@when(named("floor_month", "floor_hour"))
def pay_floor(pairs: Pairs, lexicon: Lexicon) -> Known:
    """Removed when even the upper end stays below; a range that straddles her floor is a question to ask."""
    s, p = pairs.seekers, pairs.postings
    below = (p.month_high < s.floor_month) | (p.rate_high < s.floor_hour)
    straddles = (p.month_low < s.floor_month) | (p.rate_low < s.floor_hour)
    unclear = (~np.isnan(s.floor_month) & np.isnan(p.month_low)) | (~np.isnan(s.floor_hour) & np.isnan(p.rate_low))
    return below | ~(straddles | unclear), ~below


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
    Limit("nights", "不上夜班", "这些活要上夜班。", nights, words.night),
    Limit("weekends", "周末不上", "这些活周末要上班。", weekends, words.weekend),
    Limit("care", "接送孩子", "上班时间和接送孩子的时间碰不上。", care, words.care),
    Limit("free-hours", "能上班的时间", "上班时间在您能上班的时间以外。", free_hours, words.free_hours),
    Limit("standing", "不能久站", "这些活要一直站着。", standing, words.standing),
    Limit("lifting", "不能搬重物", "要搬的东西比您说的重。", lifting, words.lifting),
    Limit("lodging", "要包住", "这些岗位不包住。", lodging, words.lodging),
    Limit("pay", "工资底线", "工资最高也到不了您说的底线。", pay_floor, words.pay_floor),
)


def judge_all(pairs: Pairs, lexicon: Lexicon) -> Array:
    """Verdicts of all limits, shape (len(LIMITS), n), int8."""
    verdicts = np.empty((len(LIMITS), len(pairs)), np.int8)
    for row, limit in zip(verdicts, LIMITS, strict=True):
        row[:] = limit.predicate(pairs, lexicon)
    return verdicts
