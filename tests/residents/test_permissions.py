"""Who may do what to whose record: every action × everybody, with nothing left open."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from core.clock import today
from core.errors import Refused
from core.models import AuditEntry
from residents import actions
from residents.enums import ConsentChannel, ConsentPurpose, RecognitionCategory, RegistrationKind
from residents.models import Resident
from tests import cast
from tests.factories import accounts, reference, residents

pytestmark = pytest.mark.django_db

# Herself and the officer of her community.
HERS = {
    "update_profile": lambda by, r: actions.update_profile(by=by, resident=r, education="70"),
    "set_wish": lambda by, r: actions.set_wish(by=by, resident=r, own_words="想找近一点的"),
    "set_limits": lambda by, r: actions.set_limits(by=by, resident=r, no_nights=True),
    "add_skill": lambda by, r: actions.add_skill(by=by, resident=r, skill=reference.skill()),
    "remove_skill": lambda by, r: actions.remove_skill(by=by, resident=r, skill=reference.skill()),
    "add_certificate": lambda by, r: actions.add_certificate(by=by, resident=r, kind=reference.certificate_kind()),
    "remove_certificate": lambda by, r: actions.remove_certificate(
        by=by, resident=r, kind=reference.certificate_kind()
    ),
    "add_experience": lambda by, r: actions.add_experience(by=by, resident=r, words="棉纺厂挡车工"),
    "remove_experience": lambda by, r: actions.remove_experience(by=by, experience=r.experiences.create(words="摆摊")),
    "add_contact": lambda by, r: actions.add_contact(by=by, resident=r, number=accounts.mobile()),
    "retire_contact": lambda by, r: actions.retire_contact(by=by, contact=residents.contact(r)),
    "renew_seeking": lambda by, r: actions.renew_seeking(by=by, resident=r),
    "pause_seeking": lambda by, r: actions.pause_seeking(by=by, resident=r),
    "end_seeking": lambda by, r: actions.end_seeking(by=by, resident=r),
    "set_personalised": lambda by, r: actions.set_personalised(by=by, resident=r, on=False),
    "verify_freshness": lambda by, r: actions.verify_freshness(by=by, resident=r),
    "give_consent": lambda by, r: actions.give_consent(
        by=by, resident=r, purpose=ConsentPurpose.SENSITIVE, channel=ConsentChannel.PAPER
    ),
    "withdraw_consent": lambda by, r: actions.withdraw_consent(by=by, resident=r, purpose=ConsentPurpose.SENSITIVE),
    "join_household": lambda by, r: actions.join_household(
        by=by, resident=r, household=residents.household(r.community)
    ),
    "move_in": lambda by, r: actions.move_in(by=by, resident=r, dwelling=_dwelling(r)),
    "move_out": lambda by, r: actions.move_out(by=by, resident=r),
}
# The officer alone: what nobody settles about himself.
OFFICE = {
    "verify_skill": lambda by, r: actions.verify_skill(by=by, resident=r, skill=reference.skill(), evidence="试做合格"),
    "verify_certificate": lambda by, r: actions.verify_certificate(
        by=by, certificate=residents.certificate(r, reference.certificate_kind())
    ),
    "recognise": lambda by, r: actions.recognise(
        by=by, resident=r, category=RecognitionCategory.AGE_4050, from_on=today(), basis="失业登记"
    ),
    "end_recognition": lambda by, r: actions.end_recognition(by=by, recognition=_recognition(r), reason="已就业"),
    "register_status": lambda by, r: actions.register_status(by=by, resident=r, kind=RegistrationKind.UNEMPLOYED),
    "end_status": lambda by, r: actions.end_status(by=by, registration=_registration(r)),
    "archive": lambda by, r: actions.archive(by=by, resident=r, reason="moved"),
    "ensure_dwelling": lambda by, r: actions.ensure_dwelling(by=by, area=reference.building(r.community), room="1"),
    "ensure_household": lambda by, r: actions.ensure_household(by=by, community=r.community, register_no="H-9"),
    "update_profile_note": lambda by, r: _note(by, r),
}


def _dwelling(resident):
    return residents.dwelling(reference.building(resident.community))


def _recognition(resident):
    return resident.recognitions.create(
        category="DIBAO", from_on=date(2026, 1, 1), basis="低保证", approved_by_code="officer1"
    )


def _registration(resident):
    return resident.status_registrations.create(
        kind=RegistrationKind.EMPLOYED, from_on=date(2026, 1, 1), approved_by_code="officer1"
    )


def _note(by, resident):
    try:
        return actions.update_profile(by=by, resident=resident, note="上午在家")
    except TypeError as error:
        raise Refused("备注由社区写。") from error


PEOPLE = {
    "herself": lambda r: r.user,
    "officer": lambda r: cast.officer(r.community),
    "officer elsewhere": lambda r: cast.officer(cast.community("杏林社区")),
    "supervisor": lambda r: cast.supervisor(r.community),
    "collector": lambda r: cast.collector(r.community),
    "administrator": lambda r: cast.admin(r.community),
    "another resident": lambda r: accounts.user("李桂芳"),
    "employer": lambda r: cast.employer_user(cast.employer(r.community)),
    "nobody": lambda r: None,
}
MAY = {"herself": {*HERS}, "officer": {*HERS, *OFFICE}}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("action", [*HERS, *OFFICE])
def test_grid(action, who):
    wang = cast.resident_wang(cast.community())
    by = PEOPLE[who](wang)
    run = (HERS | OFFICE)[action]
    audited = AuditEntry.objects.count()
    if action in MAY.get(who, set()):
        run(by, wang)
        assert AuditEntry.objects.filter(actor_code=by.code).count() >= 1, "every write is audited"
    else:
        with pytest.raises(Refused):
            run(by, wang)
        assert AuditEntry.objects.count() == audited, "a refused write leaves nothing"


def test_the_grid_knows_every_action():
    rest = {"register_self", "register_by_officer", "claim", "link_user", "reopen"}
    imports = {"register_from_import", "update_from_import", "household_of", "conflicting"}
    assert set(actions.__all__) == {*HERS, *OFFICE} - {"update_profile_note"} | rest | imports


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("herself", {"王秀英"}),
        ("officer", {"王秀英", "李桂芳"}),
        ("officer elsewhere", {"赵德福"}),
        ("supervisor", {"王秀英", "李桂芳"}),
        ("collector", set()),
        ("administrator", set()),
        ("another resident", set()),
        ("employer", set()),
    ],
)
def test_who_sees_whom(who, sees):
    here = cast.community()
    wang = cast.resident_wang(here)
    cast.weaver_li(here)
    by = PEOPLE[who](wang)
    elsewhere = by.staff_roles.first().area if who == "officer elsewhere" else cast.community("枣园社区")
    cast.farmer_zhao(elsewhere)
    assert {person.name for person in Resident.objects.visible_to(by)} == sees


def test_a_visitor_sees_nobody():
    cast.resident_wang(cast.community())
    assert not Resident.objects.visible_to(AnonymousUser()).exists()


def test_an_officer_who_left_sees_nobody():
    community = cast.community()
    wang, officer = cast.resident_wang(community), cast.officer(community)
    officer.staff_roles.update(to_on=today())
    assert not Resident.objects.visible_to(officer).exists()
    with pytest.raises(Refused):
        actions.verify_freshness(by=officer, resident=wang)
