"""What the reference tables share: who changed a row by hand, and rows that hold between two dates."""

from datetime import date

from django.db import models
from django.db.models import Q

from core.privacy import PLAIN


class Edited(models.Model):
    """A row the office may correct; `edited_at` set means the shipped data no longer overwrites it."""

    privacy = {"edited_by_code": PLAIN, "edited_at": PLAIN}

    edited_by_code = models.CharField("修改人", max_length=12, blank=True)
    edited_at = models.DateTimeField("修改时间", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_edited_pair",
                condition=Q(edited_at__isnull=True, edited_by_code="")
                | (Q(edited_at__isnull=False) & ~Q(edited_by_code="")),
            )
        ]


class EffectiveQuerySet(models.QuerySet):
    def effective(self, on: date):
        """Rows that hold on that day; both ends count."""
        return self.filter(Q(effective_to__isnull=True) | Q(effective_to__gte=on), effective_from__lte=on)


class Effective(Edited):
    """A rule that holds from one day to another, both included; no last day means until further notice."""

    privacy = {"effective_from": PLAIN, "effective_to": PLAIN}

    effective_from = models.DateField("生效日期")
    effective_to = models.DateField("失效日期", null=True, blank=True)

    objects = EffectiveQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            *Edited.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_date_order",
                condition=Q(effective_to__isnull=True) | Q(effective_to__gte=models.F("effective_from")),
            ),
        ]
