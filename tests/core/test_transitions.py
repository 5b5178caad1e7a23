from datetime import UTC, datetime

import pytest
from django.db.models import Value
from django.db.models.functions import Concat

from core import clock
from core.errors import Conflict, Invalid, Missing, Refused, WrongState
from core.fields import blind_index
from core.transitions import StateTable, move
from tests.core.ground.models import Bare, BareLog, Thing, ThingLog, Unlogged

pytestmark = pytest.mark.usefixtures("ground")


class Person:
    code = "officer00001"


OFFICER = Person()
TABLE = StateTable(
    {
        "open": (("draft",), "open"),
        "reopen": (("closed",), "open"),
        "close": (("open",), "closed"),
        "touch": (("open",), "open"),
    },
    rules={"close": lambda thing, by: by is not None},
)


@pytest.fixture
def thing() -> Thing:
    return Thing.objects.create(phone="13800138000")


def test_a_move_changes_the_row_and_leaves_a_trace(thing):
    log = move(thing, TABLE, "open", by=OFFICER, note="看过了")
    assert (thing.state, thing.version) == ("open", 2)
    fresh = Thing.objects.get()
    assert (fresh.state, fresh.version, fresh.phone) == ("open", 2, "13800138000")
    assert (log.moved, log.from_state, log.to_state, log.by_code, log.note) == (
        "open",
        "draft",
        "open",
        OFFICER.code,
        "看过了",
    )
    assert list(thing.transitions.all()) == [log]


def test_nobody_is_nobody(thing):
    assert move(thing, TABLE, "open", by=None).by_code == ""


def test_its_moment_is_now_or_the_given_one(thing, at):
    now = at("2026-11-20 14:20")
    assert abs((move(thing, TABLE, "open", by=None).at - now).total_seconds()) < 5
    then = datetime(2026, 11, 1, tzinfo=UTC)
    assert move(thing, TABLE, "touch", by=None, at=then).at == then


def test_updates_stand_in_the_same_update(thing, django_assert_num_queries):
    move(thing, TABLE, "open", by=None)
    # The constraint ties state and moment, so two updates could not both hold. Savepoint, update, insert, release.
    with django_assert_num_queries(4):
        move(thing, TABLE, "close", by=OFFICER, closed_at=clock.now())
    assert thing.closed_at == Thing.objects.get().closed_at


def test_an_encrypted_update_takes_its_index_along(thing):
    move(thing, TABLE, "open", by=None, phone="13900139000")
    fresh = Thing.objects.get()
    assert fresh.phone == thing.phone == "13900139000"
    assert fresh.phone_index == thing.phone_index == blind_index("phone", "13900139000")
    thing.save()
    assert Thing.objects.get().phone == "13900139000"


@pytest.mark.parametrize("name", ["close", "reopen"])
def test_wrong_state(thing, name):
    with pytest.raises(WrongState, match="草稿"):
        move(thing, TABLE, name, by=OFFICER, closed_at=clock.now())
    assert (thing.state, thing.closed_at) == ("draft", None)
    assert not ThingLog.objects.exists()


def test_refused(thing):
    move(thing, TABLE, "open", by=None)
    with pytest.raises(Refused):
        move(thing, TABLE, "close", by=None, closed_at=clock.now())
    assert (thing.state, thing.closed_at, thing.version) == ("open", None, 2)
    assert ThingLog.objects.count() == 1


def test_a_rule_may_say_why(thing):
    def why(thing, by):
        raise Refused("只有本社区的专干能办。", code="other_community")

    with pytest.raises(Refused, match="本社区"):
        move(thing, StateTable({"open": (("draft",), "open")}, rules={"open": why}), "open", by=OFFICER)


def test_two_who_read_the_same_row(thing):
    twin = Thing.objects.get(pk=thing.pk)
    move(thing, TABLE, "open", by=OFFICER)
    with pytest.raises(WrongState, match="刚才已经变成“开放”"):
        move(twin, TABLE, "open", by=OFFICER)
    assert (twin.state, twin.version) == ("draft", 1)
    assert ThingLog.objects.count() == 1


def test_a_stale_version_is_a_conflict_even_in_the_right_state(thing):
    move(thing, TABLE, "open", by=OFFICER)
    twin = Thing.objects.get(pk=thing.pk)
    move(thing, TABLE, "touch", by=OFFICER, name="新")
    with pytest.raises(Conflict):
        move(twin, TABLE, "touch", by=OFFICER, name="旧")
    assert Thing.objects.get().name == "新"
    assert twin.name == ""


def test_a_row_that_is_gone(thing):
    Thing.objects.filter(pk=thing.pk).delete()
    with pytest.raises(Missing):
        move(thing, TABLE, "open", by=OFFICER)


def test_a_failed_update_leaves_the_object_as_it_was(thing):
    move(thing, TABLE, "open", by=None)
    with pytest.raises(Exception, match="closed_has_its_moment"):
        move(thing, TABLE, "close", by=OFFICER)  # the constraint wants closed_at
    assert (thing.state, thing.version) == ("open", 2)


def test_the_button_asks_the_same_question(thing):
    assert TABLE.allows(thing, "open", None)
    assert not TABLE.allows(thing, "close", OFFICER)
    move(thing, TABLE, "open", by=None)
    assert not TABLE.allows(thing, "close", None)
    assert TABLE.allows(thing, "close", OFFICER)


def test_a_model_without_version_and_code():
    table = StateTable({"go": (("new",), "gone")}, field="stage")
    bare = Bare.objects.create()
    twin = Bare.objects.get()
    move(bare, table, "go", by=OFFICER)
    with pytest.raises(WrongState):
        move(twin, table, "go", by=OFFICER)
    assert BareLog.objects.get().to_state == "gone"


def test_a_model_without_a_log_is_a_mistake():
    with pytest.raises(TypeError, match="TransitionLog"):
        move(Unlogged.objects.create(), StateTable({"go": (("new",), "gone")}), "go", by=None)
    assert Unlogged.objects.get().state == "new"


def test_a_reckoned_value_is_read_back(thing):
    move(thing, TABLE, "open", by=None, name=Concat("code", Value("!")))
    assert thing.name == f"{thing.code}!"
    thing.save()
    assert Thing.objects.get().name == f"{thing.code}!"


def test_a_note_too_long_for_its_column_is_refused_in_words(thing):
    with pytest.raises(Invalid, match="最多500字，这里有501字"):
        move(thing, TABLE, "open", by=None, note="话" * 501)
    assert move(thing, TABLE, "open", by=None, note="话" * 500).note == "话" * 500


def test_what_the_caller_has_not_saved_stays_unsaved(thing):
    thing.name = "没存"
    move(thing, TABLE, "open", by=None)
    assert thing.name == "没存"
    assert Thing.objects.get().name == ""


def test_typing_errors_are_loud(thing):
    with pytest.raises(KeyError):
        move(thing, TABLE, "opne", by=None)
    with pytest.raises(ValueError, match="opne"):
        StateTable({"open": (("draft",), "open")}, rules={"opne": lambda thing, by: True})
