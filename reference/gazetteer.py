"""Find the place an address means: exactly one or none, and then the nearest names. Pure: takes names, not rows."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from reference.text import plain, with_digits

# "18号楼", "18#", "18幢", "18座" are one building: 18栋.
_BUILDING = re.compile(r"(?<=[0-9A-Z])(?:号楼|栋楼(?!下)|栋|幢|座|号院|#楼|#)|(?<=[0-9])楼栋")
# 18-3-302 is building, entrance, room; two numbers alone may be anything.
_DASHED = re.compile(r"(?<![\d-])(\d{1,3})-(\d{1,2})-(?=\d{1,4}(?:-\d{1,3})?$)")
_BUILDING_NUMBER = re.compile(r"^(?:楼栋|楼)(\d+)$")
_NUMBERED = re.compile(r"^(.*?)(\d{1,4})栋")
# What may follow a place: entrance, floor, room, or where about it.
_ROOM = re.compile(
    r"^(?:\d{1,2}单元)?(?:[东西南北中]单元)?(?:\d{1,3}层|\d{1,3}楼)?(?:[-.]?\d{1,4}){0,3}(?:号|室|房|户|铺|门面|门市|档口|摊位)?$"
)
_ABOUT = re.compile(
    r"^(?:的)?(?:正|斜)?(?:旁边|旁|隔壁|对面|对门|附近|门口|门前|楼下|底下|底楼|底商|门面|店面|商铺|铺面|后面|前面|背后|里面|内|里|院内|架空层|负?[一二三1-9]楼|负?[一二三1-9]层|侧)*$"
)
_LEAD = re.compile(
    r"^(?:现?住(?:在|址)?|(?:本|我们)?小区(?:内|里)?(?=[A-Z0-9])|地址|位于|在|本|我们?|咱们?|就在|靠近|近)+"
)


@dataclass(frozen=True)
class PlaceMatch:
    """`how`: exact | room | about | unique | ambiguous | unknown | empty. Only the first four carry a place."""

    place: object | None
    nearest: tuple = ()
    how: str = "unknown"


def normal(text: str) -> str:
    """The form two writings of one address share."""
    text = with_digits(plain(text))
    text = _DASHED.sub(r"\1栋\2单元", re.sub(r"^第(?=\d)", "", text))
    return _BUILDING_NUMBER.sub(r"\1栋", _BUILDING.sub("栋", text))


class Gazetteer:
    """Names of one community. `places`: (place, names) pairs, the first name being its own; `areas`: what an address
    may begin with here (province, city, district, street, community), each with or without its last word."""

    def __init__(self, places, areas=()):
        self.names: dict[str, list] = {}
        self.titles: list[tuple[str, object]] = []
        for place, names in places:
            self.titles.append((normal(names[0]), place))
            for name in names:
                owners = self.names.setdefault(normal(name), [])
                if place not in owners:
                    owners.append(place)
        self.areas = sorted({normal(area) for area in areas if area}, key=len, reverse=True)

    def match(self, text: str | None) -> PlaceMatch:
        """Never guesses: two candidates are `ambiguous`, none is `unknown`; both name up to three nearest."""
        wanted = normal(text or "")
        if not wanted:
            return PlaceMatch(None, how="empty")
        found = None
        for candidate in self._without_areas(wanted):
            found = self._whole(candidate) or self._leading(candidate) or self._tail(candidate)
            if found:
                return found
        return PlaceMatch(None, self._nearest(self._without_areas(wanted)[-1]))

    def _without_areas(self, text: str) -> list[str]:
        """The text, then the text without each area it begins with, one after the other."""
        forms = [text]
        while True:
            text = _LEAD.sub("", text)
            area = next((name for name in self.areas if text.startswith(name) and text != name), None)
            if area is None:
                return [*forms, text] if forms[-1] != text else forms
            text = text[len(area) :].lstrip("-的")
            forms.append(text)

    def _whole(self, text: str) -> PlaceMatch | None:
        return self._decide(self.names.get(text, ()), "exact")

    def _leading(self, text: str) -> PlaceMatch | None:
        """A known name followed by a room or by 旁边/对面 and nothing else; the longest name counts."""
        for name in sorted(self.names, key=len, reverse=True):
            if not text.startswith(name):
                continue
            rest = text[len(name) :]
            if _cuts_number(name, rest):
                continue
            if _ROOM.match(rest.lstrip("-")):
                return self._decide(self.names[name], "room")
            if _ABOUT.match(rest):
                return self._decide(self.names[name], "about")
        return None

    def _tail(self, text: str) -> PlaceMatch | None:
        """ "18栋" where one name only ends so: A区18栋. Names that end so in two clusters are ambiguous."""
        building = re.match(r"^(?:[A-Z]?\d+)栋", text)
        if not building or not _ROOM.match(text[building.end() :].lstrip("-")):
            return None
        owners = []
        for name, places in self.names.items():
            if name.endswith(building.group()) and not name[: -len(building.group())][-1:].isdigit():
                owners += [place for place in places if place not in owners]
        return self._decide(owners, "unique")

    def _decide(self, owners, how: str) -> PlaceMatch | None:
        if not owners:
            return None
        if len(owners) > 1:
            return PlaceMatch(None, tuple(owners[:3]), "ambiguous")
        return PlaceMatch(owners[0], how=how)

    def _nearest(self, text: str) -> tuple:
        ranked = sorted(self.titles, key=lambda title: (-_likeness(text, title[0]), title[0]))
        return tuple(place for name, place in ranked[:3] if _likeness(text, name) >= 0.2)


def _cuts_number(name: str, rest: str) -> bool:
    return name[-1].isdigit() and rest[:1].isdigit()


def _likeness(text: str, name: str) -> float:
    """0–1; buildings of one cluster are as alike as their numbers are near."""
    asked, known = _NUMBERED.match(text), _NUMBERED.match(name)
    if asked and known and asked[1] == known[1]:
        return 1 - min(abs(int(asked[2]) - int(known[2])), 9) / 20
    return SequenceMatcher(None, text[: len(name) + 4], name, autojunk=False).ratio() / 2
