"""manage.py import_workbook: reads an office's register or list of needs, tells what would happen, stores on --commit."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.clock import today
from core.tables import TableProblem
from desk.imports.run import import_postings, import_residents
from reference.models import Area


class Command(BaseCommand):
    help = (
        "Reads a household skills register or a list of employers' needs (xlsx, xls, ods, csv). Dry without --commit. "
        "Sends no message, re-opens nobody and publishes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=("residents", "postings"))
        parser.add_argument("file", type=Path)
        parser.add_argument("--community", required=True, help="code, see list_communities")
        parser.add_argument("--on", type=day, default=None, help="the day it is judged by, YYYY-MM-DD; default today")
        parser.add_argument("--commit", action="store_true", help="store the good rows")
        parser.add_argument("--json", action="store_true", help="one JSON document on stdout")

    def handle(self, *args, kind, file, community, on, commit, **options):
        area = Area.objects.communities().filter(code=community).first()
        if area is None:
            raise CommandError(f"没有代码是 {community} 的社区。请用 list_communities 查代码。")
        if not file.is_file():
            raise CommandError(f"找不到文件 {file}。请核对路径。")
        run = import_residents if kind == "residents" else import_postings
        try:
            found = run(file, area, on=on or today(), commit=commit, by=None, say=self.say)
        except TableProblem as problem:
            raise CommandError(problem.message) from problem
        self.stdout.write(
            json.dumps(found, ensure_ascii=False, indent=1) if options["json"] else in_words(found, commit)
        )

    def say(self, text: str) -> None:
        self.stderr.write(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"--on 要写成 2026-11-20 这样，不是 {text}。") from error


WORDS = {"new": "新", "update": "更新", "unchanged": "没变", "conflict": "冲突", "error": "错误", "duplicate": "重复", "archived": "已归档", "block": "不能发", "flag": "要看一眼"}  # fmt: skip


def in_words(found: dict, commit: bool) -> str:
    counts = " · ".join(f"{word} {found[name]}" for name, word in WORDS.items() if found.get(name))
    done = "好的行已经存了。" if commit else "现在还没存；加 --commit 才存。"
    lines = [f"{found['rows']} 行：{counts}。{done}不发任何消息。", *found["notes"]]
    return "\n".join([*lines, *(problem["message"] for problem in found["problems"])])
