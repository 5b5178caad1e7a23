from django.db import models

from core.clock import now
from core.fields import BlindIndexField, EncryptedField
from core.identity.names import surname
from core.models import Coded
from core.privacy import PERSONAL, PLAIN
from enterprises.enums import EmployerKind, LicenceKind, MemberRole
from enterprises.querysets import EmployerQuerySet


class Employer(Coded):
    """A firm, a shop, an agency or a household that hires. Households have no credit code."""

    kind = models.CharField("类型", max_length=12, choices=EmployerKind.choices, default=EmployerKind.FIRM)
    name = models.CharField("单位名称", max_length=100)
    short_name = models.CharField("简称", max_length=30, blank=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, null=True, blank=True, unique=True)
    community = models.ForeignKey("reference.Area", models.PROTECT, related_name="+", verbose_name="对接社区")
    address = models.CharField("地址", max_length=120, blank=True)
    place = models.ForeignKey(
        "reference.Place", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="位置"
    )
    about = models.CharField("做什么的", max_length=200, blank=True)
    contact_name = models.CharField("联系人", max_length=50, blank=True)
    contact_phone = EncryptedField("联系电话", null=True, blank=True)
    contact_phone_index = BlindIndexField(source="contact_phone", purpose="phone", verbose_name="联系电话索引")
    created_at = models.DateTimeField("登记时间", default=now)
    source = models.CharField("来源", max_length=20, default="self")
    version = models.PositiveIntegerField("版本", default=1)

    privacy = {
        "code": PLAIN,
        "kind": PLAIN,
        "name": PERSONAL,
        "short_name": PLAIN,
        "credit_code": PLAIN,
        "community": PLAIN,
        "address": PLAIN,
        "place": PLAIN,
        "about": PLAIN,
        "contact_name": PERSONAL,
        "contact_phone": PERSONAL,
        "contact_phone_index": PERSONAL,
        "created_at": PLAIN,
        "source": PLAIN,
        "version": PLAIN,
    }

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = "用人单位"
        verbose_name_plural = "用人单位"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="household") | models.Q(credit_code__isnull=True),
                name="household_has_no_credit_code",
            ),
        ]

    def __str__(self):
        return self.public_name if self.kind == EmployerKind.HOUSEHOLD else self.short_name or self.name

    @property
    def public_name(self) -> str:
        """What everybody may read: a household that hires is a private person, named by the surname alone."""
        return f"{surname(self.name)}家" if self.kind == EmployerKind.HOUSEHOLD else self.name


class EmployerMember(models.Model):
    """A person who acts for an employer after signing in."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="members", verbose_name="单位")
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="employer_memberships", verbose_name="账号")
    role = models.CharField("身份", max_length=10, choices=MemberRole.choices, default=MemberRole.CONTACT)
    from_on = models.DateField("起")
    to_on = models.DateField("止", null=True, blank=True)

    privacy = {"employer": PLAIN, "user": PLAIN, "role": PLAIN, "from_on": PLAIN, "to_on": PLAIN}

    class Meta:
        verbose_name = "单位经办人"
        verbose_name_plural = "单位经办人"
        constraints = [models.UniqueConstraint(fields=["employer", "user"], name="one_membership_per_employer")]

    def __str__(self):
        return f"{self.employer_id} {self.user_id}"


class Licence(models.Model):
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="licences", verbose_name="单位")
    kind = models.CharField("证照", max_length=12, choices=LicenceKind.choices)
    number = models.CharField("证号", max_length=40)
    issuer = models.CharField("发证机关", max_length=60, blank=True)
    valid_to = models.DateField("有效期至", null=True, blank=True)

    privacy = {"employer": PLAIN, "kind": PLAIN, "number": PLAIN, "issuer": PLAIN, "valid_to": PLAIN}

    class Meta:
        verbose_name = "证照"
        verbose_name_plural = "证照"
        constraints = [models.UniqueConstraint(fields=["employer", "kind", "number"], name="one_row_per_licence")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"


class Verification(models.Model):
    """Somebody looked at the licence and the place. Holds until `expires_on`; then postings wait (docs/concepts.md)."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="verifications", verbose_name="单位")
    verified_on = models.DateField("核验日期")
    expires_on = models.DateField("复核日期")
    how = models.CharField("怎么核的", max_length=120)
    verified_by_code = models.CharField("核验人", max_length=20)
    verified_at = models.DateTimeField("记录时间", default=now)

    privacy = {
        "employer": PLAIN,
        "verified_on": PLAIN,
        "expires_on": PLAIN,
        "how": PLAIN,
        "verified_by_code": PLAIN,
        "verified_at": PLAIN,
    }

    class Meta:
        verbose_name = "资质核验"
        verbose_name_plural = "资质核验"
        ordering = ["-verified_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_on__gt=models.F("verified_on")), name="verification_expires_later"
            ),
        ]

    def __str__(self):
        return f"{self.verified_on} – {self.expires_on}"
