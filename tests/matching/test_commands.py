"""The three commands: one JSON document on stdout, ids that can be used again, names masked."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.factories import reference
from tests.matching import rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon(at):
    at("2026-11-20 12:00")


@pytest.fixture
def town():
    return reference.community()


def run(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_ids_lead_from_lists_to_recommendations(town):
    door, gate = reference.place(town, "12栋", 0, 0), reference.place(town, "东门", 300, 0)
    rows.profile(town, place=door, name="欧阳小翠", occupations=["保洁员"])
    rows.posting(town, place=gate)
    rows.posting(town, "电工", place=gate)
    people = json.loads(run("list_people", "--community", town.code, "--json"))
    postings = json.loads(run("list_postings", "--community", town.code, "--limit", "5", "--json"))
    assert [(row["name"], row["seeking"]) for row in people] == [("欧阳**", True)]
    assert {row["title"] for row in postings} == {"保洁员", "电工"}

    answer = json.loads(run("recommend", "--person", people[0]["id"], "--json"))
    item = answer["items"][0]
    assert item["title"] == "保洁员"
    assert item["id"] in {row["id"] for row in postings}
    assert sum(item["parts"].values()) == pytest.approx(item["score"], abs=1e-9)
    assert item["reasons"][0] == "您想做的第一样就是保洁员"
    assert [(row["limit"], row["count"]) for row in answer["removed"]] == [("certificate", 1)]

    there = json.loads(run("recommend", "--posting", item["id"], "--top", "3", "--json"))
    assert [(row["id"], row["title"]) for row in there["items"]] == [(people[0]["id"], "欧阳**")]


def test_no_name_and_no_number_comes_out(town):
    person = rows.profile(town, name="欧阳小翠", id_number="53050219850228004X")
    person.contacts.create(number="13800138000")
    posting = rows.posting(town)
    printed = run("list_people", "--community", town.code, "--json")
    printed += run("recommend", "--posting", posting.code, "--json") + run("recommend", "--posting", posting.code)
    assert not [secret for secret in ("小翠", "13800138000", "004X") if secret in printed]


def test_people_who_look_for_work_come_first(town):
    for number in range(3):
        rows.profile(town, name="王秀英").seekings.update(state="paused" if number else "active")
    people = json.loads(run("list_people", "--community", town.code, "--json"))
    assert [row["seeking"] for row in people] == [True, False, False]


def test_postings_that_are_over_are_not_listed(town):
    rows.posting(town, state="closed", close_reason="filled")
    assert json.loads(run("list_postings", "--community", town.code, "--json")) == []


def test_plain_text(town):
    person = rows.profile(town)
    assert run("recommend", "--person", person.code).strip() == "现在没有。"
    posting = rows.posting(town)
    rows.posting(town, "电工")
    text = run("recommend", "--person", person.code)
    assert f"1. 保洁员 ({posting.code})" in text
    assert "去掉 1 个：要的证" in text
    assert run("list_postings", "--community", town.code).count("\t") == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["recommend", "--person", "nobody"], "list_people"),
        (["recommend", "--posting", "nobody"], "list_postings"),
        (["recommend", "--person", "x", "--top", "0"], "至少 1"),
        (["list_people", "--community", "nowhere"], "list_communities"),
        (["list_postings", "--community", "nowhere", "--limit", "0"], "至少 1"),
    ],
)
def test_mistakes_are_answered_in_words(words, message):
    with pytest.raises(CommandError, match=message):
        run(*words)
