"""An office brings its own community and places in, without a programmer."""

import json
from datetime import date, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from core.errors import Invalid
from reference import queries
from reference.models import Area, Place
from reference.sheets import bring_places
from tests.factories import reference as make

pytestmark = pytest.mark.django_db

HEAD = ["名称", "类型", "向东（米）", "向北(米)", "别名", "地标", "停用日期"]
ROWS = [
    ["桐花社区地点表"],
    HEAD,
    ["1栋", "楼栋", 100, 200, None, None, None],
    ["永兴超市", "市场", "120", 80.0, "永兴、大超市", "是", None],
    [None, None, None, None],
    ["轻轨站", "车站", 0, -300, "", "", None],
]


@pytest.fixture
def community():
    return make.community()


def counts(result):
    return [result[word] for word in ("new", "update", "unchanged", "error")]


def test_places_come_in_and_the_same_sheet_changes_nothing(community):
    assert counts(bring_places(by=None, community=community, rows=ROWS)) == [3, 0, 0, 0]
    shop = queries.match_place(community, "大超市").place
    assert (shop.point, shop.kind, shop.landmark) == ((120, 80), "market", True)
    assert counts(bring_places(by=None, community=community, rows=ROWS)) == [0, 0, 3, 0]
    assert community.places.count() == 3


def test_a_moved_place_and_a_new_alias_are_updates(community):
    bring_places(by=None, community=community, rows=ROWS)
    rows = [HEAD, ["1栋", "楼栋", 110, 200], ["永兴超市", "市场", 120, 80, "永兴，小永兴", "是"]]
    assert counts(bring_places(by=None, community=community, rows=rows)) == [0, 2, 0, 0]
    assert community.places.get(name="1栋").point == (110, 200)
    assert set(community.places.get(name="永兴超市").aliases.values_list("alias", flat=True)) == {
        "永兴",
        "大超市",
        "小永兴",
    }


@pytest.mark.parametrize("day", [date(2026, 5, 1), datetime(2026, 5, 1), "2026-05-01"])
def test_a_closed_place_is_retired_once(community, day):
    bring_places(by=None, community=community, rows=ROWS)
    rows = [HEAD, ["轻轨站", "车站", 0, -300, "", "", day]]
    assert counts(bring_places(by=None, community=community, rows=rows)) == [0, 1, 0, 0]
    assert counts(bring_places(by=None, community=community, rows=rows)) == [0, 0, 1, 0]
    assert Place.objects.get(community=community, name="轻轨站").retired_on == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ([None, "楼栋", 1, 1], "名称要有"),
        (["字" * 61, "楼栋", 1, 1], "不超过 60 个字"),
        (["2栋", "飞机场", 1, 1], "类型“飞机场”不认识"),
        (["2栋", "楼栋", "东边", 1], "向东（米）要写一个数字，现在是“东边”"),
        (["2栋", "楼栋", 1, None], "向北（米）要写一个数字"),
        (["2栋", "楼栋", float("inf"), 1], "向东（米）"),
        (["2栋", "楼栋", float("nan"), 1], "向东（米）"),
        (["2栋", "楼栋", 10**9, 1], "向东（米）"),
        (["2栋", "楼栋", 1, 1, "名" * 61], "别名不超过"),
        (["2栋", "楼栋", 1, 1, "", "", "去年"], "停用日期要写成"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(community, line, said):
    result = bring_places(by=None, community=community, rows=[HEAD, line, ["3栋", "楼栋", 5, 5]])
    assert counts(result) == [1, 0, 0, 1]
    assert result["problems"][0]["row"] == 2
    assert said in result["problems"][0]["message"]


@pytest.mark.parametrize("rows", [[], [[]], [["姓名", "电话"]], [["名称", "类型"]]])
def test_another_table_is_refused(community, rows):
    with pytest.raises(Invalid, match="没有找到“名称、向东"):
        bring_places(by=None, community=community, rows=rows)


class TestCommands:
    def test_places_from_a_gbk_csv(self, community, tmp_path, capsys):
        file = tmp_path / "places.csv"
        file.write_bytes("名称,类型,向东,向北\n1栋,楼栋,10,20\n2栋,楼栋,很远,20\n".encode("gb18030"))
        call_command("load_places", str(file), community=community.code, json=True)
        result = json.loads(capsys.readouterr().out)
        assert counts(result) == [1, 0, 0, 1]
        call_command("load_places", str(file), community=community.code)
        assert capsys.readouterr().out.splitlines()[1].startswith("第 3 行：向东（米）要写一个数字")

    def test_a_wrong_code_or_file_is_said_plainly(self, community, tmp_path):
        (tmp_path / "places.csv").write_text("姓名,电话\n甲,1\n", encoding="utf-8")
        with pytest.raises(CommandError, match="没有代码为"):
            call_command("load_places", str(tmp_path / "places.csv"), community="zzz")
        with pytest.raises(CommandError, match="没有找到“名称"):
            call_command("load_places", str(tmp_path / "places.csv"), community=community.code)

    def test_a_community_is_added_once(self, capsys):
        for hotline in ("023-68000001", "023-68000002"):
            call_command("add_community", district="500107", street="石坪街道", name="桐花社区", hotline=hotline)
        first, second = capsys.readouterr().out.splitlines()
        assert first == second
        code, name = first.split("\t")
        community = Area.objects.get(code=code)
        assert (name, community.district.name) == ("桐花社区", "九龙坡区")
        assert community.info.hotline == "023-68000002"

    def test_an_unclear_district_is_refused(self):
        with pytest.raises(CommandError, match="鼓楼区"):
            call_command("add_community", district="鼓楼区", street="甲街道", name="乙社区")

    def test_a_local_rule_from_the_command_line(self, community, capsys):
        call_command("set_local_rule", "reply_days", "5", area=community.code)
        assert capsys.readouterr().out == "reply_days\t5\n"
        assert queries.local_rule(community, "reply_days") == 5
        assert queries.local_rule(None, "reply_days") == 3
        for key, area in (("no_such_key", None), ("reply_days", "zzz")):
            with pytest.raises(CommandError, match="没有"):
                call_command("set_local_rule", key, "5", area=area)
