"""Which kind of employment a row means: its own word first, else what pay and title show."""

import re

from desk.imports.layout import Row
from jobs.enums import EmploymentType

_WORDS = (
    (EmploymentType.PUBLIC_WELFARE, r"公益"),
    (EmploymentType.INTERNSHIP, r"见习|实习"),
    (EmploymentType.DISPATCH, r"派遣|外包"),
    (EmploymentType.PIECE_HOME, r"居家|在家|外发|来料|带回家"),
    (EmploymentType.LABOUR_EXPORT, r"外出务工|劳务输出"),
    (EmploymentType.PART_TIME, r"非全|兼职|小时工|钟点|半天|半日"),
    (EmploymentType.DAY_LABOUR, r"日结|零工|临时|短工|临工|天结|短期"),
    (EmploymentType.FULL_TIME, r"全职|全日|全天|合同|长期|正式|固定"),
)


def employment_type(row: Row, opening) -> str:
    """A value of jobs.enums.EmploymentType. Hourly pay over a whole day stays full-time work."""
    for text in (row.text("kind"), opening.title):
        found = next((value for value, rule in _WORDS if re.search(rule, text)), None)
        if found:
            return found.value
    if opening.pay.unit == "day" or "日结" in opening.pay_words:
        return EmploymentType.DAY_LABOUR.value
    if re.search(r"居家|带回家|在家做|可在家", " ".join((opening.requirements, opening.duties, opening.place))):
        return EmploymentType.PIECE_HOME.value
    long_day = (
        (opening.hours.span or 0) > 5 or (opening.hours.per_day or 0) > 4 or opening.hours.shift in ("two", "three")
    )
    if opening.pay.unit == "hour" and not long_day:
        return EmploymentType.PART_TIME.value
    return EmploymentType.FULL_TIME.value
