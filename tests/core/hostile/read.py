"""Files that look odd and must be read rightly, each with what must come out. All of them are made here."""

import codecs
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.core.hostile.compound import biff, compound, label, number
from tests.core.hostile.zips import book, sheet, text_cell

CORPUS: dict[str, tuple[Callable[[], bytes], list[list[Any]]]] = {}


def gives(*rows: list[Any]) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(make):
        CORPUS[make.__name__] = (make, list(rows))
        return make

    return register


def simply(name: str, content: bytes, *rows: list[Any]) -> None:
    CORPUS[name] = (lambda: content, list(rows))


def saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def one_sheet(*rows: list[Any]) -> Workbook:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return workbook


# --- text files -------------------------------------------------------------------------------------------------------

TABLE = "姓名,电话\n张三,013800138000\n"
ROWS = (["姓名", "电话"], ["张三", "013800138000"])
simply("csv_utf_8", TABLE.encode(), *ROWS)
simply("csv_utf_8_with_mark", TABLE.encode("utf-8-sig"), *ROWS)
simply("csv_gbk", TABLE.encode("gbk"), *ROWS)
simply("csv_utf_16", TABLE.encode("utf-16"), *ROWS)
simply("csv_utf_16_big", codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), *ROWS)
simply("csv_utf_16_without_mark", ("name,phone\n" * 5).encode("utf-16-le"), *[["name", "phone"]] * 5)
simply("csv_windows_lines", TABLE.replace("\n", "\r\n").encode(), *ROWS)
simply("csv_old_mac_lines", TABLE.replace("\n", "\r").encode(), *ROWS)
simply("csv_semicolons", TABLE.replace(",", ";").encode(), *ROWS)
simply("csv_tabs", TABLE.replace(",", "\t").encode("gbk"), *ROWS)
simply("csv_one_column", "姓名\n张三\n".encode(), ["姓名"], ["张三"])
simply("csv_end_of_file_mark", TABLE.encode() + b"\x1a", *ROWS)
simply("csv_no_last_line_end", TABLE.strip().encode(), *ROWS)
simply("csv_blank_lines", "标题\n\n姓名,电话\n\n".encode(), ["标题"], [], ["姓名", "电话"])
simply(
    "csv_commas_in_titles",
    "登记表,2026\n姓名;电话;地址\n张三;1;a,b\n李四;2;c\n".encode(),
    ["登记表,2026"],
    ["姓名", "电话", "地址"],
    ["张三", "1", "a,b"],
    ["李四", "2", "c"],
)
simply(
    "csv_line_end_in_a_cell",
    '姓名,备注\n张三,"一\n二"\n李四,三\n'.encode(),
    ["姓名", "备注"],
    ["张三", "一\n二"],
    ["李四", "三"],
)
simply("csv_doubled_quotes", '姓名,备注\n张三,"他说""好"""\n'.encode(), ["姓名", "备注"], ["张三", '他说"好"'])
simply(
    "csv_stray_quote",
    '姓名,尺寸\n张三,5"管\n李四,"6"管\n'.encode(),
    ["姓名", "尺寸"],
    ["张三", '5"管'],
    ["李四", "6管"],
)
simply(
    "csv_numbers_kept_as_text",
    '姓名,身份证\n张三,="510802197003150011"\n'.encode(),
    ["姓名", "身份证"],
    ["张三", "510802197003150011"],
)
simply("csv_rare_characters_in_gb18030", "姓名\n㛃𬱖\n".encode("gb18030"), ["姓名"], ["㛃𬱖"])
simply("csv_emoji", "姓名,备注\n张三,👍🏽\n".encode(), ["姓名", "备注"], ["张三", "👍🏽"])
simply("csv_of_commas", b",,,\n,,\n1,,\n", [], [], ["1"])
simply("csv_formula_stays_text", "备注\n=cmd|' /C calc'!A0\n".encode(), ["备注"], ["=cmd|' /C calc'!A0"])


# --- workbooks --------------------------------------------------------------------------------------------------------


@gives(["姓名", "身份证"], ["张三", "510802197003150011"], ["李四", 5.10802197003150e17], ["王五", 5.1e17])
def ids_as_text_and_as_damaged_numbers():
    return saved(
        one_sheet(["姓名", "身份证"], ["张三", "510802197003150011"], ["李四", 510802197003150000], ["王五", 5.1e17])
    )


@gives(["002", 2, 2.5, 13800138000, True])
def leading_zeros_and_numbers():
    return saved(one_sheet(["002", 2.0, 2.5, 13800138000, True]))


@gives([date(1985, 3, 5), datetime(2026, 11, 20, 14, 20), "08:30", "1985.3.5", "85年3月", 25642])
def dates_of_all_kinds():
    return saved(
        one_sheet([date(1985, 3, 5), datetime(2026, 11, 20, 14, 20), time(8, 30), "1985.3.5", "85年3月", 25642])
    )


@gives([date(1985, 3, 5), date(2026, 11, 20)])
def dates_counted_from_1904():
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active.append([date(1985, 3, 5), date(2026, 11, 20)])
    return saved(workbook)


@gives(["总数", 3, "甲乙"], ["没有算过"])
def formulas_give_what_was_shown():
    rows = f'<row r="1">{text_cell("A1", "总数")}<c r="B1"><f>1+2</f><v>3</v></c><c r="C1" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c></row>'
    return book(sheet1=sheet(f'{rows}<row r="2">{text_cell("A2", "没有算过")}<c r="B2"><f>A1</f></c></row>'))


@gives([], [], [None, None, "名单"], [], ["姓名"])
def blank_lines_and_columns_before_the_table():
    workbook = Workbook()
    workbook.active["C3"], workbook.active["A5"] = "名单", "姓名"
    return saved(workbook)


@gives(["登记表"], ["姓名", "电话"], ["张三"], [None, "1"])
def merged_cells_keep_their_first():
    workbook = one_sheet(["登记表"], ["姓名", "电话"], ["张三"], [None, "1"])
    workbook.active.merge_cells("A1:F1")
    workbook.active.merge_cells("A3:A4")
    return saved(workbook)


@gives(["姓名"], ["张三"])
def formats_far_below_the_table():
    workbook = one_sheet(["姓名"], ["张三"])
    workbook.active["XFD1048576"].font = Font(bold=True)
    workbook.active["A90000"].font = Font(bold=True)
    return saved(workbook)


@gives(["㛃𬱖", "👍🏽", "买买提·艾力", "a\nb", " 有空格 "])
def rare_characters():
    return saved(one_sheet(["㛃𬱖", "👍🏽", "买买提·艾力", "a\nb", " 有空格 "]))


@gives(["姓名"], ["张三"])
def stored_without_compression():
    return book(method=zipfile.ZIP_STORED)


@gives(["姓名"], ["张三"])
def a_picture_beside_the_table():
    return book({"xl/media/image1.svg": "<!DOCTYPE svg><svg/>", "docProps/thumbnail.jpeg": b"\xff\xd8\xff"})


@gives(["<!DOCTYPE 是一句话"])
def words_about_a_doctype():
    return book(sheet1=sheet(f'<row r="1">{text_cell("A1", "&lt;!DOCTYPE 是一句话")}</row>'))


@gives(["姓名"], ["张三"])
def many_equal_rows_are_no_bomb():
    return book({"xl/extra.xml": "<row/>" * 1_000_000})


@gives(["=1+1", "+86", "@张三"])
def text_that_begins_like_a_formula():
    return book(
        sheet1=sheet(
            '<row r="1">'
            + "".join(text_cell(f"{c}1", t) for c, t in zip("ABC", ["=1+1", "+86", "@张三"], strict=True))
            + "</row>"
        )
    )


@gives([None, "好"])
def errors_in_cells():
    return book(sheet1=sheet(f'<row r="1"><c r="A1" t="e"><v>#N/A</v></c>{text_cell("B1", "好")}</row>'))


simply(
    "an_xls_of_twenty_years_ago",
    compound(
        "Workbook",
        biff(
            label(0, 0, "姓名"),
            label(0, 1, "身份证"),
            label(1, 0, "张三㛃"),
            number(1, 1, 510802197003150000.0),
            number(2, 1, 3.0),
        ),
    ),
    ["姓名", "身份证"],
    ["张三㛃", 510802197003150000.0],
    [None, 3],
)
ODS = "urn:oasis:names:tc:opendocument:xmlns"


@gives(["姓名", "人数", "日期"], ["张三", 3, date(2026, 11, 20)])
def an_ods_of_another_program():
    cells = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>姓名</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>人数</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>日期</text:p></table:table-cell></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>张三</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2026-11-20"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    content = (
        f'<office:document-content xmlns:office="{ODS}:office:1.0" xmlns:table="{ODS}:table:1.0" xmlns:text="{ODS}:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="名单">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{ODS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return out.getvalue()
