"""A phone cell: one number or several, with or without whose it is, or a name in front of it."""

import re
from dataclasses import dataclass, field

from core.identity import phone
from desk.imports.text import is_ditto, is_nothing, plain

_NUMBERS = re.compile(
    r"(?<!\d)(?:"
    r"(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}"
    r"|\(?0\d{2,3}\)?[\s-]*\d{7,8}(?:\s*(?:转|-)\s*\d{1,6})?"
    r"|[48]00[\s-]?\d{3}[\s-]?\d{4}"
    r")(?!\d)"
)
_FAMILY = re.compile(
    r"女儿|儿子|儿媳|女婿|老公|丈夫|妻|爱人|老伴|家属|家人|父|母|妈|爸|孙|哥|姐姐|弟|妹|子女|配偶|监护"
)
_OTHER = re.compile(r"邻居|朋友|同事|楼长|房东|网格员|亲戚|代")
_SAME = re.compile(r"同户主|同上|同前|同本人|与户主|同联系")
_WORDS = re.compile(r"[\u4e00-\u9fff·]{1,8}")


@dataclass(slots=True)
class Phones:
    """`numbers`: (number, relation self|family|neighbour). `problem`: plain Chinese or ''. `who`: a name beside them."""

    numbers: list = field(default_factory=list)
    problem: str = ""
    who: str = ""


def read_phones(cell) -> Phones:
    """Never raises; what cannot be a number is left out and told in `problem`."""
    text = plain(cell)
    if is_nothing(text) or is_ditto(text) or _SAME.search(text):
        return Phones()
    try:
        return Phones([(phone.parse(text).text, "self")])
    except phone.PhoneProblem as whole:
        problem = whole
    found = [(number, owner(text, match)) for match in _NUMBERS.finditer(text) if (number := valid(match[0]))]
    rest = _NUMBERS.sub(" ", text)
    if not re.search(r"\d", text):
        return Phones(who=name_beside(text))
    left = re.findall(r"\d[\d\s*-]{4,}\d", rest)
    if left and (found or len(left) > 1):
        return Phones(found, f"「{left[0].strip()}」不是完整的号码。", name_beside(rest))
    return Phones(found, "" if found else first_problem(left, problem), name_beside(rest))


def first_problem(left: list[str], problem: phone.PhoneProblem) -> str:
    """Where words stand around the number, judge the number and not the words."""
    if not left:
        return problem.message
    try:
        phone.parse(left[0])
    except phone.PhoneProblem as other:
        return other.message
    return problem.message


def valid(text: str) -> str:
    try:
        return phone.parse(text).text
    except phone.PhoneProblem:
        return ""


def owner(text: str, match: re.Match) -> str:
    """Whose number it is, from the words just around it."""
    around = text[max(0, match.start() - 8) : match.start()] + " " + text[match.end() : match.end() + 8]
    around = re.sub(r"\d", " ", around)
    if _FAMILY.search(around):
        return "family"
    return "neighbour" if _OTHER.search(around) else "self"


def name_beside(rest: str) -> str:
    words = [
        w
        for w in _WORDS.findall(rest)
        if not re.fullmatch(r"电话|手机|联系人?|联系电话|号码|本人|座机|微信同号|同微信|转|微信", w)
    ]
    return words[0] if words else ""
