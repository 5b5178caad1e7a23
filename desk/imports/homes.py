"""Dwellings: 29栋3单元30-8, 29-3-30-8, 幸福里29栋3单元30-8, or building, entrance and room in columns of their own."""

import re
from datetime import date

from desk.imports.layout import Row
from desk.imports.text import is_ditto, is_nothing, plain

_SUFFIX = {"building": "栋", "unit": "单元", "floor": "楼", "room": ""}


def written_home(row: Row) -> str:
    """The address a row writes itself, without what it leaves to the lines above; '' when it writes none."""
    text = "" if isinstance(row.raw("home"), date) else row.text("home")
    if is_ditto(text) or is_nothing(text):
        text = ""
    parts = "".join(part(row, name) for name in ("building", "unit", "floor", "room"))
    return (text if text and parts in text else parts + text).strip()


def part(row: Row, name: str) -> str:
    text = "" if isinstance(row.raw(name), date) else row.text(name)
    if not text or is_ditto(text) or is_nothing(text):
        return ""
    return text + _SUFFIX[name] if re.fullmatch(r"[A-Za-z]?\d+", text) else text


def starts_with_building(text: str) -> bool:
    return bool(re.search(r"栋|幢|号楼|座|#", text)) or len(re.findall(r"\d+", text)) >= 3


def home_key(text: str) -> tuple:
    """Equal for two writings of one flat: its numbers and letters in order. () when there is none."""
    bare = plain(text).upper()
    bare = re.sub(r"\d{4,}年", "", bare)
    found = re.findall(r"\d+|[A-Z]+", bare)
    return tuple(str(int(f)) if f.isdigit() else f for f in found)


class Homes:
    """Carries an address down a register: a blank or 同上 repeats the line above, a new heading starts anew."""

    def __init__(self):
        self.last, self.sheet, self.heading, self.building = "", "", "", ""

    def home(self, row: Row) -> tuple[str, bool]:
        """(address, sure). Not sure: a household's head without an address below somebody else's."""
        if (row.sheet, row.heading) != (self.sheet, self.heading):
            self.last = "" if row.sheet != self.sheet or row.heading else self.last
            self.sheet, self.heading = row.sheet, row.heading
        own = written_home(row)
        if own:
            self.last = self.complete(row, own)
            return self.last, True
        if not self.last and row.heading:
            return row.heading, True
        new_head = re.fullmatch(r"户主|本人", row.text("relation")) is not None and not is_ditto(row.text("home"))
        return ("", not self.last) if new_head else (self.last, True)

    def complete(self, row: Row, own: str) -> str:
        """A room alone gets the building of the heading or of the line above it."""
        if row.has("building"):
            if row.text("building") and not is_ditto(row.text("building")):
                self.building = part(row, "building") + part(row, "unit")
                return own
            return self.building + own if self.building else own
        if row.heading and not starts_with_building(own):
            return row.heading + own
        return own
