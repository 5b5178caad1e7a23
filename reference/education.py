"""Read a level of education as people write it."""

import re

from reference.enums import Education
from reference.text import plain

# The first that is found counts; 本科 before 专科, 初中 before 中 … so the order matters.
_WORDS = (
    (Education.POSTGRADUATE, "研究生|硕士|博士"),
    (Education.BACHELOR, "本科|大本|学士|专升本"),
    (Education.JUNIOR_COLLEGE, "大专|专科|高职|高等职业|大学专"),
    (Education.VOCATIONAL, "中专|技校|职高|中技|技工|中职|中等职业|中等专业|职业高中|卫校|师范"),
    (Education.SENIOR_HIGH, "高中|普高|高[一二三123]"),
    (Education.JUNIOR_HIGH, "初中|初级中学|初[一二三123]|九年义务"),
    (Education.PRIMARY, "小学|扫盲|[一二三四五六]年级"),
    (Education.OTHER, "文盲|半文盲|未上过学|没上过学|没读过书|没念过书|不识字|无学历"),
)
_BY_CODE = {level.value: level for level in Education}


def education_from(text: object) -> Education | None:
    """ "初中毕业" -> JUNIOR_HIGH, "70" -> JUNIOR_HIGH; None for blanks, 不限 and what fits two levels (中学)."""
    word = plain(str(text if text is not None else "")).removesuffix(".0")
    if word in _BY_CODE:
        return _BY_CODE[word]
    if word == "大学":
        return Education.BACHELOR
    return next((level for level, pattern in _WORDS if re.search(pattern, word)), None)


def at_least(has: str, wanted: str) -> bool:
    """Whether one level (GB/T 4658 code) satisfies another: 中专, 技校 and 高中 are equal."""
    return Education(has).rank >= Education(wanted).rank
