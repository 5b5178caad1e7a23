"""What the outbox hears from below and from itself."""

from django.conf import settings
from django.dispatch import receiver

from accounts.signals import login_code_sent
from core.bell import ring
from core.fields import new_code
from notices import actions, signals
from notices.enums import ContactKind
from notices.sending import send


@receiver(signals.notice_queued)
def send_at_once(code, **kwargs):
    """The bell after the commit; a row it misses is sent by the next round of `manage.py work`."""
    ring(send, code)


@receiver(login_code_sent)
def show_code_in_demo(number, digits, minutes, **kwargs):
    """Only the demonstration keeps a code: its inbox shows every message that would leave."""
    if settings.DEMO:
        contact = actions.contact_for("demo", kind=ContactKind.APP)
        placeholders = {"digits": digits, "minutes": minutes}
        actions.queue(contact, "accounts.login_code", placeholders, once_key=f"login-code-{new_code()}")
