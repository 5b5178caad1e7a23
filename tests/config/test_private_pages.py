"""Pages that show one person's data stay in no cache, also where nobody has signed in."""

import pytest
from django.urls import reverse

from jobs import links
from tests import cast
from tests.factories import jobs

pytestmark = pytest.mark.django_db


def stored(response) -> bool:
    return "no-store" not in response.headers.get("Cache-Control", "")


@pytest.mark.parametrize("path", [links.application_path, lambda row: links.reply_url(row).split("8000", 1)[1]])
def test_a_page_behind_a_signed_link_is_not_stored(client, path):
    response = client.get(path(jobs.application(jobs.posting(cast.community()))))
    assert response.status_code == 200
    assert not stored(response)


def test_the_page_that_repeats_her_number_is_not_stored(client):
    client.post(reverse("portal:sign-in"), {"phone": "19000000011"})
    page = client.get(reverse("portal:sign-in-code"))
    assert "190 0000 0011" in page.content.decode()
    assert not stored(page)


def test_the_shelf_of_a_passer_by_may_be_kept(client):
    assert stored(client.get(reverse("portal:home")))
