"""What the office adds is marked, recorded and kept."""

from datetime import date

import pytest

from core.errors import Invalid
from core.models import AuditEntry
from reference import actions, queries
from reference.enums import AreaKind, PlaceKind
from reference.models import Place
from tests.factories import reference as make

pytestmark = pytest.mark.django_db


class Officer:
    code = "0123456789ab"


def last_entry():
    return AuditEntry.objects.order_by("-pk").first()


def test_an_area_added_by_an_officer():
    area = actions.add_area(by=Officer, parent=make.district(), kind=AreaKind.STREET, name="石坪街道")
    assert (area.edited_by_code, area.path) == (Officer.code, f"/50/500107/{area.code}/")
    assert (last_entry().action, last_entry().object_code) == ("reference.add_area", area.code)


def test_a_place_with_its_other_names():
    community = make.community()
    place = actions.add_place(
        by=Officer,
        community=community,
        name="永兴超市",
        kind=PlaceKind.MARKET,
        point=(120, 80),
        aliases=["永兴", "永兴"],
    )
    assert place.point == (120, 80)
    assert queries.match_place(community, "永兴").place == place
    assert place.aliases.count() == 1


def test_a_second_place_of_one_name_is_refused_in_plain_words():
    community = make.community()
    make.place(community, "永兴超市")
    with pytest.raises(Invalid, match="已经有“永兴超市”") as refused:
        actions.add_place(by=Officer, community=community, name="永兴超市", kind=PlaceKind.MARKET, point=(0, 0))
    assert refused.value.field == "name"


def test_the_name_of_a_retired_place_is_free_again():
    community = make.community()
    old = make.place(community, "永兴超市")
    actions.retire_place(by=Officer, place=old, on=date(2026, 5, 1))
    new = actions.add_place(by=None, community=community, name="永兴超市", kind=PlaceKind.MARKET, point=(9, 9))
    assert list(Place.objects.current().filter(community=community)) == [new]
    assert old.retired_on == date(2026, 5, 1)


def test_the_same_setting_twice_is_one_row():
    for value in (4, 5):
        rule = actions.set_local_rule(
            by=Officer, area=make.district(), key="reply_days", value=value, effective_from=date(2026, 1, 1)
        )
    assert rule.value == 5
    assert make.district().local_rules.filter(key="reply_days").count() == 1
