"""Firms and households: who they are, who acts for them, and until when their papers hold."""

from datetime import date

import pytest

from core.errors import Conflict, Invalid, Refused
from core.models import AuditEntry
from enterprises import actions, rules
from enterprises.models import Employer, EmployerMember
from tests import cast
from tests.factories import accounts, enterprises

pytestmark = pytest.mark.django_db


def join(office, **said):
    by = said.pop("by", office.wang.user)
    return actions.register_employer(by=by, community=office.here, **{"name": "青禾物业", **said})


def test_who_registers_its_firm_acts_for_it(office):
    firm = join(office, credit_code=cast.CREDIT_CODE_FIRM, address="桐花菜市场旁", contact_phone="023-68123456")
    assert rules.acts_for(office.wang.user, firm)
    assert (firm.kind, firm.place.name) == ("firm", "桐花菜市场")
    assert firm.members.get().role == "owner"
    assert AuditEntry.objects.filter(action="enterprises.register_employer", object_code=firm.code).exists()
    assert not rules.is_verified(firm, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("92510802MA62TE3L7K", "individual"), ("92510802ma62te3l7k", "individual"), (" 9151 0802 ", None)],
)
def test_the_code_tells_the_kind(office, typed, kind):
    if kind is None:
        with pytest.raises(Invalid):
            join(office, credit_code=typed)
    else:
        firm = join(office, credit_code=typed)
        assert (firm.kind, firm.credit_code) == (kind, "92510802MA62TE3L7K")


@pytest.mark.parametrize("typed", ["92500107MA5YTE1R0S", "92500107MA5YTE1RO0", "123", "<script>"])
def test_a_wrong_code_is_refused_in_words(office, typed):
    with pytest.raises(Invalid) as refusal:
        join(office, credit_code=typed)
    assert refusal.value.field == "credit_code"
    assert not Employer.objects.filter(name="青禾物业").exists()


def test_a_code_is_registered_once(office):
    join(office, credit_code=cast.CREDIT_CODE_FIRM)
    with pytest.raises(Conflict, match="已经登记过"):
        join(office, name="另一家", credit_code=cast.CREDIT_CODE_FIRM.lower(), by=office.boss)


def test_two_at_once_are_told_the_same(office):
    """Between the look and the write somebody else registers the code."""
    firm = join(office, credit_code=cast.CREDIT_CODE_FIRM)
    with pytest.raises(Conflict, match="已经登记过"):
        actions._create(name="另一家", kind="firm", community=office.here, credit_code=firm.credit_code)


def test_a_household_has_no_code(office):
    home = join(office, name=" 李 梅 ", kind="household", credit_code="whatever")
    assert (home.name, home.credit_code) == ("李梅", None)


@pytest.mark.parametrize(("said", "field"), [({"name": " "}, "name"), ({"contact_phone": "12"}, "contact_phone")])
def test_what_cannot_be_taken(office, said, field):
    with pytest.raises(Invalid) as refusal:
        join(office, **said)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("who", "source", "allowed"),
    [
        (None, "self", False),
        (None, "import", True),
        ("boss", "import", False),
        ("officer", "officer", True),
        ("collector", "officer", True),
        ("other_officer", "officer", False),
        ("admin", "officer", False),
    ],
)
def test_who_registers_for_others(office, who, source, allowed):
    by = getattr(office, who) if who else None
    if allowed:
        assert not join(office, by=by, source=source).members.exists()
    else:
        with pytest.raises(Refused):
            join(office, by=by, source=source)


def test_its_card_is_changed(office):
    actions.update_employer(
        by=office.boss, employer=office.firm, version=1, about="盒饭", contact_phone="138 0013 8000"
    )
    firm = Employer.objects.get(pk=office.firm.pk)
    assert (firm.about, firm.contact_phone, firm.version) == ("盒饭", "13800138000", 2)
    entry = AuditEntry.objects.get(action="enterprises.update_employer")
    assert "138" not in entry.note


def test_two_editors_of_one_card(office):
    actions.update_employer(by=office.boss, employer=office.firm, version=1, about="盒饭")
    stale = Employer.objects.get(pk=office.firm.pk)
    with pytest.raises(Conflict):
        actions.update_employer(by=office.officer, employer=stale, version=1, about="快餐")
    assert Employer.objects.get(pk=office.firm.pk).about == "盒饭"


@pytest.mark.parametrize("change", [{"name": "别的"}, {"kind": "household"}, {"credit_code": "91500107MA60TE2K05"}])
def test_what_was_verified_only_the_community_changes(office, change):
    with pytest.raises(Refused, match="对着执照"):
        actions.update_employer(by=office.boss, employer=office.firm, version=1, **change)


def test_the_community_corrects_the_code(office):
    with pytest.raises(Conflict):
        other = enterprises.employer(office.here, credit_code=cast.CREDIT_CODE_FIRM)
        actions.update_employer(by=office.officer, employer=office.firm, version=1, credit_code=other.credit_code)
    actions.update_employer(by=office.officer, employer=office.firm, version=1, credit_code="92510802ma62te3l7k")
    assert Employer.objects.get(pk=office.firm.pk).credit_code == "92510802MA62TE3L7K"


def test_nothing_else_is_written_by_that_door(office):
    with pytest.raises(TypeError, match="community"):
        actions.update_employer(by=office.officer, employer=office.firm, version=1, community=office.there)


@pytest.mark.parametrize("who", ["other_boss", "other_officer", "supervisor", "collector", "admin"])
def test_strangers_change_nothing(office, who):
    by = getattr(office, who)
    with pytest.raises(Refused):
        actions.update_employer(by=by, employer=office.firm, version=1, about="我的")
    with pytest.raises(Refused):
        actions.add_member(by=by, employer=office.firm, user=by)
    with pytest.raises(Refused):
        actions.verify_employer(by=by, employer=office.firm, how="看过")
    with pytest.raises(Refused):
        actions.add_licence(by=by, employer=office.firm, kind="business", number="1")


def test_a_colleague_joins_and_a_former_one_comes_back(office):
    new = accounts.user("周敏")
    actions.add_member(by=office.boss, employer=office.firm, user=new)
    assert rules.acts_for(new, office.firm)
    EmployerMember.objects.filter(user=new).update(to_on=date(2026, 11, 19))
    assert not rules.acts_for(new, office.firm)
    actions.add_member(by=office.boss, employer=office.firm, user=new)
    assert rules.acts_for(new, office.firm)


class TestVerification:
    def test_six_months(self, office):
        firm = enterprises.employer(office.here, verified=False)
        row = actions.verify_employer(by=office.officer, employer=firm, how="看过执照，去过门店", on=date(2026, 5, 19))
        assert row.expires_on == date(2026, 11, 19)
        assert rules.is_verified(firm, date(2026, 11, 19))
        assert not rules.is_verified(firm, date(2026, 11, 20))

    @pytest.mark.parametrize(
        ("on", "expires"), [(date(2026, 8, 31), date(2027, 2, 28)), (date(2026, 3, 31), date(2026, 9, 30))]
    )
    def test_shorter_months(self, office, on, expires):
        assert actions.verify_employer(by=office.officer, employer=office.firm, how="看过", on=on).expires_on == expires

    @pytest.mark.parametrize(("said", "field"), [({"how": " "}, "how"), ({"on": date(2026, 11, 21)}, "on")])
    def test_what_cannot_be_taken(self, office, said, field):
        with pytest.raises(Invalid) as refusal:
            actions.verify_employer(by=office.officer, employer=office.firm, **{"how": "看过", **said})
        assert refusal.value.field == field

    def test_the_latest_look_counts(self, office):
        firm = enterprises.employer(office.here, verified=False)
        enterprises.verification(firm, on=date(2026, 10, 1))
        enterprises.verification(firm, on=date(2026, 3, 1))
        assert rules.verified_until(firm) == date(2027, 4, 1)


class TestLicences:
    def test_written_again_its_dates_follow(self, office):
        for day in (date(2026, 1, 1), date(2027, 1, 1)):
            actions.add_licence(
                by=office.officer, employer=office.firm, kind="hr_service", number="渝人服 001", valid_to=day
            )
        assert office.firm.licences.get().valid_to == date(2027, 1, 1)

    @pytest.mark.parametrize("said", [{"kind": "driver"}, {"number": " "}])
    def test_kind_and_number(self, office, said):
        with pytest.raises(Invalid):
            actions.add_licence(by=office.officer, employer=office.firm, **{"kind": "business", "number": "1", **said})

    def test_only_agencies_and_dispatch_need_one(self, office):
        day = date(2026, 11, 20)
        assert rules.lacking_licence(office.firm, dispatches=False, on=day) is None
        assert rules.lacking_licence(office.firm, dispatches=True, on=day) == "dispatch"


def test_who_sees_which_firm(office):
    seen = {
        who: set(Employer.objects.visible_to(getattr(office, who)).values_list("name", flat=True))
        for who in ("boss", "other_boss", "officer", "other_officer", "supervisor", "collector", "admin")
    }
    ours, theirs = {office.firm.name}, {office.other_firm.name}
    assert seen == {
        "boss": ours, "other_boss": theirs, "officer": ours, "other_officer": theirs, "supervisor": ours, "collector": ours,
        "admin": set(),
    }  # fmt: skip
