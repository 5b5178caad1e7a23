"""Postings for a person, or people for a posting, with reasons; people are shown masked."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from core.identity import names
from jobs.models import Posting
from matching.queries import Recommended, recommend_for_person, recommend_for_posting
from residents.models import Resident


class Command(BaseCommand):
    help = "Rank postings for a person or people for a posting; ids are those of list_people and list_postings"

    def add_arguments(self, parser):
        side = parser.add_mutually_exclusive_group(required=True)
        side.add_argument("--person", metavar="ID")
        side.add_argument("--posting", metavar="ID")
        parser.add_argument("--top", type=int, default=20)
        parser.add_argument("--on", type=date.fromisoformat, help="the day it is judged by (default: today)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, **options):
        if options["top"] < 1:
            raise CommandError("--top 至少 1")
        if options["person"]:
            person = self.one(Resident.objects.live(), options["person"], "list_people")
            found = recommend_for_person(person, top=options["top"], on=options["on"])
        else:
            posting = self.one(Posting.objects.all(), options["posting"], "list_postings")
            found = recommend_for_posting(posting, top=options["top"], on=options["on"])
        answer = as_dict(found)
        self.stdout.write(json.dumps(answer, ensure_ascii=False) if options["json"] else as_text(answer))

    def one(self, rows, code, where):
        row = rows.filter(code=code.strip().lower()).first()
        if row is None:
            raise CommandError(f"没有编号为 {code} 的记录；编号见 manage.py {where} --community 社区编号")
        return row


def as_dict(found: Recommended) -> dict:
    """The answer as JSON: `parts` sum to `score` (with "base" where the tables have one)."""
    base = {"base": found.ranking.base} if found.ranking.base else {}
    return {
        "items": [
            {
                "id": item.id,
                "title": title(found.rows[item.id]),
                "score": item.score,
                "parts": {**item.parts, **base},
                "reasons": [reason.text for reason in item.reasons],
                "missing": [
                    {"kind": step.kind, "slug": step.slug, "name": step.name, "text": step.text}
                    for step in item.missing
                ],
                "conditions": [{"name": each.name, "state": each.state, "text": each.text} for each in item.conditions],
            }
            for item in found.ranking.items
        ],
        "removed": [
            {"limit": row.limit, "count": row.count, "label": row.label, "sentence": row.sentence}
            for row in found.ranking.removed
        ],
        "near": [
            {"id": near.id, "title": title(found.rows[near.id]), "limit": near.limit, "text": near.step.text}
            for near in found.ranking.near
        ],
    }


def title(row) -> str:
    return names.mask(row.name) if isinstance(row, Resident) else row.title


def as_text(answer: dict) -> str:
    lines = [
        f"{number}. {item['title']} ({item['id']}) {item['score']:.2f} {'；'.join(item['reasons'])}"
        for number, item in enumerate(answer["items"], 1)
    ]
    lines += [f"去掉 {row['count']} 个：{row['label']}" for row in answer["removed"]]
    return "\n".join(lines) or "现在没有。"
