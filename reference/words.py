"""Find the words of a table in what somebody wrote: the whole text first, then the longest word in it. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reference.text import plain

# Beside a word for the work itself, a workplace (火锅店 in 火锅店洗碗) says little and a general word (阿姨) nothing.
_WORKPLACE = re.compile(r"[厂店院站园场馆楼铺所]$")
_GENERAL = re.compile(
    r"阿姨|大姐|店员|司机|驾驶员|员工|工人|操作[工员]|普工|普通工人?|学徒工|助理|服务员|日结|临时工|短期工|杂工"
)


@dataclass(frozen=True)
class WordMatch:
    """`owner` is what the word stands for; `exact` when the word is all that was written."""

    owner: object
    word: str
    exact: bool
    start: int


class WordIndex:
    """`pairs`: (word, owner). A word may stand for two owners; both are found."""

    def __init__(self, pairs: Iterable[tuple[str, object]]):
        self.owners: dict[str, list] = {}
        for word, owner in pairs:
            owners = self.owners.setdefault(plain(word), [])
            if owner not in owners:
                owners.append(owner)
        self.by_length = sorted((word for word in self.owners if word), key=lambda word: (-len(word), word))

    def find(self, text: str) -> list[WordMatch]:
        """Best first: exact, else words for the work before workplaces before general words, the longest first; of
        equals the later one, as the head of 后厨洗碗 stands last. A word inside a longer found word does not count."""
        wanted = plain(text)
        if wanted in self.owners:
            return [WordMatch(owner, wanted, True, 0) for owner in self.owners[wanted]]
        taken: list[tuple[int, int]] = []
        found = []
        for word in self.by_length:
            start = wanted.rfind(word)
            end = start + len(word)
            if start < 0 or any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            found += [WordMatch(owner, word, False, start) for owner in self.owners[word]]
        return _one_per_owner(sorted(found, key=_rank))


def _rank(match: WordMatch) -> tuple[int, int, int]:
    vague = 2 if _GENERAL.fullmatch(match.word) else 1 if _WORKPLACE.search(match.word) else 0
    return vague, -len(match.word), -match.start


def _one_per_owner(matches: list[WordMatch]) -> list[WordMatch]:
    return list({match.owner: match for match in reversed(matches)}.values())[::-1]
