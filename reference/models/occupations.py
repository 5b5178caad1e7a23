"""Occupations and the everyday words people and employers use for them."""

from django.db import models

from core.privacy import PLAIN
from reference.models.base import Edited


class Occupation(Edited):
    """`code` is that of the national classification (大典 2022) where `official`, else our own "own-…"."""

    privacy = {"code": PLAIN, "official": PLAIN, "name": PLAIN, "group": PLAIN}

    code = models.CharField("职业代码", max_length=30, unique=True)
    official = models.BooleanField("大典代码", default=False)
    name = models.CharField("职业名称", max_length=40, unique=True)
    group = models.CharField("大类", max_length=20, db_index=True)
    skills = models.ManyToManyField("Skill", through="OccupationSkill", related_name="occupations")
    certificates = models.ManyToManyField(
        "CertificateKind", through="OccupationCertificate", related_name="occupations"
    )

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "职业"
        ordering = ["group", "name"]

    def __str__(self):
        return self.name


class OccupationAlias(Edited):
    """A word for an occupation; `shared` says that it is known to mean another one as well (车工, 小工)."""

    privacy = {"alias": PLAIN, "occupation": PLAIN, "dialect": PLAIN, "shared": PLAIN}

    alias = models.CharField("叫法", max_length=30, db_index=True)
    occupation = models.ForeignKey(Occupation, verbose_name="职业", on_delete=models.CASCADE, related_name="aliases")
    dialect = models.CharField("方言", max_length=10, blank=True)
    shared = models.BooleanField("也指别的职业", default=False)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "职业叫法"
        ordering = ["alias", "pk"]
        constraints = [
            *Edited.Meta.constraints,
            models.UniqueConstraint(name="reference_occupationalias_once", fields=["alias", "occupation"]),
            models.UniqueConstraint(
                name="reference_occupationalias_unshared",
                fields=["alias"],
                condition=models.Q(shared=False),
                violation_error_message="这个叫法已经属于另一个职业；如果确实两个都叫，请两边都勾选“也指别的职业”。",
            ),
        ]

    def __str__(self):
        return self.alias
