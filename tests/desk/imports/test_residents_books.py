"""A register meets the books: new, update, unchanged, conflict, archived; nothing is sent, nobody comes back."""

import io
import json

import pytest
from django.core.management import call_command

from core.models import AuditEntry
from notices.models import Notice
from residents.models import JobSeekingRegistration, Resident
from tests.desk.imports.variants.paper import Page
from tests.factories import reference

pytestmark = pytest.mark.django_db
HEADER = ("序号", "楼栋房号", "姓名", "与户主关系", "性别", "身份证号", "联系电话", "文化程度", "就业状况", "技能特长", "求职意向", "期望工资", "备注")  # fmt: skip
ANNA = ("1", "3栋2单元5-1", "冉光英", "户主", "女", "510802197003150011"[:0] or "500107197605120049", "13800138001", "初中", "失业", "缝纫、月嫂证", "保洁,不上夜班", "3000", None)  # fmt: skip
BO = (
    "2",
    None,
    "陶国平",
    "配偶",
    "男",
    "510802197003150011",
    "0839-3313361",
    "小学",
    "务农",
    "开拖拉机",
    None,
    None,
    "补录",
)


@pytest.fixture
def community():
    return reference.community()


def write(tmp_path, *rows, name="sheet.csv", title="居民技能登记表"):
    page = Page().add(title).add(*HEADER)
    for row in rows:
        page.add(*row)
    from tests.desk.imports.variants.paper import Book

    path = tmp_path / name
    path.write_bytes(Book("sheet", [page], kind="utf-8").to_bytes())
    return path


def run(path, community, *flags, kind="residents", on="2026-11-20"):
    out = io.StringIO()
    call_command(
        "import_workbook",
        kind,
        str(path),
        "--community",
        community.code,
        "--on",
        on,
        "--json",
        *flags,
        stdout=out,
        stderr=io.StringIO(),
    )
    return json.loads(out.getvalue())


def test_dry_writes_nothing(tmp_path, community):
    found = run(write(tmp_path, ANNA, BO), community)
    assert (found["rows"], found["new"], found["flag"], found["problems"]) == (2, 2, 0, [])
    assert not Resident.objects.exists()
    assert not AuditEntry.objects.filter(action__startswith="residents").exists()


def test_commit_stores_what_the_sheet_says(tmp_path, community):
    run(write(tmp_path, ANNA, BO), community, "--commit")
    anna = Resident.objects.get(name="冉光英")
    assert anna.id_number == "500107197605120049"
    assert anna.sex == "2"
    assert anna.born_on.isoformat() == "1976-05-12"
    assert [c.number for c in anna.contacts.all()] == ["13800138001"]
    assert anna.household == Resident.objects.get(name="陶国平").household
    assert anna.wish.no_nights
    assert anna.wish.monthly_floor == 3000
    assert anna.wish.own_words == "保洁,不上夜班"
    assert [o.occupation.name for o in anna.wish.occupations.all()] == ["保洁员"]
    assert anna.skills.exists()
    assert anna.last_verified_at is None
    assert anna.source == "import"
    assert not Notice.objects.exists()


def test_only_who_names_work_is_looking_for_it(tmp_path, community):
    gone = (*ANNA[:2], "罗小琴", *ANNA[3:5], None, None, *ANNA[7:12], "已搬走")
    run(write(tmp_path, ANNA, BO, gone), community, "--commit")
    assert [row.resident.name for row in JobSeekingRegistration.objects.all()] == ["冉光英"]


def test_the_same_file_again_changes_nothing(tmp_path, community):
    path = write(tmp_path, ANNA, BO)
    run(path, community, "--commit")
    before = list(Resident.objects.order_by("pk").values_list("pk", "version"))
    again = run(path, community, "--commit")
    assert (again["unchanged"], again["new"], again["update"]) == (2, 0, 0)
    assert list(Resident.objects.order_by("pk").values_list("pk", "version")) == before


def test_a_newer_sheet_updates_what_nobody_verified(tmp_path, community):
    run(write(tmp_path, ANNA), community, "--commit")
    newer = (*ANNA[:6], "13900139002", "高中", *ANNA[8:])
    found = run(write(tmp_path, newer), community, "--commit")
    assert found["update"] == 1
    anna = Resident.objects.get()
    assert anna.education == "60"
    assert {c.number for c in anna.contacts.all()} == {"13800138001", "13900139002"}
