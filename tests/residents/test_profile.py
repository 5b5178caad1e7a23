"""What she says of herself, who may change it, and how long it is believed."""

from datetime import date, timedelta

import pytest

from core.clock import now
from core.errors import Conflict, Gone, Invalid
from core.identity.id_number import IdProblem
from core.models import AuditEntry
from residents import actions
from residents.enums import SeekingState
from residents.models import Resident
from residents.queries import freshness, open_seeking
from residents.rules import Freshness
from tests import cast
from tests.factories import accounts, residents

pytestmark = pytest.mark.django_db


@pytest.fixture
def wang():
    return cast.resident_wang(cast.community())


def test_an_answer_counts_as_a_look_and_carries_the_registration_on(wang, at):
    at("2027-01-10 09:00")
    actions.update_profile(by=wang.user, resident=wang, education="60")
    wang.refresh_from_db()
    assert (wang.education, wang.last_verified_by_code) == ("60", wang.user.code)
    assert open_seeking(wang).valid_until == date(2027, 4, 10)
    entry = AuditEntry.objects.get(action="residents.update_profile")
    assert (entry.note, entry.object_code) == ("education", wang.code)


def test_two_editors_of_one_record(wang):
    officer = cast.officer(wang.community)
    read_by_both = wang.version
    actions.update_profile(by=officer, resident=wang, version=read_by_both, education="60")
    hers = Resident.objects.get(pk=wang.pk)
    with pytest.raises(Conflict, match="刚被别人改过"):
        actions.update_profile(by=wang.user, resident=hers, version=read_by_both, education="80")
    assert Resident.objects.get(pk=wang.pk).education == "60"


def test_a_stale_copy_does_not_write_old_answers_back(wang):
    stale = Resident.objects.get(pk=wang.pk)
    actions.update_profile(by=wang.user, resident=wang, education="60")
    actions.update_profile(by=wang.user, resident=stale, residency_type="hukou")
    assert Resident.objects.get(pk=wang.pk).education == "60"


def test_birth_and_sex_follow_the_id_number(wang):
    actions.update_profile(by=wang.user, resident=wang, id_number=cast.ID_WOMAN_1981, born_on=date(1990, 1, 1))
    wang.refresh_from_db()
    assert (wang.born_on, wang.sex) == (date(1981, 9, 22), "2")


def test_another_sex_than_the_id_number_needs_a_reason(wang):
    officer = cast.officer(wang.community)
    with pytest.raises(Invalid, match="和身份证号上的不一样"):
        actions.update_profile(by=officer, resident=wang, sex="1")
    actions.update_profile(by=officer, resident=wang, sex="1", sex_reason="证件登记有误，派出所更正中")
    wang.refresh_from_db()
    assert wang.sex == "1"
    assert "更正中" in wang.note
    assert "更正中" not in AuditEntry.objects.latest("pk").note, "the audit holds no free text of a person"


def test_a_wrong_id_number_changes_nothing(wang):
    with pytest.raises(IdProblem):
        actions.update_profile(by=wang.user, resident=wang, id_number="510802197003150012", education="10")
    wang.refresh_from_db()
    assert (wang.id_number, wang.education) == (cast.ID_WOMAN_1985, "70")


def test_somebody_elses_id_number(wang):
    li = cast.weaver_li(wang.community)
    with pytest.raises(Conflict):
        actions.update_profile(by=cast.officer(wang.community), resident=li, id_number=cast.ID_WOMAN_1985)


def test_her_address_finds_its_place(wang):
    actions.update_profile(by=wang.user, resident=wang, address_text="1栋1单元301")
    assert wang.place == cast.place(wang.community, "1栋")
    actions.update_profile(by=wang.user, resident=wang, address_text="月亮湾99号")
    assert wang.place is None, "distance unknown is a value of its own"


@pytest.mark.parametrize(("kind", "fits"), [("F50", True), ("F55", True), ("M60", False), ("", True)])
def test_the_retirement_kind_is_the_officers_to_confirm(wang, kind, fits):
    officer = cast.officer(wang.community)
    if fits:
        actions.update_profile(by=officer, resident=wang, retirement_kind=kind)
    else:
        with pytest.raises(Invalid, match="退休口径"):
            actions.update_profile(by=officer, resident=wang, retirement_kind=kind)
    with pytest.raises(TypeError):
        actions.update_profile(by=wang.user, resident=wang, retirement_kind=kind)


def test_nobody_becomes_younger_than_sixteen(wang, at):
    at("2026-11-20 09:00")
    wang.id_number = None
    wang.save()
    with pytest.raises(Invalid, match="16周岁"):
        actions.update_profile(by=wang.user, resident=wang, born_on=date(2011, 1, 1))
    with pytest.raises(Invalid, match="今天以后"):
        actions.update_profile(by=wang.user, resident=wang, born_on=date(2027, 1, 1))


def test_an_archived_record_is_not_edited(wang):
    officer = cast.officer(wang.community)
    actions.archive(by=officer, resident=wang, reason="moved")
    with pytest.raises(Gone, match="归档"):
        actions.update_profile(by=wang.user, resident=wang, education="60")


def test_freshness_by_the_local_rules(wang, at, time_machine):
    at("2026-11-20 09:00")
    actions.verify_freshness(by=wang.user, resident=wang)
    for days, expected in ((90, Freshness.FRESH), (1, Freshness.AGEING), (89, Freshness.AGEING), (1, Freshness.STALE)):
        time_machine.shift(timedelta(days=days))
        assert freshness(wang) == expected


def test_personalisation_is_hers_to_switch(wang):
    actions.set_personalised(by=wang.user, resident=wang, on=False)
    assert not Resident.objects.get(pk=wang.pk).personalised


class TestSeeking:
    def test_renewed_paused_ended_opened_again(self, wang, at, time_machine):
        at("2026-11-20 09:00")
        wang.seekings.all().delete()
        residents.seeking(wang, from_on=date(2026, 9, 1))
        assert actions.renew_seeking(by=wang.user, resident=wang).valid_until == date(2027, 2, 18)
        assert wang in Resident.objects.seeking()
        assert actions.pause_seeking(by=wang.user, resident=wang).state == SeekingState.PAUSED
        assert wang not in Resident.objects.seeking()
        assert actions.end_seeking(by=wang.user, resident=wang) == 1
        assert actions.end_seeking(by=wang.user, resident=wang) == 0
        actions.renew_seeking(by=wang.user, resident=wang, state=SeekingState.OPEN)
        assert wang.seekings.count() == 2, "the ended one stays as it was"
        assert wang in Resident.objects.seeking()

    def test_it_runs_out(self, wang, at, time_machine):
        at("2026-11-20 09:00")
        actions.renew_seeking(by=wang.user, resident=wang)
        time_machine.shift(timedelta(days=90))
        assert wang in Resident.objects.seeking()
        time_machine.shift(timedelta(days=1))
        assert wang not in Resident.objects.seeking()

    @pytest.mark.parametrize("state", SeekingState)
    @pytest.mark.parametrize("move", ["renew", "pause", "end"])
    def test_every_step_from_every_state(self, wang, state, move):
        wang.seekings.update(state=state)
        step = {"renew": actions.renew_seeking, "pause": actions.pause_seeking, "end": actions.end_seeking}[move]
        step(by=wang.user, resident=wang)
        row = open_seeking(wang)
        after = {"renew": SeekingState.ACTIVE, "pause": SeekingState.PAUSED, "end": None}[move]
        assert (row.state if row else None) == after


def test_a_number_is_verified_only_by_its_proof(wang):
    number = accounts.mobile()
    contact = actions.add_contact(by=wang.user, resident=wang, number=number, proof=accounts.proof(accounts.mobile()))
    assert contact.verified_at is None
    contact = actions.add_contact(by=wang.user, resident=wang, number=number, proof=accounts.proof(number))
    assert contact.verified_at is not None
    assert wang.contacts.filter(number_index=contact.number_index).count() == 1


def test_verified_by_nobody_is_no_verification(wang):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        Resident.objects.filter(pk=wang.pk).update(last_verified_at=now(), last_verified_by_code="")
