"""What a session is good for, and when it ends."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.test.client import RequestFactory

from accounts import actions
from accounts.enums import Role
from core.errors import Invalid, Refused, TooMany
from core.models import AuditEntry
from tests import cast
from tests.factories import accounts

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]


@pytest.fixture
def browser():
    return Browser()


class Browser:
    """A client whose session the actions work on, as a view would."""

    def __init__(self):
        self.client = Client()

    def do(self, action, **kwargs):
        from django.contrib.auth import get_user

        request = RequestFactory().post("/")
        request.session = self.client.session
        request.user = get_user(request)
        result = action(request, **kwargs)
        request.session.save()
        self.client.cookies["sessionid"] = request.session.session_key
        return result

    @property
    def key(self):
        return self.client.cookies["sessionid"].value

    def is_in(self) -> bool:
        return self.client.get("/me/").status_code == 200


def test_a_proved_number_opens_any_account_that_uses_it(browser):
    mother = accounts.user("王秀英")
    daughter = accounts.user("王小雨", phone=mother.phone)
    proof = accounts.proof(mother.phone)
    browser.do(actions.sign_in, proof=proof, user=daughter)
    assert browser.is_in()
    assert AuditEntry.objects.get(action="accounts.sign_in").actor_code == daughter.code


def test_it_opens_no_other_account(browser):
    with pytest.raises(Refused):
        browser.do(actions.sign_in, proof=accounts.proof(accounts.mobile()), user=accounts.user())
    assert not browser.is_in()


def test_a_closed_account_stays_closed(browser):
    user = accounts.user(is_active=False)
    with pytest.raises(Refused):
        browser.do(actions.sign_in, proof=accounts.proof(user.phone), user=user)


def test_closing_an_account_ends_its_sessions(browser):
    user = accounts.user()
    browser.do(actions.sign_in, proof=accounts.proof(user.phone), user=user)
    user.is_active = False
    user.save()
    assert not browser.is_in()


def test_each_sign_in_has_a_key_of_its_own(browser):
    user = accounts.user()
    browser.client.get("/")
    browser.do(actions.sign_in, proof=accounts.proof(user.phone), user=user)
    first = browser.key
    browser.do(actions.sign_in, proof=accounts.proof(user.phone), user=user)
    assert browser.key != first
    assert not Session.objects.filter(session_key=first).exists()


def test_another_person_on_the_same_phone_inherits_nothing(browser):
    mother = accounts.user("王秀英")
    daughter = accounts.user("王小雨", phone=mother.phone)
    browser.do(actions.sign_in, proof=accounts.proof(mother.phone), user=mother)
    session = browser.client.session
    session["draft"] = "她的意向"
    session.save()
    browser.do(actions.sign_in, proof=accounts.proof(mother.phone), user=daughter)
    assert "draft" not in browser.client.session


def test_signing_out_kills_the_session_on_the_server(browser):
    user = accounts.user()
    browser.do(actions.sign_in, proof=accounts.proof(user.phone), user=user)
    cookie = browser.key
    browser.do(actions.sign_out)
    browser.client.cookies["sessionid"] = cookie
    assert not browser.is_in()
    assert not Session.objects.filter(session_key=cookie).exists()


def test_an_account_without_a_number_is_entered_only_once(browser):
    new = actions.create_user(by=None, name="吴芳")
    browser.do(actions.sign_in_new, user=new)
    assert browser.is_in()
    with pytest.raises(Refused):
        Browser().do(actions.sign_in_new, user=new)
    with pytest.raises(Refused):
        Browser().do(actions.sign_in_new, user=accounts.user())


def test_staff_may_use_a_password(browser):
    officer = accounts.staff(Role.OFFICER, cast.community(), password="桐花开了三回-31")
    browser.do(actions.sign_in_with_password, phone_text=officer.phone, password="桐花开了三回-31", address="10.0.0.1")
    assert browser.is_in()


@pytest.mark.parametrize("password", ["", "别的密码-9", "桐花开了三回-31 "])
def test_a_wrong_password_is_answered_like_an_unknown_number(browser, password):
    officer = accounts.staff(Role.OFFICER, cast.community(), password="桐花开了三回-31")
    said = []
    for number in (officer.phone, accounts.mobile()):
        with pytest.raises(Invalid) as error:
            browser.do(actions.sign_in_with_password, phone_text=number, password=password, address="10.0.0.1")
        said.append(error.value.message)
    assert said[0] == said[1]


def test_a_resident_has_no_password_to_guess(browser):
    resident = accounts.user(password="桐花开了三回-31")
    with pytest.raises(Invalid):
        browser.do(
            actions.sign_in_with_password, phone_text=resident.phone, password="桐花开了三回-31", address="10.0.0.1"
        )


def test_a_role_that_ended_takes_the_password_with_it(browser):
    officer = accounts.user(password="桐花开了三回-31")
    role = accounts.role(officer, Role.OFFICER, cast.community())
    actions.end_role(by=None, role=role)
    with pytest.raises(Invalid):
        browser.do(
            actions.sign_in_with_password, phone_text=officer.phone, password="桐花开了三回-31", address="10.0.0.1"
        )


def test_a_thousand_passwords_on_one_account_fail_closed(browser, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    officer = accounts.staff(Role.OFFICER, cast.community(), password="桐花开了三回-31")
    stopped = 0
    for attempt in range(1000):
        try:
            browser.do(
                actions.sign_in_with_password,
                phone_text=officer.phone,
                password=f"猜-{attempt}",
                address=f"10.1.{attempt % 200}.1",
            )
        except TooMany:
            stopped += 1
        except Invalid:
            continue
    assert stopped == 980, "twenty tries a day, from however many addresses"
    with pytest.raises(TooMany):
        browser.do(
            actions.sign_in_with_password, phone_text=officer.phone, password="桐花开了三回-31", address="10.7.7.7"
        )


def test_a_hundred_officers_behind_one_address_get_in(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    community = cast.community()
    for _ in range(100):
        officer = accounts.staff(Role.OFFICER, community, password="桐花开了三回-31")
        browser = Browser()
        browser.do(
            actions.sign_in_with_password, phone_text=officer.phone, password="桐花开了三回-31", address="10.0.0.1"
        )


def test_a_new_password_ends_the_other_sessions(browser):
    officer = accounts.staff(Role.OFFICER, cast.community(), password="桐花开了三回-31")
    browser.do(actions.sign_in, proof=accounts.proof(officer.phone), user=officer)
    actions.set_password(by=officer, user=officer, password="四月里的油菜花田")
    assert not browser.is_in()


@pytest.mark.parametrize("weak", ["1234567", "password", "20261120"])
def test_a_weak_password_is_refused(weak):
    officer = accounts.staff(Role.OFFICER, cast.community())
    with pytest.raises(Invalid, match="请换一个"):
        actions.set_password(by=officer, user=officer, password=weak)


def test_the_demonstration_door_is_open_only_there(browser):
    user = accounts.user()
    with pytest.raises(Refused):
        browser.do(actions.enter_demo, user=user, allowed=False)
    browser.do(actions.enter_demo, user=user, allowed=True)
    assert browser.is_in()
