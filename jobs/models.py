"""Postings, what became of them, and the people who said 我想去."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from core.clock import now
from core.fields import BlindIndexField, EncryptedField, LastFourIndexField
from core.models import Coded, TransitionLog
from core.privacy import PERSONAL, PLAIN
from jobs import enums
from jobs.querysets import ApplicationQuerySet, PostingQuerySet


class Posting(Coded):
    """岗位. `starts_confirmed` counts verified starts and takes places by a conditional update, never by counting."""

    employer = models.ForeignKey("enterprises.Employer", models.PROTECT, related_name="postings", verbose_name="单位")
    community = models.ForeignKey("reference.Area", models.PROTECT, related_name="+", verbose_name="负责社区")
    title = models.CharField("岗位名称", max_length=40)
    occupation = models.ForeignKey(
        "reference.Occupation", models.PROTECT, null=True, blank=True, related_name="postings", verbose_name="工种"
    )
    employment_type = models.CharField("用工形式", max_length=20, choices=enums.EmploymentType.choices)
    headcount = models.PositiveSmallIntegerField("招聘人数", null=True, blank=True, validators=[MinValueValidator(1)])
    starts_confirmed = models.PositiveSmallIntegerField("已到岗", default=0)
    duties = models.TextField("做什么", max_length=1000, blank=True)
    requirements = models.TextField("要求", max_length=1000, blank=True)
    pay_min = models.DecimalField("工资从(元)", max_digits=11, decimal_places=4, null=True, blank=True)
    pay_max = models.DecimalField("工资到(元)", max_digits=11, decimal_places=4, null=True, blank=True)
    pay_unit = models.CharField("按什么算", max_length=5, choices=enums.PayUnit.choices, default=enums.PayUnit.MONTH)
    pay_note = models.CharField("工资怎么构成", max_length=120, blank=True)
    pay_cycle_days = models.PositiveSmallIntegerField("几天发一次", null=True, blank=True)
    probation_months = models.PositiveSmallIntegerField("试用期(月)", null=True, blank=True)
    insurance_note = models.CharField("社保", max_length=60, blank=True)
    board = models.BooleanField("包吃", default=False)
    lodging = models.BooleanField("包住", default=False)
    shift = models.CharField("班次", max_length=8, choices=enums.Shift.choices, blank=True)
    starts_at_time = models.TimeField("上班", null=True, blank=True)
    ends_at_time = models.TimeField("下班", null=True, blank=True)
    hours_per_day = models.DecimalField("每天(小时)", max_digits=4, decimal_places=1, null=True, blank=True)
    days_per_week = models.DecimalField("每周(天)", max_digits=2, decimal_places=1, null=True, blank=True)
    weekend_work = models.BooleanField("周末要上", null=True, blank=True)
    hours_note = models.CharField("上班时间说明", max_length=80, blank=True)
    place = models.ForeignKey(
        "reference.Place", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="地点位置"
    )
    address = models.CharField("工作地点", max_length=120, blank=True)
    district = models.ForeignKey(
        "reference.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所在区县"
    )
    education_min = models.CharField("学历不低于", max_length=2, blank=True)
    certificates = models.ManyToManyField("reference.CertificateKind", blank=True, verbose_name="要的证")
    standing = models.BooleanField("要站着", null=True, blank=True)
    lifting_kg = models.PositiveSmallIntegerField("要搬(公斤)", null=True, blank=True)
    hazardous = models.BooleanField("高温/粉尘/高处", default=False)
    accepts_over_age = models.BooleanField("接受已到退休年龄的", default=False)
    contact_name = models.CharField("找谁", max_length=50, blank=True)
    contact_phone = EncryptedField("联系电话", null=True, blank=True)
    contact_phone_index = BlindIndexField(source="contact_phone", purpose="phone", verbose_name="联系电话索引")
    contact_public = models.BooleanField("电话可以公开", default=False)
    valid_until = models.DateField("招到哪天", null=True, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=enums.PostingState.choices, default=enums.PostingState.DRAFT
    )
    close_reason = models.CharField("关闭原因", max_length=10, choices=enums.CloseReason.choices, blank=True)
    warn_reason = models.CharField("保留提醒写法的理由", max_length=200, blank=True)
    source = models.CharField(
        "来源", max_length=10, choices=enums.PostingSource.choices, default=enums.PostingSource.EMPLOYER
    )
    source_name = models.CharField("转自", max_length=60, blank=True)
    source_url = models.URLField("原文", blank=True)
    import_key = models.CharField("导入指纹", max_length=64, blank=True, db_index=True)
    created_at = models.DateTimeField("建立时间", default=now)
    submitted_at = models.DateTimeField("送审时间", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)
    closed_at = models.DateTimeField("关闭时间", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    privacy = {
        name: PLAIN
        for name in (
            "code employer community title occupation employment_type headcount starts_confirmed duties requirements pay_min "
            "pay_max pay_unit pay_note pay_cycle_days probation_months insurance_note board lodging shift starts_at_time "
            "ends_at_time hours_per_day days_per_week weekend_work hours_note place address district education_min "
            "standing lifting_kg hazardous accepts_over_age contact_public valid_until state close_reason "
            "warn_reason source source_name source_url import_key created_at submitted_at published_at closed_at version"
        ).split()
    } | {"contact_name": PERSONAL, "contact_phone": PERSONAL, "contact_phone_index": PERSONAL}

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = "岗位"
        verbose_name_plural = "岗位"
        indexes = [models.Index(fields=["community", "state", "valid_until"], name="posting_shelf")]
        constraints = [
            models.CheckConstraint(
                condition=Q(headcount__isnull=True) | Q(headcount__gte=1), name="posting_wants_somebody"
            ),
            models.CheckConstraint(
                condition=Q(starts_confirmed=0) | Q(starts_confirmed__lte=F("headcount")),
                name="never_more_starts_than_places",
            ),
            models.CheckConstraint(
                condition=Q(pay_min__isnull=True) | Q(pay_max__isnull=True) | Q(pay_max__gte=F("pay_min")),
                name="posting_pay_range_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | (
                    Q(headcount__isnull=False)
                    & Q(pay_min__isnull=False)
                    & Q(valid_until__isnull=False)
                    & ~Q(address="")
                ),
                name="published_posting_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(close_reason="") | Q(state="closed"), name="close_reason_only_when_closed"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def places_left(self):
        return (self.headcount or 0) - self.starts_confirmed

    @property
    def is_live(self):
        return self.state == enums.PostingState.PUBLISHED and self.places_left > 0


class PostingTransition(TransitionLog):
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="transitions", verbose_name="岗位")

    privacy = TransitionLog.privacy | {"posting": PLAIN}

    class Meta:
        verbose_name = "岗位流转"
        verbose_name_plural = "岗位流转"
        ordering = ["at", "id"]


class PostingVersion(models.Model):
    """The whole text as it stood, kept at every change: a dispute is settled by what was written that day."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="versions", verbose_name="岗位")
    number = models.PositiveIntegerField("版本")
    content = models.JSONField("内容")
    findings = models.JSONField("检查结果", default=list)
    rules_version = models.CharField("规则版本", max_length=20, blank=True)
    saved_at = models.DateTimeField("保存时间", default=now)
    saved_by_code = models.CharField("保存人", max_length=20, blank=True)

    privacy = {
        "posting": PLAIN,
        "number": PLAIN,
        "content": PLAIN,
        "findings": PLAIN,
        "rules_version": PLAIN,
        "saved_at": PLAIN,
        "saved_by_code": PLAIN,
    }

    class Meta:
        verbose_name = "岗位版本"
        verbose_name_plural = "岗位版本"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["posting", "number"], name="one_row_per_posting_version")]

    def __str__(self):
        return f"{self.posting_id} v{self.number}"


class PostingComment(models.Model):
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="comments", verbose_name="岗位")
    by_code = models.CharField("谁", max_length=20)
    by_label = models.CharField("身份", max_length=30)
    text = models.CharField("说了什么", max_length=500)
    at = models.DateTimeField("时间", default=now)

    privacy = {"posting": PLAIN, "by_code": PLAIN, "by_label": PLAIN, "text": PERSONAL, "at": PLAIN}

    class Meta:
        verbose_name = "岗位留言"
        verbose_name_plural = "岗位留言"
        ordering = ["at", "id"]

    def __str__(self):
        return f"{self.posting_id} {self.at:%m-%d}"


class Application(Coded):
    """One person's 我想去 for one posting. A name and a number are enough; `resident` is set once the number is proved."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="applications", verbose_name="岗位")
    resident = models.ForeignKey(
        "residents.Resident", models.SET_NULL, null=True, blank=True, related_name="applications", verbose_name="居民"
    )
    ticket = models.CharField("号", max_length=6)
    name = models.CharField("姓名", max_length=50)
    phone = EncryptedField("电话", null=True, blank=True)
    phone_index = BlindIndexField(source="phone", purpose="phone", verbose_name="电话索引")
    phone_last_four = LastFourIndexField(source="phone", purpose="phone", verbose_name="电话后四位索引")
    phone_verified_at = models.DateTimeField("号码验证时间", null=True, blank=True)
    door = models.ForeignKey(
        "reference.Area", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="从哪个门口的码来"
    )
    consent_version = models.CharField("同意书版本", max_length=20)
    facts = models.JSONField("给单位看的情况", default=list)
    state = models.CharField(
        "状态", max_length=14, choices=enums.ApplicationState.choices, default=enums.ApplicationState.SUBMITTED
    )
    applied_at = models.DateTimeField("报名时间", default=now)
    reply_due_at = models.DateTimeField("应答复时间")
    first_due_at = models.DateTimeField(
        "第一次说好的答复时间", null=True, blank=True
    )  # kept when the clock starts again
    close_due_at = models.DateTimeField("最晚答复时间")
    chased_at = models.DateTimeField("催过的时间", null=True, blank=True)
    chased_by_code = models.CharField("谁催的", max_length=20, blank=True)
    chase_note = models.CharField("催的结果", max_length=200, blank=True)
    first_replied_at = models.DateTimeField("首次答复时间", null=True, blank=True)
    decline_reason = models.CharField("没选上的原因", max_length=12, choices=enums.DeclineReason.choices, blank=True)
    decline_words = models.CharField("补充", max_length=100, blank=True)
    start_reported_on = models.DateField("说是哪天到岗", null=True, blank=True)
    start_reported_by_code = models.CharField("谁说的", max_length=20, blank=True)
    started_on = models.DateField("到岗日", null=True, blank=True)
    no_show_answer = models.CharField("她的说明", max_length=300, blank=True)
    no_show_answered_at = models.DateTimeField("说明时间", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    privacy = {
        name: PLAIN
        for name in (
            "code posting resident ticket phone_verified_at door consent_version state applied_at reply_due_at first_due_at "
            "close_due_at chased_at chased_by_code first_replied_at decline_reason start_reported_on start_reported_by_code started_on "
            "no_show_answered_at version"
        ).split()
    } | {
        name: PERSONAL
        for name in "name phone phone_index phone_last_four facts chase_note decline_words no_show_answer".split()
    }

    repeated = False  # apply() sets it on an application that stood there already

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "报名"
        verbose_name_plural = "报名"
        indexes = [models.Index(fields=["state", "reply_due_at"], name="application_clock")]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "resident"],
                condition=Q(state__in=("submitted", "interview", "offered", "started"), resident__isnull=False),
                name="one_open_application_per_person",
            ),
            models.UniqueConstraint(
                fields=["posting", "phone_index", "name"],
                condition=Q(state__in=("submitted", "interview", "offered", "started")) & ~Q(phone_index=None),
                name="one_open_application_per_number",
            ),
            models.UniqueConstraint(fields=["posting", "ticket"], name="ticket_unique_in_posting"),
            models.CheckConstraint(
                condition=Q(chased_at__isnull=True, chased_by_code="")
                | (Q(chased_at__isnull=False) & ~Q(chased_by_code="")),
                name="application_chased_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(start_reported_on__isnull=True, start_reported_by_code="")
                | (Q(start_reported_on__isnull=False) & ~Q(start_reported_by_code="")),
                name="start_reported_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state="started", started_on__isnull=False)
                | (~Q(state="started") & Q(started_on__isnull=True)),
                name="started_has_its_day",
            ),
        ]

    def __str__(self):
        return f"{self.ticket} {self.state}"


class ApplicationTransition(TransitionLog):
    application = models.ForeignKey(Application, models.CASCADE, related_name="transitions", verbose_name="报名")

    privacy = TransitionLog.privacy | {"application": PLAIN}

    class Meta:
        verbose_name = "报名流转"
        verbose_name_plural = "报名流转"
        ordering = ["at", "id"]


class Interview(models.Model):
    """An appointment: which day, where, whom to ask for. A new time is a new row."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="interviews", verbose_name="报名")
    at = models.DateTimeField("时间")
    where = models.CharField("地点", max_length=120)
    ask_for = models.CharField("找谁", max_length=50)
    made_at = models.DateTimeField("约定时间", default=now)
    cannot_come_at = models.DateTimeField("说去不了的时间", null=True, blank=True)
    cannot_come_words = models.CharField("为什么", max_length=100, blank=True)

    privacy = {
        "application": PLAIN,
        "at": PERSONAL,
        "where": PLAIN,
        "ask_for": PERSONAL,
        "made_at": PLAIN,
        "cannot_come_at": PLAIN,
        "cannot_come_words": PERSONAL,
    }

    class Meta:
        verbose_name = "见面"
        verbose_name_plural = "见面"
        ordering = ["made_at", "id"]

    def __str__(self):
        return f"{self.application_id} {self.at:%Y-%m-%d %H:%M}"


class Complaint(Coded):
    """举报: anybody may say that a posting is wrong. Answered within the working days of the local rule."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="complaints", verbose_name="岗位")
    kind = models.CharField("什么问题", max_length=15, choices=enums.ComplaintKind.choices)
    words = models.CharField("说明", max_length=500, blank=True)
    phone = EncryptedField("回话电话", null=True, blank=True)
    phone_index = BlindIndexField(source="phone", purpose="phone", verbose_name="电话索引")
    state = models.CharField(
        "状态", max_length=10, choices=enums.ComplaintState.choices, default=enums.ComplaintState.OPEN
    )
    made_at = models.DateTimeField("举报时间", default=now)
    answer_due_at = models.DateTimeField("应答复时间")
    answer = models.CharField("处理结果", max_length=500, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    answered_by_code = models.CharField("答复人", max_length=20, blank=True)

    privacy = {
        "code": PLAIN,
        "posting": PLAIN,
        "kind": PLAIN,
        "words": PERSONAL,
        "phone": PERSONAL,
        "phone_index": PERSONAL,
        "state": PLAIN,
        "made_at": PLAIN,
        "answer_due_at": PLAIN,
        "answer": PLAIN,
        "answered_at": PLAIN,
        "answered_by_code": PLAIN,
    }

    class Meta:
        verbose_name = "举报"
        verbose_name_plural = "举报"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by_code="")
                | (Q(answered_at__isnull=False) & ~Q(answered_by_code="")),
                name="complaint_answered_who_and_when",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.state}"


class ComplaintTransition(TransitionLog):
    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="transitions", verbose_name="举报")

    privacy = TransitionLog.privacy | {"complaint": PLAIN}

    class Meta:
        verbose_name = "举报流转"
        verbose_name_plural = "举报流转"
        ordering = ["at", "id"]
