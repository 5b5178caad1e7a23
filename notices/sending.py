"""The bell: a worker is told which message waits. Without a broker the same function runs in place."""

from celery import shared_task

from core.clock import now
from notices import actions
from notices.models import Notice


@shared_task(name="notices.send")
def send(code: str) -> int:
    return actions.send_due(now(), only=Notice.objects.filter(code=code))
