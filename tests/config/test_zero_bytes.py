"""PostgreSQL refuses a zero byte in any look-up, SQLite finds nothing: both must answer alike, and plainly."""

import pytest

from reference.models import Area
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/posting/a%00b/", "/d/%00/", "/report/%00/"])
def test_an_address_with_a_zero_byte_is_refused(client, path):
    assert client.get(path).status_code == 400


def test_what_was_asked_and_typed_loses_it(client):
    searched = client.get("/?q=%E6%B4%97%00%E7%A2%97&page=%00")
    assert searched.status_code == 200
    assert "“洗碗”" in searched.content.decode()
    assert client.post("/sign-in/", {"phone": "1900000\x000011"}).status_code == 302


def test_a_cookie_with_a_zero_byte_is_as_good_as_none(client):
    cast.community()
    client.cookies["door"] = Area.objects.first().code + "\x00"
    client.cookies["sessionid"] = "\x00" * 32
    assert client.get("/").status_code == 200
