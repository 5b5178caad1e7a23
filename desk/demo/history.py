"""Sixty days of ordinary life, written by the same actions as real events, each with its cause.

A firm that never answers is chased and closed by the clock; a reply that came too late finds her gone; a full posting
sends the others on. Moments lie in office hours; nothing is drawn that the actions would not allow.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from heapq import heappop, heappush
from random import Random

from django.utils import timezone

from core import clock
from core.errors import Plain
from desk.demo.communities import CommunitySpec
from desk.demo.firms import Firm
from desk.demo.trades import PIECE_PRICES, TRADES, Trade
from enterprises import actions as enterprises
from jobs import actions
from jobs.enums import ApplicationState, ComplaintKind, PayUnit
from jobs.models import Application, Posting
from matching.queries import recommend_for_posting
from reference.models import CertificateKind
from reference.queries import calendar, minimum_wage
from residents import consents
from residents.enums import ConsentPurpose
from residents.models import Resident

DAYS = 60
OLD_HABITS = "限女性，35岁以下，本地户口优先。入职交服装押金200元。"
COMPLAINTS = ("打过去说早就招满了。", "投了一个星期没人理，电话也不接。", "去了说要改天，第二次还是这样。")
EXCUSES = ("孩子发烧，打电话没人接。", "走到门口保安不让进，等了半小时。", "老人摔了一跤，在医院。")
# Working days until the first answer.
ANSWERS_AFTER = {"prompt": 1, "steady": 2, "slow": 4, "silent": 99, "gone": 1}


@dataclass(order=True)
class Event:
    at: datetime
    number: int
    act: Callable = field(compare=False)


class History:
    """Events in the order of their moments; acting on one may add later ones."""

    def __init__(self, spec: CommunitySpec, community, officer, rng: Random, until: datetime):
        self.spec, self.community, self.officer, self.rng, self.until = spec, community, officer, rng, until
        self.events: list[Event] = []
        self.planned = 0
        self.ranked: dict[int, list] = {}
        self.certificates = {row.slug: row for row in CertificateKind.objects.all()}
        self.calendar = calendar()
        self.wage = minimum_wage(community.district, until.date())

    def plan(self, at: datetime, act: Callable) -> None:
        if at < self.until:
            self.planned += 1
            heappush(self.events, Event(at, self.planned, act))

    def run(self) -> None:
        """Between events the clock sweeps, as `manage.py work` would have."""
        for back in range(DAYS, -1, -1):
            self.plan(self.on(self.until - timedelta(days=back), 9, 5), self.sweep)
            self.plan(self.on(self.until - timedelta(days=back), 18, 10), self.sweep)
        while self.events:
            event = heappop(self.events)
            with clock.at(event.at):
                event.act(event.at)

    def sweep(self, at: datetime) -> None:
        actions.expire_postings(now=at)
        actions.chase_overdue(now=at)
        actions.close_silent_ones(now=at)
        actions.remind_interviews(now=at)

    @staticmethod
    def on(day: datetime, hour: int, minute: int) -> datetime:
        return timezone.make_aware(datetime.combine(timezone.localtime(day).date(), time(hour, minute)))

    def working(self, at: datetime, days: int, hour: int) -> datetime:
        return self.on(self.calendar.add_working_days(at, days), hour, self.rng.randrange(0, 55))


def amount(price: int, trade: Trade, history: History) -> Decimal:
    """At the community's level of pay, in round figures, never below the floor of its district."""
    level = Decimal(price) * history.spec.pay
    if trade.unit == PayUnit.MONTH:
        return max((level / 50).to_integral_value() * 50, history.wage.monthly)
    if trade.unit == PayUnit.HOUR:
        return max(level.to_integral_value(), history.wage.hourly.to_integral_value(rounding="ROUND_CEILING"))
    return (level / 5).to_integral_value() * 5


def content_of(key: str, firm: Firm, history: History, at: datetime) -> dict:
    trade, rng = TRADES[key], history.rng
    content = {
        "title": trade.title, "employment_type": trade.kind, "headcount": rng.randint(*trade.headcount), "duties": trade.duties,
        "requirements": trade.wants, "pay_unit": trade.unit, "pay_note": trade.note, "board": trade.board, "lodging": trade.lodging,
        "days_per_week": Decimal(str(trade.days)), "weekend_work": trade.weekend, "education_min": trade.education,
        "standing": trade.standing, "lifting_kg": trade.lifting, "accepts_over_age": trade.over_age, "hazardous": trade.hazard,
        "insurance_note": trade.insurance, "pay_cycle_days": trade.cycle, "address": firm.spot, "contact_name": firm.contact,
        "certificates": [history.certificates[name] for name in trade.certificates],
        "valid_until": at.date() + timedelta(days=rng.choice((30, 45, 60))),
    }  # fmt: skip
    if key in PIECE_PRICES:
        content["pay_min"] = Decimal(PIECE_PRICES[key])
    elif trade.kind == "PUBLIC_WELFARE":
        content["pay_min"] = history.wage.monthly
    else:
        low, high = (amount(price, trade, history) for price in trade.pay)
        content |= {"pay_min": low, "pay_max": high if high > low else None}
    return content | hours_of(trade)


def hours_of(trade: Trade) -> dict:
    if trade.hours == "night":
        return {"shift": "night", "starts_at_time": time(19, 0), "ends_at_time": time(7, 0)}
    if isinstance(trade.hours, str):
        return {"shift": trade.hours}
    start, end = (time(*map(int, text.split(":"))) for text in trade.hours)
    return {"shift": "day", "starts_at_time": start, "ends_at_time": end}


class Story(History):
    """One community's sixty days."""

    def begin(self, firms: list[tuple[Firm, object]]) -> None:
        start = self.until - timedelta(days=DAYS)
        for firm, employer in firms:
            if firm.verified:
                self.plan(self.working(start, 1, 10), lambda at, e=employer: self.verify(e))
            for number, key in enumerate(firm.trades if firm.verified else ()):
                days = 3 + number * 12 + self.rng.randrange(0, 12)
                self.plan(
                    self.working(start + timedelta(days=days), 1, 9 + number),
                    lambda at, f=firm, e=employer, k=key: self.post(f, e, k, at),
                )
            last = firm.trades[self.rng.randrange(len(firm.trades))]
            self.plan(
                self.working(self.until - timedelta(days=self.rng.randint(2, 9)), 1, 11),
                lambda at, f=firm, e=employer, k=last: self.post(f, e, k, at),
            )
        silent = next(((firm, employer) for firm, employer in firms if firm.character == "silent"), None)
        if silent:
            self.plan(self.working(self.until - timedelta(days=4), 1, 15), lambda at: self.write_as_of_old(*silent, at))
            self.plan(self.on(self.until - timedelta(days=1), 19, 40), lambda at: self.complain_about(silent[1], at))
        for number, (firm, employer) in enumerate(firms[1:4]):
            self.plan(
                self.on(self.until - timedelta(days=1), 15 + number, 20),
                lambda at, f=firm, e=employer: self.hand_in_late(f, e, at),
            )

    def verify(self, employer) -> None:
        enterprises.verify_employer(by=self.officer, employer=employer, how="看过执照原件，去过门店")

    def write_as_of_old(self, firm: Firm, employer, at: datetime) -> None:
        """A boss who has always written it so: the draft is stopped and waits for his click."""
        content = content_of(firm.trades[0], firm, self, at) | {"requirements": OLD_HABITS}
        actions.create_posting(by=employer.members.first().user, employer=employer, **content)

    def hand_in_late(self, firm: Firm, employer, at: datetime) -> None:
        """Handed in yesterday afternoon, on the officer's table this morning; one of them names an age."""
        key = self.rng.choice(firm.trades)
        content = content_of(key, firm, self, at)
        if TRADES[key].hours == "night" or self.rng.random() < 0.4:
            content["requirements"] += "50 岁以下。"
        boss = employer.members.first().user
        posting = actions.create_posting(by=boss, employer=employer, **content)
        actions.submit_posting(by=boss, posting=posting)

    def post(self, firm: Firm, employer, key: str, at: datetime) -> None:
        if Posting.objects.live(at.date()).filter(employer=employer, title=TRADES[key].title).exists():
            return  # it still hires for this
        boss = employer.members.first().user
        posting = actions.create_posting(by=boss, employer=employer, **content_of(key, firm, self, at))
        actions.submit_posting(by=boss, posting=posting)
        self.plan(at + timedelta(hours=2), lambda moment, p=posting: self.publish(p, firm, moment))

    def publish(self, posting: Posting, firm: Firm, at: datetime) -> None:
        posting.refresh_from_db()
        try:
            reason = "" if not actions.findings_of(posting) else "单位当面说明过，工作需要"
            actions.publish_posting(by=self.officer, posting=posting, warn_reason=reason)
        except Plain:
            return  # not verified yet: it stays in the queue, as it would
        for days in sorted(self.rng.sample(range(1, 25), k=self.rng.randint(3, 8))):
            moment = self.on(at + timedelta(days=days), self.rng.randrange(8, 21), 17)
            self.plan(moment, lambda m, p=posting: self.apply(p, firm, m))

    def readers(self, posting: Posting) -> list:
        """(resident, what the employer may read) of those it suits best: people take what fits them."""
        if posting.pk not in self.ranked:
            on = timezone.localdate(self.until)
            neighbours = Resident.objects.seeking(on).filter(community=self.community)
            found = recommend_for_posting(posting, people=neighbours, top=12, on=on)
            told = [(found.rows[item.id], [reason.text for reason in item.reasons[:3]]) for item in found.ranking.items]
            self.ranked[posting.pk] = told
        return self.ranked[posting.pk]

    def apply(self, posting: Posting, firm: Firm, at: datetime) -> None:
        posting = Posting.objects.select_related("employer", "community__parent").get(pk=posting.pk)
        if not posting.is_live or posting.valid_until < at.date():
            return
        asked = set(posting.applications.values_list("resident_id", flat=True))
        readers = [(resident, facts) for resident, facts in self.readers(posting) if resident.pk not in asked]
        if not readers:
            return
        resident, facts = self.rng.choice(readers[:6])
        contact = resident.contacts.first()
        application = actions.apply(
            by=resident.user, posting=posting, resident=resident, verified=self.rng.random() < 0.9, name=resident.name,
            phone=contact.number if contact else "", consent_version=consents.current(ConsentPurpose.SHARE_WITH_EMPLOYER), facts=facts,
        )  # fmt: skip
        if firm.character in ("silent", "gone") and self.rng.random() < 0.15:
            self.plan(at + timedelta(days=4, hours=2), lambda m, p=posting: self.complain(p, m))
        wait = (
            99 if firm.character == "gone" and at > self.until - timedelta(days=25) else ANSWERS_AFTER[firm.character]
        )
        self.plan(self.working(at, wait, self.rng.randrange(9, 17)), lambda m, a=application: self.answer(a, m))

    def complain(self, posting: Posting, at: datetime) -> None:
        complaint = actions.complain(
            by=None, posting=posting, kind=ComplaintKind.FAKE, words=self.rng.choice(COMPLAINTS), address=posting.code
        )
        self.plan(self.working(at, 1, 16), lambda m, c=complaint: self.settle(c))

    def complain_about(self, employer, at: datetime) -> None:
        posting = Posting.objects.live(at.date()).filter(employer=employer).order_by("pk").first()
        if posting is not None:
            self.complain(posting, at)

    def settle(self, complaint) -> None:
        """The officer rang; yesterday's complaint still lies on the table."""
        if complaint.made_at < self.until - timedelta(days=4):
            actions.answer_complaint(
                by=self.officer, complaint=complaint, answer="打过电话，单位说还招，答应三天内给每个人回话。"
            )

    def fresh(self, application: Application) -> Application:
        return Application.objects.select_related("posting__employer", "posting__community", "resident").get(
            pk=application.pk
        )

    def answer(self, application: Application, at: datetime) -> None:
        application = self.fresh(application)
        if application.state != ApplicationState.SUBMITTED:
            return  # the answer came too late
        boss = application.posting.employer.members.first().user
        draw = self.rng.random()
        if draw < 0.62:
            when = self.working(at, self.rng.choice((1, 1, 2)), self.rng.choice((10, 15)))
            when = when.replace(minute=self.rng.choice((0, 30)))
            actions.invite(
                by=boss,
                application=application,
                at=when,
                where=application.posting.address,
                ask_for=application.posting.contact_name,
            )
            self.plan(when + timedelta(hours=3), lambda m, a=application: self.decide(a, m))
        else:
            reasons = ("hours", "skill", "certificate", "distance", "filled")
            actions.decline(by=boss, application=application, reason=reasons[int(draw * 100) % len(reasons)])

    def decide(self, application: Application, at: datetime) -> None:
        application = self.fresh(application)
        if application.state != ApplicationState.INTERVIEW:
            return
        boss, draw = application.posting.employer.members.first().user, self.rng.random()
        if draw < 0.12:
            actions.report_no_show(by=boss, application=application)
            if draw < 0.06:
                self.plan(at + timedelta(hours=20), lambda m, a=application: self.explain(a, m))
        elif draw < 0.45:
            actions.decline(by=boss, application=application, reason=("hours", "skill")[int(draw * 100) % 2])
        else:
            start = self.working(at, 2, 9)
            actions.offer(by=boss, application=application, start_on=start.date())
            self.plan(start + timedelta(hours=6), lambda m, a=application: self.begin_work(a, m))

    def explain(self, application: Application, at: datetime) -> None:
        application = self.fresh(application)
        actions.answer_no_show(by=None, application=application, words=self.rng.choice(EXCUSES), via_link=True)
        if at < self.until - timedelta(days=5):
            actions.clear_no_show(by=self.officer, application=application, note="两边都问过，确有急事")

    def begin_work(self, application: Application, at: datetime) -> None:
        application = self.fresh(application)
        looked = at < self.until - timedelta(days=8) or self.rng.random() < 0.5
        if application.state == ApplicationState.OFFERED and looked:
            try:
                actions.confirm_start(by=self.officer, application=application, on=at.date())
            except Plain:
                return  # the last place was taken by another
