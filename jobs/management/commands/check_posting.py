"""manage.py check_posting: may this posting, or this sentence, be published?"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.clock import today
from jobs.enums import EmploymentType
from jobs.lawful import Finding, check, check_wording
from jobs.lawful.files import posting_from
from jobs.lawful_rules import rules_for
from reference.queries import find_area_by_text

LEVELS = {"block": "不能写", "warn": "最好不写"}


class Command(BaseCommand):
    help = (
        "Reads a posting (JSON: title, body, employment_type, pay_min, pay_max, pay_unit, hours_per_day, "
        "probation_months, pay_cycle_days, headcount, place, district, valid_until, on) or one sentence."
    )

    def add_arguments(self, parser):
        source = parser.add_mutually_exclusive_group(required=True)
        source.add_argument("--file", type=Path, help="posting as a JSON object, UTF-8")
        source.add_argument("--text", help="one sentence; only its wording is judged")
        parser.add_argument("--on", type=day, help="day it is judged by (ISO), default today")
        parser.add_argument("--json", action="store_true", help="one JSON document on stdout")

    def handle(self, *, file, text, on, json: bool, **options):
        found = check_sentence(text, on) if file is None else check_file(file, on)
        self.stdout.write(as_json(found) if json else as_lines(found))


def day(text: str) -> date:
    return date.fromisoformat(text)


def check_sentence(text: str, on: date | None) -> list[Finding]:
    day = on or today()
    return check_wording(text, rules_for(None, None, day), on=day)


def check_file(path: Path, on: date | None) -> list[Finding]:
    document = read(path)
    try:
        posting = posting_from(document, frozenset(EmploymentType.values))
        day = on or (date.fromisoformat(str(document["on"])) if document.get("on") else today())
    except ValueError as problem:
        raise CommandError(f"{path}：{problem}", returncode=2) from problem
    district = find_area_by_text(posting.district) if posting.district.strip() else None
    return check(posting, rules_for(district, district, day), on=day)


def read(path: Path) -> dict:
    """The file's JSON object; CommandError with exit code 2 says what is wrong with it."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except OSError as problem:
        raise CommandError(f"{path} 打不开：{problem.strerror}。请检查文件名。", returncode=2) from problem
    except (ValueError, RecursionError) as problem:
        raise CommandError(f"{path} 不是 UTF-8 编码的 JSON：{problem}", returncode=2) from problem
    if not isinstance(document, dict):
        raise CommandError(f"{path} 里应当是一个岗位（JSON 对象），现在是别的东西。", returncode=2)
    return document


def as_json(found: list[Finding]) -> str:
    keys = ("level", "rule", "law", "quote", "suggestion", "field", "start", "end", "law_quote")
    return json.dumps({"findings": [{key: getattr(one, key) for key in keys} for one in found]}, ensure_ascii=False)


def as_lines(found: list[Finding]) -> str:
    if not found:
        return "没有发现不能写的地方。"
    return "\n".join(_line(number, one) for number, one in enumerate(found, 1))


def _line(number: int, one: Finding) -> str:
    quote = f"「{one.quote}」" if one.quote else ""
    law = f"　依据：{one.law}" if one.law else ""
    return f"{number}. {LEVELS[one.level]}{quote}　{'换成' if one.replaces else '怎么改'}：{one.suggestion}{law}"
