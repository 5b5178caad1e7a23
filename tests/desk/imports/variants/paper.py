"""A sheet under construction, and the file it becomes."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl


@dataclass
class Page:
    """Rows from the top; `truth` maps a line number from 1 to (expect, why)."""

    name: str = "Sheet1"
    rows: list = field(default_factory=list)
    truth: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)
    hidden: tuple = ()

    @property
    def line(self):
        return len(self.rows)

    def add(self, *cells):
        self.rows.append(list(cells))
        return self

    def row(self, cells, expect, why=""):
        self.rows.append(list(cells))
        self.truth[self.line] = (expect, why)
        return self

    def blank(self, count=1):
        for _ in range(count):
            self.rows.append([])
        return self

    def merge(self, top, left, bottom, right):
        """Merge cells, counted from 1."""
        self.merges.append((top, left, bottom, right))


@dataclass
class Book:
    """What an office sends: pages and how it saved them. `truth` is read from the page that holds the table."""

    label: str
    pages: list
    kind: str = "xlsx"
    districts: str = ""

    @property
    def truth(self):
        return [(i, line, *word) for i, page in enumerate(self.pages) for line, word in sorted(page.truth.items())]

    @property
    def suffix(self):
        return "xlsx" if self.kind == "xlsx" else "csv"

    def write(self, folder: Path):
        path = folder / f"{self.label}.{self.suffix}"
        path.write_bytes(self.to_bytes())
        return path

    def to_bytes(self):
        return self.as_xlsx() if self.kind == "xlsx" else self.as_csv()

    def as_csv(self):
        out = io.StringIO()
        writer = csv.writer(out)
        for row in self.pages[0].rows:
            writer.writerow(["" if cell is None else plain(cell) for cell in row])
        return out.getvalue().encode(self.kind)

    def as_xlsx(self):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for page in self.pages:
            sheet = book.create_sheet(page.name)
            for r, row in enumerate(page.rows, 1):
                for c, value in enumerate(row, 1):
                    if value is not None:
                        sheet.cell(r, c, value)
            for top, left, bottom, right in page.merges:
                sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
            for letter in page.hidden:
                sheet.column_dimensions[letter].hidden = True
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def plain(cell):
    """A cell as a CSV export shows it: a long number in scientific notation, as Excel does."""
    if isinstance(cell, float) and cell >= 1e15:
        return f"{cell:.5E}".replace("E+", "E+")
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell)
