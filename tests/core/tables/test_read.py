import os
import subprocess
import sys
import time
from datetime import date

import pytest
from openpyxl import Workbook

from core.tables import TableProblem, read, read_workbook, safe_cell
from tests.core.hostile.read import one_sheet, saved
from tests.core.hostile.zips import book, sheet, text_cell


def test_from_a_path_and_from_bytes(tmp_path):
    file = tmp_path / "名单.csv"
    file.write_bytes("姓名\n张三\n".encode())
    assert (
        read_workbook(file, file.name)
        == read_workbook(str(file), "名单.csv")
        == read_workbook(file.read_bytes(), "名单.csv")
    )
    assert read_workbook(file, file.name)[0].name == "名单"


def test_sheets_keep_their_names_order_and_hiding():
    workbook = Workbook()
    workbook.active.title = "填写说明"
    workbook.active.append(["请先读"])
    workbook.create_sheet("名单").append(["姓名"])
    hidden = workbook.create_sheet("字典")
    hidden.append(["男"])
    hidden.sheet_state = "hidden"
    very = workbook.create_sheet("参数")
    very.append(["1"])
    very.sheet_state = "veryHidden"
    workbook.create_chartsheet("图")
    found = read_workbook(saved(workbook), "x")
    assert [(s.name, s.hidden) for s in found] == [("填写说明", False), ("名单", False), ("字典", True), ("参数", True)]


def test_merged_ranges_are_told():
    workbook = one_sheet(["登记表"], ["姓名"], ["张三"], ["李四"])
    workbook.active.merge_cells("A1:F1")
    workbook.active.merge_cells("B3:B4")
    workbook.active.merge_cells("A900:B901")
    assert sorted(read_workbook(saved(workbook), "x")[0].merged) == [(0, 0, 0, 5), (2, 1, 3, 1)]
    assert read_workbook(b"a,b\n", "x")[0].merged == []


def test_a_cell_to_blame_is_named():
    with pytest.raises(TableProblem, match="工作表“名单” 第7行第3列：") as problem:
        read_workbook(book(sheet1=sheet(f'<row r="7">{text_cell("C7", "字" * 33_000)}</row>')), "x")
    assert problem.value.where == "工作表“名单” 第7行第3列"


def test_fifty_thousand_rows_in_ten_seconds():
    workbook = Workbook(write_only=True)
    rows = workbook.create_sheet("名单")
    rows.append(["姓名", "身份证", "电话", "生日"])
    for i in range(50_000):
        rows.append([f"张{i}", "510802197003150011", 13800000000 + i, date(1970, 3, 15)])
    data = saved(workbook)
    started = time.monotonic()
    found = read_workbook(data, "x")[0].rows
    assert time.monotonic() - started < 10
    assert len(found) == 50_001
    assert found[50_000] == ["张49999", "510802197003150011", 13800049999, date(1970, 3, 15)]


def test_the_child_knows_none_of_our_secrets(monkeypatch, tmp_path):
    """The reader is replaced by a program that prints its environment."""
    spy = tmp_path / "spy"
    spy.write_text(
        f'#!{sys.executable}\nimport json, os\nprint(json.dumps({{"problem": "empty", "where": " ".join(os.environ)}}))\n'
    )
    spy.chmod(0o755)
    monkeypatch.setenv("SECRET_KEY", "secret")
    monkeypatch.setattr(sys, "executable", str(spy))
    with pytest.raises(TableProblem) as problem:
        read_workbook(b"a", "x")
    assert "SECRET_KEY" not in problem.value.where
    assert "PYTHONPATH" in problem.value.where


def test_the_child_imports_no_django():
    code = "import sys, core.tables.child; print([m for m in sys.modules if m.split('.')[0] in ('django', 'openpyxl', 'config')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=read.ROOT)
    assert done.stdout.strip() == "[]"


def test_a_reader_that_hangs_is_stopped(monkeypatch, tmp_path):
    spy = tmp_path / "sleeper"
    spy.write_text("#!/bin/sh\nexec sleep 60\n")
    spy.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(spy))
    monkeypatch.setattr(read, "SECONDS", 0.5)
    with pytest.raises(TableProblem) as problem:
        read_workbook(b"a", "x")
    assert problem.value.code == "too_slow"


def test_a_reader_that_is_killed_or_does_not_start(monkeypatch, tmp_path):
    spy = tmp_path / "spy"
    monkeypatch.setattr(sys, "executable", str(spy))
    spy.write_text("#!/bin/sh\nkill -9 $$\n")
    spy.chmod(0o755)
    with pytest.raises(TableProblem) as problem:
        read_workbook(b"a", "x")
    assert problem.value.code == "too_big"
    spy.write_text("#!/bin/sh\necho no such module >&2; exit 1\n")
    with pytest.raises(RuntimeError, match="no such module"):
        read_workbook(b"a", "x")


def test_memory_is_limited_in_the_child():
    code = "import resource, sys\nfrom core.tables import child\nchild.read = lambda data, name: bytearray(2 * 1024**3)\nchild.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "x"], input=b"a", capture_output=True, check=True, cwd=read.ROOT, env=os.environ
    )
    assert b'"problem": "too_big"' in done.stdout


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_an_exported_cell_is_never_a_formula(start):
    sentinel = f"{start}cmd|' /C calc'!A0"
    assert safe_cell(sentinel) == f"'{sentinel}"


@pytest.mark.parametrize("value", ["张三", "a=b", "", " =1", None, -5, 2.5, date(2026, 11, 20), True])
def test_other_cells_are_exported_as_they_are(value):
    assert safe_cell(value) is value
