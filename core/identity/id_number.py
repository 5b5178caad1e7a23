"""Resident identity numbers, GB 11643-1999: 6 region, 8 birth, 3 sequence (odd = male), 1 check.

The region is where the number was first issued, so it is never looked up: prefixes of counties long gone stay valid.
18 characters also stand on residence permits of Hong Kong, Macao (81, 82) and Taiwan (83) residents and, since 2023,
on the permanent residence card of foreigners (9).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.errors import Invalid
from core.identity.text import bare

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
LARGEST_EXACT = 2**53  # from here on a float no longer holds every whole number
SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+")
KINDS = {"81": "hmt", "82": "hmt", "83": "hmt", "71": "mainland"}
LABELS = {"mainland": "居民身份证", "hmt": "港澳台居民居住证", "foreign": "外国人永久居留身份证"}
DAMAGED = "身份证号被表格软件改坏了（后几位变成0或E+17）。请对照身份证重填，填之前把这一格的格式改成“文本”。"


class IdProblem(Invalid):
    """`code`: empty, damaged, characters, length, fifteen, region_kind, date, check.

    `upgraded`: for code "fifteen" the 18 characters this old number would have today, to be confirmed; else empty.
    """

    def __init__(self, message: str, *, code: str, upgraded: str = ""):
        super().__init__(message, code=code, field="id_number")
        self.upgraded = upgraded


@dataclass(frozen=True)
class IdNumber:
    """A number that keeps all rules. `sex`: GB/T 2261.1, "1" male, "2" female. `region`: six digits."""

    text: str = field(repr=False)
    born_on: date
    sex: str
    region: str
    kind: str

    @property
    def kind_label(self) -> str:
        return LABELS[self.kind]

    @property
    def looks_rounded(self) -> bool:
        """Ends in 000 though the check holds, as one in eleven numbers cut by a sheet: worth a look, not a refusal."""
        return self.text.endswith("000")

    def age_on(self, day: date) -> int:
        """Full years. Somebody born on 29 February becomes older on 1 March of a common year."""
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


def normalise(text: Any) -> str:
    """Upper-case, half-width, without blanks, dashes, apostrophes and invisible characters. Never raises.

    A number that a sheet keeps as a number is taken as its digits as long as these are exact.
    """
    if isinstance(text, float) and text.is_integer() and abs(text) < LARGEST_EXACT:
        text = int(text)
    return bare(str(text)).upper()


def check_character(first_seventeen: str) -> str:
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(first_seventeen, WEIGHTS, strict=True)) % 11]


def parse(text: Any, *, on: date) -> IdNumber:
    """The number as GB 11643 writes it. `on`: the day it is judged by. Raises IdProblem."""
    number = normalise(text)
    check_shape(text, number)
    kind = kind_of(number)
    born_on = born(number[6:14], on)
    if check_character(number[:17]) != number[17]:
        raise wrong_check(number)
    return IdNumber(number, born_on, "1" if int(number[16]) % 2 else "2", number[:6], kind)


def check_shape(text: Any, number: str) -> None:
    if not number:
        raise IdProblem("没有填身份证号。", code="empty")
    if SCIENTIFIC.fullmatch(number) or (isinstance(text, float) and text >= LARGEST_EXACT):
        raise IdProblem(DAMAGED, code="damaged")
    if len(number) == 15 and number.isascii() and number.isdigit():
        raise fifteen(number)
    if not re.fullmatch(r"[0-9]*[0-9X]", number):
        raise IdProblem("身份证号只有数字，最后一位可以是X。请对照身份证把别的字去掉。", code="characters")
    if len(number) != 18:
        raise IdProblem(f"身份证号应是18位，这里是{len(number)}位。请对照身份证重填。", code="length")


def kind_of(number: str) -> str:
    if number[0] == "9":
        return "foreign"
    kind = KINDS.get(number[:2], "mainland" if number[0] in "123456" else "")
    if not kind or (kind == "hmt" and number[2:6] != "0000"):
        raise IdProblem("身份证号开头的地区码没有这一种。请对照证件，看前6位有没有写错。", code="region_kind")
    return kind


def born(eight: str, on: date) -> date:
    try:
        day = date(int(eight[:4]), int(eight[4:6]), int(eight[6:]))
    except ValueError:
        day = None
    if day is None or day.year < 1900:
        raise IdProblem(f"身份证号第7到14位（{eight}）应是出生日期，但没有这一天。请对照身份证重填。", code="date")
    if day > on:
        raise IdProblem(f"身份证号里的出生日期（{day}）还没到。请对照身份证重填。", code="date")
    return day


def wrong_check(number: str) -> IdProblem:
    """A sheet keeps 15 digits (…000) or the nearest float; both leave a wrong check behind."""
    if number.isdigit() and (number.endswith("000") or int(float(number)) == int(number)):
        return IdProblem(DAMAGED, code="damaged")
    return IdProblem("身份证号最后一位校验不对，多半是有一位写错了。请对照身份证逐位核对。", code="check")


def upgrade15(text: Any) -> str:
    """The 18 characters of a 15-digit number (void since 2013, still found in old ledgers). Raises IdProblem."""
    number = normalise(text)
    if len(number) != 15 or not (number.isascii() and number.isdigit()):
        raise IdProblem("这不是15位的老身份证号。请对照身份证重填18位号码。", code="length")
    kind_of(number)
    born(f"19{number[6:12]}", date.max)
    seventeen = f"{number[:6]}19{number[6:]}"
    return seventeen + check_character(seventeen)


def fifteen(number: str) -> IdProblem:
    try:
        upgraded = upgrade15(number)
    except IdProblem as problem:
        return problem
    shown = f"{upgraded[:6]} {upgraded[6:14]} {upgraded[14:]}"
    return IdProblem(
        f"这是15位的老身份证号，2013年起不能用了。按规则换算是 {shown}，请对照现在的身份证确认。",
        code="fifteen",
        upgraded=upgraded,
    )


def mask(text: str) -> str:
    """510802********0011; of any other document only the first two and last two characters; nothing of a short one."""
    number = normalise(text)
    if len(number) == 18:
        return f"{number[:6]}{'*' * 8}{number[14:]}"
    return f"{number[:2]}{'*' * (len(number) - 4)}{number[-2:]}" if len(number) > 6 else "*" * len(number)
