"""From rows to lists: what a person, a passer-by, an employer and an officer get."""

from datetime import date, time

import pytest

from core.clock import now
from jobs.models import Posting
from matching import boards
from matching.lexicons import load_words
from matching.queries import (
    alternatives,
    explain,
    facts_for_employer,
    limits_of,
    recommend_for_person,
    recommend_for_posting,
    shelf,
)
from reference.models import Skill, SkillTransfer
from tests.factories import reference
from tests.matching import rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon(at):
    at("2026-11-20 12:00")


@pytest.fixture
def town():
    made = reference.community()
    boards.base(made, rows.ON)  # the reference tables are read once a process
    return made


@pytest.fixture
def door(town):
    return reference.place(town, "12栋", 0, 0)


@pytest.fixture
def near(town):
    return reference.place(town, "小区东门", 300, 0, kind="gate")


@pytest.fixture
def far(town):
    return reference.place(town, "老纺织厂", 4000, 0, kind="works")


def titles(found):
    return [found.rows[item.id].title for item in found.ranking.items]


def test_wish_and_way_decide_the_order(town, door, near, far):
    person = rows.profile(town, place=door, occupations=["保洁员"])
    rows.posting(town, "门卫", place=near)
    rows.posting(town, "保洁员", place=far)
    rows.posting(town, "保洁员", place=near, title="小区保洁员")
    assert titles(recommend_for_person(person))[0] == "小区保洁员"


def test_score_is_the_sum_of_its_parts(town, door, near):
    person = rows.profile(town, place=door, occupations=["保洁员"], works=[("保洁员", 6)])
    rows.posting(town, place=near)
    ranking = recommend_for_person(person).ranking
    for item in ranking.items:
        assert ranking.base + sum(item.parts.values()) == pytest.approx(item.score, abs=1e-9)


def test_a_weaver_is_shown_sewing_with_the_sentence_of_the_table(town, door, near):
    person = rows.profile(town, place=door, works=[("挡车工", 12)])
    rows.posting(town, "缝纫工", place=near)
    found = recommend_for_person(person)
    assert "织布挡车的手上功夫，缝纫上手快" in [str(reason) for reason in found.ranking.items[0].reasons]
    assert [(step.kind, step.name) for step in found.ranking.items[0].missing] == [("skill", "缝纫基础")]


def test_a_tractor_driver_is_shown_the_fork_lift_with_its_class(town, door, near):
    """The table of transferable skills names the class, so the certificate is a step and no wall; it is no first choice."""
    person = rows.profile(town, place=door, skills=["开拖拉机"])
    rows.posting(town, "叉车司机", place=near)
    rows.posting(town, "三轮车司机", place=near)
    found = recommend_for_person(person)
    assert titles(found) == ["三轮车司机", "叉车司机"]
    assert [step.text for step in found.ranking.items[1].missing] == ["学叉车操作证", "考叉车证"]


def test_the_law_on_certificates(town, door, near):
    """健康证 can be had here: kept for who seeks, with the step. An electrician's cannot: removed, wished or not."""
    rows.posting(town, "帮厨", place=near)
    rows.posting(town, "电工", place=near)
    cook = recommend_for_person(rows.profile(town, place=door, works=[("帮厨", 6)]))
    assert titles(cook) == ["帮厨"]
    assert [(step.kind, step.slug, step.text) for step in cook.ranking.items[0].missing] == [
        ("certificate", "health", "办健康证")
    ]
    assert titles(recommend_for_person(rows.profile(town, place=door, occupations=["电工"]))) == ["帮厨"]
    assert titles(recommend_for_person(rows.profile(town, place=door))) == []
    licensed = rows.profile(town, place=door, certificates=["低压电工作业证"])
    assert titles(recommend_for_person(licensed)) == ["电工"]


def test_an_expired_certificate_is_none(town, door, near):
    person = rows.profile(town, place=door)
    rows.posting(town, "电工", place=near)
    kind = reference.certificate_kind("低压电工作业证")
    person.certificates.create(kind=kind, issued_on=date(2015, 3, 1))
    assert titles(recommend_for_person(person)) == []
    person.certificates.update(issued_on=date(2024, 3, 1))
    assert titles(recommend_for_person(person)) == ["电工"]


def test_a_larger_licence_drives_a_small_car(town, door, near):
    person = rows.profile(town, place=door, certificates=["大型货车驾驶证(B2)"])
    rows.posting(town, "小车司机", place=near)
    assert titles(recommend_for_person(person)) == ["小车司机"]


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2010, 1, 1), {"day"}),  # sixteen: no night, no hazard, no public-welfare post
        (None, {"day"}),  # unknown: the same three wait
        (date(1981, 9, 22), {"day", "night", "hazard", "welfare"}),
    ],
)
def test_age_opens_and_shuts_by_law(town, door, near, born_on, expected):
    person = rows.profile(town, place=door, born_on=born_on)
    rows.recognise(person)
    rows.posting(town, title="day", place=near)
    rows.posting(town, title="night", shift="night", place=near)
    rows.posting(town, title="hazard", hazardous=True, place=near)
    rows.posting(town, title="welfare", employment_type="PUBLIC_WELFARE", place=near)
    found = recommend_for_person(person)
    assert set(titles(found)) == expected
    if born_on is None:
        assert [(row.limit, row.count) for row in found.ranking.removed] == [("birth-unknown", 3)]
        assert "出生日期" in found.ranking.removed[0].sentence


def test_public_welfare_needs_a_recognition_that_holds(town, door, near):
    person = rows.profile(town, place=door)
    rows.posting(town, title="welfare", employment_type="PUBLIC_WELFARE", place=near)
    assert titles(recommend_for_person(person)) == []
    past = rows.recognise(person, to_on=date(2026, 11, 19))
    assert titles(recommend_for_person(person)) == []
    past.to_on = date(2026, 11, 20)
    past.save()
    assert titles(recommend_for_person(person)) == ["welfare"]


def test_past_retirement_only_where_it_is_accepted(town, door, near):
    """Born 1960: past it. Born 1966-11-05: sixty, retires 2027-05, signs a labour contract like everybody."""
    rows.posting(town, title="plain", place=near)
    rows.posting(town, title="accepts", accepts_over_age=True, place=near)
    rows.posting(town, title="home", employment_type="PIECE_HOME", pay_unit="piece")
    old = rows.profile(town, place=door, born_on=date(1960, 5, 1), sex="1")
    sixty = rows.profile(town, place=door, born_on=date(1966, 11, 5), sex="1")
    assert set(titles(recommend_for_person(old))) == {"accepts", "home"}
    assert set(titles(recommend_for_person(sixty))) == {"plain", "accepts", "home"}


def test_cold_start_gets_five_sensible_postings(town, door, near):
    """Age, schooling and an address, nothing else: five postings, none that needs a certificate she has not got."""
    person = rows.profile(town, place=door, education="70")
    for name in ("保洁员", "门卫", "理货员", "流水线操作工", "园林绿化工", "包装工"):
        rows.posting(town, name, place=near)
    rows.posting(town, "帮厨", place=near)
    rows.posting(town, "叉车司机", place=near)
    rows.posting(town, "家政服务员", place=near, certificates=["家政服务员证"])
    found = recommend_for_person(person)
    assert len(found.ranking.items) == 6
    assert not {"帮厨", "叉车司机", "家政服务员"} & set(titles(found))
    assert all(item.reasons for item in found.ranking.items)


def test_switched_off_the_profile_is_not_read(town, door, near, django_assert_num_queries):
    """The same postings by date, and no query touches a table about a person."""
    person = rows.profile(town, place=door, occupations=["保洁员"], personalised=False)
    old = rows.posting(town, place=near, days_ago=9)
    new = rows.posting(town, "门卫", place=near, days_ago=1)
    with django_assert_num_queries(8) as asked:
        found = recommend_for_person(person)
    assert [item.id for item in found.ranking.items] == [new.code, old.code]
    assert not [query["sql"] for query in asked.captured_queries if "residents_" in query["sql"]]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_the_same_queries_for_one_and_three(town, door, near, count, django_assert_num_queries):
    person = rows.profile(town, place=door, occupations=["保洁员"], works=[("帮厨", 2)], certificates=["健康证"])
    for _ in range(count):
        rows.posting(town, place=near, of=rows.employer(town), certificates=["健康证"])
    with django_assert_num_queries(14):
        assert len(recommend_for_person(person).ranking.items) == count


@pytest.mark.parametrize("count", [1, 3])
def test_people_take_the_same_queries_for_one_and_three(town, door, near, count, django_assert_num_queries):
    posting = rows.posting(town, place=near)
    for _ in range(count):
        rows.profile(town, place=door, occupations=["保洁员"], works=[("帮厨", 2)], certificates=["健康证"])
    with django_assert_num_queries(14):
        assert len(recommend_for_posting(posting).ranking.items) == count


def test_people_who_look_for_work_are_found_by_what_they_can(town, door, near):
    posting = rows.posting(town, place=near)
    rows.profile(town, place=door, name="甲")
    able = rows.profile(town, place=door, name="乙", occupations=["保洁员"], works=[("保洁员", 6)])
    paused = rows.profile(town, place=door, name="丙", works=[("保洁员", 9)])
    paused.seekings.update(state="paused")
    found = recommend_for_posting(posting)
    assert found.ranking.items[0].id == able.code
    assert paused.code not in found.rows
    assert "做过 6 年保洁员，正好用得上" in [str(reason) for reason in found.ranking.items[0].reasons]


def test_what_an_employer_reads_says_nothing_private(town, door, near):
    posting = rows.posting(town, place=near, employment_type="PUBLIC_WELFARE")
    wish = {
        "kinds": ["welfare"],
        "travel": "walk",
        "picks_up_child": True,
        "no_standing": True,
        "no_nights": True,
        "monthly_floor": 2000,
        "max_lift_kg": 5,
    }
    person = rows.profile(town, place=door, occupations=["保洁员"], works=[("保洁员", 6)], wish=wish)
    rows.recognise(person)
    item = recommend_for_posting(posting).ranking.items[0]
    words = "".join([*map(str, item.reasons), *(each.text for each in item.conditions)])
    assert not [word for word in ("孩子", "站", "夜班", "底线", "困难", "公益", "搬", "您") if word in words]


def test_facts_she_passes_on(town, door, near):
    posting = rows.posting(town, "帮厨", place=near)
    person = rows.profile(town, place=door, works=[("帮厨", 6)], certificates=["健康证"], wish={"picks_up_child": True})
    assert facts_for_employer(person, posting) == [
        "做过 6 年帮厨，正好用得上",
        "有健康证，正好要",
        "住得近，走路约 6 分钟",
    ]


def test_facts_of_somebody_who_said_nothing(town, near):
    person = rows.profile(town)
    assert facts_for_employer(person, rows.posting(town, place=near)) == []


def test_shelf_of_a_passer_by_knows_the_door_and_the_chips_only(town, door, near, far, django_assert_num_queries):
    rows.posting(town, title="near", place=near)
    rows.posting(town, title="late", place=near, ends_at_time=time(18, 0))
    rows.posting(town, title="far", place=far)
    rows.posting(town, title="unplaced")
    with django_assert_num_queries(6) as asked:
        found = shelf(Posting.objects.live(), limits={"care", "walk"}, place=door, community=town)
        shown = found.items[:2]
    assert not [query["sql"] for query in asked.captured_queries if "residents_" in query["sql"]]
    by_pk = {row.pk: row.title for row in Posting.objects.all()}
    assert [by_pk[pk] for pk, _item in shown] == ["near", "unplaced"]
    assert {row.limit: row.count for row in found.removed} == {"care": 1, "walk": 1}
    assert found.total == 2
    assert str(shown[0][1].reasons[0]) == "4 点下班，接孩子来得及"


def test_a_passer_by_is_told_what_answers_her_or_nothing(town, near):
    """No door, no chip: what every card could say is not said."""
    rows.posting(town, place=near, days_ago=0)
    _pk, item = shelf(Posting.objects.live(), limits=set(), community=town).items[0]
    assert item.parts["freshness"] > 0
    assert [reason for reason in item.reasons if reason.sign > 0] == []


def test_pay_is_compared_with_pay_of_its_kind(town, door, near):
    """Five full months at 2,600 and one half day at 30 an hour: the half day is not "far above" the months."""
    person = rows.profile(town, place=door)
    full = {"hours_per_day": 8, "pay_min": 2600}
    months = [rows.posting(town, place=near, **full) for _ in range(5)]
    best = rows.posting(town, place=near, **full | {"pay_min": 3600})
    half = rows.posting(town, place=near, employment_type="PART_TIME", pay_unit="hour", pay_min=30)
    items = {item.id: item.parts["pay_local"] for item in recommend_for_person(person).ranking.items}
    assert items[best.code] > 0
    assert {items[each.code] for each in (*months, half)} == {0.0}


def test_words_are_read_once_and_again_after_an_officers_edit(town, door, near, django_assert_num_queries):
    person = rows.profile(town, place=door, skills=["开拖拉机"])
    rows.posting(town, "叉车司机", place=near)
    with django_assert_num_queries(1):
        before = load_words({})
    with django_assert_num_queries(1):
        assert load_words({}) is before
    transfer = SkillTransfer.objects.get(from_skill__name="开拖拉机", to_occupation__name="叉车司机")
    transfer.sentence, transfer.edited_by_code, transfer.edited_at = "拖拉机开得稳，叉车不难", "u1", now()
    transfer.save()
    assert load_words({}) is not before
    assert "拖拉机开得稳，叉车不难" in map(str, recommend_for_person(person).ranking.items[0].reasons)


def test_a_new_row_of_the_tables_is_seen(town):
    before = load_words({})
    Skill.objects.create(slug="lacquer", name="刷漆器", group="手艺")
    assert "skill:lacquer" in load_words({}).lexicon.abilities
    assert "skill:lacquer" not in before.lexicon.abilities


def test_no_name_and_no_number_is_even_selected(town, door, near, django_assert_num_queries):
    person = rows.profile(town, place=door, works=[("帮厨", 6)])
    posting = rows.posting(town, place=near)
    base = boards.base(town, rows.ON)
    with django_assert_num_queries(6) as asked:
        boards.people(type(person).objects.filter(pk=person.pk), base)
    sql = " ".join(query["sql"] for query in asked.captured_queries)
    assert not [
        column
        for column in ("name", "id_number", "note", "residency_type", "labour_status", "household")
        if f'"{column}"' in sql
    ]
    assert recommend_for_posting(posting).rows[person.code] == person


def test_night_work_stands_on_the_shelf_of_everybody(town, near):
    rows.posting(town, "门卫", shift="night", place=near)
    found = shelf(Posting.objects.live(), limits=set(), community=town)
    assert found.total == 1


def test_chips_take_the_place_of_five_wishes_and_leave_the_others(town, door, near):
    wish = {"no_nights": True, "monthly_floor": 3000}
    person = rows.profile(town, place=door, wish=wish)
    night = rows.posting(town, "门卫", shift="night", pay_min=3200, place=near)
    rows.posting(town, title="below the floor", place=near)
    assert limits_of(person) == {"nights"}
    found = shelf(Posting.objects.live(), limits=set(), place=door, resident=person, community=town)
    assert [pk for pk, _item in found.items] == [night.pk]
    assert {row.limit for row in found.removed} == {"pay"}


def test_newest_first_then_nearest(town, door, near, far):
    rows.posting(town, title="old", place=near, days_ago=5)
    rows.posting(town, title="far", place=far, days_ago=1)
    rows.posting(town, title="near", place=near, days_ago=1)
    found = shelf(Posting.objects.live(), limits=set(), place=door, newest=True, community=town)
    by_pk = {row.pk: row.title for row in Posting.objects.all()}
    assert [by_pk[pk] for pk, _item in found.items] == ["near", "far", "old"]


def test_an_unknown_chip_is_refused(town):
    with pytest.raises(KeyError, match="no such chip"):
        shelf(Posting.objects.live(), limits={"age"}, community=town)


@pytest.mark.parametrize(
    ("wish", "chips"),
    [
        ({}, set()),
        ({"picks_up_child": True}, {"care"}),
        ({"pick_up_at": time(16, 0)}, {"care"}),
        ({"picks_up_child": False, "pick_up_at": time(16, 0)}, set()),
        (
            {"no_nights": True, "no_weekends": True, "no_standing": True, "travel": "walk"},
            {"nights", "weekends", "standing", "walk"},
        ),
        ({"travel": "bus", "max_minutes": 20}, set()),
    ],
)
def test_chips_of_a_profile(town, wish, chips):
    assert limits_of(rows.profile(town, wish=wish)) == chips


def test_explain_says_what_fits_and_what_does_not(town, door, far):
    wish = {"travel": "walk", "max_minutes": 30, "no_nights": True}
    person = rows.profile(town, place=door, wish=wish)
    item = explain(person, rows.posting(town, shift="night", place=far))
    assert {each.limit: each.state for each in item.conditions} == {"distance": "no", "nights": "no"}


def test_the_employers_record_counts_after_the_clock_has_run(town, door, near):
    """Answers that are still due say nothing; three that were never given push the posting down."""
    person = rows.profile(town, place=door)
    quiet, waiting = (rows.posting(town, place=near, of=rows.employer(town)) for _ in range(2))
    for number in range(3):
        rows.application(quiet, replied=False, number=number)
        rows.application(waiting, replied=None, number=number)
    items = {item.id: item for item in recommend_for_person(person).ranking.items}
    assert items[quiet.code].parts["reply"] < 0
    assert items[waiting.code].parts["reply"] == 0


def test_alternatives_are_alike_and_near(town, door, near, far):
    lost = rows.posting(town, "保洁员", place=near)
    rows.posting(town, "电工", place=near)
    same = rows.posting(town, "保洁员", place=near, title="楼道保洁")
    rows.posting(town, "保洁员", place=far, title="厂区保洁")
    rows.posting(town, "保洁员", place=near, employment_type="PUBLIC_WELFARE")
    other_town = reference.community(district_code="510802")
    rows.posting(other_town, "保洁员")
    found = alternatives(lost, top=2)
    assert [posting.title for posting in found] == ["楼道保洁", "厂区保洁"]
    person = rows.profile(town, place=door)
    application = rows.application(same, replied=False, number=1)
    application.resident = person
    application.save()
    assert same not in alternatives(lost, resident=person)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sex", "1"),
        ("name", "马依努尔"),
        ("residency_type", "floating"),
        ("household_relation", "spouse"),
        ("labour_status", "homemaker"),
        ("note", "信教，少数民族，残疾"),
        ("born_on", date(1985, 2, 28)),
        ("id_number", "53050219850228004X"),
    ],
)
def test_who_she_is_changes_nothing(town, door, near, far, field, value):
    """The counterfactual: one attribute of a copy of the profile is changed, list, scores and reasons stay."""
    person = rows.profile(town, place=door, occupations=["保洁员"], works=[("帮厨", 6)], education="70")
    for name, place in (("保洁员", far), ("门卫", near), ("帮厨", near), ("理货员", None)):
        rows.posting(town, name, place=place)
    before = recommend_for_person(person).ranking
    setattr(person, field, value)
    person.save()
    assert recommend_for_person(person).ranking == before
    assert before.items
