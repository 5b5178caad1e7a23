"""The gazetteer of a community: points on a plain sketch map, in metres from its south-west corner."""

from django.db import models
from django.db.models import Q

from core.fields import PublicCodeField
from core.privacy import PLAIN
from reference.enums import PlaceKind
from reference.models.areas import Area
from reference.models.base import Edited


class PlaceQuerySet(models.QuerySet):
    def current(self):
        return self.filter(retired_on__isnull=True)


class Place(Edited):
    """A point people give as an address; x grows to the east, y to the north."""

    privacy = {
        "code": PLAIN,
        "community": PLAIN,
        "area": PLAIN,
        "name": PLAIN,
        "kind": PLAIN,
        "x_m": PLAIN,
        "y_m": PLAIN,
        "landmark": PLAIN,
        "retired_on": PLAIN,
    }

    code = PublicCodeField()
    community = models.ForeignKey(Area, verbose_name="社区", on_delete=models.PROTECT, related_name="places")
    area = models.ForeignKey(
        Area, verbose_name="楼栋", null=True, blank=True, on_delete=models.SET_NULL, related_name="points"
    )
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("类型", max_length=12, choices=PlaceKind.choices)
    x_m = models.IntegerField("向东(米)")
    y_m = models.IntegerField("向北(米)")
    landmark = models.BooleanField("地标", default=False)
    retired_on = models.DateField("停用日期", null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "地点"
        ordering = ["community", "name"]
        constraints = [
            *Edited.Meta.constraints,
            models.UniqueConstraint(
                name="reference_place_one_name",
                fields=["community", "name"],
                condition=Q(retired_on__isnull=True),
                violation_error_message="本社区已经有同名的地点，请换一个名称或改已有的那一个。",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def point(self) -> tuple[int, int]:
        """(x, y) in metres."""
        return self.x_m, self.y_m


class PlaceAlias(Edited):
    """Another name people use for the place."""

    privacy = {"place": PLAIN, "alias": PLAIN}

    place = models.ForeignKey(Place, verbose_name="地点", on_delete=models.CASCADE, related_name="aliases")
    alias = models.CharField("别名", max_length=60)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "地点别名"
        constraints = [
            *Edited.Meta.constraints,
            models.UniqueConstraint(name="reference_placealias_once", fields=["place", "alias"]),
        ]

    def __str__(self):
        return self.alias
