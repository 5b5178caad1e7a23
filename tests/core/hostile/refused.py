"""Files that must be refused, each with the codes one of which the refusal must bear. All of them are made here."""

import codecs
import io
import struct
import zipfile
from collections.abc import Callable

from openpyxl import Workbook

from core.tables import guard
from tests.core.hostile.compound import biff, compound, label
from tests.core.hostile.zips import NAMES, book, lying, patched, sheet, streamed, text_cell, zeros

SHEET1 = "xl/worksheets/sheet1.xml"
CORPUS: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {}


def refused(*codes: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(make):
        CORPUS[make.__name__] = (make, codes)
        return make

    return register


def simply(name: str, content: bytes, *codes: str) -> None:
    CORPUS[name] = (lambda: content, codes)


# --- bombs and lies ---------------------------------------------------------------------------------------------------


@refused("too_big")
def bomb_of_400_mb():
    return streamed(SHEET1, zeros(400))


@refused("too_big")
def bomb_that_claims_to_be_small():
    return lying(streamed(SHEET1, zeros(400)), SHEET1, 1000)


@refused("too_big")
def bomb_in_a_picture_nobody_asked_for():
    return streamed("xl/media/image1.png", zeros(300), {SHEET1: NAMES})


@refused("too_big")
def bomb_of_many_parts():
    return book({f"xl/extra{i}.xml": b" " * 1024 * 1024 for i in range(250)})


@refused("too_big")
def bomb_that_claims_more_than_it_holds():
    return lying(book(), SHEET1, 2**31)


@refused("unsafe")
def size_that_lies_a_little():
    return lying(book(), SHEET1, 10)


@refused("unsafe")
def thousands_of_parts():
    return book({f"xl/extra{i}.xml": "" for i in range(1500)})


@refused("unsafe")
def parts_that_overlap():
    data = book(method=zipfile.ZIP_STORED)
    return patched(data, "xl/workbook.xml", 20, struct.pack("<L", len(data)))


@refused("unsafe")
def another_compression():
    return book(method=zipfile.ZIP_LZMA)


@refused("broken")
def directory_that_points_nowhere():
    return patched(book(), SHEET1, 42, struct.pack("<L", 3))


# --- entities ---------------------------------------------------------------------------------------------------------

LAUGHS = '<!DOCTYPE lolz [<!ENTITY lol "lol">' + "".join(
    f'<!ENTITY lol{i} "{f"&lol{i - 1 or chr(0)};".replace(chr(0), "") * 10}">' for i in range(1, 10)
)


@refused("unsafe")
def billion_laughs():
    return book(sheet1=sheet(text_cell("A1", "&lol9;")).replace("<worksheet", f"{LAUGHS}]><worksheet"))


@refused("unsafe")
def entity_that_reads_a_file():
    entity = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return book(sheet1=sheet(text_cell("A1", "&f;")).replace("<worksheet", f"{entity}<worksheet"))


@refused("unsafe")
def doctype_far_behind_the_beginning():
    return book(sheet1=sheet("").replace("<worksheet", f"<!--{' ' * 700_001}--><!DOCTYPE x><worksheet"))


@refused("unsafe")
def doctype_across_the_pieces_it_is_read_in():
    head = sheet("").split("<worksheet")[0]
    filling = " " * (guard.CHUNK - len(head) - len("<!---->") - 4)
    return book(
        sheet1=sheet("").replace("<worksheet", f"<!--{filling}--><!DOCTYPE x><worksheet"), method=zipfile.ZIP_STORED
    )


@refused("unsafe")
def doctype_in_utf_16():
    return book(
        sheet1=codecs.BOM_UTF16_LE + sheet("").replace("<worksheet", "<!DOCTYPE x><worksheet").encode("utf-16-le")
    )


@refused("unsafe")
def doctype_in_the_shared_strings():
    return book({"xl/sharedStrings.xml": "<!DOCTYPE x><sst/>"})


@refused("unsafe")
def doctype_in_a_part_without_suffix():
    return book({"xl/theme": "<!DOCTYPE x>"})


# --- sizes ------------------------------------------------------------------------------------------------------------


@refused("too_big")
def one_cell_at_the_far_corner():
    return book(
        sheet1=sheet(f'<row r="1">{text_cell("A1", "x")}</row><row r="1048576">{text_cell("XFD1048576", "x")}</row>')
    )


@refused("too_big", "too_many_columns")
def one_cell_in_the_last_column():
    return book(sheet1=sheet(f'<row r="1">{text_cell("XFD1", "x")}</row>'))


@refused("too_many_rows")
def one_cell_in_the_last_row():
    return book(sheet1=sheet(f'<row r="1048576">{text_cell("A1048576", "x")}</row>'))


@refused("too_many_rows")
def more_than_a_hundred_thousand_rows():
    return "\n".join(f"{i},张三" for i in range(100_001)).encode()


@refused("too_many_columns")
def more_than_two_hundred_columns():
    return ",".join("x" for _ in range(201)).encode()


@refused("too_big")
def more_cells_than_anybody_keeps():
    return ("x," * 199 + "x\n").encode() * 11_000


@refused("too_big")
def more_than_fifty_megabytes():
    return b"a,b\n" * (13 * 1024 * 1024)


@refused("cell_too_long")
def a_cell_with_a_novel_in_a_workbook():
    return book(sheet1=sheet(f'<row r="7">{text_cell("C7", "字" * 40_000)}</row>'))


@refused("cell_too_long")
def a_cell_with_a_novel_in_a_csv():
    return ("姓名,备注\n张三," + "字" * 40_000).encode()


@refused("quotes", "cell_too_long")
def a_quote_that_swallows_the_rest():
    return '姓名,备注\n张三,"话没说完\n李四,好\n王五,好\n'.encode()


@refused("cell_too_long")
def a_quote_that_swallows_very_much():
    return ('姓名,备注\n张三,"话没说完\n' + "李四,好\n" * 20_000).encode()


# --- something else under a table's name ------------------------------------------------------------------------------

simply("nothing", b"", "empty")
simply("only_blanks", b" \r\n\r\n\t ", "empty")
simply("only_zeros", b"\0" * 5000, "empty")
simply("only_a_mark_of_order", codecs.BOM_UTF8, "empty")
simply("a_photo", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture")
simply("a_jpeg", b"\xff\xd8\xff\xe0" + bytes(range(256)), "picture")
simply("a_pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "picture")
simply("a_rar", b"Rar!\x1a\x07\x01\x00" + bytes(200), "not_table")
simply("a_gzip", b"\x1f\x8b\x08\x00" + bytes(range(200)), "not_table")
simply("a_program", b"\x7fELF\x02\x01\x01" + bytes(500), "not_table")
simply("a_windows_program", b"MZ\x90\x00\x03" + bytes(500), "not_table")
simply("noise", bytes((i * 197 + i * i) % 256 for i in range(4000)), "not_table", "encoding")
simply("half_a_character", "姓名,电话\n张三,".encode() + b"\xe5\xbc", "encoding")
simply("utf_8_with_a_hole", "姓名,电话\n张三,1\n李四,2\n".encode().replace(b"\x9b", b"\xff"), "encoding")
simply("a_page_of_a_web_site", "<html><table><tr><td>张三</td></tr></table></html>".encode(), "web_page")
simply("an_export_that_is_html", "\ufeff<table><tr><td>姓名</td></tr></table>".encode(), "web_page")
simply(
    "the_xml_of_2003",
    b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "web_page",
)
simply("a_rich_text", b"{\\rtf1\\ansi \x00\x01", "not_table")


@refused("document")
def a_docx_called_xlsx():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return out.getvalue()


@refused("not_table")
def a_zip_of_photos():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("照片/1.jpg", b"\xff\xd8\xff")
    return out.getvalue()


@refused("broken", "not_table")
def an_empty_zip():
    return b"PK\x05\x06" + bytes(18) + b"PK"


# --- broken and locked ------------------------------------------------------------------------------------------------


@refused("broken")
def a_download_cut_off():
    data = book()
    return data[: len(data) // 2]


@refused("broken", "unsafe")
def a_byte_turned_in_the_middle():
    data = bytearray(book(sheet1=sheet(f'<row r="1">{text_cell("A1", "张三李四" * 500)}</row>')))
    at = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[at] ^= 0xFF
    return bytes(data)


@refused("broken")
def xml_that_ends_early():
    return book(sheet1=NAMES[: len(NAMES) // 2])


@refused("broken")
def a_workbook_without_its_sheet():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as source, zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            if name != SHEET1:
                archive.writestr(name, source.read(name))
    return out.getvalue()


@refused("broken", "not_table")
def a_workbook_without_a_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/styles.xml", "<styleSheet/>")
    return out.getvalue()


simply("a_locked_xlsx", compound("EncryptedPackage", b"?" * 5000), "password")
simply("a_locked_xls", compound("Workbook", biff(label(0, 0, "姓名"), locked=True)), "password")
simply("a_doc_called_xls", compound("WordDocument", b"?" * 5000), "document")
simply("a_ppt_called_xls", compound("PowerPoint Document", b"?" * 5000), "document")
simply("an_installer_called_xls", compound("Other", b"?" * 5000), "broken")
simply("an_xls_cut_off", compound("Workbook", biff(label(0, 0, "姓名")))[:1400], "broken")
simply("an_xls_of_noise", compound("Workbook", bytes(range(256)) * 40), "broken")


@refused("password")
def a_zip_with_a_password():
    data = book()
    return patched(data, SHEET1, 8, struct.pack("<H", 1))


@refused("empty")
def a_workbook_with_nothing_in_it():
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()
