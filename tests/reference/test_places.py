"""An address finds exactly one place or none; what is not known stays unknown, with the nearest names."""

import pytest

from reference import queries
from reference.enums import PlaceKind
from reference.gazetteer import Gazetteer, normal
from tests.factories import reference as make

pytestmark = pytest.mark.django_db

PLACES = {
    **{f"A区{number}栋": () for number in range(1, 21) if number != 13},
    **{f"B区{number}栋": () for number in range(1, 13)},
    "C组团3栋": ("老三栋",),
    "幸福苑1号楼": (),
    "南门": ("小区南门", "正门"),
    "桐花菜市场": ("菜市场", "农贸市场"),
    "永兴超市": ("永兴",),
    "桐花小学": ("小学",),
    "阳光幼儿园": (),
    "青石服装厂": ("青石制衣", "服装厂"),
    "华兴电子厂": ("工业园三路6号",),
    "轻轨桐花站": ("轻轨站", "桐花站"),
    "社区服务中心": ("居委会", "党群服务中心", "社区"),
    "步行街": (),
    "民主路18号": ("渝味源",),
}

KNOWN = [
    ("A区18栋", "A区18栋", "exact"),
    ("A区18栋3单元30-8", "A区18栋", "room"),
    ("a区18栋", "A区18栋", "exact"),
    ("Ａ区１８栋", "A区18栋", "exact"),
    ("A区18号楼", "A区18栋", "exact"),
    ("A区18幢", "A区18栋", "exact"),
    ("A区18座", "A区18栋", "exact"),
    ("A区18#", "A区18栋", "exact"),
    ("A区18#楼", "A区18栋", "exact"),
    ("A区 18 栋", "A区18栋", "exact"),
    ("A区十八栋", "A区18栋", "exact"),
    ("A区十八栋三单元", "A区18栋", "room"),
    ("A区二十栋", "A区20栋", "exact"),
    ("A区18-3-30-8", "A区18栋", "room"),
    ("A区18-3-302", "A区18栋", "room"),
    ("18-3-302", "A区18栋", "unique"),
    ("小区A区18栋架空层", "A区18栋", "about"),
    ("A区18栋1单元", "A区18栋", "room"),
    ("A区18栋302室", "A区18栋", "room"),
    ("A区18栋302", "A区18栋", "room"),
    ("A区18栋12楼", "A区18栋", "room"),
    ("A区18栋架空层", "A区18栋", "about"),
    ("A区18栋楼下", "A区18栋", "about"),
    ("A区18栋旁边", "A区18栋", "about"),
    ("A区18栋底楼门面", "A区18栋", "about"),
    ("18栋", "A区18栋", "unique"),
    ("18栋3单元30-8", "A区18栋", "unique"),
    ("18号楼2单元5-1", "A区18栋", "unique"),
    ("桐花社区A区18栋", "A区18栋", "exact"),
    ("重庆市九龙坡区石坪街道桐花社区A区18栋3单元30-8", "A区18栋", "room"),
    ("九龙坡区石坪街道A区18栋", "A区18栋", "exact"),
    ("重庆九龙坡石坪街道桐花社区A区18栋", "A区18栋", "exact"),
    ("住在A区5栋", "A区5栋", "exact"),
    ("B区12栋", "B区12栋", "exact"),
    ("B区1栋2-3", "B区1栋", "room"),
    ("C组团3栋", "C组团3栋", "exact"),
    ("C组团3号楼", "C组团3栋", "exact"),
    ("老三栋", "C组团3栋", "exact"),
    ("幸福苑1栋", "幸福苑1号楼", "exact"),
    ("幸福苑一号楼", "幸福苑1号楼", "exact"),
    ("南门", "南门", "exact"),
    ("小区南门", "南门", "exact"),
    ("小区南门对面", "南门", "about"),
    ("菜市场", "桐花菜市场", "exact"),
    ("桐花菜市场旁边", "桐花菜市场", "about"),
    ("农贸市场门口", "桐花菜市场", "about"),
    ("永兴超市", "永兴超市", "exact"),
    ("永兴超市隔壁", "永兴超市", "about"),
    ("桐花小学对面", "桐花小学", "about"),
    ("工业园三路6号", "华兴电子厂", "exact"),
    ("工业园三路６号", "华兴电子厂", "exact"),
    ("华兴电子厂", "华兴电子厂", "exact"),
    ("轻轨站", "轻轨桐花站", "exact"),
    ("民主路18号", "民主路18号", "exact"),
    ("民主路１８号", "民主路18号", "exact"),
    ("九龙坡区民主路18号", "民主路18号", "exact"),
    ("步行街2楼", "步行街", "room"),
    ("社区服务中心", "社区服务中心", "exact"),
    ("居委会", "社区服务中心", "exact"),
]

UNKNOWN = [
    "A区13栋",
    "18-302",
    "2026-10-12",
    "A区21栋",
    "A区180栋",
    "D区18栋",
    "南岸区A区18栋",
    "渝北区永兴超市",
    "石桥铺A区18栋",
    "北岭小区3栋",
    "民主路180号",
    "民主路1号",
    "民主路",
    "工业园",
    "工业园三路60号",
    "华岩镇中心",
    "同上",
    "永兴批发市场",
    "18",
    "某某路",
    "www.example.com",
    "区" * 200,
]


@pytest.fixture
def community():
    made = make.community("桐花社区")
    made.parent.name = "石坪街道"
    made.parent.save()
    for number, (name, aliases) in enumerate(PLACES.items()):
        make.place(made, name, number * 10, 0, aliases=aliases)
    return made


@pytest.fixture
def gazetteer(community):
    return queries.gazetteer(community)


def test_the_table_is_long_enough():
    assert len(KNOWN) + len(UNKNOWN) >= 70


@pytest.mark.parametrize(("text", "name", "how"), KNOWN)
def test_known_address(text, name, how, gazetteer):
    match = gazetteer.match(text)
    assert (match.place and match.place.name, match.how) == (name, how)


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown_address_is_never_guessed(text, gazetteer):
    match = gazetteer.match(text)
    assert match.place is None
    assert match.how == "unknown"
    assert len(match.nearest) <= 3


@pytest.mark.parametrize("text", ["", "   ", None, "，。"])
def test_no_address(text, gazetteer):
    assert gazetteer.match(text).how == "empty"


@pytest.mark.parametrize("text", ["5栋", "五号楼", "3栋2单元"])
def test_a_building_in_two_clusters_is_ambiguous(text, gazetteer):
    match = gazetteer.match(text)
    assert match.place is None
    assert match.how == "ambiguous"
    assert len(match.nearest) >= 2


def test_the_nearest_names_help(gazetteer):
    assert all(place.name.startswith("A区1") for place in gazetteer.match("A区13栋").nearest)
    assert [place.name for place in gazetteer.match("永兴超巿").nearest][:1] == ["永兴超市"]


def test_a_retired_place_is_not_found(community):
    community.places.filter(name="永兴超市").update(retired_on="2026-01-01")
    assert queries.match_place(community, "永兴超市").how == "unknown"


def test_the_neighbours_place_is_not_ours(community):
    other = make.community("榕树社区")
    make.place(other, "榕树广场", kind=PlaceKind.MARKET)
    assert queries.match_place(community, "榕树广场").place is None


def test_an_alias_two_places_share_is_ambiguous(community):
    make.place(community, "便民超市", aliases=["永兴"])
    match = queries.match_place(community, "永兴")
    assert (match.place, match.how) == (None, "ambiguous")


def test_a_gazetteer_costs_three_queries_however_many_places(community, django_assert_num_queries):
    with django_assert_num_queries(3):
        gazetteer = queries.gazetteer(community)
    with django_assert_num_queries(0):
        gazetteer.match("A区18栋3单元30-8")


def test_hostile_text_is_only_unknown(gazetteer):
    for text in (
        "<script>alert(1)</script>",
        "=1+1",
        "(((((((",
        "\x00\x01",
        "栋" * 500,
        "A区" * 300 + "18栋",
        "（" * 50,
    ):
        assert gazetteer.match(text).place is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("十八号楼", "18栋"),
        ("第三栋", "3栋"),
        ("一百零二栋", "102栋"),
        ("楼栋7", "7栋"),
        ("三十幢", "30栋"),
        ("A座", "A栋"),
    ],
)
def test_two_writings_of_one_building(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize("text", ["三元里", "五里店", "九龙坡区", "两江新区", "百花园"])
def test_numerals_that_count_nothing_stay(text):
    assert normal(text) == text


def test_an_empty_gazetteer_finds_nothing():
    assert Gazetteer([]).match("A区18栋").how == "unknown"
