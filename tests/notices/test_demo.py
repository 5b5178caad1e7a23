"""The demo inbox: open in the demonstration, empty anywhere else."""

import pytest

from accounts import actions as accounts_actions
from notices.models import Notice
from notices.queries import demo_inbox
from tests.factories import accounts, notices

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("demo", [True, False])
def test_the_code_is_shown_only_in_the_demonstration(settings, demo, django_capture_on_commit_callbacks):
    settings.DEMO = demo
    with django_capture_on_commit_callbacks(execute=True):
        accounts_actions.send_login_code(accounts.mobile(), address="10.0.0.1")
    assert Notice.objects.count() == int(demo)
    assert [message.text[:9] for message in demo_inbox()] == (["【家门口】验证码 "] if demo else [])


def test_it_shows_every_message_with_its_link_and_a_masked_number(settings):
    settings.DEMO = True
    notice = notices.notice()
    (message,) = demo_inbox()
    assert message.to == f"{notice.contact.address[:3]}****{notice.contact.address[-4:]}"
    assert message.url in message.text
    assert message.at == notice.queued_at
    settings.DEMO = False
    assert demo_inbox() == []
