"""Flats, households, and who lives where from when to when."""

from django.db import models
from django.db.models import F, Q

from core.models import Coded
from core.privacy import PERSONAL, PLAIN


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
        constraints = [
            models.UniqueConstraint(
                fields=["community", "register_no"],
                condition=~models.Q(register_no=""),
                name="one_household_per_register_no",
            )
        ]

    def __str__(self):
        return self.register_no or self.code


class Tenancy(models.Model):
    """Who lives in which flat from when to when. Moving out closes this row, never the person."""

    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="tenancies", verbose_name="居民")
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
