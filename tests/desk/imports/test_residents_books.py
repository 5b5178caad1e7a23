"""A register meets the books: new, update, unchanged, conflict, archived; nothing is sent, nobody comes back."""

from datetime import date

import pytest

from accounts.enums import Role
from core.clock import now
from core.models import AuditEntry
from notices.models import Notice
from residents.actions import archive, update_profile
from residents.models import JobSeekingRegistration, Resident
from tests.desk.imports.files import adds_up, command, one_status_per_row
from tests.desk.imports.variants.paper import Book, Page
from tests.factories import accounts, reference, residents

pytestmark = pytest.mark.django_db
FIELDS = ("seq", "home", "name", "relation", "sex", "id", "phone", "edu", "status", "skill", "wish", "pay", "remark")
HEADER = ("序号", "楼栋房号", "姓名", "与户主关系", "性别", "身份证号", "联系电话", "文化程度", "就业状况", "技能特长", "求职意向", "期望工资", "备注")  # fmt: skip
ANNA = {"home": "3栋2单元5-1", "name": "冉光英", "relation": "户主", "sex": "女", "id": "500107197605120049", "phone": "13800138001", "edu": "初中", "status": "失业", "skill": "缝纫、月嫂证", "wish": "保洁,不上夜班", "pay": "3000"}  # fmt: skip
BO = {"name": "陶国平", "relation": "配偶", "sex": "男", "id": "510802197003150011", "phone": "0839-3313361", "edu": "小学", "skill": "开拖拉机"}  # fmt: skip
NO_ID = {"home": "7栋1单元2-2", "name": "罗小琴", "relation": "户主", "sex": "女", "remark": "1988年3月生"}


@pytest.fixture
def community():
    return reference.community()


@pytest.fixture
def officer(community):
    return accounts.staff(Role.OFFICER, community)


@pytest.fixture
def sheet(tmp_path):
    def write(*people):
        page = Page().add("居民技能登记表").add(*HEADER)
        for number, person in enumerate(people, 1):
            page.add(*({"seq": number, **person}.get(field) for field in FIELDS))
        return Book("register", [page], kind="utf-8").write(tmp_path)

    return write


def test_dry_writes_nothing(sheet, community):
    found = command("residents", sheet(ANNA, BO), community)
    assert (found["rows"], found["new"], found["flag"], found["problems"]) == (2, 2, 0, [])
    assert not Resident.objects.exists()
    assert not AuditEntry.objects.filter(action__startswith="residents").exists()


def test_commit_stores_what_the_sheet_says(sheet, community):
    command("residents", sheet(ANNA, BO), community, "--commit")
    anna = Resident.objects.get(name="冉光英")
    assert (anna.id_number, anna.sex, anna.born_on) == ("500107197605120049", "2", date(1976, 5, 12))
    assert [c.number for c in anna.contacts.all()] == ["13800138001"]
    assert anna.household == Resident.objects.get(name="陶国平").household
    assert (anna.wish.no_nights, anna.wish.monthly_floor, anna.wish.own_words) == (True, 3000, "保洁,不上夜班")
    assert [o.occupation.name for o in anna.wish.occupations.all()] == ["保洁员"]
    assert {s.level for s in anna.skills.all()} == {"some", "certified"}
    assert (anna.last_verified_at, anna.source) == (None, "import")
    assert not anna.consents.exists()


def test_nothing_is_sent(sheet, community):
    command("residents", sheet(ANNA, BO, NO_ID), community, "--commit")
    assert not Notice.objects.exists()


def test_the_sheet_leaves_one_audit_row_without_a_person_in_it(sheet, community):
    command("residents", sheet(ANNA, BO), community, "--commit")
    entry = AuditEntry.objects.get(action="desk.import_residents")
    assert (entry.object_code, entry.note) == (community.code, "rows 2 new 2")


def test_only_who_names_work_is_looking_for_it(sheet, community):
    moved = NO_ID | {"wish": "保洁", "remark": "已搬走,1988年3月生"}
    command("residents", sheet(ANNA, BO, moved), community, "--commit")
    assert [row.resident.name for row in JobSeekingRegistration.objects.all()] == ["冉光英"]


def test_the_same_file_again_changes_nothing(sheet, community):
    path = sheet(ANNA, BO, NO_ID, {"name": "只有名字"})
    command("residents", path, community, "--commit")
    before = sorted(Resident.objects.values_list("pk", "version"))
    again = command("residents", path, community, "--commit")
    assert (again["unchanged"], again["new"], again["update"]) == (4, 0, 0)
    assert sorted(Resident.objects.values_list("pk", "version")) == before


def test_a_newer_sheet_updates_what_nobody_verified(sheet, community):
    command("residents", sheet(ANNA), community, "--commit")
    found = command("residents", sheet(ANNA | {"phone": "13900139002", "edu": "高中"}), community, "--commit")
    anna = Resident.objects.get()
    assert found["update"] == 1
    assert anna.education == "60"
    assert {c.number for c in anna.contacts.all()} == {"13800138001", "13900139002"}


def test_blank_cells_take_nothing_away(sheet, community):
    command("residents", sheet(ANNA), community, "--commit")
    found = command("residents", sheet({"name": ANNA["name"], "id": ANNA["id"]}), community, "--commit")
    anna = Resident.objects.get()
    assert found["unchanged"] == 1
    assert (anna.education, anna.address_text) == ("70", "3栋2单元5-1")


@pytest.mark.parametrize(
    ("change", "column"),
    [({"edu": "高中"}, "文化程度"), ({"phone": "13900139002"}, "电话"), ({"home": "9栋1单元1-1"}, "住址")],
)
def test_what_an_officer_verified_stands(sheet, community, officer, change, column):
    command("residents", sheet(ANNA), community, "--commit")
    update_profile(by=officer, resident=Resident.objects.get(), labour_status="unemployed")
    found = command("residents", sheet(ANNA | change), community, "--commit")
    assert one_status_per_row(found) == {3: "conflict"}
    assert found["problems"][0]["column"] == column
    anna = Resident.objects.get()
    assert (anna.education, anna.contacts.count(), anna.address_text) == ("70", 1, "3栋2单元5-1")


def test_a_verified_person_still_gets_what_was_blank(sheet, community, officer):
    command("residents", sheet({k: ANNA[k] for k in ("name", "id")}), community, "--commit")
    update_profile(by=officer, resident=Resident.objects.get(), labour_status="unemployed")
    found = command("residents", sheet(ANNA), community, "--commit")
    assert found["update"] == 1
    assert Resident.objects.get().education == "70"


def test_archived_people_stay_archived(sheet, community, officer):
    path = sheet(ANNA, BO)
    command("residents", path, community, "--commit")
    archive(by=officer, resident=Resident.objects.get(name="冉光英"), reason="moved")
    found = command("residents", path, community, "--commit")
    assert (found["archived"], found["unchanged"]) == (1, 1)
    assert one_status_per_row(found) == {3: "archived"}
    assert Resident.objects.get(name="冉光英").archived_at is not None


def test_somebody_who_registered_alone_is_found_and_completed(sheet, community):
    alone = residents.resident(community, "冉光英", source="self", last_verified_at=now(), last_verified_by_code="x")
    residents.contact(alone, "13800138001")
    found = command("residents", sheet(ANNA), community, "--commit")
    assert found["update"] == 1
    assert Resident.objects.get().id_number == ANNA["id"]


def test_two_who_might_be_meant_are_a_conflict(sheet, community):
    for _ in range(2):
        residents.contact(residents.resident(community, "冉光英"), "13800138001")
    found = command("residents", sheet(ANNA), community, "--commit")
    assert one_status_per_row(found) == {3: "conflict"}
    assert Resident.objects.count() == 2


def test_people_of_another_community_are_not_touched(sheet, community):
    command("residents", sheet(ANNA), reference.community(), "--commit")
    found = command("residents", sheet(ANNA), community)
    assert found["new"] == 1


def test_each_row_is_counted_once(sheet, community):
    wrong = BO | {"id": "510802197003150012"}
    found = command("residents", sheet(ANNA, BO, ANNA, wrong, NO_ID), community, "--commit")
    assert adds_up(found)
    assert one_status_per_row(found) == {5: "duplicate", 6: "error", 7: "flag"}


def test_facts_only_some_may_know_are_not_stored(sheet, community):
    found = command("residents", sheet(ANNA | {"remark": "社区矫正,会做饭"}), community, "--commit")
    assert found["flag"] == 1
    assert Resident.objects.get().note == "会做饭"
