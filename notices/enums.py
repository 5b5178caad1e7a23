from django.db import models


class ContactKind(models.TextChoices):
    SMS = "sms", "短信"
    APP = "app", "站内消息"


class Delivery(models.TextChoices):
    QUEUED = "queued", "等待发送"
    SENDING = "sending", "正在发送"
    SENT = "sent", "已发出"
    UNKNOWN = "unknown", "不知是否发出"
    FAILED = "failed", "没发出去"
    SUPPRESSED = "suppressed", "对方不接收"
