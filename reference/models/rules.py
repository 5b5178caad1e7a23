"""Rules that differ by place or year; each row says from when to when it holds and where it is written."""

from django.db import models

from core.privacy import PLAIN
from reference.enums import WordingLevel
from reference.models.areas import Area
from reference.models.base import Effective


class MinimumWage(Effective):
    """Yuan a month and an hour. A row of a province is its lowest tier: the floor where the district's is not known."""

    privacy = {
        "area": PLAIN,
        "tier": PLAIN,
        "monthly": PLAIN,
        "hourly": PLAIN,
        "doc_no": PLAIN,
        "invented": PLAIN,
    }

    area = models.ForeignKey(Area, verbose_name="地区", on_delete=models.PROTECT, related_name="minimum_wages")
    tier = models.PositiveSmallIntegerField("档次")
    monthly = models.DecimalField("月最低工资(元)", max_digits=8, decimal_places=2)
    hourly = models.DecimalField("小时最低工资(元)", max_digits=6, decimal_places=2)
    doc_no = models.CharField("文号", max_length=80, blank=True)
    invented = models.BooleanField("演示用虚构", default=False)

    class Meta(Effective.Meta):
        verbose_name = verbose_name_plural = "最低工资"
        ordering = ["area", "effective_from"]
        constraints = [
            *Effective.Meta.constraints,
            models.UniqueConstraint(name="reference_minimumwage_once", fields=["area", "effective_from"]),
            models.CheckConstraint(
                name="reference_minimumwage_positive",
                condition=models.Q(monthly__gt=0) & models.Q(hourly__gt=0),
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.monthly}"


class WordingRule(Effective):
    """A pattern a posting is read for. `rule` names the finding; several rows may share it (`line` counts them)."""

    privacy = {
        "rule": PLAIN,
        "line": PLAIN,
        "level": PLAIN,
        "pattern": PLAIN,
        "exception": PLAIN,
        "law": PLAIN,
        "quote": PLAIN,
        "suggestion": PLAIN,
        "note": PLAIN,
        "version": PLAIN,
    }

    rule = models.CharField("规则", max_length=40, db_index=True)
    line = models.PositiveSmallIntegerField("序号", default=1)
    level = models.CharField("级别", max_length=5, choices=WordingLevel.choices)
    pattern = models.TextField("查找")
    exception = models.TextField("除外", blank=True)
    law = models.CharField("依据", max_length=200, blank=True)
    quote = models.TextField("原文", blank=True)
    suggestion = models.CharField("建议写法", max_length=200, blank=True)
    note = models.CharField("备注", max_length=300, blank=True)
    # Written beside each decision, so that a later change of the rule does not rewrite the past.
    version = models.PositiveSmallIntegerField("版本", default=1)

    class Meta(Effective.Meta):
        verbose_name = verbose_name_plural = "用语规则"
        ordering = ["rule", "line"]
        constraints = [
            *Effective.Meta.constraints,
            models.UniqueConstraint(name="reference_wordingrule_once", fields=["rule", "line", "effective_from"]),
        ]

    def __str__(self):
        return f"{self.rule} {self.get_level_display()}"


class MandatoryElement(Effective):
    """A field without which a posting may not be published."""

    privacy = {"field": PLAIN, "label": PLAIN, "basis": PLAIN}

    field = models.CharField("字段", max_length=30)
    label = models.CharField("名称", max_length=30)
    basis = models.CharField("依据", max_length=120, blank=True)

    class Meta(Effective.Meta):
        verbose_name = verbose_name_plural = "必填项"
        ordering = ["pk"]
        constraints = [
            *Effective.Meta.constraints,
            models.UniqueConstraint(name="reference_mandatoryelement_once", fields=["field", "effective_from"]),
        ]

    def __str__(self):
        return self.label


class LocalRule(Effective):
    """A setting of an area and everything below it; no area = everywhere. The nearest area wins."""

    privacy = {"area": PLAIN, "key": PLAIN, "value": PLAIN, "basis": PLAIN}

    area = models.ForeignKey(
        Area, verbose_name="地区", null=True, blank=True, on_delete=models.CASCADE, related_name="local_rules"
    )
    key = models.CharField("项目", max_length=40, db_index=True)
    value = models.JSONField("取值")
    basis = models.CharField("依据", max_length=120, blank=True)

    class Meta(Effective.Meta):
        verbose_name = verbose_name_plural = "本地规则"
        ordering = ["key", "effective_from"]
        constraints = [
            *Effective.Meta.constraints,
            models.UniqueConstraint(name="reference_localrule_once", fields=["area", "key", "effective_from"]),
            models.UniqueConstraint(
                name="reference_localrule_everywhere",
                fields=["key", "effective_from"],
                condition=models.Q(area__isnull=True),
            ),
        ]

    def __str__(self):
        return self.key
