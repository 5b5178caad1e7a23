"""Bring a community's places in from a sheet; the same sheet again changes nothing."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.errors import Plain
from core.tables import read_workbook
from reference.models import Area
from reference.sheets import bring_places


class Command(BaseCommand):
    help = "Read 名称, 类型, 向东(米), 向北(米), 别名, 地标, 停用日期 from the first sheet of an xlsx, xls, ods or csv file."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--community", required=True, help="code, as printed by list_communities")
        parser.add_argument("--json", action="store_true", help="one JSON document on stdout")

    def handle(self, *, file, community, json: bool, **options):
        area = Area.objects.communities().filter(code=community).first()
        if area is None:
            raise CommandError(f"没有代码为“{community}”的社区。用 list_communities 看看有哪些。")
        try:
            result = bring_places(by=None, community=area, rows=read_workbook(file, file.name)[0].rows)
        except Plain as problem:
            raise CommandError(problem.message) from problem
        self.stdout.write(as_json(result) if json else as_lines(result))


def as_json(result: dict) -> str:
    return json.dumps(result, ensure_ascii=False)


def as_lines(result: dict) -> str:
    counts = ", ".join(f"{result[word]} {word}" for word in ("new", "update", "unchanged", "error"))
    return "\n".join([counts, *(f"第 {problem['row']} 行：{problem['message']}" for problem in result["problems"])])
