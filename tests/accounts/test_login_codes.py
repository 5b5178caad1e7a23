"""Signing in by number and code, and those who try it with somebody else's number."""

from datetime import timedelta

import pytest

from accounts import actions, proofs, signals
from accounts.models import LoginCode, User
from accounts.tasks import forget_old_codes
from core.clock import now
from core.errors import Invalid, TooMany
from core.models import AuditEntry
from tests.factories import accounts

pytestmark = pytest.mark.django_db
HOME, HALL = "10.0.0.7", "10.0.0.1"


@pytest.fixture
def codes(django_capture_on_commit_callbacks):
    """`codes(number)` asks for a code and gives the digits that were sent."""
    sent = {}

    def keep(sender, number, digits, **kwargs):
        sent[number] = digits

    def ask(number, address=HOME):
        with django_capture_on_commit_callbacks(execute=True):
            actions.send_login_code(number, address=address)
        return sent[number]

    signals.login_code_sent.connect(keep)
    yield ask
    signals.login_code_sent.disconnect(keep)


def wrong(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06d}"


def test_the_code_proves_the_number(codes):
    number = accounts.mobile()
    proof = actions.check_login_code(f" +86 {number}", codes(number), address=HOME)
    assert proof.number == number
    assert AuditEntry.objects.filter(action="accounts.check_login_code").count() == 1


def test_only_a_keyed_digest_is_kept(codes):
    number = accounts.mobile()
    digits = codes(number)
    stored = LoginCode.objects.values().get()
    assert digits not in str(stored)
    assert number not in str(stored)


def test_a_code_is_used_once(codes):
    number = accounts.mobile()
    digits = codes(number)
    actions.check_login_code(number, digits, address=HOME)
    with pytest.raises(Invalid, match="重新获取"):
        actions.check_login_code(number, digits, address=HOME)


def test_a_code_holds_ten_minutes(codes, at, time_machine):
    at("2026-11-20 09:00")
    number = accounts.mobile()
    digits = codes(number)
    time_machine.shift(timedelta(minutes=10, seconds=1))
    with pytest.raises(Invalid, match="过期"):
        actions.check_login_code(number, digits, address=HOME)


def test_after_five_wrong_tries_the_right_one_is_wrong_too(codes):
    number = accounts.mobile()
    digits = codes(number)
    for _ in range(5):
        with pytest.raises(Invalid, match="验证码不对"):
            actions.check_login_code(number, wrong(digits), address=HOME)
    with pytest.raises(Invalid, match="重新获取"):
        actions.check_login_code(number, digits, address=HOME)


def test_a_new_code_takes_the_place_of_the_old(codes, at, time_machine):
    at("2026-11-20 09:00")
    number = accounts.mobile()
    old = codes(number)
    time_machine.shift(timedelta(seconds=61))
    new = codes(number)
    if old != new:
        with pytest.raises(Invalid):
            actions.check_login_code(number, old, address=HOME)
    assert actions.check_login_code(number, new, address=HOME)


def test_the_code_of_one_number_opens_no_other(codes):
    mine, hers = accounts.mobile(), accounts.mobile()
    digits = codes(mine)
    codes(hers)
    with pytest.raises(Invalid):
        actions.check_login_code(hers, digits, address=HOME)


def test_one_code_a_minute_and_five_a_day(codes, at, time_machine):
    at("2026-11-20 09:00")
    number = accounts.mobile()
    codes(number, HOME)
    with pytest.raises(TooMany):
        codes(number, HALL)
    for address in (HALL, "10.0.0.2", "10.0.0.3", "10.0.0.4"):
        time_machine.shift(timedelta(minutes=2))
        codes(number, address)
    time_machine.shift(timedelta(minutes=2))
    with pytest.raises(TooMany):
        codes(number, "10.0.0.5")
    time_machine.shift(timedelta(days=1))
    codes(number, "10.0.0.5")


def test_one_address_cannot_use_up_anothers_codes_of_the_day(codes, at, time_machine):
    at("2026-11-20 09:00")
    number = accounts.mobile()
    for _ in range(3):
        codes(number, "10.66.6.6")
        time_machine.shift(timedelta(minutes=2))
    with pytest.raises(TooMany):
        codes(number, "10.66.6.6")
    time_machine.shift(timedelta(minutes=2))
    codes(number, HOME)


def test_a_thousand_tries_on_one_number_fail_closed(codes):
    number = accounts.mobile()
    digits = codes(number)
    refused = 0
    for attempt in range(1000):
        try:
            actions.check_login_code(number, wrong(digits), address=f"10.9.{attempt % 250}.1")
        except (Invalid, TooMany):
            refused += 1
    assert refused == 1000
    assert LoginCode.objects.get().tries == 5, "the code itself is spent, whatever the addresses"
    with pytest.raises(Invalid):
        actions.check_login_code(number, digits, address=HOME)


def test_a_hundred_people_in_one_hall_get_in(codes):
    numbers = [accounts.mobile() for _ in range(100)]
    assert all(actions.check_login_code(number, codes(number, HALL), address=HALL) for number in numbers)


def test_known_and_unknown_numbers_are_answered_alike(codes):
    known = accounts.user().phone
    unknown = accounts.mobile()
    assert actions.send_login_code(known, address=HOME).kind == actions.send_login_code(unknown, address=HOME).kind
    assert User.objects.count() == 1


@pytest.mark.parametrize(("text", "said"), [("0816-2212345", "座机"), ("1380013800", "11位"), ("", "没有填")])
def test_what_is_no_mobile_gets_no_code(text, said):
    with pytest.raises(Invalid, match=said):
        actions.send_login_code(text, address=HOME)
    assert not LoginCode.objects.exists()


def test_the_session_keeps_no_number_and_the_proof_ends(codes, at, time_machine, rf):
    at("2026-11-20 09:00")
    number = accounts.mobile()
    request = rf.get("/")
    request.session = {}
    proofs.remember(request, actions.check_login_code(number, codes(number), address=HOME))
    assert number not in str(request.session)
    assert proofs.recall(request).number == number
    time_machine.shift(timedelta(minutes=31))
    assert proofs.recall(request) is None


def test_an_unused_code_is_no_proof(codes, rf):
    codes(accounts.mobile())
    request = rf.get("/")
    request.session = {proofs.SESSION_KEY: LoginCode.objects.get().code}
    assert proofs.recall(request) is None


def test_numbers_are_forgotten_after_a_day(codes, at, time_machine):
    at("2026-11-20 09:00")
    codes(accounts.mobile())
    time_machine.shift(timedelta(hours=25))
    codes(accounts.mobile())
    assert forget_old_codes(now()) == 1
    assert forget_old_codes(now()) == 0
