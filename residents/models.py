"""People and where they live. Everything dated is a row; age, band and retirement are computed from the birth date."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from core.clock import now
from core.fields import BlindIndexField, EncryptedField, LastFourIndexField
from core.models import Coded
from core.privacy import PERSONAL, PLAIN, SENSITIVE
from residents import enums
from residents.querysets import ResidentQuerySet


class Dwelling(Coded):
    """房: a flat. Not a household (户) and not the people who sleep there."""

    area = models.ForeignKey("reference.Area", models.PROTECT, related_name="dwellings", verbose_name="楼栋/单元")
    room = models.CharField("房号", max_length=30)

    privacy = {"code": PLAIN, "area": PERSONAL, "room": PERSONAL}

    class Meta:
        verbose_name = "房屋"
        verbose_name_plural = "房屋"
        constraints = [models.UniqueConstraint(fields=["area", "room"], name="one_dwelling_per_room")]

    def __str__(self):
        return f"{self.area} {self.room}"


class Household(Coded):
    """户: a hukou booklet or the people who say they are one household."""

    community = models.ForeignKey("reference.Area", models.PROTECT, related_name="+", verbose_name="社区")
    register_no = models.CharField("户编号", max_length=30, blank=True)
    dwelling = models.ForeignKey(
        Dwelling, models.SET_NULL, null=True, blank=True, related_name="households", verbose_name="房屋"
    )

    privacy = {"code": PLAIN, "community": PLAIN, "register_no": PERSONAL, "dwelling": PERSONAL}

    class Meta:
        verbose_name = "户"
        verbose_name_plural = "户"

    def __str__(self):
        return self.register_no or self.code


class Resident(Coded):
    """A person. Most never sign in; `user` is set when one does. Only the name is demanded."""

    community = models.ForeignKey("reference.Area", models.PROTECT, related_name="+", verbose_name="社区")
    user = models.OneToOneField(
        "accounts.User", models.SET_NULL, null=True, blank=True, related_name="resident", verbose_name="账号"
    )
    name = models.CharField("姓名", max_length=50)
    id_number = EncryptedField("身份证号", null=True, blank=True)
    id_index = BlindIndexField(source="id_number", purpose="id_number", verbose_name="身份证号索引")
    id_last_four = LastFourIndexField(source="id_number", purpose="id_number", verbose_name="身份证后四位索引")
    born_on = models.DateField("出生日期", null=True, blank=True)
    sex = models.CharField("性别", max_length=1, choices=enums.Sex.choices, blank=True)
    retirement_kind = models.CharField("退休口径", max_length=3, choices=enums.RetirementKind.choices, blank=True)
    education = models.CharField("文化程度", max_length=2, choices=enums.Education.choices, blank=True)
    residency_type = models.CharField("居住类型", max_length=15, choices=enums.ResidencyType.choices, blank=True)
    labour_status = models.CharField("就业状况", max_length=15, choices=enums.LabourStatus.choices, blank=True)
    draws_pension = models.BooleanField("已领养老金", null=True, blank=True)
    household = models.ForeignKey(
        Household, models.SET_NULL, null=True, blank=True, related_name="members", verbose_name="户"
    )
    household_relation = models.CharField(
        "与户主关系", max_length=15, choices=enums.HouseholdRelation.choices, blank=True
    )
    address_text = models.CharField("住址", max_length=120, blank=True)
    place = models.ForeignKey(
        "reference.Place", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="住处位置"
    )
    note = models.CharField("备注", max_length=500, blank=True)
    personalised = models.BooleanField("按我的情况排", default=True)
    source = models.CharField("来源", max_length=10, choices=enums.Source.choices, default=enums.Source.SELF)
    registered_at = models.DateTimeField("登记时间", default=now)
    last_verified_at = models.DateTimeField("最近核实", null=True, blank=True)
    last_verified_by_code = models.CharField("核实人", max_length=20, blank=True)
    archived_at = models.DateTimeField("归档时间", null=True, blank=True)
    archive_reason = models.CharField("归档原因", max_length=10, choices=enums.ArchiveReason.choices, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    privacy = {
        "code": PLAIN,
        "community": PLAIN,
        "user": PLAIN,
        "name": PERSONAL,
        "id_number": SENSITIVE,
        "id_index": SENSITIVE,
        "id_last_four": SENSITIVE,
        "born_on": PERSONAL,
        "sex": PERSONAL,
        "retirement_kind": PERSONAL,
        "education": PERSONAL,
        "residency_type": PERSONAL,
        "labour_status": PERSONAL,
        "draws_pension": PERSONAL,
        "household": PERSONAL,
        "household_relation": PERSONAL,
        "address_text": PERSONAL,
        "place": PERSONAL,
        "note": SENSITIVE,
        "personalised": PLAIN,
        "source": PLAIN,
        "registered_at": PLAIN,
        "last_verified_at": PLAIN,
        "last_verified_by_code": PLAIN,
        "archived_at": PLAIN,
        "archive_reason": PERSONAL,
        "version": PLAIN,
    }

    objects = ResidentQuerySet.as_manager()

    class Meta:
        verbose_name = "居民"
        verbose_name_plural = "居民"
        constraints = [
            models.UniqueConstraint(
                fields=["community", "id_index"],
                condition=Q(archived_at__isnull=True) & ~Q(id_index=None),
                name="one_live_person_per_id_and_community",
            ),
            models.CheckConstraint(
                condition=Q(archived_at__isnull=True, archive_reason="")
                | (Q(archived_at__isnull=False) & ~Q(archive_reason="")),
                name="resident_archived_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(last_verified_at__isnull=True, last_verified_by_code="")
                | (Q(last_verified_at__isnull=False) & ~Q(last_verified_by_code="")),
                name="resident_verified_who_and_when",
            ),
        ]

    def __str__(self):
        return self.code

    @property
    def education_label(self):
        return self.get_education_display()


class ResidentContact(Coded):
    """A number at which somebody can be told something. Shared, borrowed and dead numbers are ordinary."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="contacts", verbose_name="居民")
    number = EncryptedField("号码")
    number_index = BlindIndexField(source="number", purpose="phone", verbose_name="号码索引")
    number_last_four = LastFourIndexField(source="number", purpose="phone", verbose_name="号码后四位索引")
    relation = models.CharField("是谁的", max_length=10, choices=enums.Relation.choices, default=enums.Relation.SELF)
    verified_at = models.DateTimeField("验证时间", null=True, blank=True)
    retired_at = models.DateTimeField("停用时间", null=True, blank=True)

    privacy = {
        "code": PLAIN,
        "resident": PLAIN,
        "number": PERSONAL,
        "number_index": PERSONAL,
        "number_last_four": PERSONAL,
        "relation": PERSONAL,
        "verified_at": PLAIN,
        "retired_at": PLAIN,
    }

    class Meta:
        verbose_name = "联系电话"
        verbose_name_plural = "联系电话"
        constraints = [
            models.UniqueConstraint(
                fields=["resident", "number_index"],
                condition=Q(retired_at__isnull=True),
                name="one_row_per_number_in_use",
            )
        ]

    def __str__(self):
        return f"{self.resident_id} {self.get_relation_display()}"


class Tenancy(models.Model):
    """Who lives in which flat from when to when. Moving out closes this row, never the person."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="tenancies", verbose_name="居民")
    dwelling = models.ForeignKey(Dwelling, models.CASCADE, related_name="tenancies", verbose_name="房屋")
    from_on = models.DateField("入住", null=True, blank=True)
    to_on = models.DateField("搬走", null=True, blank=True)

    privacy = {"resident": PLAIN, "dwelling": PERSONAL, "from_on": PERSONAL, "to_on": PERSONAL}

    class Meta:
        verbose_name = "居住记录"
        verbose_name_plural = "居住记录"
        constraints = [
            models.UniqueConstraint(fields=["resident"], condition=Q(to_on__isnull=True), name="one_current_dwelling"),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(from_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="tenancy_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.resident_id} @ {self.dwelling_id}"


class JobSeekingRegistration(models.Model):
    """求职登记: she looks for work until `valid_until`; renewed by any sign of life."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="seekings", verbose_name="居民")
    state = models.CharField(
        "求职状态", max_length=10, choices=enums.SeekingState.choices, default=enums.SeekingState.ACTIVE
    )
    from_on = models.DateField("登记日")
    valid_until = models.DateField("有效期至")
    ended_on = models.DateField("结束日", null=True, blank=True)
    source = models.CharField("来源", max_length=10, choices=enums.Source.choices)

    privacy = {
        "resident": PLAIN,
        "state": PERSONAL,
        "from_on": PLAIN,
        "valid_until": PLAIN,
        "ended_on": PLAIN,
        "source": PLAIN,
    }

    class Meta:
        verbose_name = "求职登记"
        verbose_name_plural = "求职登记"
        constraints = [
            models.UniqueConstraint(
                fields=["resident"], condition=Q(ended_on__isnull=True), name="one_open_seeking_registration"
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("from_on")), name="seeking_valid_after_start"),
        ]

    def __str__(self):
        return f"{self.resident_id} {self.state} → {self.valid_until}"


class JobWish(models.Model):
    """What she wants and what her life allows: the limits that protect her. Every answer but none is optional."""

    resident = models.OneToOneField(Resident, models.CASCADE, related_name="wish", verbose_name="居民")
    kinds = models.JSONField("用工形式", default=list, blank=True)
    monthly_floor = models.DecimalField("期望月薪不低于(元)", max_digits=9, decimal_places=2, null=True, blank=True)
    hourly_floor = models.DecimalField("期望时薪不低于(元)", max_digits=7, decimal_places=2, null=True, blank=True)
    travel = models.CharField("怎么去", max_length=6, choices=enums.Travel.choices, blank=True)
    max_minutes = models.PositiveSmallIntegerField("路上最多(分钟)", null=True, blank=True)
    free_from = models.TimeField("能上班起", null=True, blank=True)
    free_until = models.TimeField("能上班止", null=True, blank=True)
    picks_up_child = models.BooleanField("要接送孩子", null=True, blank=True)
    drop_off_at = models.TimeField("送到学校", null=True, blank=True)
    pick_up_at = models.TimeField("接孩子", null=True, blank=True)
    no_nights = models.BooleanField("不上夜班", null=True, blank=True)
    no_weekends = models.BooleanField("周末不上", null=True, blank=True)
    no_standing = models.BooleanField("不能久站", null=True, blank=True)
    max_lift_kg = models.PositiveSmallIntegerField(
        "最多搬(公斤)", null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    needs_lodging = models.BooleanField("要包住", null=True, blank=True)
    can_start_on = models.DateField("可到岗日", null=True, blank=True)
    wants_training = models.CharField("想学什么", max_length=100, blank=True)
    wants_business = models.CharField("想做什么小生意", max_length=100, blank=True)
    own_words = models.CharField("原话", max_length=200, blank=True)

    privacy = {
        "resident": PLAIN,
        "kinds": PERSONAL,
        "monthly_floor": PERSONAL,
        "hourly_floor": PERSONAL,
        "travel": PERSONAL,
        "max_minutes": PERSONAL,
        "free_from": PERSONAL,
        "free_until": PERSONAL,
        "picks_up_child": PERSONAL,
        "drop_off_at": PERSONAL,
        "pick_up_at": PERSONAL,
        "no_nights": PERSONAL,
        "no_weekends": PERSONAL,
        "no_standing": SENSITIVE,
        "max_lift_kg": SENSITIVE,
        "needs_lodging": PERSONAL,
        "can_start_on": PERSONAL,
        "wants_training": PERSONAL,
        "wants_business": PERSONAL,
        "own_words": PERSONAL,
    }

    class Meta:
        verbose_name = "求职意向"
        verbose_name_plural = "求职意向"

    def __str__(self):
        return str(self.resident_id)


class WishedOccupation(models.Model):
    wish = models.ForeignKey(JobWish, models.CASCADE, related_name="occupations", verbose_name="求职意向")
    occupation = models.ForeignKey("reference.Occupation", models.PROTECT, related_name="+", verbose_name="工种")
    rank = models.PositiveSmallIntegerField("第几", validators=[MinValueValidator(1), MaxValueValidator(3)])

    privacy = {"wish": PLAIN, "occupation": PERSONAL, "rank": PLAIN}

    class Meta:
        verbose_name = "期望工种"
        verbose_name_plural = "期望工种"
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["wish", "rank"], name="one_occupation_per_rank"),
            models.UniqueConstraint(fields=["wish", "occupation"], name="occupation_wished_once"),
            models.CheckConstraint(condition=Q(rank__gte=1, rank__lte=3), name="at_most_three_occupations"),
        ]

    def __str__(self):
        return f"{self.rank}. {self.occupation_id}"


class ResidentSkill(models.Model):
    """An ability, in her words or certified. `verified_*` is set when somebody saw the proof."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="skills", verbose_name="居民")
    skill = models.ForeignKey("reference.Skill", models.PROTECT, related_name="+", verbose_name="技能")
    level = models.CharField("程度", max_length=10, choices=enums.SkillLevel.choices, default=enums.SkillLevel.SOME)
    years = models.PositiveSmallIntegerField("年数", null=True, blank=True)
    evidence = models.CharField("依据", max_length=100, blank=True)
    verified_at = models.DateTimeField("核实时间", null=True, blank=True)
    verified_by_code = models.CharField("核实人", max_length=20, blank=True)

    privacy = {
        "resident": PLAIN,
        "skill": PERSONAL,
        "level": PERSONAL,
        "years": PERSONAL,
        "evidence": PERSONAL,
        "verified_at": PLAIN,
        "verified_by_code": PLAIN,
    }

    class Meta:
        verbose_name = "技能"
        verbose_name_plural = "技能"
        constraints = [
            models.UniqueConstraint(fields=["resident", "skill"], name="one_row_per_skill"),
            models.CheckConstraint(
                condition=Q(verified_at__isnull=True, verified_by_code="")
                | (Q(verified_at__isnull=False) & ~Q(verified_by_code="")),
                name="skill_verified_who_and_when",
            ),
        ]

    def __str__(self):
        return f"{self.resident_id} {self.skill_id}"


class WorkExperience(models.Model):
    resident = models.ForeignKey(Resident, models.CASCADE, related_name="experiences", verbose_name="居民")
    occupation = models.ForeignKey(
        "reference.Occupation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="工种"
    )
    words = models.CharField("做过什么", max_length=100)
    years = models.PositiveSmallIntegerField("年数", null=True, blank=True)
    until_year = models.PositiveSmallIntegerField("做到哪年", null=True, blank=True)

    privacy = {"resident": PLAIN, "occupation": PERSONAL, "words": PERSONAL, "years": PERSONAL, "until_year": PERSONAL}

    class Meta:
        verbose_name = "工作经历"
        verbose_name_plural = "工作经历"

    def __str__(self):
        return f"{self.resident_id} {self.words}"


class ResidentCertificate(models.Model):
    resident = models.ForeignKey(Resident, models.CASCADE, related_name="certificates", verbose_name="居民")
    kind = models.ForeignKey("reference.CertificateKind", models.PROTECT, related_name="+", verbose_name="证书")
    number = models.CharField("证号", max_length=40, blank=True)
    issued_on = models.DateField("发证日期", null=True, blank=True)
    expires_on = models.DateField("有效期至", null=True, blank=True)
    verified_at = models.DateTimeField("核实时间", null=True, blank=True)
    verified_by_code = models.CharField("核实人", max_length=20, blank=True)

    privacy = {
        "resident": PLAIN,
        "kind": PERSONAL,
        "number": PERSONAL,
        "issued_on": PERSONAL,
        "expires_on": PERSONAL,
        "verified_at": PLAIN,
        "verified_by_code": PLAIN,
    }

    class Meta:
        verbose_name = "证书"
        verbose_name_plural = "证书"
        constraints = [
            models.UniqueConstraint(fields=["resident", "kind"], name="one_row_per_certificate_kind"),
            models.CheckConstraint(
                condition=Q(verified_at__isnull=True, verified_by_code="")
                | (Q(verified_at__isnull=False) & ~Q(verified_by_code="")),
                name="certificate_verified_who_and_when",
            ),
        ]

    def __str__(self):
        return f"{self.resident_id} {self.kind_id}"


class Consent(models.Model):
    """Which text she agreed to, when, how. Withdrawing sets `withdrawn_at`; the row stays as proof."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="consents", verbose_name="居民")
    purpose = models.CharField("用途", max_length=20, choices=enums.ConsentPurpose.choices)
    text_version = models.CharField("文本版本", max_length=20)
    about_code = models.CharField("给谁", max_length=20, blank=True)
    channel = models.CharField("方式", max_length=6, choices=enums.ConsentChannel.choices)
    witness_code = models.CharField("见证人", max_length=20, blank=True)
    given_at = models.DateTimeField("同意时间", default=now)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    privacy = {
        "resident": PLAIN,
        "purpose": PLAIN,
        "text_version": PLAIN,
        "about_code": PLAIN,
        "channel": PLAIN,
        "witness_code": PLAIN,
        "given_at": PLAIN,
        "withdrawn_at": PLAIN,
    }

    class Meta:
        verbose_name = "同意书"
        verbose_name_plural = "同意书"
        constraints = [
            models.UniqueConstraint(
                fields=["resident", "purpose", "about_code"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_consent_in_force_per_purpose",
            ),
            models.CheckConstraint(
                condition=~Q(channel="oral") | ~Q(witness_code=""), name="oral_consent_has_a_witness"
            ),
        ]

    def __str__(self):
        return f"{self.purpose} {self.text_version}"


class HardshipRecognition(models.Model):
    """就业困难人员认定: a dated decision, not a property of the person. Read by plans, stalls, classes and fairs."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="recognitions", verbose_name="居民")
    category = models.CharField("类别", max_length=24, choices=enums.RecognitionCategory.choices)
    from_on = models.DateField("起")
    to_on = models.DateField("止", null=True, blank=True)
    basis = models.CharField("依据", max_length=120)
    approved_by_code = models.CharField("认定人", max_length=20)
    approved_at = models.DateTimeField("认定时间", default=now)
    end_reason = models.CharField("结束原因", max_length=60, blank=True)

    privacy = {
        "resident": PLAIN,
        "category": SENSITIVE,
        "from_on": SENSITIVE,
        "to_on": SENSITIVE,
        "basis": SENSITIVE,
        "approved_by_code": PLAIN,
        "approved_at": PLAIN,
        "end_reason": SENSITIVE,
    }

    class Meta:
        verbose_name = "困难认定"
        verbose_name_plural = "困难认定"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="recognition_ends_later"
            ),
            models.UniqueConstraint(
                fields=["resident", "category"],
                condition=Q(to_on__isnull=True),
                name="one_open_recognition_per_category",
            ),
        ]

    def __str__(self):
        return f"{self.resident_id} {self.category}"


class StatusRegistration(models.Model):
    """失业登记 / 就业登记: official status from a day to a day. No paper is ever mandatory (人社厅发〔2020〕79号)."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="status_registrations", verbose_name="居民")
    kind = models.CharField("种类", max_length=10, choices=enums.RegistrationKind.choices)
    from_on = models.DateField("起")
    to_on = models.DateField("止", null=True, blank=True)
    basis = models.CharField("依据", max_length=120, blank=True)
    approved_by_code = models.CharField("经办人", max_length=20)
    approved_at = models.DateTimeField("经办时间", default=now)

    privacy = {
        "resident": PLAIN,
        "kind": PERSONAL,
        "from_on": PERSONAL,
        "to_on": PERSONAL,
        "basis": PERSONAL,
        "approved_by_code": PLAIN,
        "approved_at": PLAIN,
    }

    class Meta:
        verbose_name = "失业/就业登记"
        verbose_name_plural = "失业/就业登记"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="registration_ends_later"
            ),
            models.UniqueConstraint(
                fields=["resident", "kind"], condition=Q(to_on__isnull=True), name="one_open_registration_per_kind"
            ),
        ]

    def __str__(self):
        return f"{self.resident_id} {self.kind}"
