"""The first officers of an office are made at the machine; afterwards an administrator gives roles."""

from getpass import getpass

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import actions
from accounts.enums import Role
from accounts.models import User
from core.errors import Plain
from core.identity import phone as phones
from reference.models import Area


class Command(BaseCommand):
    help = "Make somebody a member of staff: an account with a phone, and a role in an area."

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True)
        parser.add_argument("--phone", required=True)
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--area", required=True, help="code of the area (list_communities), or its official code")
        parser.add_argument("--password", action="store_true", help="ask for a password as well as codes by SMS")

    def handle(self, *args, name, phone, role, area, password, **options):
        place = Area.objects.filter(code=area).first() or Area.objects.filter(official_code=area).first()
        if place is None:
            raise CommandError(f"no area {area!r}; list_communities prints the codes")
        try:
            with transaction.atomic():
                user = self.account(name, phones.parse(phone).text)
                actions.grant_role(by=None, user=user, role=role, area=place)
                if password:
                    actions.set_password(by=None, user=user, password=getpass("Password: "))
        except Plain as problem:
            raise CommandError(problem.message) from problem
        self.stdout.write(f"{user.code}\t{name}\t{Role(role).label}\t{place.name}")

    def account(self, name, number):
        """Who signs in with this number under this name already is not doubled."""
        known = User.objects.with_phone(number).filter(name=name).first()
        if known is not None:
            return known
        user = actions.create_user(by=None, name=name)
        user.phone = number
        user.save(update_fields=["phone"])
        return user
