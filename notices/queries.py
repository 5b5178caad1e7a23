"""Reads over the outbox."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from core.clock import now
from core.identity import phone
from notices.enums import ContactKind
from notices.models import Contact, Notice
from notices.rendering import text_of


@dataclass(frozen=True)
class Message:
    """A notice with its words, as a page shows it. `url`: the first thing to do, empty where there is nothing."""

    notice: Notice
    text: str
    url: str

    @property
    def at(self) -> datetime:
        return self.notice.sent_at or self.notice.queued_at

    @property
    def to(self) -> str:
        """138****8000, or 站内消息."""
        contact = self.notice.contact
        return phone.mask(contact.address) if contact.address else contact.get_kind_display()

    @property
    def words(self) -> str:
        """The text without the link, for pages that make a button of it."""
        return self.text.replace(self.url, "").rstrip(" ：:") if self.url else self.text


def message(notice: Notice) -> Message:
    return Message(notice, text_of(notice.template, notice.placeholders), notice.placeholders.get("url", ""))


def inbox(owner_codes, *, limit: int = 50) -> list[Message]:
    """What these people or firms were told, the newest first."""
    return [message(notice) for notice in Notice.objects.for_owners(list(owner_codes))[:limit]]


def is_silent(owner_code: str) -> bool:
    """She asked for no more text messages."""
    return Contact.objects.opted_out().filter(owner_code=owner_code, kind=ContactKind.SMS).exists()


def unread(owner_codes) -> int:
    return Notice.objects.for_owners(list(owner_codes)).filter(read_at__isnull=True).count()


def demo_inbox(*, limit: int = 100) -> list[Message]:
    """Every message that would leave, the newest first. Empty unless DEMO: elsewhere nobody reads others' messages."""
    return [message(notice) for notice in Notice.objects.latest()[:limit]] if settings.DEMO else []


def oldest_waiting() -> datetime | None:
    """When the oldest message that should have left by now was due; None when nothing waits."""
    return Notice.objects.due(now()).order_by("due_at").values_list("due_at", flat=True).first()
