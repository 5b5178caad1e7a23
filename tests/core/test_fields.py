import copy
import pickle

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, models, transaction
from django.test.utils import isolate_apps

from core import fields
from core.fields import EncryptedField, PublicCodeField, Sealed, Undecryptable
from tests.core.ground.models import Thing

pytestmark = pytest.mark.usefixtures("ground")
PHONE = "13800138000"


def column(pk: int, name: str = "phone") -> str | None:
    """What really stands in the database."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM ground_thing WHERE id = %s", [pk])
        return cursor.fetchone()[0]


def test_a_code_is_there_before_the_row():
    first, second = Thing(), Thing()
    assert len(first.code) == 12
    assert set(first.code) <= set(fields.ALPHABET)
    assert first.code != second.code


def test_the_database_holds_no_plain_text():
    thing = Thing.objects.create(phone=PHONE, words="家住三楼")
    assert column(thing.pk).startswith("v1.")
    assert PHONE not in column(thing.pk)
    assert "家住" not in column(thing.pk, "words")
    assert Thing.objects.get(pk=thing.pk).phone == PHONE
    assert Thing.objects.get(pk=thing.pk).words == "家住三楼"


def test_the_same_text_never_looks_the_same_twice():
    one, two = Thing.objects.create(phone=PHONE), Thing.objects.create(phone=PHONE)
    assert column(one.pk) != column(two.pk)
    assert one.phone_index == two.phone_index


@pytest.mark.parametrize("empty", [None, ""])
def test_nothing_stays_nothing(empty):
    thing = Thing.objects.create(phone=empty)
    assert column(thing.pk) == empty
    thing.refresh_from_db()
    assert thing.phone == empty
    assert thing.phone_index is None
    assert thing.phone_last_four is None
    assert Thing.objects.filter(phone__isnull=True).exists() == (empty is None)


def test_a_ciphertext_moved_to_another_row_does_not_open():
    mine, yours = Thing.objects.create(phone=PHONE), Thing.objects.create(phone="13900139000")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ground_thing SET phone = %s WHERE id = %s", [column(mine.pk), yours.pk])
    with pytest.raises(Undecryptable):
        _ = Thing.objects.get(pk=yours.pk).phone


def test_a_ciphertext_moved_to_another_column_does_not_open():
    thing = Thing.objects.create(phone=PHONE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ground_thing SET words = phone")
    with pytest.raises(Undecryptable):
        _ = Thing.objects.get(pk=thing.pk).words


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-2] + ("AA" if t[-2:] != "AA" else "BB"), lambda t: t.replace("v1.", "v1.x"), lambda t: "?"]
)
def test_a_changed_ciphertext_does_not_open(spoil):
    thing = Thing.objects.create(phone=PHONE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ground_thing SET phone = %s", [spoil(column(thing.pk))])
    with pytest.raises(Undecryptable):
        _ = Thing.objects.get(pk=thing.pk).phone


def test_a_loaded_row_stays_sealed_until_it_is_read():
    Thing.objects.create(phone=PHONE)
    thing = Thing.objects.get()
    assert PHONE not in repr(thing.__dict__)
    assert PHONE.encode() not in pickle.dumps(thing)
    assert thing.phone == PHONE
    assert PHONE not in repr(thing.__dict__), "reading must not leave the plain text behind"


def test_a_saved_unread_row_keeps_its_ciphertext():
    pk = Thing.objects.create(phone=PHONE).pk
    before = column(pk)
    thing = Thing.objects.get(pk=pk)
    thing.name = "新名字"
    thing.save()
    assert column(pk) == before


def test_bulk_create():
    made = Thing.objects.bulk_create(Thing(phone=f"1380013800{n}") for n in range(3))
    assert [Thing.objects.get(code=t.code).phone for t in made] == [t.phone for t in made]
    assert Thing.objects.get(phone_index=fields.blind_index("phone", "138 0013 8002")).phone == "13800138002"


def test_update_fields_takes_the_indexes_along():
    thing = Thing.objects.create(phone=PHONE)
    thing.phone, thing.name = "13900139000", "不存"
    thing.save(update_fields=["phone"])
    fresh = Thing.objects.get(pk=thing.pk)
    assert fresh.phone == "13900139000"
    assert fresh.phone_index == fields.blind_index("phone", "13900139000")
    assert fresh.phone_last_four == fields.last_four_index("phone", "9000")
    assert fresh.name == ""


def test_a_half_save_around_coded_is_refused():
    thing = Thing.objects.create(phone=PHONE)
    with pytest.raises(FieldError, match="stale"):
        models.Model.save(thing, update_fields=["phone"])


def test_get_or_create_and_update_or_create():
    thing, created = Thing.objects.get_or_create(name="甲", defaults={"phone": PHONE})
    assert created
    again, created = Thing.objects.get_or_create(name="甲", defaults={"phone": "13900139000"})
    assert (again.pk, again.phone, created) == (thing.pk, PHONE, False)
    Thing.objects.update_or_create(name="甲", defaults={"phone": "13900139000"})
    assert Thing.objects.get().phone == "13900139000"
    assert Thing.objects.get().phone_index == fields.blind_index("phone", "13900139000")


def test_refresh_from_db():
    thing = Thing.objects.create(phone=PHONE)
    other = Thing.objects.get(pk=thing.pk)
    other.phone = "13900139000"
    other.save()
    thing.refresh_from_db()
    assert thing.phone == "13900139000"
    thing.refresh_from_db(fields=["phone"])
    assert thing.phone == "13900139000"


@pytest.mark.parametrize("deferred", [["phone"], ["phone", "code"]])
def test_deferred_fields(deferred):
    Thing.objects.create(phone=PHONE)
    assert Thing.objects.defer(*deferred).get().phone == PHONE
    only = Thing.objects.only("name").get()
    assert only.phone == PHONE
    only.phone = "13900139000"
    only.save()
    assert Thing.objects.get().phone == "13900139000"


def test_a_copy_under_a_new_code_reads_and_saves():
    pk = Thing.objects.create(phone=PHONE, words="旧").pk
    thing = Thing.objects.get(pk=pk)
    thing.pk, thing.code, thing._state.adding = None, fields.new_code(), True
    thing.save()
    assert {t.phone for t in Thing.objects.all()} == {PHONE}
    assert {t.words for t in Thing.objects.all()} == {"旧"}


def test_copy_copy_is_independent():
    thing = Thing.objects.get(pk=Thing.objects.create(phone=PHONE).pk)
    twin = copy.copy(thing)
    twin.phone = "13900139000"
    assert thing.phone == PHONE


def test_text_given_to_another_row_is_sealed_for_that_row():
    one = Thing.objects.get(pk=Thing.objects.create(phone=PHONE).pk)
    two = Thing.objects.create(phone=one.phone)
    assert Thing.objects.get(pk=two.pk).phone == PHONE


def test_what_cannot_work_raises():
    thing = Thing.objects.create(phone=PHONE)
    with pytest.raises(FieldError):
        Thing.objects.filter(phone=PHONE).count()
    with pytest.raises(FieldError):
        Thing.objects.filter(phone__contains="138").count()
    with pytest.raises(FieldError):
        Thing.objects.filter(phone__in=[PHONE]).count()
    with pytest.raises(FieldError), transaction.atomic():
        Thing.objects.update(phone="13900139000")
    thing.phone = "13900139000"
    with pytest.raises(FieldError), transaction.atomic():
        Thing.objects.bulk_update([thing], ["phone"])
    assert Thing.objects.get().phone == PHONE


def test_values_give_no_plain_text():
    Thing.objects.create(phone=PHONE)
    assert PHONE not in repr(list(Thing.objects.values("phone")))


def test_a_word_that_looks_like_a_ciphertext_is_a_word():
    trick = Sealed.of("别人的号码", "ground.Thing.phone:000000000000").token
    thing = Thing.objects.create(phone=trick)
    assert Thing.objects.get(pk=thing.pk).phone == trick


def test_full_clean_leaves_the_text_alone():
    thing = Thing.objects.get(pk=Thing.objects.create(phone=PHONE, name="甲").pk)
    thing.full_clean()
    thing.save()
    assert Thing.objects.get().phone == PHONE


def test_fixtures_hold_ciphertext_and_load_again():
    thing = Thing.objects.create(phone=PHONE, words="旧")
    dump = serializers.serialize("json", Thing.objects.all())
    assert PHONE not in dump
    Thing.objects.all().delete()
    for item in serializers.deserialize("json", dump):
        item.save()  # inserts
    assert Thing.objects.get().phone == PHONE
    for item in serializers.deserialize("json", dump.replace('"words": "v1', '"words": "写明 v1')):
        item.save()  # updates; a fixture may also name plain text
    fresh = Thing.objects.get()
    assert (fresh.code, fresh.phone) == (thing.code, PHONE)
    assert fresh.words.startswith("写明")
    assert column(fresh.pk, "words").startswith("v1.")


def test_blind_index_is_of_the_number_not_its_writing():
    thing = Thing.objects.create(phone="+86 138-0013-8000")
    assert thing.phone_index == fields.blind_index("phone", "１３８ ００１３ ８０００")
    assert thing.phone_last_four == fields.last_four_index("phone", "8000")
    assert fields.BlindIndexField.digest("accounts.User.phone_index", PHONE) == thing.phone_index
    assert fields.blind_index("id_number", "53050219850228004x") == fields.blind_index(
        "id_number", " 53050219850228004X"
    )


def test_blind_index_needs_its_key_and_its_purpose(settings):
    before = fields.blind_index("phone", PHONE)
    assert fields.blind_index("id_number", PHONE) != before
    settings.INDEX_KEY = b"another key of at least thirty-two bytes"
    assert fields.blind_index("phone", PHONE) != before


@pytest.mark.parametrize("purpose", ["phone", "id_number", "anything"])
@pytest.mark.parametrize("text", [None, "", "  ", "\u200b"])
def test_no_index_of_nothing(purpose, text):
    assert fields.blind_index(purpose, text) is None
    assert fields.last_four_index(purpose, text) is None


def test_migrations_see_what_the_fields_are():
    _, path, args, kwargs = Thing._meta.get_field("phone_index").deconstruct()
    assert (path, args, kwargs) == ("core.fields.BlindIndexField", [], {"source": "phone", "purpose": "phone"})
    assert PublicCodeField().deconstruct()[1:] == ("core.fields.PublicCodeField", [], {})


@isolate_apps("tests.core.ground")
def test_system_check_wants_a_code():
    class Codeless(models.Model):
        secret = EncryptedField(unique=True)

        class Meta:
            app_label = "ground"

    assert {e.id for e in Codeless._meta.get_field("secret").check()} == {"core.E001", "core.E002"}
