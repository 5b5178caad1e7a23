"""A message leaves once, whatever dies on the way."""

import itertools
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core.clock import now
from core.gateways import sms
from core.models import AuditEntry
from notices import actions, tasks
from notices.enums import ContactKind, Delivery
from notices.models import Contact, Notice
from notices.queries import inbox, oldest_waiting, unread
from notices.registry import TEMPLATES
from tests.factories import accounts, notices

pytestmark = pytest.mark.django_db
PUBLISHED = TEMPLATES["jobs.posting_published"].samples


class Gateway:
    """Stands where the operator's gateway would: keeps what it took, refuses when told."""

    def __init__(self):
        self.taken = []
        self.mood = []
        self.ids = itertools.count(1)

    def __call__(self, number, text):
        if self.mood:
            raise self.mood.pop(0)
        self.taken.append((number, text))
        return f"id-{next(self.ids)}"


@pytest.fixture
def gateway(monkeypatch, settings):
    settings.SMS_GATEWAY = "test"
    made = Gateway()
    monkeypatch.setitem(sms.GATEWAYS, "test", made)
    return made


def queue(to=None, **kwargs):
    kwargs.setdefault("once_key", f"key-{Notice.objects.count()}")
    return actions.queue(to or notices.contact(), "jobs.posting_published", PUBLISHED, **kwargs)


def test_it_leaves_after_the_commit_and_not_before(gateway, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        notice = queue()
        assert gateway.taken == []
    notice.refresh_from_db()
    assert (notice.state, notice.provider_id, notice.attempts) == (Delivery.SENT, "id-1", 1)
    assert notice.sent_at is not None
    assert gateway.taken == [
        (notice.contact.address, "【家门口】“食堂帮厨”已发布，招到12月20日。招满或不招了，请登录后关掉。")
    ]


def test_the_same_event_twice_is_one_message(gateway):
    contact = notices.contact()
    assert queue(contact, once_key="published-7") == queue(contact, once_key="published-7")
    tasks.send_due(now())
    tasks.send_due(now())
    assert len(gateway.taken) == 1
    assert AuditEntry.objects.filter(action="notices.queue").count() == 1


def test_what_is_due_later_leaves_later(gateway, at, time_machine):
    at("2026-11-20 09:00")
    queue(due_at=now() + timedelta(hours=9))
    assert tasks.send_due(now()) == 0
    assert oldest_waiting() is None
    time_machine.shift(timedelta(hours=9))
    assert oldest_waiting() == Notice.objects.get().due_at
    assert tasks.send_due(now()) == 1


def test_a_row_is_claimed_by_one(gateway):
    notice = notices.notice()
    moment = now()
    lease = moment + timedelta(minutes=5)
    assert Notice.objects.claim(notice.pk, at=moment, lease_ends_at=lease)
    assert not Notice.objects.claim(notice.pk, at=moment, lease_ends_at=lease)
    assert not actions.send_one(notice.pk, moment)
    assert gateway.taken == []


def test_who_died_in_the_middle_leaves_a_question_and_no_second_message(gateway, at, time_machine):
    at("2026-11-20 09:00")
    notice = notices.notice()
    gateway.mood = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        tasks.send_due(now())
    notice.refresh_from_db()
    assert notice.state == Delivery.SENDING
    assert tasks.send_due(now()) == 0, "the lease still holds"
    time_machine.shift(timedelta(minutes=6))
    assert tasks.send_due(now()) == 0
    notice.refresh_from_db()
    assert (notice.state, notice.problem) == (Delivery.UNKNOWN, actions.INTERRUPTED)
    assert gateway.taken == []


def test_a_time_out_says_nothing_so_it_is_not_sent_again(gateway, at, time_machine):
    at("2026-11-20 09:00")
    notice = notices.notice()
    gateway.mood = [TimeoutError()]
    assert tasks.send_due(now()) == 0
    time_machine.shift(timedelta(days=1))
    assert tasks.send_due(now()) == 0
    notice.refresh_from_db()
    assert (notice.state, notice.problem) == (Delivery.UNKNOWN, "TimeoutError")


def test_what_the_gateway_did_not_take_is_tried_again_with_growing_pauses(gateway, at, time_machine):
    at("2026-11-20 09:00")
    notice = notices.notice()
    gateway.mood = [sms.NotSent("busy", again=True)] * 4
    for minutes in (1, 5, 30, 120):
        tasks.send_due(now())
        notice.refresh_from_db()
        assert notice.state == Delivery.QUEUED
        assert notice.due_at - now() <= timedelta(minutes=minutes)
        time_machine.shift(timedelta(minutes=minutes - 1))
        assert tasks.send_due(now()) == 0
        time_machine.shift(timedelta(minutes=1))
    assert tasks.send_due(now()) == 1
    assert len(gateway.taken) == 1


def test_after_five_tries_it_has_failed(gateway, at, time_machine):
    at("2026-11-20 09:00")
    notice = notices.notice()
    gateway.mood = [sms.NotSent("busy", again=True)] * 9
    for _ in range(9):
        tasks.send_due(now())
        time_machine.shift(timedelta(hours=3))
    notice.refresh_from_db()
    assert (notice.state, notice.attempts, notice.problem) == (Delivery.FAILED, 5, "busy")


def test_a_landline_fails_at_once_and_the_rest_goes_on(gateway):
    bad = notices.notice(notices.contact(address="0816-2212345"))
    good = notices.notice()
    assert tasks.send_due(now()) == 1
    states = dict(Notice.objects.values_list("pk", "state"))
    assert states == {bad.pk: Delivery.FAILED, good.pk: Delivery.SENT}


def test_a_result_that_comes_too_late_does_not_undo_the_verdict():
    notice = notices.notice(state=Delivery.UNKNOWN)
    assert not Notice.objects.settle(notice.pk, state=Delivery.SENT)


class TestRefusal:
    def test_who_wants_no_messages_gets_none(self, gateway):
        contact = notices.contact("resident1")
        waiting = queue(contact)
        assert actions.opt_out(by=None, owner_code="resident1") == 1
        contact.refresh_from_db()
        later = queue(contact)
        tasks.send_due(now())
        assert gateway.taken == []
        assert {n.state for n in Notice.objects.all()} == {Delivery.SUPPRESSED}
        assert {waiting.pk, later.pk} == set(Notice.objects.values_list("pk", flat=True))

    def test_a_new_number_of_the_same_person_stays_silent(self):
        actions.contact_for("resident1", kind=ContactKind.SMS, address=accounts.mobile())
        actions.opt_out(by=None, owner_code="resident1")
        new = actions.contact_for("resident1", kind=ContactKind.SMS, address=accounts.mobile())
        assert new.opted_out_at is not None
        other = actions.contact_for("resident2", kind=ContactKind.SMS, address=new.address)
        assert other.opted_out_at is None, "the neighbour with the same phone has not refused"

    def test_what_she_asked_for_just_now_still_comes(self, gateway):
        contact = notices.contact(opted_out_at=now())
        placeholders = TEMPLATES["accounts.login_code"].samples
        actions.queue(contact, "accounts.login_code", placeholders, once_key="code-1")
        assert tasks.send_due(now()) == 1

    def test_opting_in_again_sends_nothing_old(self, gateway):
        contact = notices.contact("resident1")
        queue(contact)
        actions.opt_out(by=None, owner_code="resident1")
        assert actions.opt_in(by=None, owner_code="resident1") == 1
        assert tasks.send_due(now()) == 0
        contact.refresh_from_db()
        queue(contact)
        assert tasks.send_due(now()) == 1


class TestContacts:
    def test_one_row_for_one_owner_way_and_number(self):
        number = accounts.mobile()
        first = actions.contact_for("resident1", kind=ContactKind.SMS, address=number)
        assert actions.contact_for("resident1", kind=ContactKind.SMS, address=f"+86 {number[:3]} {number[3:]}") == first
        assert first.address == number

    def test_one_inbox_for_one_owner(self):
        first = actions.contact_for("resident1", kind=ContactKind.APP)
        assert actions.contact_for("resident1", kind=ContactKind.APP) == first
        with pytest.raises(IntegrityError), transaction.atomic():
            Contact.objects.create(owner_code="resident1", kind=ContactKind.APP)

    def test_the_number_stands_nowhere_in_clear(self):
        number = accounts.mobile()
        actions.contact_for("resident1", kind=ContactKind.SMS, address=number)
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM notices_contact")
            assert number not in str(cursor.fetchall())


class TestInbox:
    def test_a_message_inside_the_product_has_arrived_when_it_is_there(self, gateway):
        contact = actions.contact_for("resident1", kind=ContactKind.APP)
        queue(contact)
        assert tasks.send_due(now()) == 1
        assert gateway.taken == []
        (message,) = inbox(["resident1"])
        assert message.words.startswith("【家门口】“食堂帮厨”已发布")
        assert inbox(["resident2"]) == []

    @pytest.mark.parametrize(("state", "shown"), [("sent", 1), ("unknown", 1), ("failed", 1), ("queued", 0)])
    def test_what_did_not_arrive_by_sms_can_be_read_here(self, state, shown):
        notices.notice(notices.contact("resident1"), state=state)
        assert len(inbox(["resident1"])) == shown

    def test_reading_it(self):
        contact = actions.contact_for("resident1", kind=ContactKind.APP)
        queue(contact)
        tasks.send_due(now())
        assert unread(["resident1"]) == 1
        assert actions.mark_read(by=None, owner_codes=["resident1"]) == 1
        assert (unread(["resident1"]), actions.mark_read(by=None, owner_codes=["resident1"])) == (0, 0)

    def test_the_link_is_a_button_on_pages(self):
        contact = actions.contact_for("resident1", kind=ContactKind.APP)
        notices.notice(contact, state=Delivery.SENT, sent_at=now())
        (message,) = inbox(["resident1"])
        assert message.url == TEMPLATES["jobs.invited"].samples["url"]
        assert message.url not in message.words
        assert not message.words.endswith("：")


def test_called_off_messages_do_not_leave(gateway):
    kept = queue(about_code="posting1")
    reminder = notices.notice(template="jobs.interview_reminder", about_code="apply1")
    assert actions.call_off(about_code="apply1", templates=("jobs.interview_reminder",)) == 1
    assert tasks.send_due(now()) == 1
    assert dict(Notice.objects.values_list("pk", "state")) == {
        kept.pk: Delivery.SENT,
        reminder.pk: Delivery.SUPPRESSED,
    }
