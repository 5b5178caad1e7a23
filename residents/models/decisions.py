"""What she agreed to, and what the office decided about her: dated rows."""

from django.db import models
from django.db.models import F, Q

from core.clock import now
from core.privacy import PERSONAL, PLAIN, SENSITIVE
from residents import enums


class Consent(models.Model):
    """Which text she agreed to, when, how. Withdrawing sets `withdrawn_at`; the row stays as proof."""

    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="consents", verbose_name="居民")
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

    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="recognitions", verbose_name="居民")
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

    resident = models.ForeignKey(
        "residents.Resident", models.CASCADE, related_name="status_registrations", verbose_name="居民"
    )
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
