"""Give an office its community: the street is made where it does not stand yet."""

from django.core.management.base import BaseCommand, CommandError

from reference import actions
from reference.enums import AreaKind
from reference.models import Area
from reference.queries import find_area_by_text

FACTS = ("hotline", "hotline_hours", "contact_name", "address", "office_hours", "health_certificate")


class Command(BaseCommand):
    help = "Add a community (or change what its notice says) and print its code and name, tab-separated."

    def add_arguments(self, parser):
        parser.add_argument("--district", required=True, help="six-digit code or full name")
        parser.add_argument("--street", required=True)
        parser.add_argument("--name", required=True)
        for fact in FACTS:
            parser.add_argument(f"--{fact.replace('_', '-')}", help=f"CommunityInfo.{fact}")

    def handle(self, *, district, street, name, **options):
        above = find_area_by_text(district)
        if above is None:
            raise CommandError(f"没有找到区县“{district}”，或者有两个同名的。请写六位代码，或带上省市名。")
        parent = child(above, AreaKind.STREET, street)
        community = child(parent, AreaKind.COMMUNITY, name)
        facts = {fact: options[fact] for fact in FACTS if options[fact] is not None}
        if facts:
            actions.set_community_info(by=None, community=community, **facts)
        self.stdout.write(f"{community.code}\t{community.name}")


def child(parent: Area, kind: str, name: str) -> Area:
    standing = Area.objects.filter(parent=parent, kind=kind, name=name).first()
    return standing or actions.add_area(by=None, parent=parent, kind=kind, name=name)
