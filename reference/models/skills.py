"""Skills, what an occupation needs of them, and which old work helps with which new work."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from core.privacy import PLAIN
from reference.models.base import Edited
from reference.models.occupations import Occupation


class Skill(Edited):
    privacy = {"slug": PLAIN, "name": PLAIN, "group": PLAIN}

    slug = models.CharField("标识", max_length=40, unique=True)
    name = models.CharField("技能", max_length=30, unique=True)
    group = models.CharField("类别", max_length=20)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "技能"
        ordering = ["group", "name"]

    def __str__(self):
        return self.name

    @property
    def code(self) -> str:
        return self.slug


class SkillAlias(Edited):
    privacy = {"alias": PLAIN, "skill": PLAIN}

    alias = models.CharField("叫法", max_length=30, unique=True)
    skill = models.ForeignKey(Skill, verbose_name="技能", on_delete=models.CASCADE, related_name="aliases")

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "技能叫法"
        ordering = ["alias"]

    def __str__(self):
        return self.alias


class OccupationSkill(Edited):
    """A skill the work is made of; helpful, never a condition."""

    privacy = {"occupation": PLAIN, "skill": PLAIN}

    occupation = models.ForeignKey(
        Occupation, verbose_name="职业", on_delete=models.CASCADE, related_name="skill_links"
    )
    skill = models.ForeignKey(Skill, verbose_name="技能", on_delete=models.CASCADE, related_name="occupation_links")

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "职业所需技能"
        constraints = [
            *Edited.Meta.constraints,
            models.UniqueConstraint(name="reference_occupationskill_once", fields=["occupation", "skill"]),
        ]

    def __str__(self):
        return f"{self.occupation} {self.skill}"


class SkillTransfer(Edited):
    """What helps in other work: from one skill or one occupation; weight 0–1, 1 = as good as having done it."""

    privacy = {
        "from_skill": PLAIN,
        "from_occupation": PLAIN,
        "to_occupation": PLAIN,
        "weight": PLAIN,
        "sentence": PLAIN,
        "course": PLAIN,
    }

    from_skill = models.ForeignKey(
        Skill, verbose_name="会什么", null=True, blank=True, on_delete=models.CASCADE, related_name="transfers"
    )
    from_occupation = models.ForeignKey(
        Occupation,
        verbose_name="做过什么",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="transfers_out",
    )
    to_occupation = models.ForeignKey(
        Occupation, verbose_name="能做什么", on_delete=models.CASCADE, related_name="transfers_in"
    )
    weight = models.DecimalField(
        "上手程度", max_digits=3, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    sentence = models.CharField("说法", max_length=80)
    course = models.CharField("可以补什么", max_length=60, blank=True)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "手艺相通"
        constraints = [
            *Edited.Meta.constraints,
            models.CheckConstraint(
                name="reference_skilltransfer_one_source",
                condition=Q(from_skill__isnull=True, from_occupation__isnull=False)
                | Q(from_skill__isnull=False, from_occupation__isnull=True),
            ),
            models.CheckConstraint(
                name="reference_skilltransfer_weight", condition=Q(weight__gte=0) & Q(weight__lte=1)
            ),
            models.UniqueConstraint(
                name="reference_skilltransfer_skill",
                fields=["from_skill", "to_occupation"],
                condition=Q(from_skill__isnull=False),
            ),
            models.UniqueConstraint(
                name="reference_skilltransfer_work",
                fields=["from_occupation", "to_occupation"],
                condition=Q(from_occupation__isnull=False),
            ),
        ]

    def __str__(self):
        return self.sentence
