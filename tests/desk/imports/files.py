"""Runs the command on a file and reads its answer."""

import io
import json
import os
from pathlib import Path

import pytest
from django.core.management import call_command


def command(kind, path, community, *flags, on="2026-11-20"):
    out = io.StringIO()
    where = ("--community", community.code, "--on", on, "--json", *flags)
    call_command("import_workbook", kind, str(path), *where, stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


def office_files():
    """The folder of offices' own sheets with their truth; tests that need it are skipped, and say so, without it."""
    folder = Path(os.environ.get("DOORSTEP_DATA", ""), "workbooks")
    if not os.environ.get("DOORSTEP_DATA") or not folder.is_dir():
        pytest.skip("DOORSTEP_DATA is not set: the offices' own workbooks are not here, nothing was measured on them")
    return folder


def one_status_per_row(found):
    """{row: status} of the problems; fails where a row stands twice."""
    rows = [problem["row"] for problem in found["problems"]]
    assert len(rows) == len(set(rows))
    return {problem["row"]: problem["status"] for problem in found["problems"]}


def adds_up(found):
    """Each row in exactly one count, and the problems are the rows of the counts that need a look."""
    counts = ("new", "update", "unchanged", "conflict", "error", "duplicate", "archived", "block")
    assert found["rows"] == sum(found.get(name, 0) for name in counts)
    for name in ("conflict", "error", "duplicate", "archived", "block", "flag"):
        assert found.get(name, 0) == sum(problem["status"] == name for problem in found["problems"])
    return True
