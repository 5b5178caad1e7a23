"""Pay as offices write it: 2800元/月+包吃住, 底薪3000+提成, 计件,4000-6000, 日结150元, 3.5k-5k, 四五千, 面议."""

import re
from dataclasses import dataclass
from decimal import Decimal

from desk.imports.text import NUMERAL, is_nothing, numeral, plain

MONTH, DAY, HOUR, PIECE, YEAR, WEEK = "month", "day", "hour", "piece", "year", "week"
LARGEST = 10_000_000  # yuan; more is a number of something else
_TALK = re.compile(r"面议|面谈|协商|详谈|商议|议定|从优|优厚|待定|电议|另议|行业标准|高薪|同行业")
_EXTRA = re.compile(
    r"绩效|餐补|饭补|房补|住房补|补贴|补助|津贴|奖|全勤|[五六]险|社保|公积金|保险|加班费|包吃|包住|包食宿|福利|工龄|押|罚|节日|生日|双休|单休|月休|倒班|夜班费|旅游|体检|培训"
)
_TOTAL = re.compile(r"综合|总收入|合计|到手|月入|总工资|平均|收入")
_N = rf"(?:\d+(?:,\d{{3}})+|\d+(?:\.\d+)?|{NUMERAL}+)"
_SCALE = r"(?:[千万])?"
_AMOUNT = re.compile(
    rf"(?P<low>{_N})(?P<ls>{_SCALE})(?:元|￥)?(?:左右)?\s*(?:[-~—–－―～]+|至|到)\s*(?P<high>{_N})(?P<hs>{_SCALE})(?=(?P<tail>.{{0,3}}))"
    rf"|(?P<one>{_N})(?P<os>{_SCALE})(?=(?P<otail>.{{0,3}}))"
)
_NOT_MONEY = re.compile(
    r"^\s*(?:个?小时|个?钟|天|日|人|岁|点|个月|年|休|险|薪|金|号|楼|班|倒|周|:|：|%|％|次|餐|顿|名|月(?!薪))(?!\s*\d)"
)
_UNITS = (
    (HOUR, re.compile(r"[/每按一]\s*(?:个)?(?:小时|时|钟头|h)|元(?:每)?(?:小时|时)|时薪|计时|钟点|小时工")),
    (PIECE, re.compile(r"[/每一]\s*(?:件|个(?!月)|双|套|单|条|只|斤|台|块|票|桌|平|米|吨|打|箱)|计件单价")),
    (DAY, re.compile(r"[/每一]\s*(?:天|日|班)|元(?:每)?[天日]|日结|天结|日薪|当天结|当日结")),
    (WEEK, re.compile(r"[/每一]\s*周|周薪|周结")),
    (MONTH, re.compile(r"[/每一]\s*(?:个)?月|元(?:每)?月|月薪|月工资|底薪|月收入|月结|转正|试用")),
    (YEAR, re.compile(r"[/每一]\s*年|年薪|元(?:每)?年")),
)
_COUNT_DAYS = re.compile(
    r"(?:每天|每日|一天|/天|每周|一周|每月|月)?\s*\d+(?:\.\d+)?\s*(?:个)?(?:小时|天)(?:制|/天|/日|/周|每天)?"
)


@dataclass(slots=True)
class Pay:
    """Yuan per `unit` (month, day, hour, piece). `missing`: nothing was promised. `doubt`: why the reading is a guess."""

    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    missing: bool = False
    doubt: str = ""
    board: bool = False
    lodging: bool = False


def read_pay(cell, hint: str = "") -> Pay:
    """`hint` is the header's unit (元/月, 千元 …). Never raises: what cannot be read is `missing`."""
    text = tidy(plain(cell))
    pay = Pay(board=bool(re.search(r"包吃|包食宿|管饭|管吃|包.{0,2}餐|供餐|包伙食", text)), lodging=bool(re.search(r"包住|包吃住|包食宿|管住|提供住宿|免费住", text)))  # fmt: skip
    amounts = amounts_in(text, hint)
    if not amounts:
        pay.missing = True
        return pay
    total = [found for found, clause in amounts if _TOTAL.search(clause)]
    return judge(pay, total or [found for found, _ in amounts], text, hint)


def tidy(text: str) -> str:
    text = (
        text.replace("块钱", "元")
        .replace("块/", "元/")
        .replace("RMB", "元")
        .replace("¥", "")
        .replace("￥", "")
        .replace("圆", "元")
    )
    text = re.sub(r"(?<=\d)\s*[kK](?![a-zA-Z])", "千", text)
    text = re.sub(r"(?<=\d)\s*[wW](?![a-zA-Z])", "万", text)
    text = re.sub(r"(\d)\s*千\s*([1-9])(?:百)?(?![\d.千万元-])", r"\g<1>.\2千", text)
    return re.sub(r"(?<=\d)\s+(?=元|千|万)", "", text)


def amounts_in(text: str, hint: str) -> list:
    """((low, high, unit), clause) for every amount that is pay, clause by clause."""
    out = []
    for clause in re.split(r"[+＋,，;；、。\n()（）]|以及|另有|另", re.sub(r"(\d),(\d{3})(?!\d)", r"\1\2", text)):
        if _EXTRA.search(clause) and not re.search(r"底薪|基本工资|月薪|综合|工资|元/月", clause):
            continue
        clause = clause if "元" in clause else _COUNT_DAYS.sub(" ", clause)
        unit = unit_of(clause)
        for match in _AMOUNT.finditer(spoken_range(clause)):
            found = amount(match, clause)
            if found:
                out.append(((*found, unit), clause))
    return out


def spoken_range(clause: str) -> str:
    """四五千 → 4千-5千, 三四百 → 3百-4百."""
    return re.sub(
        r"(?<![一二三四五六七八九十\d])([一二三四五六七八])([二三四五六七八九])([千万])",
        lambda m: f"{numeral(m[1])}{m[3]}-{numeral(m[2])}{m[3]}" if numeral(m[2]) == numeral(m[1]) + 1 else m[0],
        clause,
    )


def amount(match: re.Match, clause: str):
    if match["one"]:
        if not_money(match["one"], match["os"], match["otail"], clause, match):
            return None
        value = number(match["one"], match["os"])
        if value and re.match(r"\s*(?:元|千|万)?\s*(?:以内|以下|封顶|之内)", clause[match.end("os") :]):
            return None, value
        return (value, None) if value else None
    if not_money(match["high"], match["hs"], match["tail"], clause, match):
        return None
    low, high = (
        number(match["low"], match["ls"] or (match["hs"] if small(match["low"]) else "")),
        number(match["high"], match["hs"]),
    )
    if low and high and high < low and match["hs"] == "" and high * 10 > low:
        low, high = high, low
    return (low, high) if low and high else None


def small(text: str) -> bool:
    value = number(text, "")
    return value is not None and value < 100


def not_money(digits: str, scale: str, tail: str, clause: str, match: re.Match) -> bool:
    if not scale and not re.search(r"\d", digits) and (numeral(digits) or 0) < 100:
        return True
    before = clause[max(0, match.start() - 1) : match.start()]
    if before in ("第", "休", "做", "上", "早", "晚", ":", "："):
        return True
    return not scale and bool(_NOT_MONEY.match(tail or ""))


def number(digits: str, scale: str) -> Decimal | None:
    bare = digits.replace(",", "")
    value = (
        Decimal(bare)
        if re.fullmatch(r"\d+(?:\.\d+)?", bare)
        else (Decimal(n) if (n := numeral(bare)) is not None else None)
    )
    yuan = round(value * {"": 1, "千": 1000, "万": 10000}[scale], 4) if value else 0
    return yuan if 0 < yuan < LARGEST else None


def unit_of(text: str) -> str:
    return next((unit for unit, rule in _UNITS if rule.search(text)), "")


def judge(pay: Pay, amounts: list, text: str, hint: str) -> Pay:
    unit = next((u for _, _, u in amounts if u), "")
    same = [a for a in amounts if a[2] in ("", unit)]
    lows = [low for low, _, _ in same if low is not None]
    highs = [high if high is not None else low for low, high, _ in same]
    pay.low, pay.high = min(lows) if lows else None, max(highs)
    if pay.low is None:
        pay.doubt = "只写了上限"
    thousands = "千" in hint and pay.high < 100
    if thousands:
        pay.low, pay.high = pay.low and pay.low * 1000, pay.high * 1000
    elsewhere = unit_of(text) if pay.high < 1000 else ""
    unit = unit or unit_of(hint) or elsewhere or (MONTH if thousands else "")
    settle_unit(pay, unit)
    if re.search(r"以上|起|\d\+|不低于|底薪|提成|保底", text) and pay.high == pay.low:
        pay.high = None
    return pay


def settle_unit(pay: Pay, unit: str) -> None:
    size = pay.low or pay.high
    if not unit:
        unit = MONTH if size >= 1000 else DAY if size >= 60 else HOUR
        if unit != MONTH:
            pay.doubt = f"没写按月、按天还是按小时，按数目当成{'每天' if unit == DAY else '每小时'}"
    elif unit == MONTH and size < 100:
        pay.low, pay.high = pay.low and pay.low * 1000, pay.high * 1000
        pay.doubt = "数目太小，当成以千元计"
    elif unit in (YEAR, WEEK):
        part = Decimal(12) if unit == YEAR else Decimal(12) / Decimal(52)
        pay.low, pay.high = pay.low and round(pay.low / part), round(pay.high / part)
        pay.doubt, unit = f"按{'年' if unit == YEAR else '周'}写的，折成了每月", MONTH
    pay.unit = unit


def is_to_be_agreed(text: str) -> bool:
    """True where pay is left to talk: 面议, 待遇从优."""
    return is_nothing(text) or bool(_TALK.search(text))
