"""What a sheet of the office may write, and what it may not."""

from datetime import date

import pytest

from core.errors import Conflict, Gone, Invalid
from core.models import AuditEntry
from notices.models import Notice
from residents import actions
from residents.enums import Relation, SeekingState
from residents.models import Consent, JobSeekingRegistration, Resident
from residents.queries import open_seeking, people_of_phone
from tests import cast
from tests.factories import accounts, reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def community():
    return cast.community()


def put(community, **kwargs):
    return actions.register_from_import(by=None, community=community, **({"name": "李桂芳"} | kwargs))


def test_a_whole_row(community, at):
    at("2026-11-20 09:00")
    number = accounts.mobile()
    li = put(
        community,
        id_number=cast.ID_WOMAN_1976,
        born_on=date(1976, 5, 12),
        sex="2",
        education="60",
        note="原棉纺厂",
        household=actions.household_of(by=None, community=community, key="H-017"),
        contacts=[(number, Relation.SELF)],
        skills=[(reference.skill("看织机"), "some", "纺织")],
        wish={"own_words": "厂里的活", "monthly_floor": 2600},
        occupations=[reference.occupation("挡车工")],
        seeking_from=date(2026, 11, 1),
    )
    assert (li.source, li.last_verified_at) == ("import", None)
    assert li.skills.get().verified_at is None
    assert open_seeking(li).valid_until == date(2027, 1, 30)
    assert [row.occupation.name for row in li.wish.occupations.all()] == ["挡车工"]
    assert [person.resident for person in people_of_phone(number)] == [li]
    assert not Consent.objects.exists(), "nobody was asked"
    assert not Notice.objects.exists()
    assert set(AuditEntry.objects.values_list("action", "actor_code")) == {
        ("residents.import_household", ""),
        ("residents.import_new", ""),
    }


def test_a_name_is_enough_and_opens_no_search_for_work(community):
    assert open_seeking(put(community)) is None
    with pytest.raises(Invalid):
        put(community, name="?")
    with pytest.raises(Invalid, match="16周岁"):
        put(community, born_on=date(2025, 1, 1))
    with pytest.raises(TypeError):
        put(community, personalised=False)


def test_what_nobody_has_looked_at_since_follows_the_sheet(community):
    li = put(community, education="60", contacts=[(accounts.mobile(), Relation.SELF)])
    facts = {"education": "40", "address_text": "1栋501"}
    assert actions.conflicting(li, facts) == []
    actions.update_from_import(by=None, resident=li, facts=facts)
    li.refresh_from_db()
    assert (li.education, li.address_text, li.last_verified_at, li.version) == ("40", "1栋501", None, 2)


def test_what_a_person_or_an_officer_said_since_stands(community):
    li = put(community, education="60")
    actions.update_profile(by=cast.officer(community), resident=li, education="40")
    facts = {"education": "60", "address_text": "1栋501"}
    assert actions.conflicting(li, facts) == ["education"]
    with pytest.raises(Conflict) as error:
        actions.update_from_import(by=None, resident=li, facts=facts)
    assert error.value.code == "verified"
    li.refresh_from_db()
    assert (li.education, li.address_text) == ("40", "")
    actions.update_from_import(by=None, resident=li, facts={"address_text": "1栋501"})
    li.refresh_from_db()
    assert (li.education, li.address_text) == ("40", "1栋501"), "what was open is filled"


def test_her_own_wishes_stand_and_open_ones_are_filled(community):
    wang = cast.resident_wang(community)
    actions.set_wish(by=wang.user, resident=wang, own_words="离学校近的")
    actions.update_from_import(
        by=None,
        resident=wang,
        wish={"own_words": "随便", "monthly_floor": 2000},
        occupations=[reference.occupation("挡车工")],
        skills=[(reference.skill("做大锅饭"), "some", "")],
    )
    wang.wish.refresh_from_db()
    assert (wang.wish.own_words, wang.wish.monthly_floor) == ("离学校近的", 2000)
    assert [row.occupation.name for row in wang.wish.occupations.all()] == ["保洁员"]
    assert wang.skills.get().level == "good"


def test_whose_number_it_is_stays_as_somebody_said(community):
    zhao = cast.farmer_zhao(community)
    number = zhao.contacts.get().number
    actions.update_from_import(by=None, resident=zhao, contacts=[(number, Relation.SELF)])
    assert zhao.contacts.get().relation == Relation.FAMILY


def test_nobody_is_brought_back(community):
    li = cast.weaver_li(community)
    actions.archive(by=cast.officer(community), resident=li, reason="moved")
    with pytest.raises(Gone):
        actions.update_from_import(by=None, resident=li, facts={"education": "40"})
    assert not Resident.objects.live().exists()


def test_nobody_is_set_to_looking_for_work_again(community):
    wang = cast.resident_wang(community)
    actions.pause_seeking(by=wang.user, resident=wang)
    actions.update_from_import(by=None, resident=wang, facts={"residency_type": wang.residency_type})
    assert JobSeekingRegistration.objects.get().state == SeekingState.PAUSED


def test_the_same_household_is_one_row(community):
    first = actions.household_of(by=None, community=community, key="", address="1栋2单元501")
    assert actions.household_of(by=None, community=community, key="", address="1栋2单元501") == first
    assert actions.household_of(by=None, community=community, key="H-1", address="1栋2单元501") != first
