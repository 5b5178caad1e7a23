"""Rows that belong to no domain: what was done, which forms were already answered, how often, which jobs ran."""

from django.db import models

from core.clock import now
from core.fields import EncryptedField, PublicCodeField, with_indexes
from core.privacy import PERSONAL, PLAIN


class Coded(models.Model):
    """A row with a public code, and with indexes that follow their sources also in `save(update_fields=…)`."""

    code = PublicCodeField()

    privacy = {"code": PLAIN}

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields:
            update_fields = with_indexes(type(self), update_fields)
        elif deferred := self.get_deferred_fields():
            for name in with_indexes(type(self), self.__dict__) & deferred:
                setattr(self, name, None)  # no longer deferred: computed anew and saved with its source
        super().save(*args, update_fields=update_fields, **kwargs)


class TransitionLog(models.Model):
    """One change of state. A child adds the foreign key to its object; rows are written by `transitions.move` alone."""

    moved = models.CharField("动作", max_length=30)
    from_state = models.CharField("原状态", max_length=30)
    to_state = models.CharField("新状态", max_length=30)
    by_code = models.CharField("操作人", max_length=12, blank=True)
    note = models.CharField("说明", max_length=500, blank=True)
    at = models.DateTimeField("时间", default=now)

    privacy = {
        "moved": PLAIN,
        "from_state": PLAIN,
        "to_state": PLAIN,
        "by_code": PLAIN,
        "note": PERSONAL,
        "at": PLAIN,
    }

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.moved}: {self.from_state} → {self.to_state}"


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that are evidence. Erasure by retention goes through `forget_before` alone."""

    def update(self, **kwargs):
        raise TypeError(f"{self.model._meta.label} is append-only")

    def delete(self):
        raise TypeError(f"{self.model._meta.label} is append-only")

    def forget_before(self, moment):
        """Deletes what is older than the retention period; returns how many rows."""
        return self.filter(at__lt=moment)._raw_delete(self.db)


class AuditEntry(models.Model):
    """Who did what to which thing, by public codes only: nothing here blocks an erasure or survives one as a name."""

    at = models.DateTimeField("时间", default=now, db_index=True)
    action = models.CharField("动作", max_length=60)
    model = models.CharField("对象类型", max_length=60)
    object_code = models.CharField("对象编号", max_length=20)
    actor_code = models.CharField("操作人", max_length=12, blank=True, db_index=True)
    note = models.CharField("备注", max_length=200, blank=True)

    privacy = {"at": PLAIN, "action": PLAIN, "model": PLAIN, "object_code": PLAIN, "actor_code": PLAIN, "note": PLAIN}

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "操作记录"
        verbose_name_plural = "操作记录"
        indexes = [models.Index(fields=["model", "object_code"], name="audit_by_object")]

    def __str__(self):
        return f"{self.action} {self.object_code}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("an audit entry is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("an audit entry is never deleted by hand")


class IdempotencyKey(Coded):
    """A form that was sent: its keyed scope, the keyed digest of what it said, and the answer it got."""

    scope = models.CharField("范围", max_length=64, unique=True)
    body_digest = models.CharField("内容摘要", max_length=64)
    answer = EncryptedField("答复", blank=True, default="")
    made_at = models.DateTimeField("时间", default=now, db_index=True)

    privacy = {"scope": PLAIN, "body_digest": PERSONAL, "answer": PERSONAL, "made_at": PLAIN}

    class Meta:
        verbose_name = "已提交的表单"
        verbose_name_plural = "已提交的表单"

    def __str__(self):
        return self.code


class ThrottleWindow(models.Model):
    """How often something was tried since `started_at`, under a keyed digest of what and who."""

    digest = models.CharField("摘要", max_length=64, unique=True)
    started_at = models.DateTimeField("起始", db_index=True)
    hits = models.PositiveIntegerField("次数", default=1)

    privacy = {"digest": PERSONAL, "started_at": PLAIN, "hits": PLAIN}

    class Meta:
        verbose_name = "频次"
        verbose_name_plural = "频次"

    def __str__(self):
        return f"{self.hits} since {self.started_at:%Y-%m-%d %H:%M:%S}"


class JobRun(models.Model):
    """A periodic job in one period. Unfinished and older than its lease: the process died, another takes over."""

    job = models.CharField("任务", max_length=60)
    period = models.DateTimeField("周期起点")
    started_at = models.DateTimeField("开始", default=now)
    finished_at = models.DateTimeField("完成", null=True, blank=True)
    done = models.PositiveIntegerField("处理数", default=0)

    privacy = {"job": PLAIN, "period": PLAIN, "started_at": PLAIN, "finished_at": PLAIN, "done": PLAIN}

    class Meta:
        verbose_name = "定时任务记录"
        verbose_name_plural = "定时任务记录"
        constraints = [models.UniqueConstraint(fields=["job", "period"], name="one_run_per_period")]

    def __str__(self):
        return f"{self.job} {self.period:%Y-%m-%d %H:%M}"
