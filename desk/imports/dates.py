"""Days as offices write them. A day is only read where day, month and year are certain; otherwise `None`."""

import re
from datetime import date, datetime, timedelta

from desk.imports.text import plain

EXCEL_ZERO = date(1899, 12, 30)
_YMD = re.compile(r"(?<!\d)(\d{4}|\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_YM = re.compile(r"(?<!\d)(\d{4}|\d{2})\s*[-./年]\s*(\d{1,2})\s*(?:月|$|(?=[\s生出,;)]))(?!\s*[-./]?\d)")
_YM_COMPACT = re.compile(r"^((?:19|20)\d{2})(0[1-9]|1[0-2])$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年?(?:生|出生|$)")
_MD = re.compile(r"(?<!\d)(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?(?!\d)")


def serial_day(number: float) -> date | None:
    """Excel's day number (1900 system) between 1920 and 2100."""
    if 7306 <= number <= 73415:
        return EXCEL_ZERO + timedelta(days=int(number))
    return None


def safe_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(text: str, on: date, *, past: bool) -> int:
    """85 → 1985 for a birth; 26 → 2026 for a coming day."""
    year = int(text)
    if len(text) == 4:
        return year
    return 1900 + year if past and year > on.year % 100 else 2000 + year


def days_in(cell, on: date, *, past: bool = False) -> list[date]:
    """Every complete day written in a cell, in order."""
    if isinstance(cell, datetime):
        return [cell.date()]
    if isinstance(cell, date):
        return [cell]
    text = plain(cell)
    if re.fullmatch(r"\d{4,5}(\.\d+)?", text):
        found = serial_day(float(text))
        return [found] if found else []
    days = [safe_day(full_year(y, on, past=past), int(m), int(d)) for y, m, d in _YMD.findall(text)]
    days += [safe_day(int(y), int(m), int(d)) for y, m, d in _COMPACT.findall(text)]
    return [day for day in days if day]


def birth(cell, on: date) -> tuple[date | None, tuple[int, int] | None]:
    """(day, (year, month)) of a birth; day None where only the month is written, month 0 where only the year is."""
    days = [day for day in days_in(cell, on, past=True) if day.year >= 1900 and day <= on]
    if days:
        return days[0], (days[0].year, days[0].month)
    text = plain(cell)
    if _YMD.search(text) or _COMPACT.search(text):
        return None, None
    found = _YM.search(text) or _YM_COMPACT.match(text)
    if found:
        year, month = full_year(found[1], on, past=True), int(found[2])
        return (None, (year, month)) if 1 <= month <= 12 and 1900 <= year <= on.year else (None, None)
    found = _YEAR.search(text)
    return (None, (int(found[1]), 0)) if found and int(found[1]) <= on.year else (None, None)


def birth_in_remark(text: str, on: date) -> tuple[date | None, tuple[int, int] | None]:
    """A birth told in words: 1997.2.5生, 1989年7月出生, 出生1970-03-15, 生于1970年3月."""
    if not re.search(r"生|出生|生日", text) and not re.fullmatch(r"[\d.\-/年月日]+", text):
        return None, None
    return birth(text, on)


def coming_day(cell, on: date) -> date | None:
    """The last day named in a cell; 12月31日 without a year is the next such day from `on`."""
    days = days_in(cell, on)
    if days:
        return days[-1]
    found = _MD.findall(plain(cell))
    if not found or re.search(r"[底初末旬]|左右|前后", plain(cell)):
        return None
    month, day = map(int, found[-1])
    this_year = safe_day(on.year, month, day)
    return safe_day(on.year + 1, month, day) if this_year and this_year < on else this_year


def sheet_day(lines: list[str], on: date) -> date | None:
    """The day a sheet was filled in, from its title and the lines around it: a whole day, else the first of a month."""
    for line in lines:
        if re.search(r"有效|截止|截至", line):
            continue
        days = [day for day in days_in(line, on) if day.year >= 2015 and day <= on]
        if days:
            return days[-1]
    for line in lines:
        found = re.search(r"(20\d{2})\s*[年./-]\s*(\d{1,2})\s*月?", line)
        if found and 1 <= int(found[2]) <= 12:
            return date(int(found[1]), int(found[2]), 1)
    return None
