"""The answers of a register in a small vocabulary: schooling, work, relation, wishes. Unknown words give ''."""

import re
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal

from desk.imports.pay import HOUR, MONTH, read_pay
from desk.imports.text import is_nothing, numeral
from reference.education import education_from
from residents.enums import EmploymentKind, HouseholdRelation, LabourStatus, Sex

_STATUS = (
    (LabourStatus.UNABLE, r"丧失劳动|无劳动能力|卧床|不能劳动"),
    (LabourStatus.RETIRED, r"退休|退养|内退|领养老|养老金"),
    (LabourStatus.STUDENT, r"在校|学生|上学|读书|就读|在读|待毕业"),
    (LabourStatus.FLEXIBLE, r"灵活|零工|临时|散工|短工|钟点|兼职|跑车|骑手|外卖|网约|跑滴滴|自由职业|帮工|季节工|代工"),
    (LabourStatus.SELF_EMPLOYED, r"个体|自营|经商|做生意|开店|摆摊|老板|自主创业|创业"),
    (LabourStatus.FARMING, r"务农|种地|种田|农民|种养|养殖|在家种"),
    (LabourStatus.UNEMPLOYED, r"失业|下岗|待业|无业|未就业|无工作|没工作|没有工作|求职|找工作|待岗|离职|^否$"),
    (LabourStatus.HOMEMAKER, r"料理家务|家务|带孩子|带孙|带娃|主妇|全职妈妈|宝妈|照顾|照看|陪读|在家"),
    (
        LabourStatus.EMPLOYED,
        r"在职|在岗|上班|就业|单位|打工|务工|工作|公益岗|合同工|正式|^是$|职工|员工|工人|公务员|教师|事业",
    ),
)
_RELATION = (
    (HouseholdRelation.HEAD, r"户主|本人|户代表"),
    (HouseholdRelation.CHILD_IN_LAW, r"儿媳|女婿|媳妇|子媳"),
    (HouseholdRelation.PARENT, r"父|母|爸|妈|岳|公公|婆婆|翁"),
    (HouseholdRelation.GRANDCHILD, r"孙|外甥孙"),
    (HouseholdRelation.SPOUSE, r"配偶|妻|夫|老伴|爱人|老公|老婆"),
    (HouseholdRelation.SIBLING, r"兄|弟|姐|妹"),
    (HouseholdRelation.SON, r"子|儿"),
    (HouseholdRelation.DAUGHTER, r"女|囡"),
)
_SEX = {"男": Sex.MALE, "男性": Sex.MALE, "1": Sex.MALE, "M": Sex.MALE, "MALE": Sex.MALE, "先生": Sex.MALE, "女": Sex.FEMALE, "女性": Sex.FEMALE, "2": Sex.FEMALE, "F": Sex.FEMALE, "FEMALE": Sex.FEMALE, "女士": Sex.FEMALE}  # fmt: skip
_KINDS = (
    (EmploymentKind.HOME, r"在家(?:里)?(?:做|干|加工)|居家|手工活|拿回家|来料加工|外发"),
    (EmploymentKind.PART_TIME, r"半天|小时工|钟点|兼职|半日"),
    (EmploymentKind.DAY, r"日结|零工|短工|临时工|临工|散工"),
    (EmploymentKind.WELFARE, r"公益"),
    (EmploymentKind.AWAY, r"外出务工|去外地|到外地|外地打工|出省|沿海"),
)
_CLOCK = r"(?:早上?|上午|下午|晚上?|中午)?\s*(\d{1,2})\s*(?:[点时:](?:(半)|(\d{1,2}))?分?)"
_WINDOW = re.compile(_CLOCK + r"\s*(?:到|至|-|~|—|–)\s*" + _CLOCK)
_NOT_WORK = re.compile(
    r"随便|都行|都可以|均可|不限|不挑|无要求|离家近|就近|附近|家门口|近一?点|夜班|倒班|白班|接送|接娃|接孩子|带娃|孩子|周末|双休|久站|重活|重物|包住|包吃|住宿|\d|点到|时间|学|培训|摆摊|创业|开店|做生意|不想|不找|不需要|暂不|无意|本地|本区|本社区|外地|公益|兼职|半天|日结|零工|临时|轻松|稳定|工资|待遇"
)


@dataclass(slots=True)
class Wishes:
    """What a wish cell says. `work` are words for occupations, still to be looked up; `words` is the cell as written."""

    words: str = ""
    work: list = field(default_factory=list)
    kinds: list = field(default_factory=list)
    no_nights: bool | None = None
    picks_up_child: bool | None = None
    no_weekends: bool | None = None
    no_standing: bool | None = None
    needs_lodging: bool | None = None
    free_from: time | None = None
    free_until: time | None = None
    wants_training: str = ""
    wants_business: str = ""
    not_seeking: bool = False


def choose(table, text: str) -> str:
    return "" if is_nothing(text) else next((value.value for value, rule in table if re.search(rule, text)), "")


def education(text: str) -> str:
    """A GB/T 4658 code. 中学 may mean two schools and stays open."""
    found = education_from(text)
    return found.value if found else ""


def labour_status(text: str) -> str:
    return choose(_STATUS, text)


def relation(text: str) -> str:
    return choose(_RELATION, text) or ("" if is_nothing(text) else HouseholdRelation.OTHER.value)


def sex(text: str) -> str:
    """'1', '2' or '' (not readable or blank)."""
    found = _SEX.get(text.replace(" ", "").upper(), "")
    return found.value if found else ""


def skills(texts: list[str]) -> list[str]:
    """会开叉车(有证)、缝纫 → ['会开叉车(有证)', '缝纫']; 无 and / are nothing."""
    words = [w.strip() for text in texts for w in re.split(r"[、,，;；/和]|\s{1,}", text) if not is_nothing(text)]
    return list(dict.fromkeys(w[:30] for w in words if w and not is_nothing(w)))


def wishes(texts: list[str]) -> Wishes:
    text = ";".join(t for t in texts if not is_nothing(t))
    out = Wishes(words=text[:200])
    if not text:
        return out
    yes = {name: True for name, rule in _YES if re.search(rule, text)}
    for name in yes:
        setattr(out, name, True)
    out.kinds = [kind.value for kind, rule in _KINDS if re.search(rule, text)]
    out.free_from, out.free_until = window(text)
    clauses = [c.strip() for c in re.split(r"[、,，;；/。]|\s+|或者?|和", text) if c.strip()]
    out.work = [c[:30] for c in clauses if not _NOT_WORK.search(c) and not any(re.search(r, c) for _, r in _KINDS)][:3]
    out.wants_training = ";".join(
        c for c in clauses if re.search(r"学|培训", c) and not re.search(r"学历|放学|上学|学校", c)
    )[:100]
    out.wants_business = ";".join(c for c in clauses if re.search(r"摆摊|创业|开店|做生意|小生意", c))[:100]
    return out


_YES = (
    ("no_nights", r"(?:不上|不做|不想上|不能上|无)\s*(?:夜班|晚班|倒班)|不倒班|只上白班|白班"),
    ("picks_up_child", r"接送|接娃|接孩子|接小孩|送孩子|接孙"),
    ("no_weekends", r"周末(?:不|要)?(?:上班|休|休息)|双休|不上周末"),
    ("no_standing", r"不能久站|不能站|坐着做"),
    ("needs_lodging", r"要?包住|需要?住宿|包吃住"),
    (
        "not_seeking",
        r"不想找|不找工作|不需要|暂不|无意愿|不想上班|无就业意愿|^不想$|^无意向$|^否$|不愿意?(?:就业|工作|找)?$",
    ),
)


def window(text: str) -> tuple[time | None, time | None]:
    """9点到4点 → 09:00, 16:00; a later end that is earlier on the clock means the afternoon."""
    found = _WINDOW.search(text)
    if not found:
        return None, None
    start, end = clock(found[1], found[2], found[3]), clock(found[4], found[5], found[6])
    if start and end and end <= start and end.hour < 12:
        end = end.replace(hour=end.hour + 12)
    return (start, end) if start and end and start < end else (None, None)


def clock(hour: str, half: str | None, minutes: str | None) -> time | None:
    h, m = int(hour), 30 if half else int(minutes or 0)
    return time(h, m) if h < 24 and m < 60 else None


def pay_floor(texts: list[str], hint: str) -> tuple[Decimal | None, Decimal | None]:
    """(a month, an hour) she wants at least; what is open to talk or unclear is no floor."""
    for text in texts:
        pay = read_pay(text, hint)
        if pay.missing or pay.low is None:
            continue
        if pay.unit == MONTH and 500 <= pay.low <= 100_000:
            return pay.low, None
        if pay.unit == HOUR and pay.low <= 1_000:
            return None, pay.low
    return None, None


def years(text: str) -> int | None:
    """挡车工二十年 → 20."""
    found = re.search(r"(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:多)?年(?!级)", text)
    if not found:
        return None
    return int(found[1]) if found[1].isdigit() else numeral(found[1])
