"""The area tree from province to entrance, and what a community tells its people."""

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from core.fields import PublicCodeField
from core.privacy import PERSONAL, PLAIN
from reference.enums import AreaKind
from reference.models.base import Edited


class AreaQuerySet(models.QuerySet):
    def under(self, area: "Area"):
        """The area itself and everything below it."""
        return self.filter(path__startswith=area.path)

    def communities(self):
        return self.filter(kind=AreaKind.COMMUNITY)

    def districts(self):
        return self.filter(kind=AreaKind.DISTRICT)


class Area(Edited):
    """One node; `path` lists the segments from the root, e.g. "/50/500107/", so a subtree is one prefix."""

    privacy = {
        "code": PLAIN,
        "official_code": PLAIN,
        "name": PLAIN,
        "kind": PLAIN,
        "parent": PLAIN,
        "path": PLAIN,
        "invented": PLAIN,
    }

    code = PublicCodeField()
    # Six digits of GB/T 2260 down to the district, nine or twelve below, or the office's own code; none for doors.
    official_code = models.CharField("区划代码", max_length=32, unique=True, null=True, blank=True)
    name = models.CharField("名称", max_length=60, db_index=True)
    kind = models.CharField("级别", max_length=12, choices=AreaKind.choices)
    parent = models.ForeignKey(
        "self", verbose_name="上级", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField("路径", max_length=255, db_index=True, editable=False)
    invented = models.BooleanField("演示用虚构", default=False)

    objects = AreaQuerySet.as_manager()

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "地区"
        ordering = ["path"]

    def __str__(self):
        return self.name

    @property
    def segment(self) -> str:
        """The area's own part of the path: official codes without their padding zeros, else the public code."""
        length = {AreaKind.PROVINCE: 2, AreaKind.CITY: 4}.get(self.kind)
        return (self.official_code or self.code)[:length]

    @property
    def community(self) -> "Area | None":
        return self.ancestor(AreaKind.COMMUNITY)

    @property
    def district(self) -> "Area | None":
        return self.ancestor(AreaKind.DISTRICT)

    def ancestor(self, kind: str) -> "Area | None":
        """The area itself or the one above it of that kind; one query unless it is the area itself."""
        if self.kind == kind:
            return self
        return Area.objects.filter(kind=kind, path__in=self.path_prefixes()).first()

    def ancestors(self):
        """From the root down to the area itself."""
        return Area.objects.filter(path__in=self.path_prefixes()).order_by("path")

    def path_prefixes(self) -> list[str]:
        """ "/50/500107/" -> ["/50/", "/50/500107/"]."""
        parts = self.path.strip("/").split("/")
        return ["/" + "/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]

    def save(self, *args, **kwargs):
        before = self.path
        self.path = f"{self.parent.path if self.parent else '/'}{self.segment}/"
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "path"}
        super().save(*args, **kwargs)
        if before and before != self.path:
            self._move_subtree(before)

    def _move_subtree(self, before: str) -> None:
        below = Area.objects.filter(path__startswith=before).exclude(pk=self.pk)
        below.update(path=Concat(Value(self.path), Substr(F("path"), len(before) + 1)))


class CommunityInfo(Edited):
    """A community's own notice: where the window is, whom to ring, where a health certificate is made."""

    privacy = {
        "community": PLAIN,
        "hotline": PLAIN,
        "hotline_hours": PLAIN,
        "contact_name": PERSONAL,
        "address": PLAIN,
        "office_hours": PLAIN,
        "health_certificate": PLAIN,
    }

    community = models.OneToOneField(Area, verbose_name="社区", on_delete=models.CASCADE, related_name="info")
    hotline = models.CharField("一键通电话", max_length=20)
    hotline_hours = models.CharField("接听时间", max_length=60, blank=True)
    contact_name = models.CharField("联系人", max_length=50, blank=True)
    address = models.CharField("窗口地址", max_length=120, blank=True)
    office_hours = models.CharField("窗口时间", max_length=60, blank=True)
    health_certificate = models.CharField("健康证去哪里办", max_length=200, blank=True)

    class Meta(Edited.Meta):
        verbose_name = verbose_name_plural = "社区信息"

    def __str__(self):
        return f"{self.community} {self.hotline}"
