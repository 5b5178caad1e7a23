"""What she looks for and what her life allows."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from core.privacy import PERSONAL, PLAIN, SENSITIVE
from residents import enums


class JobSeekingRegistration(models.Model):
    """求职登记: she looks for work until `valid_until`; renewed by any sign of life."""

    resident = models.ForeignKey("residents.Resident", models.CASCADE, related_name="seekings", verbose_name="居民")
    state = models.CharField(
        "求职状态", max_length=10, choices=enums.SeekingState.choices, default=enums.SeekingState.ACTIVE
    )
    from_on = models.DateField("登记日")
    valid_until = models.DateField("有效期至")
    ended_on = models.DateField("结束日", null=True, blank=True)
    source = models.CharField("来源", max_length=10, choices=enums.Source.choices)

    privacy = {
        "resident": PLAIN,
        "state": PERSONAL,
        "from_on": PLAIN,
        "valid_until": PLAIN,
        "ended_on": PLAIN,
        "source": PLAIN,
    }

    class Meta:
        verbose_name = "求职登记"
        verbose_name_plural = "求职登记"
        constraints = [
            models.UniqueConstraint(
                fields=["resident"], condition=Q(ended_on__isnull=True), name="one_open_seeking_registration"
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("from_on")), name="seeking_valid_after_start"),
        ]

    def __str__(self):
        return f"{self.resident_id} {self.state} → {self.valid_until}"


class JobWish(models.Model):
    """What she wants and what her life allows: the limits that protect her. Every answer but none is optional."""

    resident = models.OneToOneField("residents.Resident", models.CASCADE, related_name="wish", verbose_name="居民")
    kinds = models.JSONField("用工形式", default=list, blank=True)
    monthly_floor = models.DecimalField("期望月薪不低于(元)", max_digits=9, decimal_places=2, null=True, blank=True)
    hourly_floor = models.DecimalField("期望时薪不低于(元)", max_digits=7, decimal_places=2, null=True, blank=True)
    travel = models.CharField("怎么去", max_length=6, choices=enums.Travel.choices, blank=True)
    max_minutes = models.PositiveSmallIntegerField("路上最多(分钟)", null=True, blank=True)
    free_from = models.TimeField("能上班起", null=True, blank=True)
    free_until = models.TimeField("能上班止", null=True, blank=True)
    picks_up_child = models.BooleanField("要接送孩子", null=True, blank=True)
    drop_off_at = models.TimeField("送到学校", null=True, blank=True)
    pick_up_at = models.TimeField("接孩子", null=True, blank=True)
    no_nights = models.BooleanField("不上夜班", null=True, blank=True)
    no_weekends = models.BooleanField("周末不上", null=True, blank=True)
    no_standing = models.BooleanField("不能久站", null=True, blank=True)
    max_lift_kg = models.PositiveSmallIntegerField(
        "最多搬(公斤)", null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    needs_lodging = models.BooleanField("要包住", null=True, blank=True)
    can_start_on = models.DateField("可到岗日", null=True, blank=True)
    wants_training = models.CharField("想学什么", max_length=100, blank=True)
    wants_business = models.CharField("想做什么小生意", max_length=100, blank=True)
    own_words = models.CharField("原话", max_length=200, blank=True)

    privacy = {
        "resident": PLAIN,
        "kinds": PERSONAL,
        "monthly_floor": PERSONAL,
        "hourly_floor": PERSONAL,
        "travel": PERSONAL,
        "max_minutes": PERSONAL,
        "free_from": PERSONAL,
        "free_until": PERSONAL,
        "picks_up_child": PERSONAL,
        "drop_off_at": PERSONAL,
        "pick_up_at": PERSONAL,
        "no_nights": PERSONAL,
        "no_weekends": PERSONAL,
        "no_standing": SENSITIVE,
        "max_lift_kg": SENSITIVE,
        "needs_lodging": PERSONAL,
        "can_start_on": PERSONAL,
        "wants_training": PERSONAL,
        "wants_business": PERSONAL,
        "own_words": PERSONAL,
    }

    class Meta:
        verbose_name = "求职意向"
        verbose_name_plural = "求职意向"

    def __str__(self):
        return str(self.resident_id)


class WishedOccupation(models.Model):
    wish = models.ForeignKey(JobWish, models.CASCADE, related_name="occupations", verbose_name="求职意向")
    occupation = models.ForeignKey("reference.Occupation", models.PROTECT, related_name="+", verbose_name="工种")
    rank = models.PositiveSmallIntegerField("第几", validators=[MinValueValidator(1), MaxValueValidator(3)])

    privacy = {"wish": PLAIN, "occupation": PERSONAL, "rank": PLAIN}

    class Meta:
        verbose_name = "期望工种"
        verbose_name_plural = "期望工种"
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["wish", "rank"], name="one_occupation_per_rank"),
            models.UniqueConstraint(fields=["wish", "occupation"], name="occupation_wished_once"),
            models.CheckConstraint(condition=Q(rank__gte=1, rank__lte=3), name="at_most_three_occupations"),
        ]

    def __str__(self):
        return f"{self.rank}. {self.occupation_id}"
