"""A community's places as a sheet: one line a place, the headings in any order."""

from datetime import date, datetime
from typing import Any

from core.errors import Invalid
from reference import actions
from reference.enums import PlaceKind
from reference.models import Area, Place
from reference.text import plain

NAMES = {
    "name": ("名称", "地点", "地名"),
    "kind": ("类型", "种类"),
    "x": ("向东米", "向东", "X"),
    "y": ("向北米", "向北", "Y"),
    "aliases": ("别名", "又叫", "俗称"),
    "landmark": ("地标",),
    "retired": ("停用日期", "停用"),
}
LONGEST = 60  # characters of a name
KINDS = {plain(word): kind.value for kind in PlaceKind for word in (kind.value, kind.label, *kind.label.split("/"))}


def bring_places(*, by, community: Area, rows: list[list[Any]]) -> dict:
    """-> {"new", "update", "unchanged", "error", "problems": [{"row", "message"}]}; `row` counts from 1.

    Invalid when no line holds the headings 名称, 向东 and 向北.
    """
    at, columns = _headings(rows)
    result: dict[str, Any] = {"new": 0, "update": 0, "unchanged": 0, "error": 0, "problems": []}
    standing = {place.name: place for place in Place.objects.current().filter(community=community)}
    for number, cells in enumerate(rows[at + 1 :], at + 2):
        line = {name: cells[index] for name, index in columns.items() if index < len(cells)}
        if not any(str(cell).strip() for cell in line.values() if cell is not None):
            continue
        try:
            result[_bring(by, community, standing, line)] += 1
        except Invalid as problem:
            result["error"] += 1
            result["problems"].append({"row": number, "message": problem.message})
    return result


def _headings(rows: list[list[Any]]) -> tuple[int, dict[str, int]]:
    for at, cells in enumerate(rows[:20]):
        words = [plain(str(cell or "")) for cell in cells]
        columns = {
            name: words.index(word) for name, known in NAMES.items() for word in reversed(known) if word in words
        }
        if {"name", "x", "y"} <= columns.keys():
            return at, columns
    raise Invalid("表里没有找到“名称、向东（米）、向北（米）”这几列。请照样表填写列名。")


def _bring(by, community: Area, standing: dict[str, Place], line: dict[str, Any]) -> str:
    """new | update | unchanged"""
    name = str(line.get("name") or "").strip()
    if not 0 < len(name) <= LONGEST:
        raise Invalid(f"名称要有，而且不超过 {LONGEST} 个字。")
    facts = {
        "kind": _kind(line.get("kind")),
        "point": (_metres(line.get("x"), "向东"), _metres(line.get("y"), "向北")),
        "landmark": plain(str(line.get("landmark") or "")) in {"是", "Y", "YES", "1", "1.0", "√", "TRUE"},
    }
    aliases = str(line.get("aliases") or "").replace("，", " ").replace("、", " ").replace(",", " ").split()
    if any(len(alias) > LONGEST for alias in aliases):
        raise Invalid(f"别名不超过 {LONGEST} 个字，几个别名之间用顿号隔开。")
    retired_on = _day(line.get("retired"))
    place = standing.get(name)
    if place is None and retired_on is not None:
        return "unchanged"
    if place is None:
        standing[name] = actions.add_place(by=by, community=community, name=name, aliases=aliases, **facts)
        return "new"
    if retired_on is not None:
        actions.retire_place(by=by, place=standing.pop(name), on=retired_on)
        return "update"
    moved = actions.move_place(by=by, place=place, **facts)
    renamed = actions.add_place_aliases(by=by, place=place, aliases=aliases)
    return "update" if moved or renamed else "unchanged"


def _kind(cell: Any) -> str:
    kind = KINDS.get(plain(str(cell or "")), "" if cell else PlaceKind.BUILDING)
    if not kind:
        raise Invalid(f"类型“{cell}”不认识。可以写：{'、'.join(label for label in PlaceKind.labels)}。")
    return kind


def _metres(cell: Any, name: str) -> int:
    try:
        metres = round(float(str(cell)))
    except (ValueError, OverflowError):
        metres = None
    if metres is None or abs(metres) > 100_000:
        raise Invalid(f"{name}（米）要写一个数字，现在是“{'' if cell is None else cell}”。")
    return metres


def _day(cell: Any) -> date | None:
    if cell in (None, ""):
        return None
    if isinstance(cell, datetime):
        return cell.date()
    try:
        return cell if isinstance(cell, date) else date.fromisoformat(str(cell).strip())
    except ValueError as problem:
        raise Invalid(f"停用日期要写成 2026-11-20 这样，现在是“{cell}”。") from problem
