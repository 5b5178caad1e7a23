"""Contacts and messages for tests."""

import itertools

from core.clock import now
from notices.enums import ContactKind
from notices.models import Contact, Notice
from notices.registry import TEMPLATES
from tests.factories.accounts import mobile

_number = itertools.count(1)


def contact(owner_code: str = "", *, kind: str = ContactKind.SMS, address: str | None = None, **fields) -> Contact:
    number = (address or mobile()) if kind == ContactKind.SMS else None
    return Contact.objects.create(owner_code=owner_code or f"owner{next(_number)}", kind=kind, address=number, **fields)


def notice(to: Contact | None = None, *, template: str = "jobs.invited", **fields) -> Notice:
    """A message due now, filled with the samples of its template."""
    fields.setdefault("due_at", now())
    fields.setdefault("once_key", f"test-{next(_number)}")
    return Notice.objects.create(
        contact=to or contact(), template=template, placeholders=dict(TEMPLATES[template].samples), **fields
    )
