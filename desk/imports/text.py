"""Cells as people type them: full-width digits, stray blanks, numbers that were meant as text, Chinese numerals."""

import re
from datetime import date, datetime
from functools import lru_cache

NOTHING = re.compile(
    r"^[\s/\\、,，.。\-—–_*×xX~?？()（）]*$|^(?:无|没有|暂无|没|空|无电话|无手机|未提供|未填|不详|不清楚|不知道|none|null|n/?a|nan)$",
    re.IGNORECASE,
)
DITTO = re.compile(r"^(?:同上|同前|〃|″|“|”|''|\"+|同左|↑)$")
_WIDE = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"　": " ", " ": " "})
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\u202d\u202e"), None)
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
NUMERAL = "[零〇一二两俩三仨四五六七八九十百千万]"


def plain(cell) -> str:
    """One cell as text: half-width, no control or invisible characters, blanks collapsed, numbers without `.0`."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.min.time() else cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return number_text(cell)
    return cleaned(str(cell))


@lru_cache(maxsize=100_000)
def cleaned(text: str) -> str:
    """Remembered, since a cell is looked at by many and sheets repeat themselves."""
    text = text.translate(_WIDE).translate(_INVISIBLE)
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip().lstrip("'").strip()


def number_text(value) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def compact(cell) -> str:
    """`plain` without any blank."""
    return plain(cell).replace(" ", "")


def is_nothing(text: str) -> bool:
    """True for a blank cell and for the ways to write 'none': /, 无, —, 未提供."""
    return bool(NOTHING.match(text))


def is_ditto(text: str) -> bool:
    return bool(DITTO.match(text))


def numeral(text: str) -> int | None:
    """三千五 → 3500, 十二 → 12, 两 → 2, 一万二 → 12000; None when it is no numeral."""
    if not text or not re.fullmatch(NUMERAL + "+", text):
        return None
    total, section, digit, last = 0, 0, 0, 1
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            continue
        last = _UNITS[char]
        if char == "万":
            total, section, digit = total + (section + digit) * last, 0, 0
        else:
            section, digit = section + (digit or 1) * last, 0
    if digit and last > 10 and not text[-2:].startswith(("零", "〇")):
        digit *= last // 10
    return total + section + digit
