from django.db import models

from core.clock import now
from core.fields import BlindIndexField, EncryptedField
from core.models import Coded
from core.privacy import PERSONAL, PLAIN
from notices.enums import ContactKind, Delivery
from notices.querysets import ContactQuerySet, NoticeQuerySet


class Contact(Coded):
    """Where a message goes. `owner_code`: public code of the person or firm, so nothing here blocks an erasure."""

    kind = models.CharField("方式", max_length=10, choices=ContactKind.choices)
    address = EncryptedField("地址", null=True, blank=True)
    address_index = BlindIndexField(source="address", purpose="phone", verbose_name="地址索引")
    owner_code = models.CharField("属于", max_length=20, db_index=True)
    opted_out_at = models.DateTimeField("不再接收起", null=True, blank=True)

    privacy = {
        "code": PLAIN,
        "kind": PLAIN,
        "address": PERSONAL,
        "address_index": PERSONAL,
        "owner_code": PLAIN,
        "opted_out_at": PLAIN,
    }

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "联系方式"
        verbose_name_plural = "联系方式"
        constraints = [
            models.UniqueConstraint(fields=["kind", "address_index", "owner_code"], name="one_contact_per_owner"),
            models.UniqueConstraint(
                fields=["kind", "owner_code"],
                condition=models.Q(address_index__isnull=True),
                name="one_inbox_per_owner",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.owner_code}"


class Notice(Coded):
    """One row of the outbox: which template, for whom, when, and what became of it. Text is filled in when it is sent.

    `once_key` says of which event this is the message, so that the event told twice is one message.
    """

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="notices", verbose_name="收件人")
    template = models.CharField("模板", max_length=60)
    placeholders = models.JSONField("填充", default=dict)
    about_code = models.CharField("关于", max_length=20, blank=True, db_index=True)
    once_key = models.CharField("只发一次", max_length=120, unique=True)
    state = models.CharField("状态", max_length=12, choices=Delivery.choices, default=Delivery.QUEUED)
    queued_at = models.DateTimeField("排队时间", default=now)
    due_at = models.DateTimeField("应发时间", default=now)
    lease_ends_at = models.DateTimeField("占用到", null=True, blank=True)
    sent_at = models.DateTimeField("发出时间", null=True, blank=True)
    read_at = models.DateTimeField("读到时间", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("已试次数", default=0)
    provider_id = models.CharField("运营商编号", max_length=80, blank=True)
    problem = models.CharField("问题", max_length=200, blank=True)

    privacy = {
        "code": PLAIN,
        "contact": PLAIN,
        "template": PLAIN,
        "placeholders": PERSONAL,
        "about_code": PLAIN,
        "once_key": PLAIN,
        "state": PLAIN,
        "queued_at": PLAIN,
        "due_at": PLAIN,
        "lease_ends_at": PLAIN,
        "sent_at": PLAIN,
        "read_at": PLAIN,
        "attempts": PLAIN,
        "provider_id": PLAIN,
        "problem": PLAIN,
    }

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "消息"
        verbose_name_plural = "消息"
        indexes = [models.Index(fields=["state", "due_at"], name="notice_queue")]

    def __str__(self):
        return f"{self.template} {self.state}"
