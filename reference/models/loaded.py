"""Which shipped data file stands in the database."""

from django.db import models

from core.privacy import PLAIN


class LoadedFile(models.Model):
    """`sha` of the file as it was last read; the same again means there is nothing to do."""

    privacy = {"name": PLAIN, "sha": PLAIN, "rows": PLAIN, "loaded_at": PLAIN}

    name = models.CharField("文件", max_length=60, unique=True)
    sha = models.CharField("摘要", max_length=64)
    rows = models.PositiveIntegerField("行数")
    loaded_at = models.DateTimeField("载入时间")

    class Meta:
        verbose_name = verbose_name_plural = "已载入的资料"
        ordering = ["name"]

    def __str__(self):
        return self.name
