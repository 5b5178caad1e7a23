"""Which district a text names. Pure: takes rows of the area tree, knows nothing of the database."""

import re
from collections import defaultdict

from reference.enums import AreaKind
from reference.text import plain

_CODE = re.compile(r"(?<!\d)(\d{6})(?!\d)")
# Also ordinary words: 老城区改造 is no district, 洛阳市老城区 is.
_ORDINARY = re.compile(r"^(?:[新老]?城区|[东西南北]区|[矿郊林山新]区|市[中南北]区|城[东西南北中关]区|.{1,2})$")
_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|省|市|盟)$")


class DivisionIndex:
    """`rows`: (id, parent id, kind, name, official code, area)."""

    def __init__(self, rows):
        self.by_code, self.parents, self.areas = {}, {}, {}
        self.districts: dict[str, list[int]] = defaultdict(list)
        self.full: dict[str, list[int]] = defaultdict(list)
        self.short: dict[str, list[int]] = defaultdict(list)
        for pk, parent, kind, name, code, area in rows:
            self.by_code[code], self.parents[pk], self.areas[pk] = pk, parent, area
            self._remember(pk, kind, plain(name))
        self.names = sorted(self.districts, key=len, reverse=True)

    def find(self, text: str):
        """Longest district name first; a name borne twice needs its province or city in the text. None = not clear."""
        wanted = plain(text)
        coded = self._by_code(wanted)
        if coded is not None:
            return coded
        full, short = _named(self.full, wanted), _named(self.short, wanted)
        for name in self.names:
            if name in wanted and (full or short or not _ORDINARY.match(name)):
                return self._the_one(name, full, short)
        return None

    def _remember(self, pk: int, kind: str, name: str) -> None:
        if kind == AreaKind.DISTRICT:
            self.districts[name].append(pk)
        else:
            self.full[name].append(pk)
            self.short[_SUFFIX.sub("", name)].append(pk)

    def _by_code(self, text: str):
        for code in _CODE.findall(text):
            area = self.areas.get(self.by_code.get(code))
            if area is not None and area.kind == AreaKind.DISTRICT:
                return area
        return None

    def _the_one(self, name: str, full: set[int], short: set[int]):
        """Of the bearers of a name the one whose city and province are named most. A full name (成都市) that fits none
        is a contradiction; a short one may be that of a road (北京路) and only speaks for, never against."""
        support = {pk: len((full | short) & self._line(pk)) for pk in self.districts[name]}
        most = max(support.values())
        best = [pk for pk, count in support.items() if count == most]
        if len(best) > 1 or (most == 0 and (full or _ORDINARY.match(name))):
            return None
        return self.areas[best[0]]

    def _line(self, pk: int) -> set[int]:
        line = set()
        while (pk := self.parents.get(pk)) is not None:
            line.add(pk)
        return line


def _named(names: dict[str, list[int]], text: str) -> set[int]:
    return {pk for name, owners in names.items() if name in text for pk in owners}
