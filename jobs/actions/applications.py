"""我想去: a name and a number are enough."""

import secrets

from django.db import transaction
from django.db.models import F, Q

from core import audit, throttle
from core.calendar import local_date
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused, WrongState
from core.fields import blind_index
from core.identity import names
from core.identity import phone as phones
from core.templatetags.plain import moment as moment_words
from jobs import links, rules
from jobs.enums import OPEN_STATES, ApplicationState
from jobs.models import Application, Posting
from jobs.notices import tell_applicant, tell_employer
from reference.queries import calendar, local_rule

TICKET_TRIES = 20
STANDING = (*OPEN_STATES, ApplicationState.STARTED)
NO_LONGER = "这个活已经不招了。货架上还有别的，去看看。"

ASKED_PER_HOUR = 10  # of one number from one address; a double click is two


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


def clock_of(community, moment):
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


def standing_of(posting, *, resident, number, name):
    """The open application this person already has for this posting, if any: hers, or left with this name and number."""
    same = Q(phone_index=blind_index("phone", number), name=name) if number else Q(pk=None)
    if resident is not None:
        same |= Q(resident=resident)
    return posting.applications.filter(same, state__in=STANDING).order_by("pk").first()


def _again(standing):
    standing.repeated = True
    return standing


def _proved(by, resident, number):
    """She is signed in herself and the number is the one she signs in with."""
    if by is None or resident is None or number is None or resident.user_id != by.pk:
        return False
    return by.phone_index == blind_index("phone", number)


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
) -> Application:
    """One open application per person and posting: a second tap returns the first one, with `repeated` set.

    `verified`: the number was proved by a code just now; the number she is signed in with counts as proved anyway.
    `facts`: plain sentences about her which she saw and agreed to pass on together with name and number;
    `consent_version` names the text she tapped. Raises Refused, Invalid (name, phone, consent), TooMany.
    """
    if resident is not None and not rules.may_apply_for(by, resident):
        raise Refused("只能替自己报名。要替别人报，请到社区窗口。")
    name, number = _checked(name, phone)
    if resident is None and number is None:
        raise Invalid("请留一个电话，单位好答复您。", field="phone")
    if not consent_version:
        raise Invalid("要先同意把姓名和电话给这家单位，单位才能答复您。", field="consent")
    if resident is None and not verified:
        # The answer tells whether this name and number have applied already: asked often, it would be a way to find out.
        throttle.hit("apply-asked", f"{number} {address}", limit=ASKED_PER_HOUR, seconds=3600)
    standing = standing_of(posting, resident=resident, number=number, name=name)
    if standing is not None:
        return _again(standing)
    verified = verified or _proved(by, resident, number)
    at_the_counter = resident is not None and (by is None or resident.user_id != by.pk)
    with transaction.atomic():
        # The write holds the posting until the commit: nobody applies while it is being closed, nobody twice at once.
        if not Posting.objects.live().filter(pk=posting.pk).update(starts_confirmed=F("starts_confirmed")):
            raise Refused(NO_LONGER)
        standing = standing_of(posting, resident=resident, number=number, name=name)
        if standing is not None:
            return _again(standing)
        if number and not verified and not at_the_counter:
            _limit_unverified(number, door, address, posting.community)
        return _create(by, posting, name, number, consent_version, resident, verified, door, facts)


def _create(by, posting, name, number, consent_version, resident, verified, door, facts):
    moment = now()
    reply_due, close_due = clock_of(posting.community, moment)
    application = Application.objects.create(
        posting=posting,
        resident=resident,
        ticket=_ticket(posting),
        name=name,
        phone=number,
        phone_verified_at=moment if number and verified else None,
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
    proved = _proved(by, resident, application.phone)
    if not proved and not (by is not None and by.can("residents.edit", application.posting.community)):
        raise Refused("先用报名时的手机号收一次验证码，才能认领这次报名。")
    others = application.posting.applications.filter(resident=resident, state__in=STANDING).exclude(pk=application.pk)
    if application.state in STANDING and others.exists():
        raise Conflict("这个岗位已经另外报过名，不用再认领这一份。")
    free = Application.objects.filter(Q(resident=None) | Q(resident=resident), pk=application.pk)
    if not free.update(
        resident=resident, phone_verified_at=application.phone_verified_at or (now() if proved else None)
    ):
        raise Conflict("这次报名已经归到另一个人名下，请社区核对。")
    application.refresh_from_db()
    audit.record("jobs.join_resident", application, by=by, note=resident.code)
    return application


@transaction.atomic
def chase(*, by, application, note) -> Application:
    """An officer rang the employer: when, and what came of it."""
    if not rules.may_chase(by, application):
        raise Refused("催单位答复要由社区来做。")
    application.chased_at, application.chased_by_code, application.chase_note = now(), by.code, note[:200]
    waiting = Application.objects.filter(pk=application.pk, state=ApplicationState.SUBMITTED)
    if not waiting.update(chased_at=application.chased_at, chased_by_code=by.code, chase_note=application.chase_note):
        raise WrongState("单位已经答复了，不用再催。")
    audit.record("jobs.chase", application, by=by)
    return application
