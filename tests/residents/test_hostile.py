"""Endless text, codes of no list, signs that break pages: a plain message, nothing half-written, never a 500."""

from datetime import date

import pytest

from core.errors import Invalid
from residents import actions
from residents.models import Resident
from tests import cast
from tests.factories import accounts, reference

pytestmark = pytest.mark.django_db
ENDLESS = "长" * 5000
UGLY = "<script>alert(1)</script>'\";--\u202e\x00=cmd|' /C calc'!A0"

TOO_MUCH = {
    "address": lambda by, r: actions.update_profile(by=by, resident=r, address_text=ENDLESS),
    "note": lambda by, r: actions.update_profile(by=by, resident=r, note=ENDLESS),
    "education": lambda by, r: actions.update_profile(by=by, resident=r, education="博士后"),
    "labour status": lambda by, r: actions.update_profile(by=by, resident=r, labour_status="x"),
    "sex": lambda by, r: actions.update_profile(by=by, resident=r, id_number="", sex="9"),
    "own words": lambda by, r: actions.set_wish(by=by, resident=r, own_words=ENDLESS),
    "training": lambda by, r: actions.set_wish(by=by, resident=r, wants_training=ENDLESS),
    "experience": lambda by, r: actions.add_experience(by=by, resident=r, words=ENDLESS),
    "years": lambda by, r: actions.add_experience(by=by, resident=r, words="摆摊", years=10**9),
    "level": lambda by, r: actions.add_skill(by=by, resident=r, skill=reference.skill(), level="best"),
    "evidence": lambda by, r: actions.verify_skill(by=by, resident=r, skill=reference.skill(), evidence=ENDLESS),
    "certificate": lambda by, r: actions.add_certificate(
        by=by, resident=r, kind=reference.certificate_kind(), number=ENDLESS
    ),
    "category": lambda by, r: actions.recognise(
        by=by, resident=r, category="RICH", from_on=date(2026, 1, 1), basis="依据"
    ),
    "basis": lambda by, r: actions.recognise(
        by=by, resident=r, category="DIBAO", from_on=date(2026, 1, 1), basis=ENDLESS
    ),
    "kind": lambda by, r: actions.register_status(by=by, resident=r, kind="retired"),
    "state": lambda by, r: actions.renew_seeking(by=by, resident=r, state="desperate"),
    "relation": lambda by, r: actions.join_household(by=by, resident=r, household=None, relation=ENDLESS),
    "whose number": lambda by, r: actions.add_contact(by=by, resident=r, number=accounts.mobile(), relation="friend"),
    "room": lambda by, r: actions.ensure_dwelling(by=by, area=r.community, room=ENDLESS),
    "household": lambda by, r: actions.ensure_household(by=by, community=r.community, register_no=ENDLESS),
    "name": lambda by, r: actions.register_by_officer(by=by, community=r.community, name=ENDLESS),
    "source": lambda by, r: actions.register_by_officer(by=by, community=r.community, name="吴芳", source="x"),
    "sheet": lambda by, r: actions.register_from_import(
        by=None, community=r.community, name="吴芳", address_text=ENDLESS
    ),
}


@pytest.mark.parametrize("where", TOO_MUCH)
def test_too_long_or_on_no_list(where):
    wang = cast.resident_wang(cast.community())
    officer = cast.officer(wang.community)
    with pytest.raises(Invalid) as error:
        TOO_MUCH[where](officer, wang)
    assert "请" in error.value.message, "it says what to do"
    assert len(error.value.message) < 200
    assert Resident.objects.count() == 1


def test_ugly_text_is_kept_as_text():
    wang = cast.resident_wang(cast.community())
    words = UGLY.replace("\x00", "")
    actions.set_wish(by=wang.user, resident=wang, own_words=words)
    wang.wish.refresh_from_db()
    assert wang.wish.own_words == words


def test_a_zero_byte_is_refused_before_the_database_does():
    wang = cast.resident_wang(cast.community())
    with pytest.raises(Invalid):
        actions.set_wish(by=wang.user, resident=wang, own_words=UGLY)
