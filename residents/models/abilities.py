"""What she can do, in her words or proved."""

from django.db import models
from django.db.models import Q

from core.privacy import PERSONAL, PLAIN
from residents import enums


class ResidentSkill(models.Model):
    """An ability, in her words or certified. `verified_*` is set when somebody saw the proof."""

    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="skills", verbose_name="居民")
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
    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="experiences", verbose_name="居民")
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
    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="certificates", verbose_name="居民")
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
