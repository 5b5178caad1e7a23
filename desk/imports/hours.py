"""Working hours as offices write them: 8:00-17:30,单休; 晚7点-早7点; 两班倒; 做六休一; 弹性."""

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from desk.imports.text import is_nothing, numeral
from jobs.enums import Shift

_PART = r"(早上?|上午|清晨|凌晨|中午|下午|傍晚|晚上?|夜里)?\s*"
_CLOCK = _PART + r"(\d{1,2})\s*(?:[::点时]\s*(半|\d{1,2})?\s*分?)"
_SPAN = re.compile(_CLOCK + r"\s*(?:-|~|—|–|到|至)+\s*(?:次日|第二天)?" + _CLOCK)
_BARE = re.compile(r"^" + _PART + r"(\d{1,2})()\s*(?:-|~|—|–|到|至)+\s*" + _PART + r"(\d{1,2})()\s*(?:点|时)?$")
_DAYS = (
    (Decimal("6"), r"单休|做六休一|[六6]休[一1]|上[六6]休[一1]|月休[四4]|每周[六6]天|周日休"),
    (Decimal("5"), r"双休|做五休二|[五5]休[二2]|月休[八8]|周末休|每周[五5]天"),
    (Decimal("5.5"), r"大小周|单双休|月休[六6]|一周五天半"),
    (Decimal("3.5"), r"做一休一|上一休一|[一1]休[一1]"),
)


@dataclass(slots=True)
class Hours:
    starts: time | None = None
    ends: time | None = None
    per_day: Decimal | None = None
    per_week: Decimal | None = None
    shift: str = ""

    @property
    def span(self) -> float | None:
        """Hours between start and end, over midnight too."""
        if not (self.starts and self.ends):
            return None
        minutes = (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute
        return (minutes if minutes > 0 else minutes + 24 * 60) / 60


def read_hours(text: str) -> Hours:
    out = Hours()
    if is_nothing(text):
        return out
    out.starts, out.ends = span(text)
    out.per_day = per_day(text)
    out.per_week = next((days for days, rule in _DAYS if re.search(rule, text)), None)
    out.shift = shift(text, out)
    return out


def span(text: str) -> tuple[time | None, time | None]:
    found = _SPAN.search(text) or _BARE.match(text.strip())
    if not found:
        return None, None
    start, end = clock(found[1], found[2], found[3]), clock(found[4], found[5], found[6])
    evening = (
        end
        and not found[4]
        and start
        and end <= start
        and end.hour < 12
        and not re.search(r"次日|第二天|晚班|夜", text)
    )
    return start, end.replace(hour=end.hour + 12) if evening else end


def clock(part: str | None, hour: str, minutes: str | None) -> time | None:
    h, m = int(hour), 30 if minutes == "半" else int(minutes or 0)
    if part and re.match(r"下午|傍晚|晚|夜", part) and h < 12:
        h += 12
    h = 0 if h == 24 else h
    return time(h, m) if h < 24 and m < 60 else None


def per_day(text: str) -> Decimal | None:
    found = re.search(r"(\d{1,2}(?:\.\d)?|[一二两三四五六七八九十]{1,2})\s*(?:个)?(?:小时|钟头)", text)
    if not found:
        return None
    value = Decimal(found[1]) if found[1][0].isdigit() else Decimal(numeral(found[1]) or 0)
    return value if 0 < value <= 24 else None


def shift(text: str, hours: Hours) -> str:
    if re.search(r"三班", text):
        return Shift.THREE.value
    if re.search(r"[两二2]班|倒班|轮班|白夜|翻班", text):
        return Shift.TWO.value
    if re.search(r"弹性|自由|灵活|不定时|自己定|面议", text):
        return Shift.FLEXIBLE.value
    if re.search(r"夜班|晚班|通宵", text) or (hours.starts and hours.ends and at_night(hours)):
        return Shift.NIGHT.value
    return Shift.DAY.value if hours.starts or re.search(r"白班|长白班|行政班|正常班", text) else ""


def at_night(hours: Hours) -> bool:
    """It lies between 22 and 6 o'clock for two hours or more, or goes over midnight."""
    return hours.ends <= hours.starts and hours.ends != time(0) or hours.starts.hour >= 22 or hours.ends < time(6)
