"""Dated decisions, homes, archive, consents."""

from datetime import date, timedelta

import pytest

from core.clock import now, today
from core.errors import Conflict, Gone, Invalid, Refused, WrongState
from residents import actions, consents
from residents.enums import ArchiveReason, ConsentChannel, ConsentPurpose, RecognitionCategory, RegistrationKind
from residents.models import Resident
from residents.queries import consent_in_force, current_recognitions, open_seeking
from tests import cast
from tests.factories import reference, residents

pytestmark = pytest.mark.django_db


@pytest.fixture
def community():
    return cast.community()


@pytest.fixture
def officer(community):
    return cast.officer(community)


@pytest.fixture
def li(community):
    return cast.weaver_li(community)


class TestRecognition:
    def give(self, officer, who, **kwargs):
        values = {"category": RecognitionCategory.AGE_4050, "from_on": date(2026, 6, 1), "basis": "失业登记满半年"}
        return actions.recognise(by=officer, resident=who, **(values | kwargs))

    def test_it_holds_from_a_day_to_a_day(self, li, officer):
        row = self.give(officer, li, to_on=date(2026, 12, 31))
        assert current_recognitions(li, date(2026, 5, 31)) == []
        assert current_recognitions(li, date(2026, 6, 1)) == [row]
        assert current_recognitions(li, date(2026, 12, 31)) == [row]
        assert current_recognitions(li, date(2027, 1, 1)) == []
        assert row.approved_by_code == officer.code

    def test_it_ends_with_a_reason_and_stays_on_file(self, li, officer, at):
        at("2026-11-20 09:00")
        row = self.give(officer, li)
        with pytest.raises(Invalid, match="结束原因"):
            actions.end_recognition(by=officer, recognition=row, reason=" ")
        actions.end_recognition(by=officer, recognition=row, reason="成员已就业")
        assert (row.to_on, row.end_reason) == (date(2026, 11, 20), "成员已就业")
        with pytest.raises(Conflict):
            actions.end_recognition(by=officer, recognition=row, reason="再来一次")
        assert li.recognitions.count() == 1
        self.give(officer, li, from_on=date(2026, 11, 21))

    def test_one_category_once_at_a_time(self, li, officer):
        self.give(officer, li)
        with pytest.raises(Conflict):
            self.give(officer, li, from_on=date(2026, 8, 1))
        self.give(officer, li, category=RecognitionCategory.DIBAO)

    @pytest.mark.parametrize("wrong", [{"basis": " "}, {"to_on": date(2026, 5, 1)}])
    def test_without_basis_or_backwards(self, li, officer, wrong):
        with pytest.raises(Invalid):
            self.give(officer, li, **wrong)


class TestRegistration:
    def test_no_paper_is_demanded(self, li, officer):
        row = actions.register_status(by=officer, resident=li, kind=RegistrationKind.UNEMPLOYED)
        assert (row.basis, row.from_on) == ("", today())

    def test_a_man_of_sixty_may_who_draws_a_pension_may_not(self, community, officer, at):
        at("2026-11-20 09:00")
        actions.register_status(by=officer, resident=cast.man_of_60(community), kind=RegistrationKind.UNEMPLOYED)
        with pytest.raises(Refused, match="已领养老金"):
            actions.register_status(by=officer, resident=cast.over_age_man(community), kind=RegistrationKind.UNEMPLOYED)

    def test_one_ends_the_other(self, li, officer):
        out = actions.register_status(by=officer, resident=li, kind=RegistrationKind.UNEMPLOYED)
        with pytest.raises(Conflict):
            actions.register_status(by=officer, resident=li, kind=RegistrationKind.UNEMPLOYED)
        row = actions.register_status(by=officer, resident=li, kind=RegistrationKind.EMPLOYED)
        out.refresh_from_db()
        assert out.to_on == today()
        actions.end_status(by=officer, registration=row)
        with pytest.raises(Conflict):
            actions.end_status(by=officer, registration=row)


class TestHomes:
    def test_moving_out_closes_the_tenancy_not_the_person(self, li, officer, community):
        home = actions.ensure_dwelling(by=officer, area=reference.building(community), room=" 3-2 ")
        assert actions.ensure_dwelling(by=officer, area=home.area, room="3-2") == home
        tenancy = actions.move_in(by=officer, resident=li, dwelling=home, on=date(2026, 3, 1))
        assert actions.move_in(by=officer, resident=li, dwelling=home) == tenancy
        actions.move_out(by=officer, resident=li, on=date(2026, 10, 31))
        tenancy.refresh_from_db()
        assert tenancy.to_on == date(2026, 10, 31)
        assert Resident.objects.live().get() == li
        assert open_seeking(li) is not None
        assert actions.move_out(by=officer, resident=li) is None

    def test_moving_house_leaves_a_history(self, li, officer, community):
        building = reference.building(community)
        for room, day in (("3-2", date(2026, 3, 1)), ("5-1", date(2026, 6, 1))):
            actions.move_in(by=officer, resident=li, dwelling=residents.dwelling(building, room), on=day)
        assert [(row.dwelling.room, row.to_on) for row in li.tenancies.order_by("from_on")] == [
            ("3-2", date(2026, 6, 1)),
            ("5-1", None),
        ]
        with pytest.raises(Invalid, match="早于住进来"):
            actions.move_out(by=officer, resident=li, on=date(2026, 5, 1))

    def test_a_household_is_one_number(self, li, officer, community):
        household = actions.ensure_household(by=officer, community=community, register_no="H-017 ")
        assert actions.ensure_household(by=officer, community=community, register_no="H-017") == household
        actions.join_household(by=officer, resident=li, household=household, relation="head")
        assert list(household.members.all()) == [li]
        actions.join_household(by=officer, resident=li, household=None)
        li.refresh_from_db()
        assert (li.household, li.household_relation) == (None, "")


class TestArchive:
    @pytest.mark.parametrize("reason", ArchiveReason)
    def test_off_the_books_and_back(self, li, officer, reason):
        actions.archive(by=officer, resident=li, reason=reason)
        assert not Resident.objects.live().exists()
        assert open_seeking(li) is None
        with pytest.raises(Gone):
            actions.archive(by=officer, resident=li, reason=reason)
        actions.reopen(by=officer, resident=li)
        assert Resident.objects.live().get() == li
        assert open_seeking(li) is None, "she says herself whether she looks for work again"
        with pytest.raises(WrongState):
            actions.reopen(by=officer, resident=li)

    def test_for_a_reason_on_the_list(self, li, officer):
        with pytest.raises(Invalid):
            actions.archive(by=officer, resident=li, reason="")

    def test_not_back_twice(self, li, officer, community):
        actions.archive(by=officer, resident=li, reason="not_found")
        actions.register_by_officer(by=officer, community=community, name="李桂芳", id_number=cast.ID_WOMAN_1976)
        with pytest.raises(Conflict, match="又登记过一次"):
            actions.reopen(by=officer, resident=li)

    @pytest.mark.parametrize("who", [cast.supervisor, cast.collector, cast.admin])
    def test_only_her_own_officer_brings_her_back(self, li, officer, community, who):
        actions.archive(by=officer, resident=li, reason="moved")
        with pytest.raises(Refused):
            actions.reopen(by=who(community), resident=li)


class TestConsent:
    @pytest.mark.parametrize("purpose", ConsentPurpose)
    def test_every_purpose_has_a_text_in_plain_words(self, purpose):
        text = consents.text(purpose)
        assert "撤回" in text, "how she takes it back"
        assert 60 <= len(text) <= 400
        assert "成功" not in text

    def test_a_version_that_never_was(self, community):
        wang = cast.resident_wang(community)
        with pytest.raises(Invalid, match="旧的"):
            actions.give_consent(
                by=wang.user,
                resident=wang,
                purpose=ConsentPurpose.SENSITIVE,
                channel=ConsentChannel.TAP,
                text_version="1999-01",
            )
        with pytest.raises(LookupError):
            consents.text(ConsentPurpose.SENSITIVE, "1999-01")

    def test_nobody_taps_for_her(self, li, officer):
        with pytest.raises(Invalid, match="不能替居民点"):
            actions.give_consent(by=officer, resident=li, purpose=ConsentPurpose.SENSITIVE, channel=ConsentChannel.TAP)

    def test_each_firm_is_a_consent_of_its_own(self, community):
        wang = cast.resident_wang(community)
        share = {"by": wang.user, "resident": wang, "purpose": ConsentPurpose.SHARE_WITH_EMPLOYER}
        actions.give_consent(**share, channel=ConsentChannel.TAP, about_code="firm1")
        actions.give_consent(**share, channel=ConsentChannel.TAP, about_code="firm1")
        actions.give_consent(**share, channel=ConsentChannel.TAP, about_code="firm2")
        assert wang.consents.filter(purpose=ConsentPurpose.SHARE_WITH_EMPLOYER).count() == 2
        assert actions.withdraw_consent(**share, about_code="firm1") == 1
        assert not consent_in_force(wang, ConsentPurpose.SHARE_WITH_EMPLOYER, "firm1")
        assert consent_in_force(wang, ConsentPurpose.SHARE_WITH_EMPLOYER, "firm2")
        assert wang.consents.count() == 2, "the withdrawn one stays as proof"

    def test_a_newer_text_takes_the_place_of_the_older(self, community, monkeypatch):
        wang = cast.resident_wang(community)
        texts = {("sensitive", "2025-01"): "旧", ("sensitive", "2026-11"): "新"}
        monkeypatch.setattr(consents, "versions", lambda: texts)
        give = {"by": wang.user, "resident": wang, "purpose": "sensitive", "channel": ConsentChannel.TAP}
        actions.give_consent(**give, text_version="2025-01")
        actions.give_consent(**give)
        in_force = wang.consents.filter(withdrawn_at__isnull=True).get()
        assert in_force.text_version == "2026-11"
        assert in_force.given_at <= now() + timedelta(seconds=1)
