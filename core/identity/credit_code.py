"""Unified social credit code, GB 32100-2015: authority, kind, 6 region, 9 organisation (GB 11714), 1 check."""

import itertools
from dataclasses import dataclass

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from core.errors import Invalid
from core.identity.text import bare

# The letters the standard leaves out, and what a hand or an eye puts them for.
CONFUSED = {"O": "0Q", "I": "1", "S": "5", "Z": "2", "V": "UY"}
INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
KINDS = {
    "11": ("authority", "机关"),
    "12": ("public_institution", "事业单位"),
    "13": ("authority", "群众团体"),
    "31": ("law_office", "律师机构"),
    "51": ("social_organisation", "社会团体"),
    "52": ("social_organisation", "民办非企业单位"),
    "53": ("social_organisation", "基金会"),
    "54": ("grassroots", "村民委员会"),
    "55": ("grassroots", "居民委员会"),
    "81": ("trade_union", "工会"),
    "91": ("enterprise", "企业"),
    "92": ("individual_business", "个体工商户"),
    "93": ("cooperative", "农民专业合作社"),
    "N1": ("rural_collective", "农村集体经济组织"),
    "N2": ("rural_collective", "农村集体经济组织"),
    "N3": ("rural_collective", "农村集体经济组织"),
}


class CreditCodeProblem(Invalid):
    """`code`: empty, length, old_number, letters, characters, check. `suggestion`: what was meant, to be confirmed."""

    def __init__(self, message: str, *, code: str, suggestion: str = ""):
        super().__init__(message, code=code, field="credit_code")
        self.suggestion = suggestion


@dataclass(frozen=True)
class CreditCode:
    """`kind`: identifier of KINDS or "other". `inner_ok`: the organisation code inside keeps its own check too.

    Codes in use exist whose inner check fails, so that is a reason to look, not to refuse.
    """

    text: str
    kind: str
    kind_label: str
    inner_ok: bool


def normalise(text: str) -> str:
    """Upper-case, half-width, without blanks, dashes, apostrophes and invisible characters. Never raises."""
    return bare(str(text)).upper()


def parse(text: str) -> CreditCode:
    """Raises CreditCodeProblem. A forbidden letter is never changed silently: see `suggestion`."""
    code = normalise(text)
    if not code:
        raise CreditCodeProblem("没有填统一社会信用代码。", code="empty")
    if len(code) in (13, 15) and code.isdigit():
        raise CreditCodeProblem(
            "这是旧的工商注册号，现在要填18位的统一社会信用代码（营业执照右上角）。", code="old_number"
        )
    if len(code) != 18:
        raise CreditCodeProblem(f"统一社会信用代码应是18位，这里是{len(code)}位。请对照营业执照重填。", code="length")
    if not (code.isascii() and code.isalnum()):
        raise CreditCodeProblem("统一社会信用代码只有数字和大写字母。请对照营业执照重填。", code="characters")
    if set(code) & CONFUSED.keys():
        raise confused(code)
    if not holds(code):
        raise CreditCodeProblem(
            "统一社会信用代码的校验不对，多半是有一位写错了。请对照营业执照逐位核对。", code="check"
        )
    kind, label = KINDS.get(code[:2], ("other", "其他"))
    return CreditCode(code, kind, label, inner_holds(code[8:17]))


def confused(code: str) -> CreditCodeProblem:
    letters = "、".join(sorted(set(code) & CONFUSED.keys()))
    options = itertools.product(*(CONFUSED.get(c, c) for c in code))
    suggestion = next((found for found in map("".join, itertools.islice(options, 4096)) if holds(found)), "")
    ask = f"是不是 {suggestion}？请对照营业执照确认。" if suggestion else "请对照营业执照重填。"
    return CreditCodeProblem(f"统一社会信用代码里没有字母 {letters}。{ask}", code="letters", suggestion=suggestion)


def holds(code: str) -> bool:
    """The check character. python-stdnum also wants digits in front, which the standard does not (N1…)."""
    try:
        return uscc.calc_check_digit(code[:17]) == code[17]
    except (ValueError, ValidationError):
        return False


def inner_holds(organisation: str) -> bool:
    """GB 11714: eight characters valued 0–9, A = 10 … Z = 35, and a check modulo 11."""
    total = sum(int(c, 36) * weight for c, weight in zip(organisation[:8], INNER_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11] == organisation[8]
