"""Joining: alone with nothing but a name, at the counter with nothing but a neighbour's number."""

from datetime import date

import pytest

from accounts.models import User
from core.errors import Conflict, Invalid, Refused, TooMany
from core.identity.id_number import IdProblem
from core.models import AuditEntry
from notices.models import Notice
from residents import actions
from residents.enums import ConsentChannel, ConsentPurpose, Relation, SeekingState, Source
from residents.models import Consent, Resident
from residents.queries import open_seeking, people_of_phone
from tests import cast
from tests.factories import accounts, residents

pytestmark = pytest.mark.django_db


@pytest.fixture
def community():
    return cast.community()


class TestAlone:
    def test_a_name_is_enough(self, community, at):
        at("2026-11-20 09:00")
        resident = actions.register_self(user=None, community=community, name=" 吴 芳 ")
        assert resident.name == "吴芳"
        assert (resident.source, resident.user.phone) == (Source.SELF, None)
        seeking = open_seeking(resident)
        assert (seeking.state, seeking.valid_until) == (SeekingState.ACTIVE, date(2027, 2, 18))
        consent = Consent.objects.get()
        assert (consent.purpose, consent.channel) == (ConsentPurpose.SERVICE, ConsentChannel.TAP)
        assert AuditEntry.objects.filter(action="residents.register", object_code=resident.code).count() == 1

    @pytest.mark.parametrize("name", ["", "王", "王秀英2", "13800138000"])
    def test_but_it_must_be_one(self, community, name):
        with pytest.raises(Invalid):
            actions.register_self(user=None, community=community, name=name)
        assert not User.objects.exists()

    @pytest.mark.parametrize("name", ["买买提·艾力", "㛃𬱖", "欧阳小红"])
    def test_names_are_taken_as_they_are(self, community, name):
        assert actions.register_self(user=None, community=community, name=name).name == name

    def test_a_proved_number_is_hers_and_verified(self, community):
        proof = accounts.proof(accounts.mobile())
        resident = actions.register_self(user=None, community=community, name="吴芳", proof=proof)
        contact = resident.contacts.get()
        assert (contact.number, contact.relation) == (proof.number, Relation.SELF)
        assert contact.verified_at is not None
        assert resident.user.phone == proof.number

    def test_an_account_registers_once(self, community):
        resident = actions.register_self(user=None, community=community, name="吴芳")
        with pytest.raises(Conflict, match="已经登记过"):
            actions.register_self(user=resident.user, community=community, name="吴芳")

    def test_an_employer_may_look_for_work_too(self, community):
        owner = cast.employer_user(cast.employer(community))
        resident = actions.register_self(user=owner, community=community, name=owner.name)
        assert resident.user == owner

    def test_who_is_on_the_books_is_found_and_not_doubled(self, community):
        known = cast.weaver_li(community)
        number = known.contacts.get().number
        found = actions.register_self(user=None, community=community, name="李桂芳", proof=accounts.proof(number))
        assert found == known
        found.refresh_from_db()
        assert found.user.name == "李桂芳"
        again = actions.register_self(user=None, community=community, name="李桂芳", proof=accounts.proof(number))
        assert (again, User.objects.count()) == (known, 1)

    def test_another_name_on_the_same_number_is_another_person(self, community):
        known = cast.weaver_li(community)
        proof = accounts.proof(known.contacts.get().number)
        sister = actions.register_self(user=None, community=community, name="李桂兰", proof=proof)
        assert sister != known
        assert {person.masked for person in people_of_phone(proof.number)} == {"李**"}

    @pytest.mark.parametrize(("born", "may"), [(date(2010, 1, 1), True), (date(2011, 1, 1), False)])
    def test_from_sixteen_on(self, community, at, born, may):
        at("2026-11-20 09:00")
        if may:
            assert actions.register_self(user=None, community=community, name="孙浩", born_on=born)
        else:
            with pytest.raises(Invalid, match="年满16周岁"):
                actions.register_self(user=None, community=community, name="孙浩", born_on=born)
            assert not Resident.objects.exists()

    def test_nobody_is_told(self, community):
        actions.register_self(user=None, community=community, name="吴芳")
        assert not Notice.objects.exists()


class TestAtTheCounter:
    def test_without_a_number_of_her_own(self, community):
        """The same neighbour's number may stand for four people; it opens none of them."""
        officer = cast.officer(community)
        number = accounts.mobile()
        for name in ("赵大娘", "钱大爷", "孙婶", "李婆婆"):
            resident = actions.register_by_officer(
                by=officer, community=community, name=name, phone=number, phone_relation=Relation.NEIGHBOUR
            )
            assert resident.contacts.get().relation == Relation.NEIGHBOUR
            assert Consent.objects.get(resident=resident).channel == ConsentChannel.PAPER
        assert people_of_phone(number) == []

    def test_without_any_number(self, community):
        officer = cast.officer(community)
        assert not actions.register_by_officer(by=officer, community=community, name="赵大娘").contacts.exists()

    def test_the_id_number_says_birth_and_sex(self, community):
        resident = actions.register_by_officer(
            by=cast.officer(community), community=community, name="陈丽", id_number=" 53050219850228004x "
        )
        assert (resident.id_number, resident.born_on, resident.sex) == ("53050219850228004X", date(1985, 2, 28), "2")

    def test_a_wrong_check_digit(self, community):
        with pytest.raises(IdProblem):
            actions.register_by_officer(
                by=cast.officer(community), community=community, name="陈丽", id_number="510802197003150012"
            )

    def test_one_id_number_once_in_a_community(self, community):
        cast.resident_wang(community)
        officer = cast.officer(community)
        with pytest.raises(Conflict, match="已经登记过"):
            actions.register_by_officer(
                by=officer, community=community, name="王秀英", id_number=cast.ID_WOMAN_1985.lower()
            )
        other = cast.community("杏林社区")
        assert actions.register_by_officer(
            by=cast.officer(other), community=other, name="王秀英", id_number=cast.ID_WOMAN_1985
        )

    def test_oral_consent_needs_a_witness(self, community):
        officer = cast.officer(community)
        with pytest.raises(Invalid, match="见证人"):
            actions.register_by_officer(
                by=officer, community=community, name="赵大娘", consent_channel=ConsentChannel.ORAL
            )
        assert actions.register_by_officer(
            by=officer,
            community=community,
            name="赵大娘",
            consent_channel=ConsentChannel.ORAL,
            witness_code=cast.collector(community).code,
        )

    @pytest.mark.parametrize("who", [cast.supervisor, cast.collector, cast.admin])
    def test_by_nobody_else(self, community, who):
        with pytest.raises(Refused):
            actions.register_by_officer(by=who(community), community=community, name="赵大娘")

    def test_not_in_the_neighbour_community(self, community):
        with pytest.raises(Refused):
            actions.register_by_officer(by=cast.officer(community), community=cast.community("杏林"), name="赵大娘")


class TestClaim:
    """The first sign-in of somebody who was registered by others."""

    def test_number_and_full_name(self, community):
        li = cast.weaver_li(community)
        proof = accounts.proof(li.contacts.get().number)
        user = actions.claim(resident=li, proof=proof, typed_name="李 桂芳", address="10.0.0.1")
        li.refresh_from_db()
        assert (li.user, user.name, user.phone) == (user, "李桂芳", proof.number)
        assert li.contacts.get().verified_at is not None
        assert [person.user for person in people_of_phone(proof.number)] == [user]

    def test_daughters_number(self, community):
        zhao = cast.farmer_zhao(community)
        proof = accounts.proof(zhao.contacts.get(relation=Relation.FAMILY).number)
        assert actions.claim(resident=zhao, proof=proof, typed_name="赵德福", address="10.0.0.1")
        assert zhao.contacts.get().relation == Relation.FAMILY

    def test_a_wrong_name_opens_nothing_and_is_counted(self, community):
        li = cast.weaver_li(community)
        proof = accounts.proof(li.contacts.get().number)
        for name in ("李桂香", "", "李**", "李桂兰", "桂芳"):
            with pytest.raises(Invalid, match="对不上"):
                actions.claim(resident=li, proof=proof, typed_name=name, address="10.0.0.1")
        with pytest.raises(TooMany):
            actions.claim(resident=li, proof=proof, typed_name="李桂芳", address="10.0.0.1")
        assert not User.objects.exists()

    def test_a_neighbours_number_opens_nothing(self, community):
        zhao = cast.farmer_zhao(community)
        contact = residents.contact(zhao, relation=Relation.NEIGHBOUR)
        with pytest.raises(Refused):
            actions.claim(resident=zhao, proof=accounts.proof(contact.number), typed_name="赵德福", address="10.0.0.1")

    def test_a_number_no_longer_in_use_opens_nothing(self, community):
        li = cast.weaver_li(community)
        contact = li.contacts.get()
        actions.retire_contact(by=cast.officer(community), contact=contact)
        with pytest.raises(Refused):
            actions.claim(resident=li, proof=accounts.proof(contact.number), typed_name="李桂芳", address="10.0.0.1")
        assert people_of_phone(contact.number) == []

    def test_only_once(self, community):
        wang = cast.resident_wang(community)
        proof = accounts.proof(wang.user.phone)
        with pytest.raises(Conflict, match="已经有账号"):
            actions.claim(resident=wang, proof=proof, typed_name="王秀英", address="10.0.0.1")
        assert User.objects.count() == 1

    def test_an_account_is_one_person(self, community):
        wang, li = cast.resident_wang(community), cast.weaver_li(community)
        residents.contact(li, wang.user.phone, relation=Relation.FAMILY)
        with pytest.raises(Conflict):
            actions.link_user(by=wang.user, resident=li, user=wang.user, proof=accounts.proof(wang.user.phone))

    def test_which_of_you_is_it(self, community):
        """One number, four people: all are offered, masked; who is archived is not."""
        number = accounts.mobile()
        for name in ("王秀英", "张三", "欧阳小红", "买买提·艾力"):
            residents.contact(residents.resident(community, name), number, relation=Relation.FAMILY)
        gone = residents.resident(community, "刘去了")
        residents.contact(gone, number)
        actions.archive(by=cast.officer(community), resident=gone, reason="moved")
        assert sorted(person.masked for person in people_of_phone(number)) == sorted(["王**", "张*", "欧阳**", "买**"])
