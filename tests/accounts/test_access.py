"""The doors, and who gets through them."""

import pytest
from django.test import RequestFactory, override_settings

from accounts import access
from accounts.access import Access
from accounts.enums import Role
from core.errors import Refused
from tests import cast
from tests.accounts import urls
from tests.factories import accounts

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]


def test_every_door_says_who_may_enter():
    assert urls.square.access == Access("public")
    assert urls.home.access == Access("signed_in")
    assert urls.desk.access == Access("staff", "jobs.review")


def test_a_permission_nobody_declared_stops_the_start():
    with pytest.raises(KeyError):
        access.staff("jobs.reviw")


def test_signing_in_is_the_default(client):
    assert client.get("/").status_code == 200
    for path in ("/me/", "/desk/"):
        response = client.get(path)
        assert (response.status_code, response.headers["Location"]) == (302, f"/sign-in/?next={path}")


@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 403), (Role.OFFICER, 200), (Role.SUPERVISOR, 403), (Role.COLLECTOR, 403), (Role.ADMIN, 403)],
)
def test_staff_pages_ask_for_the_permission(client, role, status):
    who = accounts.staff(role, cast.community()) if role else accounts.user()
    client.force_login(who)
    if status == 200:
        assert client.get("/desk/").status_code == 200
    else:
        with pytest.raises(Refused, match="系统管理员开通"):
            urls.desk(_request(who))


def _request(user):
    request = RequestFactory().get("/desk/")
    request.user = user
    return request


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "6.6.6.6", "10.0.0.9"),
        (1, "6.6.6.6, 203.0.113.5", "203.0.113.5"),
        (2, "6.6.6.6, 203.0.113.5, 10.0.0.2", "203.0.113.5"),
        (1, "", "10.0.0.9"),
        (3, "203.0.113.5", "10.0.0.9"),
    ],
)
def test_the_address_is_the_one_our_own_proxy_saw(proxies, forwarded, address):
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", headers={"X-Forwarded-For": forwarded})
    with override_settings(TRUSTED_PROXIES=proxies):
        assert access.client_address(request) == address
