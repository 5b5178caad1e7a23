"""Set what differs here: reply_days, walking_speed_kmh …"""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from core.clock import today
from reference import actions, queries
from reference.models import Area


class Command(BaseCommand):
    help = "Set a local rule from a day on, for an area and what lies below it, or everywhere."

    def add_arguments(self, parser):
        parser.add_argument("key")
        parser.add_argument("value", type=json.loads, help='JSON: 3, 1.3, "22:00" in quotes')
        parser.add_argument("--area", help="code of a community or six digits of a district; everywhere without it")
        parser.add_argument("--from", dest="day", type=date.fromisoformat, help="first day, today without it")
        parser.add_argument("--basis", default="")

    def handle(self, *, key, value, area, day, basis, **options):
        place = found(area) if area else None
        if key not in queries.local_rules(place, today()):
            raise CommandError(f"没有叫“{key}”的项目。")
        actions.set_local_rule(by=None, area=place, key=key, value=value, effective_from=day or today(), basis=basis)
        self.stdout.write(f"{key}\t{queries.local_rule(place, key, day or today())}")


def found(code: str) -> Area:
    area = Area.objects.filter(code=code).first() or Area.objects.filter(official_code=code).first()
    if area is None:
        raise CommandError(f"没有代码为“{code}”的地区。")
    return area
