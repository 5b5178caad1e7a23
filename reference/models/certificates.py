"""Kinds of certificate and which work may not be done without one."""

from django.db import models

from core.privacy import PLAIN
from reference.models.base import Edited
from reference.models.occupations import Occupation


class CertificateKind(Edited):
    """`valid_months` none = does not run out; `review_months` = must be reviewed that often while valid."""

    privacy = {
        "slug": PLAIN,
        "name": PLAIN,
        "valid_months": PLAIN,
        "review_months": PLAIN,
        "issuer": PLAIN,
        "how_to_get": PLAIN,
    }

    slug = models.CharField("标识", max_length=40, unique=True)
    name = models.CharField("证书", max_length=40, unique=True)
    valid_months = models.PositiveSmallIntegerField("有效期(月)", null=True, blank=True)
    review_months = models.PositiveSmallIntegerField("复审周期(月)", null=True, blank=True)
    issuer = models.CharField("发证单位", max_length=60, blank=True)
    how_to_get = models.CharField("怎么办", max_length=120, blank=True)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "证书种类"
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def code(self) -> str:
        return self.slug


class CertificateAlias(Edited):
    privacy = {"alias": PLAIN, "certificate": PLAIN}

    alias = models.CharField("叫法", max_length=30, unique=True)
    certificate = models.ForeignKey(
        CertificateKind, verbose_name="证书", on_delete=models.CASCADE, related_name="aliases"
    )

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "证书叫法"
        ordering = ["alias"]

    def __str__(self):
        return self.alias


class CertificateCover(Edited):
    """Who holds the one may do what the other is asked for: a B2 licence drives what a C1 does."""

    privacy = {"holder": PLAIN, "covered": PLAIN}

    holder = models.ForeignKey(
        CertificateKind, verbose_name="持有的证", on_delete=models.CASCADE, related_name="covers"
    )
    covered = models.ForeignKey(
        CertificateKind, verbose_name="可当作", on_delete=models.CASCADE, related_name="covered_by"
    )

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "证书包含关系"
        constraints = [
            *Edited.Meta.constraints,
            models.UniqueConstraint(name="reference_certificatecover_once", fields=["holder", "covered"]),
        ]

    def __str__(self):
        return f"{self.holder} {self.covered}"


class OccupationCertificate(Edited):
    """`required_by_law` makes it a hard limit; otherwise it only helps."""

    privacy = {
        "occupation": PLAIN,
        "certificate": PLAIN,
        "required_by_law": PLAIN,
        "basis": PLAIN,
    }

    occupation = models.ForeignKey(
        Occupation, verbose_name="职业", on_delete=models.CASCADE, related_name="certificate_links"
    )
    certificate = models.ForeignKey(
        CertificateKind, verbose_name="证书", on_delete=models.CASCADE, related_name="occupation_links"
    )
    required_by_law = models.BooleanField("法定必须", default=False)
    basis = models.CharField("依据", max_length=120, blank=True)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "职业所需证书"
        constraints = [
            *Edited.Meta.constraints,
            models.UniqueConstraint(name="reference_occupationcertificate_once", fields=["occupation", "certificate"]),
        ]

    def __str__(self):
        return f"{self.occupation} {self.certificate}"
