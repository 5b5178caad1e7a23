"""A household that hires is a private person: nobody reads the full name on a public page."""

import pytest
from django.urls import reverse

from enterprises.enums import EmployerKind
from jobs.models import Posting
from jobs.queries import search
from tests import cast
from tests.factories import jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting():
    made = jobs.posting(cast.community())
    employer = made.employer
    employer.kind, employer.name, employer.short_name, employer.credit_code = (
        EmployerKind.HOUSEHOLD,
        "欧阳彩凤",
        "",
        None,
    )
    employer.save()
    return made


@pytest.mark.parametrize("page", ["posting", "posting-print", "apply", "report"])
def test_the_surname_alone_stands_on_public_pages(client, posting, page):
    text = client.get(reverse(f"portal:{page}", args=[posting.code])).content.decode()
    assert "欧阳彩凤" not in text
    assert page == "report" or "欧阳家" in text


def test_a_neighbour_is_not_found_by_her_name(posting):
    assert not search(Posting.objects.live(), "彩凤").exists()
    posting.employer.kind = EmployerKind.INDIVIDUAL
    posting.employer.save()
    assert search(Posting.objects.live(), "彩凤").exists()
