"""Phone numbers of the mainland. A phone is a contact: shared by couples, belonging to a child, never an identity."""

import re
from dataclasses import dataclass, field
from typing import Any

from core.errors import Invalid
from core.identity.text import DASHES, squeeze

MOBILE = re.compile(r"1[3-9]\d{9}")
SERVICE = re.compile(r"([48]00)(\d{7})")
# Area codes: 010, 02x with eight digits; 03xx–09xx with seven or eight.
LANDLINE = re.compile(r"(010|02\d)([2-8]\d{7})|(0[3-9]\d{2})([2-8]\d{6,7})")
DIALLABLE = re.compile(f"{MOBILE.pattern}|{SERVICE.pattern}|{LANDLINE.pattern}")
COUNTRY = r"(?:\+86|0086|86)"
IP_CALL = "(?:17951|17911|17909|12593)"
PREFIX = re.compile(f"^{IP_CALL}?{COUNTRY}?{IP_CALL}?")
EXTENSION = re.compile(r"(?:转|分机|EXT\.?|X|#|\*)(\d{1,6})$", re.IGNORECASE)
SEPARATORS = str.maketrans("", "", DASHES + "().,·/:")
SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)


class PhoneProblem(Invalid):
    """`code`: empty, damaged, characters, country, area, prefix, length."""

    def __init__(self, message: str, *, code: str):
        super().__init__(message, code=code, field="phone")


@dataclass(frozen=True)
class Phone:
    """`text`: 13800138000, 0816-2212345, 0816-2212345-801, 400-123-4567. `kind`: mobile (gets messages), landline."""

    text: str = field(repr=False)
    kind: str


def parse(text: Any) -> Phone:
    """Takes blanks, dashes, brackets, full width, +86, IP-call prefixes. Raises PhoneProblem."""
    written = compact(text)
    if not written:
        raise PhoneProblem("没有填电话号码。", code="empty")
    if SCIENTIFIC.fullmatch(written):
        raise PhoneProblem("电话号码被表格软件改成了科学计数。请把这一格改成“文本”后重填。", code="damaged")
    main, extension = split_extension(written)
    if re.match(r"(\+|00)(?!86)", main):
        raise PhoneProblem("目前只能用大陆的号码。请填一个大陆手机号或带区号的座机。", code="country")
    digits = national(main)
    if not (digits.isascii() and digits.isdigit()):
        raise PhoneProblem("电话号码里有不是数字的字。一格只填一个号码，姓名请写到另一格。", code="characters")
    if MOBILE.fullmatch(digits) and not extension:
        return Phone(digits, "mobile")
    if fixed := fixed_line(digits):
        return Phone(f"{fixed}-{extension}" if extension else fixed, "landline")
    raise wrong_digits(digits)


def compact(text: Any) -> str:
    """Without blanks; a number that a sheet keeps as a number is taken as its digits."""
    if isinstance(text, float) and text.is_integer() and abs(text) < 2**53:
        text = int(text)
    written = squeeze(str(text)).strip("'’‘`\"")
    return re.sub(r"^(\d+)\.0+$", r"\1", written)


def split_extension(written: str) -> tuple[str, str]:
    """("08162212345", "801") of 0816-2212345转801 and of 0816-2212345-801."""
    marked = EXTENSION.search(written)
    if marked:
        return written[: marked.start()].translate(SEPARATORS), marked[1]
    parts = re.split(f"[{DASHES}]", written)
    if len(parts) == 3 and LANDLINE.fullmatch(national(parts[0] + parts[1])) and 1 <= len(parts[2]) <= 6:
        return parts[0] + parts[1], parts[2]
    return written.translate(SEPARATORS), ""


def national(digits: str) -> str:
    """Without country code, IP-call prefix and the 0 once dialled before a mobile of another city."""
    digits = digits.translate(SEPARATORS)
    rest = PREFIX.sub("", digits)
    # Behind a country code the 0 of an area code is left out.
    for candidate in (digits, rest, rest.removeprefix("0"), f"0{rest}" if rest != digits else ""):
        if DIALLABLE.fullmatch(candidate):
            return candidate
    return re.sub(r"^(\+|00)86", "", digits)


def fixed_line(digits: str) -> str:
    if service := SERVICE.fullmatch(digits):
        return f"{service[1]}-{service[2][:3]}-{service[2][3:]}"
    match = LANDLINE.fullmatch(digits)
    return f"{match[1] or match[3]}-{match[2] or match[4]}" if match else ""


def wrong_digits(digits: str) -> PhoneProblem:
    count = len(digits)
    if re.fullmatch(r"[2-8]\d{6,7}", digits):
        return PhoneProblem("座机少了区号。请写成 区号-号码，例如 0816-2212345。", code="area")
    if digits[0] == "0" and 10 <= count <= 12:
        return PhoneProblem("座机号码不对。请写成 区号-号码，例如 0816-2212345。", code="area")
    if count == 11:
        return PhoneProblem("手机号应以13到19开头。请核对后重填。", code="prefix")
    return PhoneProblem(f"手机号应是11位，这里是{count}位。请核对后重填。", code="length")


def normalise(text: Any) -> str:
    """One writing for one number, for comparing and indexing; what is no number is only squeezed. Never raises."""
    try:
        return parse(text).text
    except PhoneProblem:
        return compact(text).translate(SEPARATORS)


def mask(text: str) -> str:
    """138****8000, 0816-****345; all stars for what is no phone number."""
    number = normalise(text)
    if MOBILE.fullmatch(number):
        return f"{number[:3]}****{number[7:]}"
    if "-" in number:
        area, local = number.split("-")[:2]
        return f"{area}-****{local[-3:]}"
    return "*" * len(number)


def display(text: str) -> str:
    """138 0013 8000; a landline as it is kept."""
    number = normalise(text)
    return f"{number[:3]} {number[3:7]} {number[7:]}" if MOBILE.fullmatch(number) else number
