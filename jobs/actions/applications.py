"""我想去: a name and a number are enough."""

import secrets

from django.db import IntegrityError, transaction

from core import audit, throttle
from core.calendar import local_date
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused
from core.fields import blind_index
from core.identity import names
from core.identity import phone as phones
from core.templatetags.plain import moment as moment_words
from jobs import links, rules
from jobs.enums import ApplicationState
from jobs.models import Application, Posting
from jobs.notices import tell_applicant, tell_employer
from reference.queries import calendar, local_rule

TICKET_TRIES = 20


def _checked(name, phone_text):
    """(name, number or None) as kept. Raises Invalid naming the field."""
    name = names.check(names.normalise(name))
    return name, phones.parse(phone_text).text if phone_text else None


def _limit_unverified(number, door, address, community):
    """A number or a QR can be abused by anybody; an address alone (the hall's) is never shut out."""
    limits = local_rule(community, "apply_limits", today())
    throttle.hit("apply-number", number, limit=limits["number_per_day"], seconds=86400)
    if door is not None:
        throttle.hit("apply-door", f"{door.code}/{address}", limit=limits["door_per_hour"], seconds=3600)


def _clock(community, moment):
    """(reply due, close due): working days by the published calendar, at the same time of day."""
    days = calendar()
    on = local_date(moment)
    reply_due = days.add_working_days(moment, local_rule(community, "reply_days", on))
    return reply_due, days.add_working_days(reply_due, local_rule(community, "close_days", on))


def _ticket(posting):
    taken = set(posting.applications.values_list("ticket", flat=True))
    for digits in (4, 5, 6):
        for _ in range(TICKET_TRIES):
            ticket = "".join(secrets.choice("0123456789") for _ in range(digits))
            if ticket not in taken:
                return ticket
    raise Conflict("报名的人太多，请稍后再试。")


def _standing(posting, *, resident, number, name):
    """The open application this person already has for this posting, if any."""
    found = posting.applications.exclude(
        state__in=[s for s in ApplicationState if s not in ("submitted", "interview", "offered", "started")]
    )
    if resident is not None:
        return found.filter(resident=resident).first()
    return found.filter(phone_index=blind_index("phone", number), name=name).first() if number else None


def apply(
    *,
    by,
    posting,
    name,
    phone,
    consent_version,
    resident=None,
    verified=False,
    door=None,
    facts=(),
    address="",
    on_behalf=False,
) -> Application:
    """One open application per person and posting: a second tap returns the first one.

    `verified`: the number was proved by a code just now or she is signed in. `facts`: plain sentences about her which she
    saw and agreed to pass on together with name and number; `consent_version` names the text she tapped.
    """
    name, number = _checked(name, phone)
    if resident is None and number is None:
        raise Invalid("请留一个电话，单位好答复您。", field="phone")
    if not consent_version:
        raise Invalid("要先同意把姓名和电话给这家单位，单位才能答复您。", field="consent")
    standing = _standing(posting, resident=resident, number=number, name=name)
    if standing is not None:
        return standing
    if not Posting.objects.live().filter(pk=posting.pk).exists():
        raise Refused("这个活已经不招了。货架上还有别的，去看看。")
    if resident is None and not verified:
        _limit_unverified(number, door, address, posting.community)
    try:
        with transaction.atomic():
            return _create(by, posting, name, number, consent_version, resident, verified, door, facts)
    except IntegrityError:
        standing = _standing(posting, resident=resident, number=number, name=name)
        if standing is None:
            raise
        return standing


def _create(by, posting, name, number, consent_version, resident, verified, door, facts):
    moment = now()
    reply_due, close_due = _clock(posting.community, moment)
    application = Application.objects.create(
        posting=posting,
        resident=resident,
        ticket=_ticket(posting),
        name=name,
        phone=number,
        phone_verified_at=moment if verified or resident is not None else None,
        door=door,
        consent_version=consent_version,
        facts=list(facts),
        applied_at=moment,
        reply_due_at=reply_due,
        close_due_at=close_due,
    )
    audit.record("jobs.apply", application, by=by)
    tell_employer(
        posting,
        "jobs.applied_employer",
        {"ticket": application.ticket, "due": moment_words(reply_due)},
        once="applied",
        about=application,
        url=links.reply_url(application),
    )
    tell_applicant(
        application,
        "jobs.applied_resident",
        {"ticket": application.ticket, "due": moment_words(reply_due)},
        once="applied",
    )
    return application


@transaction.atomic
def join_resident(*, by, application, resident) -> Application:
    """Tie an application left with a bare number to a person: after a code proved the number, or by an officer."""
    proved = by is not None and by.phone_index == application.phone_index and resident.user_id == by.pk
    if not proved and not (by is not None and by.can("residents.edit", application.posting.community)):
        raise Refused("先用报名时的手机号收一次验证码，才能认领这次报名。")
    if application.resident_id and application.resident_id != resident.pk:
        raise Conflict("这次报名已经归到另一个人名下，请社区核对。")
    Application.objects.filter(pk=application.pk).update(
        resident=resident, phone_verified_at=application.phone_verified_at or now()
    )
    application.refresh_from_db()
    audit.record("jobs.join_resident", application, by=by, note=resident.code)
    return application


@transaction.atomic
def chase(*, by, application, note) -> Application:
    """An officer rang the employer: when, and what came of it."""
    if not rules.may_chase(by, application):
        raise Refused("催单位答复要由社区来做。")
    application.chased_at, application.chased_by_code, application.chase_note = now(), by.code, note[:200]
    application.save(update_fields=["chased_at", "chased_by_code", "chase_note"])
    audit.record("jobs.chase", application, by=by)
    return application
