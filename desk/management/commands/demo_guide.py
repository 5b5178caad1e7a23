from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse

from accounts.enums import Role
from accounts.models import StaffRole
from reference.enums import AreaKind
from reference.models import Area

GUIDE = """
家门口 is running: {base}/          (everybody in it is invented)

Click first
  1  {base}/              就业超市: search 洗碗, press 接送孩子, read what was removed
  2  {base}{door}   the code on a building's door: three postings near it
  3  a posting → 我想去 → any name and number → the page with your number
  4  {base}{inbox}   演示收件箱: every message that would leave; open the employer's link and answer
  5  in the same inbox, one click signs in as an officer, an employer or a resident

Officers to try (one click in the inbox, or by code sent to the number)
{officers}
"""


class Command(BaseCommand):
    help = "Where the demonstration runs, whom to be, what to click first."

    def handle(self, *args, **options):
        door = Area.objects.filter(kind=AreaKind.BUILDING, invented=True).order_by("path").last()
        officers = StaffRole.objects.filter(role=Role.OFFICER).select_related("user", "area").order_by("area__path")
        self.stdout.write(
            GUIDE.format(
                base=settings.BASE_URL,
                door=reverse("portal:door", args=[door.code]) if door else "/",
                inbox=reverse("portal:demo-inbox"),
                officers="\n".join(f"  {row.user.name}  {row.user.phone}  {row.area.name}" for row in officers),
            )
        )
