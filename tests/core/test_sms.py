import logging

import pytest

from core.gateways import sms


def test_the_console_gateway_hides_the_number(settings, caplog):
    settings.SMS_GATEWAY, settings.DEBUG = "console", True
    with caplog.at_level(logging.INFO, "doorstep.sms"):
        provider_id = sms.send("+86 13800138000", "您的验证码是 123456")
    assert provider_id.startswith("console-")
    assert "13800138000" not in caplog.text
    assert "138****8000" in caplog.text
    assert "123456" in caplog.text


def test_in_production_the_words_are_hidden_too(settings, caplog):
    settings.SMS_GATEWAY, settings.DEBUG = "console", False
    with caplog.at_level(logging.INFO, "doorstep.sms"):
        sms.send("13800138000", "您的验证码是 123456")
    assert "123456" not in caplog.text


@pytest.mark.parametrize(("number", "again"), [("0816-2212345", False), ("1380013", False)])
def test_what_takes_no_message_is_said_at_once(settings, number, again):
    settings.SMS_GATEWAY = "console"
    with pytest.raises(sms.NotSent) as problem:
        sms.send(number, "您好")
    assert problem.value.again is again
    assert number not in str(problem.value)


def test_without_a_gateway_nothing_is_claimed_as_sent(settings):
    settings.SMS_GATEWAY = "none"
    with pytest.raises(sms.NotSent) as problem:
        sms.send("13800138000", "您好")
    assert problem.value.again
