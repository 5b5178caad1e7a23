"""Files nobody should have to fear: bombs, formulas, hostile text, the wrong kind. A plain message, and the rest goes on."""

import io
import zipfile

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from residents.models import Resident
from tests.desk.imports.files import adds_up, command, one_status_per_row
from tests.desk.imports.variants.paper import Book, Page
from tests.factories import reference

pytestmark = pytest.mark.django_db
HEADER = ("姓名", "身份证号", "联系电话", "住址", "技能", "备注")
HOSTILE = (
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "'; DROP TABLE residents_resident; --", "{{ 7*7 }}", "../../etc/passwd",
    "\u202egnp.exe", "😀" * 50, "%s%s%n", "一" * 5000, "@SUM(1+1)", "\ufeff\u200b",
)  # fmt: skip


@pytest.fixture
def community():
    return reference.community()


def write(folder, *rows, name="x.xlsx"):
    page = Page().add(*HEADER)
    for row in rows:
        page.add(*row)
    path = folder / name
    path.write_bytes(Book("x", [page]).to_bytes())
    return path


def test_a_bomb_is_refused_at_once(tmp_path, community):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b"0" * 1024 * 1024)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(bomb.getvalue())
    assert path.stat().st_size < 500_000
    with pytest.raises(CommandError, match=r"没有打开|太大"):
        command("residents", path, community)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "没有内容"),
        (b"%PDF-1.4 x", "图片或PDF"),
        (b"<html><table></table></html>", "网页"),
        (b"a,b\n1,2\n", "没有找到居民名册"),
    ],
)
def test_what_is_no_register_is_told_so(tmp_path, community, content, told):
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=told):
        command("residents", path, community)


def test_a_list_of_needs_is_no_register(tmp_path, community):
    path = write(tmp_path, ("张小明", "500107197605120049", "13800138001", "1栋1单元1-1"))
    with pytest.raises(CommandError, match="没有找到用工信息"):
        command("postings", path, community)


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_holds_up_no_other_row(tmp_path, community, bad):
    rows = [("冉光英", "500107197605120049", "13800138001", "3栋1单元1-1", bad, bad), (bad, bad, bad, bad, bad, bad)]
    found = command("residents", write(tmp_path, *rows), community, "--commit")
    assert adds_up(found)
    assert Resident.objects.filter(name="冉光英").count() == 1
    assert Resident.objects.count() <= 2
    assert all(len(problem["message"]) < 600 for problem in found["problems"])


def test_a_formula_is_its_value_and_never_run(tmp_path, community):
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append(["冉光英", "500107197605120049", "=1+1", "3栋1单元1-1", '=HYPERLINK("http://x")', None])
    path = tmp_path / "formula.xlsx"
    book.save(path)
    found = command("residents", path, community, "--commit")
    assert found["new"] == 1
    assert not Resident.objects.get().contacts.exists()


def test_ids_excel_has_cut_name_cause_and_remedy(tmp_path, community):
    rows = [
        ("冉光英", 500107197605120049.0, None, None),
        ("陶国平", "5.10802E+17", None, None),
        ("罗小琴", "510802197003150000", None, None),
    ]
    found = command("residents", write(tmp_path, *rows), community)
    assert one_status_per_row(found) == {2: "error", 3: "error", 4: "error"}
    for problem in found["problems"]:
        assert problem["code"] == "id-damaged"
        assert "Excel" in problem["message"]
        assert "文本" in problem["message"]


def test_unknown_community_and_file_are_told_plainly(tmp_path, community):
    with pytest.raises(CommandError, match="list_communities"):
        call_command("import_workbook", "residents", "x.xlsx", community="nobody", json=True)
    with pytest.raises(CommandError, match="找不到文件"):
        command("residents", tmp_path / "none.xlsx", community)
    with pytest.raises(CommandError, match="2026-11-20"):
        command("residents", tmp_path / "none.xlsx", community, on="20.11.2026")


def test_hidden_and_foreign_sheets_are_named(tmp_path, community):
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append(["冉光英", "500107197605120049", "13800138001", "3栋1单元1-1", None, None])
    hidden = book.create_sheet("旧表")
    hidden.append(HEADER)
    hidden.append(["陶国平", "510802197003150011"])
    hidden.sheet_state = "hidden"
    book.create_sheet("字典").append(["男", "女"])
    path = tmp_path / "sheets.xlsx"
    book.save(path)
    found = command("residents", path, community)
    assert found["rows"] == 1
    assert [note[:7] for note in found["notes"]] == ["工作表「旧表」", "工作表「字典」"]


def test_words_instead_of_json(tmp_path, community):
    out = io.StringIO()
    path = write(tmp_path, ("冉光英", "500107197605120048", None, None))
    call_command(
        "import_workbook", "residents", str(path), "--community", community.code, stdout=out, stderr=io.StringIO()
    )
    assert "1 行：错误 1" in out.getvalue()
    assert "第2行 身份证号" in out.getvalue()
