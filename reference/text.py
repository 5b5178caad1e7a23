"""How Chinese words of sheets and forms are made comparable; numbers in words become digits where they count."""

import re
import unicodedata

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMERAL = "零〇一二两三四五六七八九十百"
_COUNTED = re.compile(rf"(第?)([{_NUMERAL}]+)(?=号楼|号|栋|幢|座|单元|层|楼|期|区|组|门|室)")
_PUNCTUATION = re.compile(r"[\s,。、;:!?·…()\[\]{}<>《》【】“”‘’\"'|/\\_~*]+")


def plain(text: str) -> str:
    """Full-width to half-width, upper case, no spaces or punctuation but "-", "#" and "."."""
    half = unicodedata.normalize("NFKC", text or "").upper()
    half = re.sub(r"[—–―−‐~至]", "-", half)
    return _PUNCTUATION.sub("", half)


def numeral(word: str) -> int:
    """Chinese numeral up to 999: 十八 -> 18, 二十 -> 20, 一百零三 -> 103, 三〇 -> 30."""
    if not re.search("[十百]", word):
        return int("".join(str(_DIGITS[char]) for char in word))
    total = current = 0
    for char in word:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _DIGITS[char]
    return total + current


def with_digits(text: str) -> str:
    """十八栋三单元 -> 18栋3单元; numerals that count nothing stay (三元桥, 九龙坡)."""
    return _COUNTED.sub(lambda found: str(numeral(found.group(2))), text)
