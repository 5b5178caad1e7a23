"""From a file to its outcome: read, plan, and store where that is wanted."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from core import audit
from core.tables import TableProblem, read_workbook
from desk.imports.apply_people import store_people
from desk.imports.apply_postings import store_postings
from desk.imports.dates import sheet_day
from desk.imports.law import Law
from desk.imports.layout import Table, find_tables, rows_of
from desk.imports.openings import read_openings
from desk.imports.people import read_people
from desk.imports.plan_people import plan_people
from desk.imports.plan_postings import plan_postings
from desk.imports.report import outcome
from jobs.lawful_rules import rules_for

NO_TABLE = {
    "residents": "没有找到居民名册的表头。表头那一行至少要有“姓名”，再加身份证号、电话、住址里的一样。",
    "postings": "没有找到用工信息的表头。表头那一行至少要有“岗位名称”，再加单位、人数、工资里的一样。",
}


class NoTable(TableProblem):
    def __init__(self, kind: str):
        Exception.__init__(self, NO_TABLE[kind])
        self.message, self.code, self.field, self.where = NO_TABLE[kind], "no_table", "file", ""


def import_residents(file: Path, community, *, on: date, commit: bool, by, say: Callable[[str], None]) -> dict:
    """See report.outcome. Raises TableProblem. `say` hears progress."""
    tables, notes = read_tables("residents", file, say)
    people = read_people(rows_of(tables), on)
    said_on = {table.sheet: sheet_day(table.above + table.below, on) for table in tables}
    plans = plan_people(people, community, said_on=said_on, on=on)
    if commit:
        store_people(plans, community, by=by, progress=partial(told, say, len(plans)))
        record("residents", plans, community, by)
    return outcome("residents", plans, notes)


def import_postings(file: Path, community, *, on: date, commit: bool, by, say: Callable[[str], None]) -> dict:
    """See report.outcome. Raises TableProblem. `say` hears progress."""
    tables, notes = read_tables("postings", file, say)
    openings = read_openings(rows_of(tables), on)
    law = Law(partial(rules_for, community=community, on=on), on)
    plans = plan_postings(openings, tables, community, law)
    notes += [f"没有查到{name}的最低工资，那里的工资没有按底线核对。" for name in law.without_floor()]
    if commit:
        store_postings(plans, community, by=by, on=on, progress=partial(told, say, len(plans)))
        record("postings", plans, community, by)
    return outcome("postings", plans, notes)


def record(kind: str, plans, community, by) -> None:
    """One audit row for the whole sheet, besides those of its rows."""
    counts = outcome(kind, plans, [])
    said = " ".join(f"{name} {counts[name]}" for name in counts if isinstance(counts[name], int) and counts[name])
    audit.record(f"desk.import_{kind}", community, by=by, note=said)


def told(say: Callable[[str], None], total: int, done: int) -> None:
    say(f"存了 {done} 行，共 {total} 行")


def read_tables(kind: str, file: Path, say: Callable[[str], None]) -> tuple[list[Table], list[str]]:
    sheets = read_workbook(file, file.name)
    tables = find_tables(kind, sheets)
    if not any(table.rows for table in tables):
        raise NoTable(kind)
    notes = [f"工作表「{sheet.name}」是隐藏的，没有读。" for sheet in sheets if sheet.hidden and sheet.rows]
    read = {table.sheet for table in tables}
    notes += [
        f"工作表「{s.name}」里没有这种表，没有读。" for s in sheets if not s.hidden and s.rows and s.name not in read
    ]
    for table in tables:
        say(f"「{table.sheet}」第 {table.line} 行是表头，{len(table.rows)} 行数据")
        if table.unknown:
            notes.append(f"「{table.sheet}」这几列没认出来，没有存：{'、'.join(table.unknown)}。")
    return tables, list(dict.fromkeys(notes))
