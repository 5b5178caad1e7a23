"""A list of needs meets the books: drafts, the queue of review, closed postings, employers found again."""

from datetime import date
from functools import partial

import pytest
from django.db import connection

from desk.imports.apply_postings import store_postings
from desk.imports.law import Law
from desk.imports.layout import rows_of
from desk.imports.openings import read_openings
from desk.imports.plan_postings import plan_postings
from desk.imports.run import read_tables
from enterprises.models import Employer
from jobs.actions.postings import shut
from jobs.lawful_rules import rules_for
from jobs.models import Posting
from notices.models import Notice
from tests.desk.imports.files import adds_up, command, one_status_per_row
from tests.desk.imports.variants.lists import HEADER
from tests.desk.imports.variants.paper import Book, Page
from tests.factories import reference

pytestmark = pytest.mark.django_db
FIELDS = (
    "seq",
    "firm",
    "code",
    "person",
    "phone",
    "title",
    "heads",
    "pay",
    "place",
    "hours",
    "edu",
    "age",
    "other",
    "until",
)
COOK = {"firm": "一碗香餐饮店", "code": "92500107MA5YTE1R0R", "person": "林姐", "phone": "13800138001", "title": "洗碗工", "heads": "2", "pay": "2800元/月+包吃住", "place": "民主路18号", "hours": "9:00-16:00", "edu": "不限", "other": "有健康证", "until": "2026-12-31"}  # fmt: skip


@pytest.fixture
def community():
    return reference.community()


@pytest.fixture
def sheet(tmp_path):
    def write(*rows, title="企业用工信息登记表"):
        page = Page().add(title).add(*HEADER)
        for number, row in enumerate(rows, 1):
            page.add(*({"seq": number, **row}.get(field) for field in FIELDS))
        return Book("needs", [page], kind="gb18030").write(tmp_path)

    return write


def test_a_good_row_waits_for_review(sheet, community):
    found = command("postings", sheet(COOK), community, "--commit")
    posting = Posting.objects.get()
    assert (found["new"], found["problems"]) == (1, [])
    assert (posting.state, posting.source, posting.title, posting.headcount) == ("review", "import", "洗碗工", 2)
    assert (posting.pay_min, posting.pay_unit, posting.board, posting.lodging) == (2800, "month", True, True)
    assert (posting.occupation.name, posting.valid_until.isoformat()) == ("洗碗工", "2026-12-31")
    assert (posting.contact_name, posting.contact_phone) == ("林姐", "13800138001")
    assert [c.name for c in posting.certificates.all()] == ["健康证"]
    assert posting.employer.credit_code == COOK["code"]
    assert not Notice.objects.exists()


def test_forbidden_words_are_kept_as_a_draft(sheet, community):
    found = command("postings", sheet(COOK | {"other": "限女性"}), community, "--commit")
    posting = Posting.objects.get()
    assert (found["block"], posting.state) == (1, "draft")
    assert "限女性" in found["problems"][0]["message"]
    assert posting.comments.get().text.startswith("其他要求：")


def test_a_posting_without_a_last_day_gets_the_usual_days_and_a_flag(sheet, community):
    found = command("postings", sheet(COOK | {"until": "招满为止"}), community, "--commit")
    posting = Posting.objects.get()
    assert (found["new"], found["flag"], posting.state) == (1, 1, "review")
    assert posting.valid_until is not None


def test_a_day_that_is_past_stays_a_draft(sheet, community):
    found = command("postings", sheet(COOK | {"until": "2026-03-01"}), community, "--commit")
    assert (found["flag"], Posting.objects.get().state) == (1, "draft")


def test_the_same_file_again_changes_nothing(sheet, community):
    path = sheet(COOK, COOK | {"heads": "3"}, COOK | {"other": "限女性"}, COOK)
    first = command("postings", path, community, "--commit")
    again = command("postings", path, community, "--commit")
    assert (first["new"], first["block"], first["duplicate"]) == (2, 1, 1)
    assert (again["unchanged"], again["new"], again["block"], again["duplicate"]) == (2, 0, 1, 1)
    assert (Posting.objects.count(), Employer.objects.count()) == (3, 1)


def test_two_postings_for_one_job_are_two(sheet, community):
    found = command("postings", sheet(COOK, COOK | {"place": "步行街2楼"}), community, "--commit")
    assert (found["new"], Posting.objects.count()) == (2, 2)


def test_a_closed_posting_is_not_opened_again(sheet, community):
    path = sheet(COOK)
    command("postings", path, community, "--commit")
    shut(Posting.objects.get(), by=None, reason="cancelled")
    found = command("postings", path, community, "--commit")
    assert one_status_per_row(found) == {3: "archived"}
    assert Posting.objects.get().state == "closed"


def test_the_floor_is_that_of_the_district_in_the_row_or_the_title(sheet, community):
    poor = COOK | {"pay": "2250元/月"}
    here = command("postings", sheet(poor), community)
    titled = command("postings", sheet(poor, title="重庆市綦江区企业用工信息"), community)
    rowed = command("postings", sheet(poor | {"place": "重庆市綦江区文龙街1号"}), community)
    assert [found["block"] for found in (here, titled, rowed)] == [1, 0, 0]


def test_a_broken_code_gets_a_suggestion_and_is_not_changed(sheet, community):
    found = command("postings", sheet(COOK | {"code": "925OO1O7MA5YTE1R0R"}), community, "--commit")
    problem = found["problems"][0]
    assert (problem["status"], problem["code"], problem["column"]) == ("error", "code-letters", "统一社会信用代码")
    assert "92500107MA5YTE1R0R" in problem["message"]
    assert not Employer.objects.exists()


def test_a_household_needs_no_code_and_a_firm_does(sheet, community):
    home = COOK | {"firm": "周女士家", "code": None, "title": "保姆"}
    found = command("postings", sheet(home, COOK | {"code": None}), community, "--commit")
    assert one_status_per_row(found) == {4: "flag"}
    assert set(Employer.objects.values_list("name", "kind")) == {("周女士家", "household"), ("一碗香餐饮店", "firm")}


def test_the_same_name_with_another_code_is_asked(sheet, community):
    command("postings", sheet(COOK), community, "--commit")
    found = command("postings", sheet(COOK | {"code": "92510802MA62TE3L7K"}), community, "--commit")
    assert one_status_per_row(found) == {3: "conflict"}
    assert Employer.objects.count() == 1


def test_each_row_is_counted_once(sheet, community):
    rows = (COOK, COOK | {"heads": "若干"}, COOK | {"age": "45岁以下"}, COOK | {"other": "需交押金200元"}, COOK)
    found = command("postings", sheet(*rows), community)
    assert adds_up(found)
    assert one_status_per_row(found) == {4: "error", 5: "flag", 6: "block", 7: "duplicate"}


def test_a_row_that_cannot_be_stored_takes_its_new_employer_along_and_nobody_else(sheet, community):
    """The first row fails while it is stored; the second, of the same new employer, must not stand on what is gone."""
    tables, _notes = read_tables("postings", sheet(COOK, COOK | {"title": "保洁员"}), lambda text: None)
    on = date(2026, 11, 20)
    openings = read_openings(rows_of(tables), on)
    plans = plan_postings(openings, tables, community, Law(partial(rules_for, community=community, on=on), on))
    plans[0].content["pay_max"] = plans[0].content["pay_min"] - 1
    store_postings(plans, community, by=None, on=on, progress=lambda done: None)
    connection.check_constraints()
    assert [plan.action for plan in plans] == ["", "new"]
    assert Posting.objects.get().employer == Employer.objects.get()
