"""Her own name, her messages, her consents: one tap each, and it holds."""

import uuid

import pytest
from django.urls import reverse

from notices import actions as notices
from notices.enums import Delivery
from notices.models import Notice
from notices.queries import is_silent
from residents import actions as residents
from residents.enums import ConsentChannel
from residents.models import JobWish
from tests import cast
from tests.factories import jobs

pytestmark = pytest.mark.django_db
PAGE = "/me/settings/"


@pytest.fixture
def wang(client):
    person = cast.resident_wang(cast.community())
    client.force_login(person.user, backend="accounts.backends.PhoneBackend")
    return person


def do(client, what, **data):
    return client.post(PAGE, {"do": what, "_key": uuid.uuid4().hex, **data})


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_no_more_messages_and_again(client, wang, django_capture_on_commit_callbacks):
    assert "不要再发短信" in client.get(PAGE).content.decode()
    assert do(client, "stop").status_code == 302
    assert is_silent(wang.code)
    application = jobs.application(jobs.posting(wang.community), resident=wang, phone=wang.user.phone)
    contact = notices.contact_for(wang.code, kind="sms", address=wang.user.phone)
    samples = {"posting": "帮厨", "employer": "食堂", "url": "/a/x/"}
    notices.queue(contact, "jobs.closed_filled", samples, once_key=f"t:{application.code}")
    assert Notice.objects.get().state == Delivery.SUPPRESSED
    assert do(client, "resume").status_code == 302
    assert not is_silent(wang.code)


def test_what_she_said_of_her_body_goes_with_the_consent(client, wang):
    residents.set_limits(by=wang.user, resident=wang, no_standing=True, consent_channel=ConsentChannel.TAP)
    assert "身体方面" in client.get(PAGE).content.decode()
    do(client, "forget-body")
    assert JobWish.objects.get(resident=wang).no_standing is None
    assert "没有记身体方面的情况" in client.get(PAGE).content.decode()


def test_a_name_that_is_none_comes_back_with_a_word(client, wang):
    answer = do(client, "rename", name="1234")
    assert answer.status_code == 422
    assert "1234" in answer.content.decode()
    assert do(client, "rename", name="王秀英").status_code == 302


def test_with_the_order_switched_off_not_even_her_address_is_read(client, wang, django_assert_max_num_queries):
    assert wang.place is not None
    residents.set_personalised(by=wang.user, resident=wang, on=False)
    page = client.get(reverse("portal:home"))
    assert page.wsgi_request.standing.place is None
    residents.set_personalised(by=wang.user, resident=wang, on=True)
    assert client.get(reverse("portal:home")).wsgi_request.standing.place == wang.place
