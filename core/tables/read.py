"""Hands a file to the reading child and takes back sheets or a plain refusal."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from core.tables.sheet import Sheet, TableProblem

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 60
# A sheet program would run a cell that starts so; the apostrophe makes it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def read_workbook(source: Path | str | bytes, filename: str) -> list[Sheet]:
    """Every worksheet of an xlsx, xls, xlsb, ods or delimited text file, hidden ones marked. Raises TableProblem.

    `filename` only names the sheet of a CSV. The child gets no environment of ours, 1 GiB and 60 seconds.
    """
    if isinstance(source, bytes):
        return answer(run(filename, input=source))
    with open(source, "rb") as file:
        return answer(run(filename, stdin=file))


def run(filename: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "core.tables.child", Path(filename).stem or "表"]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "1"}
    try:
        return subprocess.run(command, capture_output=True, timeout=SECONDS, env=environment, check=False, **how)
    except subprocess.TimeoutExpired as error:
        raise TableProblem("too_slow") from error


def answer(child: subprocess.CompletedProcess[bytes]) -> list[Sheet]:
    if child.returncode < 0:  # killed by a limit: memory that could not be had, or time
        raise TableProblem("too_big")
    if child.returncode:
        raise RuntimeError(f"the table reader does not start: {child.stderr.decode(errors='replace')[-500:]}")
    said = json.loads(child.stdout, object_hook=day_or_dict)
    if "problem" in said:
        raise TableProblem(said["problem"], said["where"])
    return [Sheet(s["name"], s["rows"], s["hidden"], [tuple(r) for r in s["merged"]]) for s in said["sheets"]]


def day_or_dict(found: dict[str, Any]) -> Any:
    if "d" not in found:
        return found
    text = found["d"]
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def safe_cell(text: Any) -> Any:
    """What an export writes for this value: text that would be taken for a formula gets a leading apostrophe."""
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA_STARTS) else text
