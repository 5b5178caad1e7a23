"""我想去: who may, what is asked, and that the same person stands once on the list."""

import pytest

from core.errors import Conflict, Invalid, Refused, TooMany
from core.models import AuditEntry
from jobs import actions
from jobs.actions.applications import _ticket
from jobs.models import Application
from notices.models import Notice
from tests.factories import accounts, jobs, reference, residents

pytestmark = pytest.mark.django_db
YES = {"consent_version": "2026-11"}


@pytest.fixture
def posting(office):
    return jobs.posting(office.here, of=office.firm)


def left(posting, name="王秀英", phone="13800138000", **more):
    return actions.apply(by=None, posting=posting, name=name, phone=phone, **{**YES, **more})


def test_a_name_and_a_number_are_enough(posting, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        application = left(posting)
    assert (application.state, application.resident, application.phone_verified_at) == ("submitted", None, None)
    assert (application.phone, application.repeated) == ("13800138000", False)
    assert len(application.ticket) == 4
    assert AuditEntry.objects.filter(action="jobs.apply", object_code=application.code).count() == 1
    told = Notice.objects.filter(about_code=application.code)
    assert set(told.values_list("template", flat=True)) == {"jobs.applied_employer", "jobs.applied_resident"}


def test_no_name_and_number_in_the_outbox(posting):
    application = left(posting)
    for notice in Notice.objects.filter(about_code=application.code):
        assert "王秀英" not in str(notice.placeholders)
        assert "13800138000" not in str(notice.placeholders)


@pytest.mark.parametrize("phone", ["138 0013 8000", "+86 138-0013-8000", "１３８００１３８０００", "13800138000"])
@pytest.mark.parametrize("name", ["王秀英", " 王秀英 ", "王 秀 英"])
def test_the_same_person_stands_once(posting, name, phone):
    first = left(posting)
    again = left(posting, name=name, phone=phone)
    assert (again.pk, again.repeated) == (first.pk, True)
    assert Application.objects.count() == 1


def test_a_couple_shares_a_number(posting):
    assert left(posting).pk != left(posting, name="赵德福").pk


@pytest.mark.parametrize("name", ["买买提·吐尔逊", "古丽娜尔•阿不都热依木", "㛃𬱖", "Maria Chen"])
def test_names_as_they_are(posting, name):
    assert left(posting, name=name).name == name.replace("•", "·")


@pytest.mark.parametrize("phone", ["023-68123456", "(0839)3262626", "0839-3262626"])
def test_a_landline_will_do(posting, phone):
    assert left(posting, phone=phone).phone


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "王"}, "name"),
        ({"name": "王秀英1"}, "name"),
        ({"phone": ""}, "phone"),
        ({"phone": "1380013"}, "phone"),
        ({"phone": "1.38E+10"}, "phone"),
        ({"consent_version": ""}, "consent"),
    ],
)
def test_what_cannot_be_taken_names_its_field(posting, said, field):
    with pytest.raises(Invalid) as refusal:
        left(posting, **said)
    assert refusal.value.field == field
    assert not Application.objects.exists()


@pytest.mark.parametrize("state", ["draft", "review", "returned", "paused", "expired", "closed"])
def test_only_what_hires_takes_names(office, state):
    with pytest.raises(Refused, match="已经不招了"):
        left(jobs.posting(office.here, of=office.firm, state=state))


def test_not_after_the_last_day(posting, at):
    at("2026-12-20 23:50")
    left(posting)
    at("2026-12-21 00:10")
    with pytest.raises(Refused):
        left(posting, name="赵德福")


def test_not_when_every_place_is_taken(office):
    with pytest.raises(Refused):
        left(jobs.posting(office.here, of=office.firm, headcount=2, starts_confirmed=2))


def test_who_applied_before_is_answered_even_now(posting):
    first = left(posting)
    type(posting).objects.filter(pk=posting.pk).update(state="paused")
    assert left(posting).pk == first.pk


@pytest.mark.parametrize("state", ["declined", "withdrawn", "closed_silent", "no_show", "closed_filled"])
def test_who_is_through_may_apply_again(posting, state):
    old = jobs.application(posting, state=state, phone="13800138000")
    assert left(posting).pk != old.pk


@pytest.mark.parametrize("state", ["submitted", "interview", "offered", "started"])
def test_who_stands_on_the_list_may_not(posting, state):
    old = jobs.application(posting, state=state, phone="13800138000")
    assert left(posting).pk == old.pk


class TestSignedIn:
    def test_her_own_number_is_proved(self, office, posting):
        wang = office.wang
        application = actions.apply(
            by=wang.user, posting=posting, name=wang.name, phone=wang.user.phone, resident=wang, **YES
        )
        assert application.resident == wang
        assert application.phone_verified_at is not None

    def test_another_number_is_not(self, office, posting):
        application = actions.apply(
            by=office.wang.user, posting=posting, name="王秀英", phone="13800138000", resident=office.wang, **YES
        )
        assert application.phone_verified_at is None

    def test_without_any_number_the_page_is_the_way(self, office, posting):
        nobody = residents.resident(office.here, "吴芳", user=accounts.user("吴芳", phone=""))
        application = actions.apply(by=nobody.user, posting=posting, name="吴芳", phone="", resident=nobody, **YES)
        assert (application.phone, application.phone_verified_at) == (None, None)
        kinds = Notice.objects.filter(about_code=application.code, template="jobs.applied_resident")
        assert kinds.get().contact.kind == "app"

    def test_nobody_applies_for_her(self, office, posting):
        with pytest.raises(Refused, match="替自己"):
            actions.apply(
                by=office.boss, posting=posting, name="王秀英", phone="13800138000", resident=office.wang, **YES
            )

    def test_the_officer_at_the_counter_does(self, office, posting):
        application = actions.apply(
            by=office.officer, posting=posting, name="李桂芳", phone="13800138000", resident=office.li, **YES
        )
        assert application.resident == office.li
        assert application.phone_verified_at is None, "a number the officer typed was not proved by a code"

    def test_the_officer_next_door_does_not(self, office, posting):
        with pytest.raises(Refused):
            actions.apply(
                by=office.other_officer, posting=posting, name="李桂芳", phone="13800138000", resident=office.li, **YES
            )

    def test_what_she_left_as_a_passer_by_is_found(self, office, posting):
        first = left(posting, phone=office.wang.user.phone)
        again = actions.apply(
            by=office.wang.user,
            posting=posting,
            name="王秀英",
            phone=office.wang.user.phone,
            resident=office.wang,
            **YES,
        )
        assert (again.pk, again.repeated) == (first.pk, True)

    def test_with_another_number_too(self, office, posting):
        first = actions.apply(
            by=office.wang.user,
            posting=posting,
            name="王秀英",
            phone=office.wang.user.phone,
            resident=office.wang,
            **YES,
        )
        again = actions.apply(
            by=office.wang.user, posting=posting, name="王秀英", phone="13800138000", resident=office.wang, **YES
        )
        assert again.pk == first.pk


class TestLimits:
    def test_a_number_five_times_a_day(self, office, at):
        postings = [jobs.posting(office.here, of=office.firm) for _ in range(6)]
        for posting in postings[:5]:
            left(posting)
        with pytest.raises(TooMany, match="等"):
            left(postings[5])
        left(postings[5], name="赵德福", phone="13900139000")
        at("2026-11-21 10:01")
        left(postings[5])

    def test_a_second_tap_does_not_count(self, office):
        postings = [jobs.posting(office.here, of=office.firm) for _ in range(5)]
        for posting in postings:
            left(posting)
            left(posting)

    def test_a_door_sixty_times_an_hour_from_one_address(self, office, posting):
        door = reference.building(office.here)
        for number in range(60):
            left(posting, phone=f"139{number:08d}", door=door, address="10.0.0.1")
        with pytest.raises(TooMany):
            left(posting, phone="13800138000", door=door, address="10.0.0.1")
        left(posting, phone="13800138000", door=door, address="10.0.0.2")
        assert left(posting, phone="13800138001", address="10.0.0.1").door is None

    def test_the_hall_is_never_shut_out(self, posting):
        for number in range(65):
            left(posting, phone=f"139{number:08d}", address="10.0.0.1")

    def test_a_proved_number_is_not_limited(self, office):
        for _ in range(7):
            left(jobs.posting(office.here, of=office.firm), verified=True)

    def test_who_signs_in_and_types_other_numbers_is(self, office):
        nobody = residents.resident(office.here, "吴芳", user=accounts.user("吴芳", phone=""))
        for _ in range(5):
            new = jobs.posting(office.here, of=office.firm)
            actions.apply(by=nobody.user, posting=new, name="吴芳", phone="13800138000", resident=nobody, **YES)
        with pytest.raises(TooMany):
            new = jobs.posting(office.here, of=office.firm)
            actions.apply(by=nobody.user, posting=new, name="吴芳", phone="13800138000", resident=nobody, **YES)


def test_tickets_differ_within_a_posting(posting):
    tickets = [left(posting, phone=f"139{number:08d}").ticket for number in range(40)]
    assert len(set(tickets)) == 40


def test_tickets_grow_when_four_digits_run_out(posting, monkeypatch):
    for ticket in ("0000", "00000", "000000"):
        with monkeypatch.context() as always:
            always.setattr("secrets.choice", lambda digits: "0")
            assert _ticket(posting) == ticket
        jobs.application(posting, ticket=ticket)
    monkeypatch.setattr("secrets.choice", lambda digits: "0")
    with pytest.raises(Conflict, match="稍后"):
        _ticket(posting)


class TestJoin:
    def test_only_after_the_number_was_proved(self, office, posting):
        application = left(posting, phone=office.wang.user.phone)
        with pytest.raises(Refused, match="验证码"):
            actions.join_resident(by=office.li.user or office.boss, application=application, resident=office.wang)
        joined = actions.join_resident(by=office.wang.user, application=application, resident=office.wang)
        assert joined.resident == office.wang
        assert joined.phone_verified_at is not None

    def test_not_with_another_number(self, office, posting):
        with pytest.raises(Refused):
            actions.join_resident(by=office.wang.user, application=left(posting), resident=office.wang)

    def test_not_to_somebody_else(self, office, posting):
        application = left(posting, phone=office.wang.user.phone)
        with pytest.raises(Refused):
            actions.join_resident(by=office.wang.user, application=application, resident=office.li)

    def test_two_missing_numbers_are_not_the_same_number(self, office, posting):
        nobody = residents.resident(office.here, "吴芳", user=accounts.user("吴芳", phone=""))
        orphan = jobs.application(posting, phone=None)
        with pytest.raises(Refused):
            actions.join_resident(by=nobody.user, application=orphan, resident=nobody)

    def test_by_an_officer_the_number_stays_unproved(self, office, posting):
        application = left(posting)
        actions.join_resident(by=office.officer, application=application, resident=office.li)
        assert application.resident == office.li
        assert application.phone_verified_at is None
        with pytest.raises(Conflict, match="另一个人"):
            actions.join_resident(by=office.officer, application=application, resident=office.wang)

    def test_not_by_the_office_next_door(self, office, posting):
        with pytest.raises(Refused):
            actions.join_resident(by=office.other_officer, application=left(posting), resident=office.li)

    def test_two_applications_do_not_become_one_person_twice(self, office, posting):
        jobs.application(posting, resident=office.wang)
        other = left(posting, phone=office.wang.user.phone, name="王小英")
        with pytest.raises(Conflict, match="另外报过"):
            actions.join_resident(by=office.wang.user, application=other, resident=office.wang)
