"""A person, and the numbers at which she can be told something. Age and retirement are computed, never stored."""

from django.db import models
from django.db.models import Q

from core.clock import now
from core.fields import BlindIndexField, EncryptedField, LastFourIndexField
from core.models import Coded
from core.privacy import PERSONAL, PLAIN, SENSITIVE
from residents import enums
from residents.querysets import ResidentQuerySet


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
        "residents.Household", models.SET_NULL, null=True, blank=True, related_name="members", verbose_name="户"
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
