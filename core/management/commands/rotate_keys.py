"""manage.py rotate_keys: seals every encrypted field again with the first key of FIELD_KEYS."""

import json

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from core.fields import EncryptedField, Sealed, Undecryptable

BATCH = 500


class Command(BaseCommand):
    help = (
        "Put the new key first in FIELD_KEYS and keep the old one, restart, run this, then remove the old key. "
        "May be interrupted and started again; writes that happen meanwhile are kept."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, **options):
        counts = {"sealed_again": 0, "unreadable": 0}
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                if isinstance(field, EncryptedField):
                    rotate(field, counts, self.stderr.write)
        self.stdout.write(json.dumps(counts) if options["json"] else f"{counts['sealed_again']} values sealed again")
        if counts["unreadable"]:
            raise CommandError(
                f"{counts['unreadable']} values could not be opened; keep the old keys until they are mended"
            )


def rotate(field: EncryptedField, counts: dict[str, int], complain) -> None:
    """Goes through the table by primary key, so that an interruption costs at most one batch."""
    rows = field.model._base_manager.order_by("pk").values_list("pk", "code", field.name)
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        with transaction.atomic():
            for pk, code, value in batch:
                if isinstance(value, Sealed) and value.key_id != next(iter(settings.FIELD_KEYS)):
                    seal_again(field, pk, code, value, counts, complain)
        last = batch[-1][0]


def seal_again(field: EncryptedField, pk: int, code: str, old: Sealed, counts: dict[str, int], complain) -> None:
    """Replaces exactly this ciphertext: a value written by somebody else meanwhile is newer and stays."""
    bound_to = f"{field.model._meta.label}.{field.name}:{code}"
    try:
        new = Sealed.of(old.open(bound_to), bound_to)
    except Undecryptable as error:
        counts["unreadable"] += 1
        complain(str(error))
        return
    rows = field.model._base_manager.filter(**{"pk": pk, field.name: old})
    counts["sealed_again"] += rows.update(**{field.name: new})
