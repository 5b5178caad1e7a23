"""manage.py check_posting, with the reference data as it is shipped."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from jobs.lawful_rules import posting_text, rules_for
from jobs.models import Posting
from tests.factories import reference as factories
from tests.jobs.lawful.conftest import ON

pytestmark = pytest.mark.django_db

POSTING = {
    "title": "小区保洁员",
    "body": "扫 4 个单元的楼道",
    "employment_type": "FULL_TIME",
    "pay_min": 2600,
    "pay_max": 2800,
    "pay_unit": "month",
    "hours_per_day": 7.5,
    "probation_months": 1,
    "pay_cycle_days": 30,
    "headcount": 3,
    "place": "B区9栋",
    "district": "500107",
    "valid_until": "2026-12-20",
    "on": "2026-11-20",
}


def run(*words, **options) -> str:
    out = StringIO()
    call_command("check_posting", *words, stdout=out, **options)
    return out.getvalue()


def findings(tmp_path, **changes) -> list[dict]:
    path = tmp_path / "posting.json"
    path.write_text(json.dumps(POSTING | changes, ensure_ascii=False), encoding="utf-8")
    return json.loads(run("--file", str(path), "--json"))["findings"]


def test_a_lawful_posting(tmp_path):
    assert findings(tmp_path) == []


def test_each_finding_says_level_rule_law_quote_and_suggestion(tmp_path):
    (found,) = findings(tmp_path, body="限女性，能爬6楼")
    assert {key: found[key] for key in ("level", "rule", "quote", "field", "start", "end")} == {
        "level": "block",
        "rule": "sex",
        "quote": "限女性",
        "field": "body",
        "start": 0,
        "end": 3,
    }
    assert found["law"] == "《人力资源市场暂行条例》第二十四条"
    assert found["suggestion"] == "爱干净、做事细，男女都行"


@pytest.mark.parametrize("district", ["500107", "重庆市九龙坡区", "九龙坡区"])
def test_the_floor_is_that_of_the_district(tmp_path, district):
    (found,) = findings(tmp_path, district=district, pay_min=2300)
    assert (found["rule"], found["level"]) == ("wage_floor", "block")
    assert "2330" in found["suggestion"]


def test_the_floor_is_that_of_the_day(tmp_path):
    last_year = {"on": "2024-12-01", "valid_until": "2024-12-20"}
    assert findings(tmp_path, pay_min=2100, **last_year) == []
    assert [f["rule"] for f in findings(tmp_path, pay_min=2099, **last_year)] == ["wage_floor"]


def test_without_a_known_district_the_officer_looks(tmp_path):
    assert [(f["rule"], f["level"]) for f in findings(tmp_path, district="")] == [("floor_unknown", "warn")]


def test_what_is_missing_is_found(tmp_path):
    path = tmp_path / "empty.json"
    path.write_text("{}", encoding="utf-8")
    found = json.loads(run("--file", str(path), "--json", "--on", "2026-11-20"))["findings"]
    assert {f["field"] for f in found} == {"title", "headcount", "body", "place", "pay_min", "valid_until"}


def test_no_definite_pay_headcount_or_day_counts_as_missing(tmp_path):
    found = findings(tmp_path, pay_min="面议", pay_max=None, headcount="多名", valid_until="长期", district=None)
    assert {f["field"] for f in found if f["rule"] == "mandatory"} == {"pay_min", "headcount", "valid_until"}


def test_a_sentence_alone_is_judged_by_its_wording_only():
    assert json.loads(run("--text", "性别不限", "--json")) == {"findings": []}
    found = json.loads(run("--text", "入职需交服装押金200元", "--json"))["findings"]
    assert [(f["rule"], f["level"]) for f in found] == [("fee", "block")]


def test_for_people_it_is_plain_chinese():
    assert run("--text", "性别不限") == "没有发现不能写的地方。\n"
    assert run("--text", "限男性").startswith("1. 不能写「限男性」")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "3", '"x"', "\ufeff[", '{"employment_type": "SLAVE"}', '{"pay_unit": "year"}', '{"on": "morgen"}'],
)
def test_what_cannot_be_read_ends_with_two_and_says_why(tmp_path, content):
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as stopped:
        run("--file", str(path), "--json")
    assert stopped.value.returncode == 2
    assert str(path) in str(stopped.value)


def test_a_missing_file_a_folder_and_another_encoding(tmp_path):
    (tmp_path / "gbk.json").write_bytes('{"title": "保洁"}'.encode("gbk"))
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "gbk.json"):
        with pytest.raises(CommandError) as stopped:
            run("--file", str(path), "--json")
        assert stopped.value.returncode == 2


@pytest.mark.parametrize("value", [True, [], {}, "NaN", "1e99999", -5, "<script>"])
def test_odd_values_do_not_break_it(tmp_path, value):
    for name in ("title", "body", "pay_min", "headcount", "hours_per_day", "valid_until", "district"):
        findings(tmp_path, **{name: value})


def test_the_rules_take_four_queries(django_assert_max_num_queries):
    community, district = factories.community(), factories.district()
    with django_assert_max_num_queries(4):
        rules = rules_for(district, community, ON)
    assert rules.floor.monthly == 2330
    assert rules.params["posting_max_days"] == 90
    assert len(rules.wording) > 100


def test_a_posting_is_read_field_by_field():
    posting = Posting(title="保安", requirements="限男性", duties="站岗", address="北门")
    assert posting_text(posting).texts["requirements"] == "限男性"
    assert posting_text(posting).place == "北门"
