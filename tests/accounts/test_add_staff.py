from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import StaffRole, User
from tests.factories import reference

pytestmark = pytest.mark.django_db


def add(area, **options):
    out = StringIO()
    call_command("add_staff", name="何静", phone="190 0000 1234", role="officer", area=area, stdout=out, **options)
    return out.getvalue()


def test_the_first_officer_is_made_at_the_machine_once():
    community = reference.community()
    assert "何静" in add(community.code)
    user = User.objects.get()
    assert user.can("jobs.review", community)
    with pytest.raises(CommandError):
        add(community.code)  # holds the role already
    assert User.objects.count() == StaffRole.objects.count() == 1


def test_an_area_nobody_knows_is_said():
    with pytest.raises(CommandError, match="no area"):
        add("nowhere")
    assert not User.objects.exists()
