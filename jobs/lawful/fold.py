"""One spelling for many: width, case, traditional characters, look-alikes, and letters pulled apart (限 男 性).

Every folded character remembers where it stood, so that a finding can be highlighted in the employer's own text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from jobs.lawful.variants import VARIANTS

_QUOTES = frozenset("\"'`“”‘’「」『』")
_BREAKS = frozenset("。!?;…\n\r")
_NOISE = frozenset(" \t*.·•-_~|/\\+=#^—–@&")
# Nobody writes these between two words for a reason; blanks, dashes, slashes and dots may divide.
_ORNAMENTS = frozenset("*·•_~|^=#`+")
_UNSEEN = frozenset(("Cf", "Mn", "Cc", "Co", "Cs"))
_TIGHT = re.compile(r"(?<=\d) +(?=[岁周元块米厘公个人月天小万千])|(?<=\d) +(?=cm)|(?<=[0-9]) *- *(?=[0-9])")


@dataclass(frozen=True)
class Folded:
    """text[i] came from the original at places[i]."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of folded text[start:end]; end > start."""
        return self.places[start], self.places[end - 1] + 1


def views(original: str) -> list[Folded]:
    """The text as written and, where letters were pulled apart, the text with them pushed together again."""
    chars = [(folded, place) for place, char in enumerate(original) for folded in _fold_char(char)]
    plain = _punctuate(chars)
    joined = _punctuate(_push_together(chars))
    return [plain] if joined.text == plain.text else [plain, joined]


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    """What a character counts as: nothing for the unseen ones, several for ㎡."""
    if char == "\n":
        return char
    kind = unicodedata.category(char)
    if char in _QUOTES or kind in _UNSEEN:
        return ""
    if kind == "So" and char not in VARIANTS:
        return " "
    return "".join(VARIANTS.get(c, c) for c in unicodedata.normalize("NFKC", char).lower())


def _punctuate(chars: list[tuple[str, int]]) -> Folded:
    """Sentence ends become 。, and blanks go where they split a number from its unit."""
    text = "".join(char for char, _ in chars)
    places = [place for _, place in chars]
    out = []
    for i, char in enumerate(text):
        if char == "." and not (0 < i < len(text) - 1 and text[i - 1].isalnum() and text[i + 1].isalnum()):
            char = "。"
        out.append("。" if char in _BREAKS else " " if char == "\t" else char)
    text = "".join(out)
    dropped = {i for gap in _TIGHT.finditer(text) for i in range(*gap.span()) if text[i] == " "}
    if not dropped:
        return Folded(text, tuple(places))
    kept = [i for i in range(len(text)) if i not in dropped]
    return Folded("".join(text[i] for i in kept), tuple(places[i] for i in kept))


def _push_together(chars: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Drop blanks and ornaments next to a character that stands alone: 限 男 性, 押-金, 限.男性, 9 9 6."""
    pieces, noise = _pieces(chars)
    out: list[tuple[str, int]] = []
    for i, piece in enumerate(pieces):
        before = pieces[i - 1] if i else []
        if _digit(before[-1:]) and _digit(piece[:1]):
            alone = len(before) == len(piece) == 1
            out.extend(pair for pair in noise[i] if not alone or pair[0] not in " \t")
        elif len(before) != 1 and len(piece) != 1:
            out.extend(() if _ornamental(noise[i]) and before and _han(before[-1]) and _han(piece[0]) else noise[i])
        out.extend(piece)
    return out


def _pieces(chars: list[tuple[str, int]]) -> tuple[list[list[tuple[str, int]]], list[list[tuple[str, int]]]]:
    """Runs without noise, and for each the noise before it."""
    pieces: list[list[tuple[str, int]]] = []
    noise: list[list[tuple[str, int]]] = []
    pending: list[tuple[str, int]] = []
    fresh = True
    for pair in chars:
        if pair[0] in _NOISE:
            pending.append(pair)
            fresh = True
        elif fresh:
            pieces.append([pair])
            noise.append(pending)
            pending, fresh = [], False
        else:
            pieces[-1].append(pair)
    return pieces, noise


def _ornamental(pairs: list[tuple[str, int]]) -> bool:
    return all(char in _ORNAMENTS for char, _ in pairs)


def _han(pair: tuple[str, int]) -> bool:
    return "\u4e00" <= pair[0] <= "\u9fff"


def _digit(pairs: list[tuple[str, int]]) -> bool:
    return bool(pairs) and pairs[0][0].isdigit()
