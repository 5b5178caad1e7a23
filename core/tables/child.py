"""The process that reads a stranger's file: little memory, little time, none of our secrets, no Django.

stdin: the file. argv: a name for the sheet of a CSV. stdout: {"sheets": …} or {"problem": …} as JSON.
"""

import io
import json
import math
import resource
import struct
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from core.tables import guard
from core.tables import sheet as limits
from core.tables.delimited import decode, rows_of
from core.tables.sheet import Cell, Sheet, TableProblem

MEMORY = 1024**3
SECONDS = 60
PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
FILEPASS = 0x2F
ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        sheets = read(sys.stdin.buffer.read(limits.MAX_BYTES + 1), sys.argv[1])
        if not any(sheet.rows for sheet in sheets):
            raise TableProblem("empty")
        answer = {"sheets": [vars(sheet) for sheet in sheets]}
    except TableProblem as problem:
        answer = {"problem": problem.code, "where": problem.where}
    except MemoryError:
        answer = {"problem": "too_big", "where": ""}
    # One piece: the encoder that writes to a file bit by bit is twenty times slower.
    sys.stdout.write(json.dumps(answer, default=lambda day: {"d": day.isoformat()}))


def read(data: bytes, name: str) -> list[Sheet]:
    """What the bytes are is read from the bytes; a file's name proves nothing."""
    if not data.strip(b"\x00 \t\r\n"):
        raise TableProblem("empty")
    if len(data) > limits.MAX_BYTES:
        raise TableProblem("too_big")
    if data.startswith(PICTURES):
        raise TableProblem("picture")
    if data.startswith(ARCHIVES):
        raise TableProblem("not_table")
    if data.startswith(b"PK"):
        refuse_documents(guard.inspect(data))
        return workbook(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        refuse_compound(data)
        return workbook(data)
    return delimited(data, name)


def refuse_documents(parts: list[str]) -> None:
    if any(part.startswith(("word/", "ppt/")) for part in parts):
        raise TableProblem("document")
    if not any(part.startswith("xl/") or part == "content.xml" for part in parts):
        raise TableProblem("not_table")


def refuse_compound(data: bytes) -> None:
    """Old Office files name their streams in UTF-16; a locked workbook begins with the record FILEPASS."""
    for stream, code in (
        ("EncryptedPackage", "password"),
        ("WordDocument", "document"),
        ("PowerPoint Doc", "document"),
    ):
        if stream.encode("utf-16-le") in data:
            raise TableProblem(code)
    for start in range(512, len(data), 512):
        if data[start : start + 2] == b"\x09\x08" and FILEPASS in records(data, start):
            raise TableProblem("password")


def records(data: bytes, at: int) -> list[int]:
    """Kinds of the first records of a workbook stream."""
    kinds = []
    while len(kinds) < 8 and at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        kinds.append(kind)
        at += 4 + length
    return kinds


def delimited(data: bytes, name: str) -> list[Sheet]:
    text = decode(data)
    if text.lstrip().startswith("<"):
        raise TableProblem("web_page")
    return [Sheet(name, checked(rows_of(text), name))]


def workbook(data: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        return within_limits(book, sheets)
    except PasswordError as error:
        raise TableProblem("password") from error
    except CalamineError as error:
        raise TableProblem("broken") from error
    except (TableProblem, MemoryError):
        raise
    except BaseException as error:  # a panic of the Rust reader arrives as one
        raise TableProblem("broken") from error


def within_limits(book: CalamineWorkbook, sheets: list[Any]) -> list[Sheet]:
    found, cells = [], 0
    for meta in sheets:
        source = book.get_sheet_by_name(meta.name)
        cells += source.total_height * source.total_width
        if cells > limits.MAX_CELLS:
            raise TableProblem("too_big", f"工作表“{meta.name}”")
        rows = checked(source.to_python(skip_empty_area=False), meta.name)
        merged = [(*first, *last) for first, last in source.merged_cell_ranges or [] if first[0] < len(rows)]
        found.append(Sheet(meta.name, rows, meta.visible != SheetVisibleEnum.Visible, merged))
    return found


def checked(rows: list[list[Any]], name: str) -> list[list[Cell]]:
    """Cells as the contract has them, blank edges cut. Raises TableProblem where a limit is passed."""
    where = f"工作表“{name}”"
    found = []
    for number, row in enumerate(rows, 1):
        found.append(trimmed([cell(value) for value in row]))
        if len(found[-1]) > limits.MAX_COLUMNS:
            raise TableProblem("too_many_columns", f"{where} 第{number}行")
        for column, value in enumerate(found[-1], 1):
            if isinstance(value, str) and len(value) > limits.MAX_CELL_TEXT:
                raise TableProblem("cell_too_long", f"{where} 第{number}行第{column}列")
    if len(trimmed(found)) > limits.MAX_ROWS:
        raise TableProblem("too_many_rows", where)
    if (
        sum(map(len, found)) > limits.MAX_CELLS
        or sum(len(c) for row in found for c in row if isinstance(c, str)) > limits.MAX_TEXT
    ):
        raise TableProblem("too_big", where)
    return found


def trimmed(items: list[Any]) -> list[Any]:
    """The list itself without its blank end."""
    while items and items[-1] in (None, []):
        items.pop()
    return items


def cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value.replace("\x00", "") or None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return str(value)


if __name__ == "__main__":
    main()
