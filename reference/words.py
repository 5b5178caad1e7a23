"""Find the words of a table in what somebody wrote: the whole text first, then the longest word in it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from reference.text import plain


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
        """Best first: exact, else longest; of equals the later one, as the head of 后厨洗碗 stands last. A word
        inside a longer found word does not count."""
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
        return _one_per_owner(sorted(found, key=lambda match: (-len(match.word), -match.start)))


def _one_per_owner(matches: list[WordMatch]) -> list[WordMatch]:
    return list({match.owner: match for match in reversed(matches)}.values())[::-1]
