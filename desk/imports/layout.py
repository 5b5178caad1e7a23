"""Finds the tables in a workbook: titles, instructions, totals, notes and repeated headers are told from rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from desk.imports import lines, words
from desk.imports.columns import by_content
from desk.imports.text import is_ditto, plain

MAX_HEADER_ROWS = 3


@dataclass(slots=True)
class Row:
    """One data row: `line` counts the sheet's lines from 1; `cells` are raw; `heading` is the section line above it."""

    sheet: str
    line: int
    cells: list
    table: "Table"
    heading: str = ""

    def raw(self, name):
        """The first filled raw cell of a field, or None."""
        for column in self.table.columns.get(name, ()):
            if column < len(self.cells) and plain(self.cells[column]):
                return self.cells[column]
        return None

    def text(self, name) -> str:
        return plain(self.raw(name))

    def texts(self, name) -> list[str]:
        """All filled cells of a field which several columns may hold."""
        columns = self.table.columns.get(name, ())
        return [text for c in columns if c < len(self.cells) and (text := plain(self.cells[c]))]

    def has(self, name) -> bool:
        return name in self.table.columns

    def label(self, *names) -> str:
        """The header of the first of these fields that the table has, as the office wrote it."""
        for name in names:
            if name in self.table.columns:
                return self.table.labels[self.table.columns[name][0]] or f"第{self.table.columns[name][0] + 1}列"
        return ""


@dataclass(slots=True)
class Table:
    """A header and its rows. `above` and `below` are the words around it; `unknown` the headers nobody could place."""

    sheet: str
    line: int
    columns: dict
    labels: dict
    above: list = field(default_factory=list)
    below: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    rows: list = field(default_factory=list)

    @property
    def unknown(self) -> list[str]:
        return [self.labels[column] for column in self.unplaced() if self.labels[column]]

    def unplaced(self) -> list[int]:
        """Columns that have a header nobody could place, or belong to no field the import stores."""
        placed = {column for columns in self.columns.values() for column in columns}
        return [column for column in self.labels if column not in placed]


@dataclass(slots=True)
class Header:
    height: int
    columns: dict
    labels: dict


def find_tables(kind: str, sheets) -> list[Table]:
    """All tables of this kind in a workbook's visible sheets, in order, with their rows."""
    tables = []
    for sheet in sheets:
        if not getattr(sheet, "hidden", False):
            tables += read_sheet(kind, sheet)
    return tables


def read_sheet(kind: str, sheet) -> list[Table]:
    rows = unmerged(sheet)
    found, above, at = [], [], 0
    while at < len(rows):
        header = header_at(kind, rows, at)
        if header:
            previous = found[-1] if found else None
            table = Table(
                sheet.name, at + 1, header.columns, header.labels, above or (previous.above if previous else [])
            )
            found.append(table)
            at, above = at + header.height, []
            at = collect(kind, table, rows, at)
            by_content(kind, table)
            repeat_dittos(table)
            continue
        above += [text for cell in rows[at] if (text := plain(cell))]
        at += 1
    if found and above:
        found[-1].below += above
    return found or without_header(kind, sheet.name, rows)


def without_header(kind: str, name: str, rows) -> list[Table]:
    """A register without any header: taken only where names and id numbers are plain to see."""
    if kind != "residents":
        return []
    table = Table(name, 0, {}, {})
    table.rows = [
        Row(name, number, cells, table) for number, cells in enumerate(rows, 1) if len(lines.texts(cells)) > 2
    ]
    by_content(kind, table)
    return [table] if {"name", "id"} <= set(table.columns) else []


def collect(kind: str, table: Table, rows, at) -> int:
    """Put the rows below a header into its table; returns the line where the next header stands, or the end."""
    heading = ""
    while at < len(rows):
        cells = rows[at]
        if lines.may_be_header(kind, cells) and header_at(kind, rows, at):
            break
        what = lines.classify(kind, table, cells)
        if what == lines.DATA:
            table.rows.append(Row(table.sheet, at + 1, cells, table, heading))
        elif what == lines.HEADING:
            heading = lines.first_text(cells)
        elif what in (lines.NOTE, lines.TOTAL, lines.EXAMPLE):
            table.below += [text for cell in cells if (text := plain(cell))]
            table.skipped.append((at + 1, what))
        at += 1
    return at


def repeat_dittos(table: Table) -> None:
    """同上 is what the row above says; names and id numbers are never repeated."""
    own = {c for name in ("id", "name", "seq") for c in table.columns.get(name, ())}
    for above, row in pairwise(table.rows):
        for column, cell in enumerate(row.cells):
            if isinstance(cell, str) and column not in own and is_ditto(plain(cell)):
                row.cells[column] = above.cells[column] if column < len(above.cells) else None


def unmerged(sheet) -> list[list]:
    """Rows in which a cell merged downwards repeats its value, as the eye reads it."""
    rows = [list(row) for row in sheet.rows]
    for top, left, bottom, right in getattr(sheet, "merged", ()):
        if left == right and bottom > top and top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row.extend([None] * (left + 1 - len(row)))
                row[left] = rows[top][left]
    return rows


def header_at(kind: str, rows, at) -> Header | None:
    """The header block that starts at a line: one to three rows, whichever names most fields."""
    if not lines.may_be_header(kind, rows[at]):
        return None
    best = None
    for height in range(1, MAX_HEADER_ROWS + 1):
        block = rows[at : at + height]
        if len(block) < height or (height > 1 and not lines.continues_header(kind, block[-1])):
            break
        header = read_header(kind, block)
        if best is None or len(header.columns) > len(best.columns):
            best = header
    return best if len(best.columns) >= 2 and words.ESSENTIAL[kind] & set(best.columns) else None


def read_header(kind: str, block) -> Header:
    width = max(len(row) for row in block)
    columns, labels = {}, {}
    groups = [""] * width
    for row in block[:-1]:
        groups = [f"{group} {text}".strip() for group, text in zip(groups, spread(row, block[-1], width), strict=True)]
    for column in range(width):
        leaf = plain(block[-1][column]) if column < len(block[-1]) else ""
        name = name_of(kind, groups[column], leaf)
        labels[column] = shown(groups[column], leaf)
        if name and (name not in columns or name in words.SEVERAL):
            columns.setdefault(name, []).append(column)
        elif name:
            labels[column] = ""
    return Header(len(block), settle(columns), labels)


def spread(row, below, width) -> list[str]:
    """Group titles over the columns they span: a blank to the right belongs to the group if a word stands below it."""
    out, current = [], ""
    for column in range(width):
        text = plain(row[column]) if column < len(row) else ""
        under = plain(below[column]) if column < len(below) else ""
        current = text or (current if under else "")
        out.append(current)
    return out


def name_of(kind: str, group: str, leaf: str) -> str:
    """The lower word names the column; the group above it decides where that word alone says too little."""
    if not leaf:
        return words.field_of(kind, group)
    together = words.field_of(kind, group + leaf) if group else ""
    if together in words.BY_GROUP:
        return together
    return words.field_of(kind, leaf) or together


def shown(group: str, leaf: str) -> str:
    text = re.sub(r"\s+", "", leaf or group)
    return f"{group}·{text}".replace(" ", "") if leaf and group and words.label(leaf) in lines.PART_WORDS else text


def settle(columns: dict) -> dict:
    """`房号` is a whole address where no building column stands beside it."""
    if "room" in columns and "building" not in columns and "home" not in columns:
        columns["home"] = columns.pop("room")
    if "name" not in columns and "head" in columns:
        columns["name"] = columns.pop("head")
    if "benefits" in columns and "pay" not in columns and "pay_min" not in columns:
        columns["pay"] = columns["benefits"]
    return columns


def rows_of(tables: list[Table]) -> Iterator[Row]:
    for table in tables:
        yield from table.rows
