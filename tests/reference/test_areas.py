"""The area tree keeps its paths."""

import pytest
from django.db import IntegrityError

from reference.enums import AreaKind
from reference.models import Area
from tests.factories import reference as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def community():
    return make.community("桐花社区")


def test_a_path_lists_the_official_codes_and_then_our_own(community):
    street = community.parent
    assert community.path == f"/50/500107/{street.code}/{community.code}/"


def test_a_city_is_four_digits_of_a_path():
    assert Area.objects.get(official_code="510802").path == "/51/5108/510802/"


def test_under_is_the_area_and_all_below(community):
    building = make.building(community, "3栋")
    make.community("榕树社区")
    assert set(Area.objects.under(community)) == {community, building}
    assert set(Area.objects.under(community.parent).communities()) == {community}


def test_under_an_area_is_not_under_one_whose_code_begins_alike():
    one = make.area(AreaKind.COMMUNITY, "甲", make.district(), official_code="50010701")
    make.area(AreaKind.COMMUNITY, "乙", make.district(), official_code="500107011")
    assert list(Area.objects.under(one)) == [one]


def test_ancestors_by_kind(community, django_assert_num_queries):
    entrance = make.area(AreaKind.ENTRANCE, "2单元", make.building(community))
    with django_assert_num_queries(1):
        assert entrance.community == community
    assert entrance.district.name == "九龙坡区"
    assert entrance.ancestor(AreaKind.GRID) is None
    assert [area.kind for area in entrance.ancestors()] == [
        "province",
        "district",
        "street",
        "community",
        "building",
        "entrance",
    ]
    with django_assert_num_queries(0):
        assert community.community is community


def test_a_moved_area_takes_its_subtree_along(community):
    building = make.building(community)
    entrance = make.area(AreaKind.ENTRANCE, "1单元", building)
    community.parent = make.area(AreaKind.STREET, "石坪街道", make.district("500103"))
    community.save()
    entrance.refresh_from_db()
    assert entrance.path == f"{community.path}{building.code}/{entrance.code}/"
    assert entrance.district.name == "渝中区"


def test_a_partial_save_keeps_the_path_right(community):
    community.name = "桐花里社区"
    community.parent = make.area(AreaKind.STREET, "石坪街道", make.district("500103"))
    community.save(update_fields=["parent", "name"])
    community.refresh_from_db()
    assert community.district.name == "渝中区"


def test_doors_need_no_official_code_but_two_of_one_are_refused(community):
    make.building(community)
    make.building(community)
    make.area(AreaKind.COMMUNITY, "甲", community.parent, official_code="500107001")
    with pytest.raises(IntegrityError):
        make.area(AreaKind.COMMUNITY, "乙", community.parent, official_code="500107001")


def test_an_area_with_children_is_not_deleted(community):
    make.building(community)
    with pytest.raises(IntegrityError):
        community.delete()


def test_a_code_for_the_door_stands_before_the_row_is_saved():
    area = Area(name="1栋", kind=AreaKind.BUILDING)
    assert len(area.code) == 12
    assert area.code != Area(name="2栋", kind=AreaKind.BUILDING).code
