from django.core.management.base import BaseCommand

from reference.models import Area


class Command(BaseCommand):
    help = "Code and name of every community, tab-separated, one a line."

    def handle(self, *args, **options):
        for code, name in Area.objects.communities().order_by("path").values_list("code", "name"):
            self.stdout.write(f"{code}\t{name}")
