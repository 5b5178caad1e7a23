"""Makers of workbooks by hand: a valid skeleton whose parts are then replaced by something hostile."""

import io
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SKELETON = {
    "[Content_Types].xml": (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
}


def sheet(rows: str) -> str:
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def text_cell(at: str, text: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


NAMES = sheet(f'<row r="1">{text_cell("A1", "姓名")}</row><row r="2">{text_cell("A2", "张三")}</row>')


def book(
    parts: dict[str, str | bytes] | None = None, *, sheet1: str | bytes = NAMES, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A workbook with one sheet and whatever other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in {**SKELETON, "xl/worksheets/sheet1.xml": sheet1, **(parts or {})}.items():
            archive.writestr(name, content)
    return out.getvalue()


def streamed(name: str, chunks, parts: dict[str, str] | None = None) -> bytes:
    """A workbook one of whose parts is too large to be held while it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for other, content in {**SKELETON, **(parts or {})}.items():
            archive.writestr(other, content)
        with archive.open(name, "w") as part:
            for chunk in chunks:
                part.write(chunk)
    return out.getvalue()


def zeros(megabytes: int):
    """A sheet whose single cell goes on for `megabytes`."""
    yield sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>@').split("@")[0].encode()
    for _ in range(megabytes):
        yield b"0" * 1024 * 1024


def directory_entry(data: bytes, name: str) -> int:
    """Where the central directory speaks of `name`."""
    end = data.rindex(b"PK\x05\x06")
    at = struct.unpack("<L", data[end + 16 : end + 20])[0]
    while data[at : at + 4] == b"PK\x01\x02":
        length, extra, comment = struct.unpack("<HHH", data[at + 28 : at + 34])
        if data[at + 46 : at + 46 + length].decode() == name:
            return at
        at += 46 + length + extra + comment
    raise LookupError(name)


def lying(data: bytes, name: str, size: int) -> bytes:
    """The same bytes, with a directory that claims another unpacked size for `name`."""
    at = directory_entry(data, name)
    return data[: at + 24] + struct.pack("<L", size) + data[at + 28 :]


def patched(data: bytes, name: str, offset: int, value: bytes) -> bytes:
    """The same bytes with another value at `offset` of the directory entry of `name`."""
    at = directory_entry(data, name) + offset
    return data[:at] + value + data[at + len(value) :]
