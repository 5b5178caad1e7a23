"""Which work is close to which: occupations, abilities that help in them, certificates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from matching.engine.arrays import Array

RELATED_FROM = 0.5  # a transfer of at least this weight makes an occupation "close" to a wished one


@dataclass(frozen=True, slots=True)
class Link:
    """An ability helps in an occupation. `exact` = it is that work; else `weight` 0–1 says how far it carries over."""

    weight: float = 1.0
    exact: bool = False
    sentence: str = ""
    course: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Codes and names; dictionaries keep their order, positions are column numbers of the matrices built from them.

    occupations: code → name · groups: code → group · abilities: slug → name · links: (ability, occupation) → Link ·
    certificates: slug → name · obtainable: certificates that can be had in the neighbourhood within days.
    """

    occupations: dict[str, str]
    groups: dict[str, str] = field(default_factory=dict)
    abilities: dict[str, str] = field(default_factory=dict)
    links: dict[tuple[str, str], Link] = field(default_factory=dict)
    certificates: dict[str, str] = field(default_factory=dict)
    obtainable: frozenset[str] = frozenset()

    @cached_property
    def column(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(self.occupations)}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.occupations)

    @cached_property
    def certificate_bits(self) -> dict[str, int]:
        return {slug: number for number, slug in enumerate(self.certificates)}

    @cached_property
    def words(self) -> int:
        """How many 64-bit words a set of certificates takes (at least one)."""
        return max(1, -(-len(self.certificates) // 64))

    @cached_property
    def obtainable_mask(self) -> Array:
        return self.certificate_mask(self.obtainable)

    @cached_property
    def links_of(self) -> dict[str, dict[str, Link]]:
        """ability → occupation → Link; having done a job is always an exact link to that job."""
        found: dict[str, dict[str, Link]] = {f"work:{code}": {code: Link(exact=True)} for code in self.occupations}
        for (ability, occupation), link in self.links.items():
            found.setdefault(ability, {})[occupation] = link
        return found

    @cached_property
    def members(self) -> dict[str, list[int]]:
        """group → column numbers of its occupations."""
        found: dict[str, list[int]] = {}
        for code, group in self.groups.items():
            found.setdefault(group, []).append(self.column[code])
        return found

    def close_to(self, code: str) -> list[int]:
        """Column numbers of the occupations of its group and of those its practice carries over to."""
        found = set(self.members.get(self.groups.get(code, ""), ()))
        for other, link in self.links_of.get(f"work:{code}", {}).items():
            if link.exact or link.weight >= RELATED_FROM:
                found.add(self.column[other])
        return sorted(found - {self.column[code]})

    def certificate_mask(self, slugs: Iterable[str]) -> Array:
        """A set of certificates as bits, shape (words,), uint64. Unknown slugs raise KeyError."""
        mask = np.zeros(self.words, np.uint64)
        for slug in slugs:
            word, bit = divmod(self.certificate_bits[slug], 64)
            mask[word] |= np.uint64(1) << np.uint64(bit)
        return mask

    def certificates_in(self, mask: Array) -> list[str]:
        """The slugs whose bits are set in a mask of shape (words,)."""
        return [slug for slug, place in self.certificate_bits.items() if (int(mask[place // 64]) >> (place % 64)) & 1]
