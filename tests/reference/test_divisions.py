"""A district is found by its code or name; where two could be meant, none is."""

import pytest

from reference import queries
from reference.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def index(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return queries.division_index()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("重庆市九龙坡区企业用工信息登记表", "500107"),
        ("九龙坡区", "500107"),
        ("九龙坡区2026年10月用工需求", "500107"),
        ("500107", "500107"),
        ("区划代码：500107", "500107"),
        ("５００１０７", "500107"),
        ("重庆市 渝中区", "500103"),
        ("重庆市江北区", "500105"),
        ("宁波市江北区", "330205"),
        ("江苏省南京市鼓楼区", "320106"),
        ("福州市鼓楼区", "350102"),
        ("福建三明三元区", "350404"),
        ("四川省广元市利州区", "510802"),
        ("云南保山隆阳区", "530502"),
        ("洛阳市老城区", "410302"),
        ("东莞市", "441900"),
        ("湖北仙桃市", "429004"),
        ("嘉峪关市", "620200"),
        ("彭水苗族土家族自治县", "500243"),
        ("北京市朝阳区", "110105"),
        ("长春市朝阳区", "220104"),
        ("江苏徐州鼓楼区", "320302"),
        ("九龙坡区南京路18号", "500107"),
        ("重庆九龙坡区石坪街道", "500107"),
    ],
)
def test_found(text, code, index):
    assert index.find(text).official_code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "重庆市",
        "鼓楼区",
        "朝阳区",
        "江北区",
        "城关区",
        "老城区改造",
        "北京路老城区",
        "江苏省鼓楼区",
        "主城区用工",
        "会计和县级单位",
        "成都市九龙坡区",
        "999999",
        "13812500107",
        "510802197003150011",
        "幸福里社区居民技能摸底登记表",
        "工业园三路6号",
    ],
)
def test_not_clear(text, index):
    assert index.find(text) is None


def test_the_whole_country_is_there():
    counts = {kind: Area.objects.filter(kind=kind).count() for kind in ("province", "city", "district")}
    assert counts == {"province": 34, "city": 329, "district": 2978}


def test_every_district_hangs_under_its_province():
    wrong = [
        area.official_code
        for area in Area.objects.filter(kind="district")
        if not area.path.startswith(f"/{area.official_code[:2]}/") or not area.path.endswith(f"/{area.official_code}/")
    ]
    assert wrong == []


def test_pseudo_cities_are_left_out():
    assert not Area.objects.filter(name__in=["市辖区", "县", "省直辖县级行政区划"]).exists()
    assert Area.objects.get(official_code="500107").parent.name == "重庆市"


def test_a_single_look_up_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert queries.find_area_by_text("九龙坡区").name == "九龙坡区"
