"""A posting from the first word to the last day, through the actions alone."""

from datetime import date, timedelta

import pytest

from core.errors import Conflict, Invalid, Refused, WrongState
from core.models import AuditEntry
from jobs import actions
from jobs.models import Posting
from notices.models import Notice
from tests.factories import enterprises, jobs, reference

pytestmark = pytest.mark.django_db


def written(office, **content):
    return actions.create_posting(by=office.boss, employer=office.firm, **{**jobs.CONTENT, **content})


def published(office, **content):
    posting = written(office, **content)
    actions.submit_posting(by=office.boss, posting=posting)
    return actions.publish_posting(by=office.officer, posting=posting, warn_reason="写明了")


def test_a_whole_life(office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        posting = published(office)
    assert posting.state == "published"
    assert posting.valid_until == date(2026, 12, 20), "thirty days unless somebody says another day"
    assert posting.place.name == "桐花菜市场"
    assert posting.occupation is not None
    actions.pause_posting(by=office.boss, posting=posting, why="炉子坏了")
    actions.resume_posting(by=office.boss, posting=posting)
    actions.close_posting(by=office.boss, posting=posting, reason="cancelled")
    assert [row.moved for row in posting.transitions.all()] == ["submit", "publish", "pause", "resume", "close"]
    assert [row.by_code for row in posting.transitions.all()] == [
        office.boss.code, office.officer.code, office.boss.code, office.boss.code, office.boss.code,
    ]  # fmt: skip
    said = AuditEntry.objects.filter(model="jobs.Posting", object_code=posting.code).order_by("pk")
    assert [row.action for row in said] == [
        "jobs.create_posting", "jobs.submit_posting", "jobs.publish_posting", "jobs.pause_posting",
        "jobs.resume_posting", "jobs.close_posting",
    ]  # fmt: skip
    assert Notice.objects.filter(about_code=posting.code, template="jobs.posting_published").count() == 1


def test_a_title_is_enough_for_a_draft(office):
    posting = actions.create_posting(by=office.boss, employer=office.firm, title="洗碗工")
    assert posting.state == "draft"
    assert posting.occupation.name == "洗碗工"
    assert posting.valid_until == date(2026, 12, 20)


def test_another_title_is_another_occupation(office):
    posting = written(office, title="洗碗工")
    actions.edit_posting(by=office.boss, posting=posting, version=1, title="保安")
    assert posting.occupation.name == "保安员"
    actions.edit_posting(by=office.boss, posting=posting, version=2, title="无人知道的活儿")
    assert posting.occupation is None, "a stale occupation would show it to the wrong people"


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"headcount": None}, "headcount"),
        ({"address": ""}, "place"),
        ({"pay_min": None, "pay_max": None}, "pay_min"),
        ({"valid_until": None}, "valid_until"),
    ],
)
def test_a_mandatory_element_is_missing(office, missing, field):
    posting = written(office)
    actions.edit_posting(by=office.boss, posting=posting, version=1, **missing)
    with pytest.raises(Invalid) as refusal:
        actions.submit_posting(by=office.boss, posting=posting)
    assert refusal.value.field == field
    assert posting.state == "draft"


def test_what_the_law_forbids_is_not_handed_in(office):
    posting = written(office, title="保安", requirements="招男保安,35岁以下,本地户口优先,乙肝勿扰")
    levels = [finding.level for finding in actions.findings_of(posting)]
    assert (levels.count("block"), levels.count("warn")) == (3, 1)
    with pytest.raises(Invalid, match="3 处"):
        actions.submit_posting(by=office.boss, posting=posting)


def test_what_is_forbidden_is_not_published_either(office):
    posting = jobs.posting(office.here, of=office.firm, state="review", requirements="限女性")
    with pytest.raises(Invalid, match="不能写"):
        actions.publish_posting(by=office.officer, posting=posting, warn_reason="就要这样")
    assert Posting.objects.get(pk=posting.pk).state == "review"


def test_a_warning_stays_only_with_a_reason(office):
    posting = jobs.posting(office.here, of=office.firm, state="review", requirements="35岁以下")
    with pytest.raises(Invalid) as refusal:
        actions.publish_posting(by=office.officer, posting=posting, warn_reason="  ")
    assert refusal.value.field == "warn_reason"
    actions.publish_posting(by=office.officer, posting=posting, warn_reason="高处作业，体检另有规定")
    assert Posting.objects.get(pk=posting.pk).warn_reason == "高处作业，体检另有规定"
    kept = posting.versions.latest("number")
    assert [finding["level"] for finding in kept.findings] == ["warn"]
    assert kept.rules_version == "2026-11-20", "by which day's rules it was judged"


def test_pay_below_the_floor_is_not_published(office):
    posting = written(office, pay_min=2329, pay_max=2500)
    with pytest.raises(Invalid):
        actions.submit_posting(by=office.boss, posting=posting)
    actions.edit_posting(by=office.boss, posting=posting, version=1, pay_min=2330)
    assert actions.submit_posting(by=office.boss, posting=posting).state == "review"


@pytest.mark.parametrize(("day", "holds"), [("2026-11-19 23:00", True), ("2026-11-20 00:30", False)])
def test_papers_hold_for_six_months(office, at, day, holds):
    """Verified on 19 May 2026: the 19th of November is the last day."""
    at(day)
    firm = enterprises.employer(office.here, verified=False)
    enterprises.verification(firm, on=date(2026, 5, 19))
    posting = jobs.posting(office.here, of=firm, state="review")
    if holds:
        assert actions.publish_posting(by=office.officer, posting=posting).state == "published"
    else:
        with pytest.raises(Refused, match="资质待复核"):
            actions.publish_posting(by=office.officer, posting=posting)


def test_nobody_ever_looked_at_its_papers(office):
    posting = jobs.posting(office.here, of=enterprises.employer(office.here, verified=False), state="review")
    with pytest.raises(Refused, match="资质待复核"):
        actions.publish_posting(by=office.officer, posting=posting)


def test_an_agency_needs_its_permit(office):
    agency = enterprises.employer(office.here, kind="agency")
    posting = jobs.posting(office.here, of=agency, state="review")
    enterprises.licence(agency, valid_to=date(2026, 11, 19))
    with pytest.raises(Refused, match="人力资源服务许可证"):
        actions.publish_posting(by=office.officer, posting=posting)
    enterprises.licence(agency, valid_to=date(2026, 11, 20))
    actions.publish_posting(by=office.officer, posting=posting)


def test_dispatched_work_needs_another_permit(office):
    posting = jobs.posting(office.here, of=office.firm, state="review", employment_type="DISPATCH")
    enterprises.licence(office.firm)
    with pytest.raises(Refused, match="劳务派遣经营许可证"):
        actions.publish_posting(by=office.officer, posting=posting)
    enterprises.licence(office.firm, "dispatch")
    actions.publish_posting(by=office.officer, posting=posting)


def test_the_officer_publishes_what_she_read(office):
    posting = jobs.posting(office.here, of=office.firm, state="review")
    read = posting.version
    actions.edit_posting(by=office.boss, posting=posting, version=read, pay_min=2400)
    with pytest.raises(Conflict, match="又改过"):
        actions.publish_posting(by=office.officer, posting=posting, version=read)
    assert actions.publish_posting(by=office.officer, posting=posting, version=posting.version).state == "published"


def test_sent_back_with_a_word_and_mended(office):
    posting = jobs.posting(office.here, of=office.firm, state="review")
    with pytest.raises(Invalid):
        actions.return_posting(by=office.officer, posting=posting, why=" ")
    actions.return_posting(by=office.officer, posting=posting, why="写清楚几点上班")
    assert posting.state == "returned"
    assert [(row.by_label, row.text) for row in posting.comments.all()] == [("社区", "写清楚几点上班")]
    actions.edit_posting(by=office.boss, posting=posting, version=posting.version, hours_note="8:30 打卡")
    actions.submit_posting(by=office.boss, posting=posting)
    assert posting.state == "review"


@pytest.mark.parametrize(
    "change",
    [
        {"pay_min": 2500},
        {"headcount": 3},
        {"address": "12栋"},
        {"requirements": "会切菜"},
        {"valid_until": date(2026, 12, 1)},
    ],
)
def test_a_changed_posting_goes_back_to_review(office, change):
    posting = jobs.posting(office.here, of=office.firm)
    actions.edit_posting(by=office.boss, posting=posting, version=posting.version, **change)
    fresh = Posting.objects.get(pk=posting.pk)
    assert fresh.state == "review"
    assert not Posting.objects.live().filter(pk=posting.pk).exists()
    assert fresh.version == posting.version == fresh.versions.latest("number").number


def test_other_certificates_go_back_to_review(office):
    posting = jobs.posting(office.here, of=office.firm)
    kind = reference.certificate_kind("健康证")
    actions.edit_posting(by=office.boss, posting=posting, version=1, certificates=[kind])
    assert posting.state == "review"
    assert posting.versions.latest("number").content["certificates"] == kind.slug


@pytest.mark.parametrize(
    "change", [{"contact_name": "李师傅"}, {"contact_phone": "023-68123456"}, {}, {"pay_min": 2800}]
)
def test_whom_to_ask_for_is_not_reviewed(office, change):
    posting = jobs.posting(office.here, of=office.firm)
    actions.edit_posting(by=office.boss, posting=posting, version=1, **change)
    assert posting.state == "published"


def test_a_published_posting_may_lose_its_pay_but_not_stay_on_the_shelf(office):
    posting = jobs.posting(office.here, of=office.firm)
    actions.edit_posting(by=office.boss, posting=posting, version=1, pay_min=None, pay_max=None)
    assert Posting.objects.get(pk=posting.pk).state == "review"


def test_every_version_is_kept(office):
    posting = written(office)
    actions.edit_posting(by=office.boss, posting=posting, version=1, pay_min=2600)
    actions.edit_posting(by=office.boss, posting=posting, version=2, pay_min=2700)
    rows = list(posting.versions.all())
    assert [row.number for row in rows] == [1, 2, 3]
    assert [row.content["pay_min"] for row in rows] == ["2800", "2600", "2700"]
    assert all("contact_name" not in row.content for row in rows), "a person's name is no part of the offer"


def test_of_two_editors_one_is_told(office):
    posting = written(office)
    hers, his = Posting.objects.get(pk=posting.pk), Posting.objects.get(pk=posting.pk)
    actions.edit_posting(by=office.boss, posting=hers, version=hers.version, duties="洗碗")
    with pytest.raises(Conflict, match="刚被别人改过"):
        actions.edit_posting(by=office.officer, posting=his, version=his.version, pay_min=2400)
    fresh = Posting.objects.get(pk=posting.pk)
    assert (fresh.duties, fresh.pay_min, fresh.version) == ("洗碗", 2800, 2)
    assert fresh.versions.count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [({"pay_max": 2000}, "pay_max"), ({"headcount": 0}, "headcount"), ({"headcount": 1}, "headcount")],
)
def test_what_the_database_would_refuse_is_said_in_words(office, change, field):
    posting = jobs.posting(office.here, of=office.firm, headcount=3, starts_confirmed=2)
    with pytest.raises(Invalid) as refusal:
        actions.edit_posting(by=office.boss, posting=posting, version=1, **change)
    assert refusal.value.field == field
    assert Posting.objects.get(pk=posting.pk).version == 1


def test_a_closed_posting_is_history(office):
    posting = jobs.posting(office.here, of=office.firm, state="closed")
    with pytest.raises(Refused, match="已经关闭"):
        actions.edit_posting(by=office.boss, posting=posting, version=1, pay_min=3000)
    with pytest.raises(WrongState):
        actions.submit_posting(by=office.boss, posting=posting)


def test_after_its_last_day_it_is_gone_at_once(office, at):
    posting = jobs.posting(office.here, of=office.firm, days=0)
    at("2026-11-20 23:59")
    assert Posting.objects.live().filter(pk=posting.pk).exists()
    at("2026-11-21 00:00")
    assert not Posting.objects.live().filter(pk=posting.pk).exists()
    assert posting.state == "published", "no sweep has run: lists ask for the day themselves"
    from django.contrib.auth.models import AnonymousUser

    assert not Posting.objects.visible_to(AnonymousUser()).filter(pk=posting.pk).exists()


def test_an_expired_posting_comes_back_through_review(office, at):
    posting = jobs.posting(office.here, of=office.firm, days=0)
    moment = at("2026-11-21 00:01")
    assert actions.expire_postings(now=moment) == 1
    assert actions.expire_postings(now=moment) == 0
    posting.refresh_from_db()
    assert posting.state == "expired"
    with pytest.raises(Invalid) as refusal:
        actions.submit_posting(by=office.boss, posting=posting)
    assert refusal.value.field == "valid_until"
    actions.edit_posting(by=office.boss, posting=posting, version=posting.version, valid_until=date(2026, 12, 1))
    actions.submit_posting(by=office.boss, posting=posting)
    assert posting.state == "review"


def test_a_last_day_too_far_away(office):
    """Ninety days at most by the local rule, as a block or a warning of the check: never silently."""
    posting = written(office, valid_until=date(2026, 11, 20) + timedelta(days=91))
    assert "valid_until" in {finding.field for finding in actions.findings_of(posting)}


def test_what_the_community_paused_the_employer_does_not_resume(office):
    posting = jobs.posting(office.here, of=office.firm)
    actions.pause_posting(by=office.officer, posting=posting, why="有举报")
    with pytest.raises(Refused, match="社区暂停"):
        actions.resume_posting(by=office.boss, posting=posting)
    actions.resume_posting(by=office.officer, posting=posting)
    assert posting.state == "published"


def test_it_is_not_resumed_after_its_day_or_without_papers(office, at):
    posting = jobs.posting(office.here, of=office.firm, days=3)
    actions.pause_posting(by=office.boss, posting=posting)
    at("2026-11-24 09:00")
    with pytest.raises(Refused, match="改日期"):
        actions.resume_posting(by=office.boss, posting=posting)
    office.firm.verifications.all().delete()
    with pytest.raises(Refused, match="资质待复核"):
        actions.resume_posting(by=office.boss, posting=posting)


def test_papers_run_out_under_a_running_posting(office, at):
    """Verified on 19 May: after 19 November it runs seven days of grace, then it is paused."""
    firm = enterprises.employer(office.here, verified=False)
    enterprises.verification(firm, on=date(2026, 5, 19))
    posting = jobs.posting(office.here, of=firm)
    unaffected = jobs.posting(office.here, of=office.firm)
    assert actions.pause_unverified(now=at("2026-11-26 23:50")) == 0
    assert Posting.objects.get(pk=posting.pk).state == "published"
    assert actions.pause_unverified(now=at("2026-11-27 00:10")) == 1
    paused = Posting.objects.get(pk=posting.pk)
    assert paused.state == "paused"
    assert paused.transitions.get().note == "资质待复核"
    assert Posting.objects.get(pk=unaffected.pk).state == "published"


@pytest.mark.parametrize("reason", ["", "whatever", "filled; drop"])
def test_it_closes_for_a_reason_we_know(office, reason):
    with pytest.raises(Invalid):
        actions.close_posting(by=office.boss, posting=jobs.posting(office.here, of=office.firm), reason=reason)


def test_only_the_community_says_violation(office):
    posting = jobs.posting(office.here, of=office.firm)
    with pytest.raises(Refused):
        actions.close_posting(by=office.boss, posting=posting, reason="violation")
    actions.close_posting(by=office.officer, posting=posting, reason="violation")
    assert posting.close_reason == "violation"


def test_when_it_closes_everybody_who_waits_is_told(office):
    posting = jobs.posting(office.here, of=office.firm)
    waiting = jobs.application(posting)
    met = jobs.application(posting, state="interview", name="李梅")
    hired = jobs.application(posting, state="offered", name="邓敏")
    out = jobs.application(posting, state="declined", name="周丽")
    actions.close_posting(by=office.boss, posting=posting, reason="filled")
    states = [type(waiting).objects.get(pk=row.pk).state for row in (waiting, met, hired, out)]
    assert states == ["closed_filled", "closed_filled", "offered", "declined"], "a promised place is kept"
    told = set(Notice.objects.filter(template="jobs.closed_filled").values_list("about_code", flat=True))
    assert told == {waiting.code, met.code}


def test_one_word_to_the_office(office):
    posting = jobs.posting(office.here, of=office.firm)
    with pytest.raises(Invalid):
        actions.comment(by=office.boss, posting=posting, text="  ")
    actions.comment(by=office.boss, posting=posting, text="字" * 600)
    row = posting.comments.get()
    assert (len(row.text), row.by_label) == (500, "和顺快餐店")


def test_the_machine_finishes_only_what_it_imported(office):
    imported = jobs.posting(office.here, of=office.firm, state="draft", source="import")
    actions.submit_posting(by=None, posting=imported)
    with pytest.raises(Refused):
        actions.submit_posting(by=None, posting=jobs.posting(office.here, of=office.firm, state="draft"))
    with pytest.raises(Refused):
        actions.publish_posting(by=None, posting=imported)
