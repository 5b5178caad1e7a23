"""CSV and its relatives: whatever encoding and delimiter the sheet program of the day chose."""

import codecs
import csv
import re
from collections import Counter

from core.tables.sheet import MAX_CELL_TEXT, TableProblem

DELIMITERS = (",", "\t", ";")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
EASTERN = re.compile("[\u2e80-\uffef]")
AS_TEXT = re.compile(r'="([^"]*)"')  # how some exports keep a sheet program from eating leading zeros


def decode(data: bytes) -> str:
    """Raises TableProblem: encoding for unknown text, not_table for what is no text at all."""
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding).rstrip("\x1a")
    except UnicodeDecodeError as error:
        raise TableProblem("not_table" if b"\x00" in data else "encoding") from error
    if CONTROLS.search(text):
        raise TableProblem("not_table")
    return text


def encoding_of(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data[1::2].count(0) > len(data) // 8:
        return "utf-16-le"
    text = data.decode("utf-8-sig", "replace")
    holes = text.count("\ufffd")
    # A UTF-8 file with a hole in it would decode as GB 18030 too, to other characters than were written.
    return "utf-8-sig" if not holes or len(EASTERN.findall(text)) > holes else "gb18030"


def rows_of(text: str) -> list[list[str]]:
    """Records in order, blank lines as empty lists. Raises TableProblem: quotes, cell_too_long."""
    lines = text.splitlines(keepends=True) if "\n" not in text else text.split("\n")
    delimiter = delimiter_of(lines)
    csv.field_size_limit(MAX_CELL_TEXT)
    try:
        found = split(text, delimiter, strict=True)
    except csv.Error:
        found = split_loosely(text, delimiter)
    return [[AS_TEXT.sub(r"\1", cell) if cell.startswith('="') else cell for cell in row] for row in found]


def split(text: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    # newline=None semantics by hand: old files end lines with a lone carriage return
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    return list(csv.reader((line for line in lines if line), delimiter=delimiter, strict=strict))


def split_loosely(text: str, delimiter: str) -> list[list[str]]:
    """A stray quote inside a cell is harmless; one that swallows line ends is not, since rows would be lost."""
    try:
        found = split(text, delimiter, strict=False)
    except csv.Error as error:
        raise TableProblem("cell_too_long" if "limit" in str(error) else "quotes") from error
    if any("\n" in cell or "\r" in cell for row in found for cell in row):
        raise TableProblem("quotes")
    return found


def delimiter_of(lines: list[str]) -> str:
    """The one that cuts most of the first lines into the same number of cells."""

    def evenness(delimiter: str) -> tuple[int, int]:
        cuts = Counter(line.count(delimiter) for line in lines[:100] if line.count(delimiter))
        cells, times = cuts.most_common(1)[0] if cuts else (0, 0)
        return times, cells

    return max(DELIMITERS, key=evenness)
