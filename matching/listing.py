"""What the two listing commands share: one community, a number of rows, one JSON list."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from reference.models import Area


class ListCommand(BaseCommand):
    """Prints `rows(community)` (dictionaries) as one JSON list or as tab-separated lines."""

    def add_arguments(self, parser):
        parser.add_argument("--community", required=True, metavar="CODE", help="see manage.py list_communities")
        parser.add_argument("--limit", type=int, default=20)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, **options):
        if options["limit"] < 1:
            raise CommandError("--limit 至少 1")
        code = options["community"].strip()
        named = Q(code=code.lower()) | Q(official_code=code)
        community = Area.objects.communities().filter(named).first()
        if community is None:
            raise CommandError(f"没有编号为 {code} 的社区；编号见 manage.py list_communities")
        rows = self.rows(community, options["limit"])
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        else:
            self.stdout.write("\n".join("\t".join(str(value) for value in row.values()) for row in rows))

    def rows(self, community, limit) -> list[dict]:
        raise NotImplementedError
