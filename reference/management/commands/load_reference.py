"""Load or refresh the shipped reference data."""

import json

from django.core.management.base import BaseCommand

from reference.loading import load_reference


class Command(BaseCommand):
    help = "Load the reference data that changed; rows corrected by an officer stay as they are."

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="read every file again, changed or not")
        parser.add_argument("--json", action="store_true", help="one JSON document on stdout")

    def handle(self, *, force, json: bool, **options):
        results = load_reference(force=force)
        self.stdout.write(as_json(results) if json else as_lines(results))


def as_json(results) -> str:
    return json.dumps({title: dict(counts) for title, counts in results.items()}, ensure_ascii=False)


def as_lines(results) -> str:
    if not results:
        return "nothing changed"
    return "\n".join(
        f"{title}: " + ", ".join(f"{count} {word}" for word, count in counts.items() if count)
        for title, counts in results.items()
    )
