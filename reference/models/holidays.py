"""Days that differ from the ordinary week."""

from django.db import models

from core.privacy import PLAIN
from reference.enums import DayKind, DayStatus
from reference.models.base import Edited


class Holiday(Edited):
    """A day off, or a weekend day that is worked. Until the yearly notice only statutory days are known."""

    privacy = {"day": PLAIN, "kind": PLAIN, "name": PLAIN, "status": PLAIN}

    day = models.DateField("日期", unique=True)
    kind = models.CharField("放假或上班", max_length=4, choices=DayKind.choices)
    name = models.CharField("节日", max_length=20)
    status = models.CharField("状态", max_length=14, choices=DayStatus.choices)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "节假日"
        ordering = ["day"]

    def __str__(self):
        return f"{self.day} {self.name}"
