import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from core.fields import Undecryptable
from core.management.commands import rotate_keys
from tests.core.ground.models import Thing

pytestmark = pytest.mark.usefixtures("ground")
OLD, NEW = {"old": b"o" * 32}, {"new": b"n" * 32}


@pytest.fixture
def things(settings) -> list[Thing]:
    """Seven rows sealed with the old key; the new key is first."""
    settings.FIELD_KEYS = OLD
    made = Thing.objects.bulk_create(Thing(phone=f"1380013800{n}", words="" if n else "话") for n in range(7))
    settings.FIELD_KEYS = NEW | OLD
    return made


def rotate() -> dict:
    out = StringIO()
    call_command("rotate_keys", json=True, stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())


def test_after_it_the_old_key_may_go(things, settings, monkeypatch):
    monkeypatch.setattr(rotate_keys, "BATCH", 3)
    assert rotate() == {"sealed_again": 8, "unreadable": 0}
    settings.FIELD_KEYS = NEW
    assert {t.phone for t in Thing.objects.all()} == {t.phone for t in things}
    assert Thing.objects.exclude(words="").get().words == "话"


def test_a_second_time_does_nothing(things):
    rotate()
    assert rotate()["sealed_again"] == 0


def test_old_and_new_read_side_by_side(things):
    Thing.objects.create(phone="13900139000")
    assert len({t.phone for t in Thing.objects.all()}) == 8


def test_an_interruption_costs_nothing(things, monkeypatch):
    monkeypatch.setattr(rotate_keys, "BATCH", 2)
    original, calls = rotate_keys.seal_again, []

    def stopped(*args):
        calls.append(1)
        if len(calls) == 4:
            raise KeyboardInterrupt
        original(*args)

    monkeypatch.setattr(rotate_keys, "seal_again", stopped)
    with pytest.raises(KeyboardInterrupt):
        rotate()
    monkeypatch.setattr(rotate_keys, "seal_again", original)
    assert {t.phone for t in Thing.objects.all()} == {t.phone for t in things}
    assert rotate()["sealed_again"] == 8 - 2  # the batch under way was rolled back, the one before it stands


def test_a_value_written_meanwhile_stays(things, monkeypatch):
    original = rotate_keys.seal_again

    def overtaken(field, pk, *rest):
        if pk == things[0].pk and field.name == "phone":
            thing = Thing.objects.get(pk=pk)
            thing.phone = "13900139000"
            thing.save()
        original(field, pk, *rest)

    monkeypatch.setattr(rotate_keys, "seal_again", overtaken)
    rotate()
    assert Thing.objects.get(pk=things[0].pk).phone == "13900139000"


def test_what_cannot_be_opened_is_named_and_the_rest_goes_on(things, settings):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ground_thing SET phone = 'v1.lost.AAAA' WHERE id = %s", [things[2].pk])
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 values"):
        call_command("rotate_keys", stdout=out, stderr=err)
    assert things[2].code in err.getvalue()
    settings.FIELD_KEYS = NEW
    assert Thing.objects.get(pk=things[3].pk).phone == things[3].phone
    with pytest.raises(Undecryptable):
        _ = Thing.objects.get(pk=things[2].pk).phone
