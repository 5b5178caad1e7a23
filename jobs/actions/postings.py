"""A posting's life: written, checked, reviewed, published, closed."""

from dataclasses import asdict
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.forms.models import model_to_dict

from core import audit
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused
from core.fitting import require_fitting
from core.templatetags.plain import day as day_words
from core.transitions import move
from enterprises.rules import is_verified, lacking_licence
from jobs import rules
from jobs.enums import ApplicationState, CloseReason, EmploymentType, PostingSource, PostingState
from jobs.lawful import check
from jobs.lawful_rules import posting_text, rules_for
from jobs.models import Posting, PostingComment, PostingVersion
from jobs.notices import tell_applicant, tell_employer
from jobs.states import APPLICATION, POSTING
from reference.queries import local_rule, match_place, occupations_for

CONTACT_FIELDS = ("contact_name", "contact_phone", "contact_public")
CONTENT_FIELDS = (
    "title", "occupation", "employment_type", "headcount", "duties", "requirements", "pay_min", "pay_max", "pay_unit", "pay_note",
    "pay_cycle_days", "probation_months", "insurance_note", "board", "lodging", "shift", "starts_at_time", "ends_at_time",
    "hours_per_day", "days_per_week", "weekend_work", "hours_note", "address", "district", "education_min", "standing",
    "lifting_kg", "hazardous", "accepts_over_age", "valid_until", "warn_reason",
)  # fmt: skip
EDITABLE_FIELDS = (*CONTENT_FIELDS, *CONTACT_FIELDS, "certificates")
# Changing only these does not send a published posting back to review: nothing about the job itself differs.
UNREVIEWED_FIELDS = {*CONTACT_FIELDS, "warn_reason"}


def findings_of(posting, *, on=None):
    """What the check finds in the posting as it stands; an empty list may be published."""
    day = on or today()
    return check(
        posting_text(posting), rules_for(posting.district or posting.community.district, posting.community, day), on=day
    )


def _snapshot(posting, *, by, findings=()):
    content = model_to_dict(posting, fields=[*CONTENT_FIELDS, "contact_public"])
    content["certificates"] = ",".join(sorted(kind.slug for kind in posting.certificates.all())) or None
    PostingVersion.objects.create(
        posting=posting,
        number=posting.version,
        content={name: None if value is None else str(value) for name, value in content.items()},
        findings=[asdict(finding) for finding in findings],
        saved_by_code=by.code if by else "",
    )


def _assign(posting, content):
    """Put validated values on the posting; place and district follow from the address. Returns the names that changed."""
    unknown = set(content) - set(EDITABLE_FIELDS)
    if unknown:
        raise TypeError(f"not fields of a posting: {', '.join(sorted(unknown))}")
    require_fitting(Posting, {name: value for name, value in content.items() if name != "certificates"})
    changed = set()
    for name, value in content.items():
        if name == "certificates":
            continue
        if getattr(posting, name) != value:
            setattr(posting, name, value)
            changed.add(name)
    if "title" in changed and "occupation" not in content:
        named = occupations_for(posting.title)
        posting.occupation = named[0].owner if named else None
    if "address" in changed:
        posting.place = match_place(posting.community, posting.address).place
    if posting.district_id is None:
        posting.district = posting.community.district
    _in_order(posting)
    return changed


def _in_order(posting):
    """What the database would refuse, said in words. Raises Invalid."""
    low, high = posting.pay_min, posting.pay_max
    if low is not None and high is not None and high < low:
        raise Invalid("工资“到”比“从”小了，请对调。", field="pay_max")
    if posting.headcount is not None and posting.headcount < max(1, posting.starts_confirmed):
        already = f"已经有 {posting.starts_confirmed} 人到岗，" if posting.starts_confirmed else ""
        raise Invalid(f"{already}招聘人数不能写成 {posting.headcount}。", field="headcount")
    if posting.headcount is None and posting.starts_confirmed:
        raise Invalid("已经有人到岗，招聘人数不能空着。", field="headcount")


@transaction.atomic
def create_posting(
    *,
    by,
    employer,
    source=PostingSource.EMPLOYER,
    community=None,
    import_key="",
    source_name="",
    source_url="",
    **content,
) -> Posting:
    """A draft. Nothing but a title is demanded until it is submitted, so that nothing half-written is lost."""
    if source == PostingSource.REPOST and not source_name.strip():
        raise Invalid("转载的岗位要写明转自哪里。", field="source_name")
    posting = Posting(
        employer=employer,
        community=community or employer.community,
        source=source,
        source_name=source_name.strip(),
        source_url=source_url.strip(),
        import_key=import_key,
    )
    require_fitting(Posting, {"source_name": posting.source_name, "source_url": posting.source_url})
    if not rules.may_edit_posting(by, posting):
        raise Refused("您不能替这家单位发岗位。请先用单位登记的手机号登录。")
    _assign(posting, content)
    if not posting.valid_until and source != PostingSource.IMPORT:
        posting.valid_until = today() + timedelta(days=local_rule(posting.community, "posting_default_days", today()))
    posting.save()
    posting.certificates.set(content.get("certificates", []))
    _snapshot(posting, by=by)
    audit.record("jobs.create_posting", posting, by=by)
    return posting


@transaction.atomic
def edit_posting(*, by, posting, version, **content) -> Posting:
    """Change a posting that is still as its editor read it (`version`). A published one goes back to review."""
    if not rules.may_edit_posting(by, posting):
        raise Refused("您不能改这个岗位。")
    if posting.state == PostingState.CLOSED:
        raise Refused("这个岗位已经关闭，不能再改。要接着招，请照着它新发一个。")
    if not Posting.objects.filter(pk=posting.pk, version=version).update(version=F("version") + 1):
        raise Conflict("这个岗位刚被别人改过。您填的还在下面，请对照新内容再保存一次。")
    posting.refresh_from_db()
    changed = _assign(posting, content)
    if "certificates" in content and set(posting.certificates.all()) != set(content["certificates"]):
        posting.certificates.set(content["certificates"])
        changed.add("certificates")
    if changed - UNREVIEWED_FIELDS and posting.state in (PostingState.PUBLISHED, PostingState.PAUSED):
        move(posting, POSTING, "revise", by=by, note="内容改过，重新审核", submitted_at=now())
    posting.save()
    _snapshot(posting, by=by)
    audit.record("jobs.edit_posting", posting, by=by, note=",".join(sorted(changed)))
    return posting


@transaction.atomic
def submit_posting(*, by, posting, on=None) -> Posting:
    """Hand in for review. Wording the law forbids, pay below the floor or a missing element stop it here."""
    if not rules.may_edit_posting(by, posting):
        raise Refused("您不能提交这个岗位。")
    blocks = [finding for finding in findings_of(posting, on=on) if finding.level == "block"]
    if blocks:
        raise Invalid(f"还有 {len(blocks)} 处不能这样写。照建议换掉就能提交。", field=blocks[0].field)
    move(posting, POSTING, "submit", by=by, submitted_at=now())
    audit.record("jobs.submit_posting", posting, by=by)
    return posting


@transaction.atomic
def return_posting(*, by, posting, why) -> Posting:
    if not rules.may_review(by, posting):
        raise Refused("审岗位要由本社区的就业专干来做。")
    if not why.strip():
        raise Invalid("请写一句哪里要改，单位才知道怎么办。", field="why")
    move(posting, POSTING, "return", by=by, note=why)
    comment(by=by, posting=posting, text=why)
    audit.record("jobs.return_posting", posting, by=by)
    tell_employer(posting, "jobs.posting_returned", {"why": why}, once=f"return:{posting.version}")
    return posting


@transaction.atomic
def publish_posting(*, by, posting, warn_reason="", version=None, on=None) -> Posting:
    """Onto the shelf. Warnings may stay only with a reason; an employer whose check has run out waits.

    `version`: what the officer read; None when the posting was not shown to anybody in between.
    """
    day = on or today()
    if not rules.may_review(by, posting):
        raise Refused("审岗位要由本社区的就业专干来做。")
    if version is not None and version != posting.version:
        raise Conflict("您看的时候，单位又改过这个岗位。请看一眼新内容再发布。")
    _may_hire(posting, day)
    findings = findings_of(posting, on=day)
    if any(finding.level == "block" for finding in findings):
        raise Invalid("还有不能写的地方。换掉或退回单位修改后才能发布。", field="requirements")
    warn_reason = (warn_reason.strip() or posting.warn_reason)[:200]
    if findings and not warn_reason:
        raise Invalid("还有提醒的写法。换掉，或写明为什么保留。", field="warn_reason")
    move(posting, POSTING, "publish", by=by, published_at=now(), warn_reason=warn_reason)
    judged = {"findings": [asdict(finding) for finding in findings], "rules_version": day.isoformat()}
    PostingVersion.objects.filter(pk=posting.versions.latest("number").pk).update(**judged)
    audit.record("jobs.publish_posting", posting, by=by)
    tell_employer(
        posting, "jobs.posting_published", {"until": day_words(posting.valid_until)}, once=f"publish:{posting.version}"
    )
    return posting


def _may_hire(posting, day):
    """The employer's papers hold on that day. Raises Refused."""
    if not is_verified(posting.employer, day):
        raise Refused("资质待复核：这家单位还没核验，或已过六个月。核验后再发布。")
    missing = lacking_licence(posting.employer, dispatches=posting.employment_type == EmploymentType.DISPATCH, on=day)
    if missing:
        raise Refused(f"这家单位没有登记有效的{missing.label}，不能发布这个岗位。请先登记许可证。")


def pause_posting(*, by, posting, why="") -> Posting:
    if not rules.may_edit_posting(by, posting):
        raise Refused("您不能暂停这个岗位。")
    return stop(posting, by=by, why=why)


@transaction.atomic
def stop(posting, *, by, why="") -> Posting:
    """Pause without asking who asks: used when a complaint is looked into."""
    move(posting, POSTING, "pause", by=by, note=why)
    audit.record("jobs.pause_posting", posting, by=by)
    return posting


@transaction.atomic
def resume_posting(*, by, posting) -> Posting:
    """What the employer paused it resumes itself; what the community paused, the community."""
    paused = posting.transitions.filter(to_state=PostingState.PAUSED).last()
    if not rules.may_resume(by, posting, paused.by_code if paused else ""):
        raise Refused("这个岗位是社区暂停的，请和社区说清楚再恢复。")
    _may_hire(posting, today())
    if posting.valid_until and posting.valid_until < today():
        raise Refused("招到哪天已经过了。请先改日期，再提交审核。")
    move(posting, POSTING, "resume", by=by)
    audit.record("jobs.resume_posting", posting, by=by)
    return posting


def close_posting(*, by, posting, reason, note="") -> Posting:
    """Off the shelf for good. Everybody who still waits is told, with what to do next."""
    if not rules.may_edit_posting(by, posting):
        raise Refused("您不能关闭这个岗位。")
    if reason not in CloseReason.values:
        raise Invalid("请选一个原因：招满了，还是不招了。", field="reason")
    if reason == CloseReason.VIOLATION and not rules.may_review(by, posting):
        raise Refused("违规下架要由社区来做。")
    return shut(posting, by=by, reason=reason, note=note)


@transaction.atomic
def shut(posting, *, by, reason, note="") -> Posting:
    """Close without asking who asks: used when the last place is taken and when the employer says 已招满."""
    move(posting, POSTING, "close", by=by, note=note, close_reason=reason, closed_at=now())
    audit.record("jobs.close_posting", posting, by=by, note=reason)
    waiting = posting.applications.open().select_related("posting__employer", "resident").order_by("pk")
    for application in waiting:
        if application.state == ApplicationState.OFFERED and reason == CloseReason.FILLED:
            continue  # somebody promised a place is not sent away by the software
        # To be told that nobody is sought any more is an answer, but not to the credit of whoever broke the rules.
        answered = None if reason == CloseReason.VIOLATION else now()
        answered = application.first_replied_at or answered
        move(application, APPLICATION, "close_filled", by=by, first_replied_at=answered)
        audit.record("jobs.close_filled", application, by=by, note=reason)
        tell_applicant(application, "jobs.closed_filled", {}, once="closed_filled")
    return posting


@transaction.atomic
def comment(*, by, posting, text) -> PostingComment:
    if not rules.may_edit_posting(by, posting):
        raise Refused("您不能在这个岗位下留言。")
    if not text.strip():
        raise Invalid("请写一句话。", field="text")
    label = "导入" if by is None else "社区" if rules.may_review(by, posting) else str(posting.employer)
    row = PostingComment.objects.create(
        posting=posting, by_code=by.code if by else "", by_label=label[:30], text=text.strip()[:500]
    )
    audit.record("jobs.comment", posting, by=by)
    return row
