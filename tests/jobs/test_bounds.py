"""Slips of the finger, reposts, and questions asked too often."""

from datetime import timedelta

import pytest

from core.clock import now, today
from core.errors import Invalid, TooMany
from jobs import actions
from jobs.enums import PostingSource
from jobs.links import reply_url
from tests import cast
from tests.factories import jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def community():
    return cast.community()


def test_an_appointment_in_the_year_9999_is_a_slip(community):
    application = jobs.application(jobs.posting(community))
    with pytest.raises(Invalid) as problem:
        actions.invite(
            by=None,
            application=application,
            at=now() + timedelta(days=93),
            where="食堂",
            ask_for="陈师傅",
            via_link=True,
        )
    assert problem.value.field == "at"
    with pytest.raises(Invalid):
        actions.offer(by=None, application=application, start_on=today() + timedelta(days=93), via_link=True)
    actions.offer(by=None, application=application, start_on=today() + timedelta(days=92), via_link=True)


def test_a_repost_says_where_it_is_from(community):
    employer = jobs.posting(community).employer
    boss = cast.officer(community)
    content = {"by": boss, "employer": employer, "source": PostingSource.REPOST, "title": "洗碗工"}
    with pytest.raises(Invalid) as problem:
        actions.create_posting(**content)
    assert problem.value.field == "source_name"
    made = actions.create_posting(**content, source_name="市就业网", source_url="https://jobs.example.cn/7")
    made.refresh_from_db()
    assert (made.source_name, made.source_url) == ("市就业网", "https://jobs.example.cn/7")


def test_who_applied_cannot_be_found_out_by_asking(community):
    posting = jobs.posting(community)
    asked = {
        "by": None, "posting": posting, "name": "王秀英", "phone": "19000001111", "consent_version": "2026-11", "address": "10.1.1.1",
    }  # fmt: skip
    first = actions.apply(**asked)
    answers = 0
    with pytest.raises(TooMany):
        for _ in range(30):
            assert actions.apply(**asked).pk == first.pk
            answers += 1
    assert 1 <= answers <= 10
    assert actions.apply(**asked | {"address": "10.1.1.2"}).pk == first.pk  # her own phone, another network


@pytest.mark.parametrize(("days", "status"), [(13, 200), (15, 410)])
def test_a_name_and_a_number_do_not_stand_behind_a_link_for_ever(client, community, days, status):
    application = jobs.application(jobs.posting(community), state="interview")
    jobs.interview(application, at=now() - timedelta(days=days))
    assert client.get(reply_url(application).replace("http://localhost:8000", "")).status_code == status
