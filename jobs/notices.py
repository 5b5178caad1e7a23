"""Whom a posting or an application speaks to. Links point at pages that need no sign-in."""

from jobs import links
from notices import actions as outbox
from notices.enums import ContactKind


def tell_applicant(application, template, placeholders, *, once, due_at=None):
    """To her number, or to her page when she left none. `once` makes a second call of the same event harmless."""
    posting = application.posting
    owner = application.resident.code if application.resident_id else application.code
    kind = ContactKind.SMS if application.phone else ContactKind.APP
    outbox.queue(
        outbox.contact_for(owner, kind=kind, address=application.phone),
        template,
        {
            "posting": posting.title,
            "employer": str(posting.employer),
            **placeholders,
            "url": links.application_url(application),
        },
        about_code=application.code,
        once_key=f"{template}:{application.code}:{once}",
        due_at=due_at,
    )


def tell_employer(posting, template, placeholders, *, once, about=None, url=""):
    phone = posting.contact_phone or posting.employer.contact_phone
    outbox.queue(
        outbox.contact_for(posting.employer.code, kind=ContactKind.SMS if phone else ContactKind.APP, address=phone),
        template,
        {"posting": posting.title, **placeholders, **({"url": url} if url else {})},
        about_code=(about or posting).code,
        once_key=f"{template}:{(about or posting).code}:{once}",
    )
