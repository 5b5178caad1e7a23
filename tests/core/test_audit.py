import pytest

from core import clock
from core.audit import record
from core.models import AuditEntry
from tests.core.ground.models import Bare, Thing

pytestmark = pytest.mark.usefixtures("ground")


class Person:
    code = "officer00001"


def test_codes_only():
    thing = Thing.objects.create(name="张三", phone="13800138000")
    entry = record("things.open", thing, by=Person(), note="state")
    assert (entry.model, entry.object_code, entry.actor_code) == ("ground.Thing", thing.code, "officer00001")
    row = repr(AuditEntry.objects.values_list().get())
    assert "张三" not in row
    assert "13800138000" not in row


def test_nobody_and_a_row_without_a_code():
    bare = Bare.objects.create()
    entry = record("bare.made", bare, by=None)
    assert (entry.object_code, entry.actor_code) == (str(bare.pk), "")


def test_it_is_never_changed():
    entry = record("bare.made", Bare.objects.create(), by=None)
    entry.note = "anders"
    for change in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(note="x"),
    ):
        with pytest.raises(TypeError):
            change()
    assert AuditEntry.objects.get().note == ""


def test_only_its_retention_ends_it(at):
    at("2026-05-01 09:00")
    record("bare.made", Bare.objects.create(), by=None)
    now = at("2026-11-20 09:00")
    record("bare.made", Bare.objects.create(), by=None)
    assert AuditEntry.objects.forget_before(now.replace(month=6)) == 1
    assert AuditEntry.objects.get().at.date() == clock.now().date()
