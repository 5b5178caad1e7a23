"""Every move from every state: what the table allows happens and leaves a row, everything else is refused."""

import pytest

from core.errors import WrongState
from core.transitions import move
from jobs.enums import ApplicationState, ComplaintState, PostingState
from jobs.models import Application, Complaint, Posting
from jobs.states import APPLICATION, COMPLAINT, POSTING
from tests.factories import jobs

pytestmark = pytest.mark.django_db

# Written out again by hand: a change of the table must be meant.
POSTING_MAY = {
    "draft": {"submit": "review", "close": "closed"},
    "review": {"return": "returned", "publish": "published", "close": "closed"},
    "returned": {"submit": "review", "close": "closed"},
    "published": {"revise": "review", "pause": "paused", "expire": "expired", "close": "closed"},
    "paused": {"revise": "review", "resume": "published", "expire": "expired", "close": "closed"},
    "expired": {"submit": "review", "close": "closed"},
    "closed": {},
}
WAITING = {"decline": "declined", "withdraw": "withdrawn", "close_filled": "closed_filled"}
APPLICATION_MAY = {
    "submitted": WAITING | {"invite": "interview", "offer": "offered", "close_silent": "closed_silent"},
    "interview": WAITING
    | {
        "invite": "interview",
        "offer": "offered",
        "cannot_come": "submitted",
        "confirm_start": "started",
        "report_no_show": "no_show",
    },
    "offered": WAITING | {"confirm_start": "started"},
    "started": {},
    "declined": {},
    "withdrawn": {},
    "no_show": {"clear_no_show": "submitted"},
    "closed_silent": {},
    "closed_filled": {},
}
# What a state demands of its row, or the database refuses it.
WITH = {"confirm_start": {"started_on": "2026-11-20"}}


def cells(states, table):
    return [(state, name) for state in states for name in table.moves]


def go(obj, table, name, expected):
    if expected is None:
        with pytest.raises(WrongState):
            move(obj, table, name, by=None, **WITH.get(name, {}))
        assert obj.transitions.count() == 0
        return
    log = move(obj, table, name, by=None, note="因为", **WITH.get(name, {}))
    assert (log.moved, log.to_state, log.note) == (name, expected, "因为")
    assert obj.transitions.get() == log


@pytest.mark.parametrize(("state", "name"), cells(PostingState.values, POSTING))
def test_postings(office, state, name):
    posting = jobs.posting(office.here, of=office.firm, state=state)
    go(posting, POSTING, name, POSTING_MAY[state].get(name))
    assert Posting.objects.get(pk=posting.pk).state == POSTING_MAY[state].get(name, state)


@pytest.mark.parametrize(("state", "name"), cells(ApplicationState.values, APPLICATION))
def test_applications(office, state, name):
    application = jobs.application(jobs.posting(office.here, of=office.firm), state=state)
    go(application, APPLICATION, name, APPLICATION_MAY[state].get(name))
    assert Application.objects.get(pk=application.pk).state == APPLICATION_MAY[state].get(name, state)


@pytest.mark.parametrize(("state", "goes"), [(ComplaintState.OPEN, "answered"), (ComplaintState.ANSWERED, None)])
def test_complaints(office, state, goes):
    answered = {"answered_at": "2026-11-20T10:00+08:00", "answered_by_code": "x"} if state == "answered" else {}
    complaint = jobs.complaint(jobs.posting(office.here, of=office.firm), state=state, **answered)
    go(complaint, COMPLAINT, "answer", goes)
    assert Complaint.objects.get(pk=complaint.pk).state == (goes or state)


def test_the_hand_written_tables_are_whole():
    assert set(POSTING_MAY) == set(PostingState.values)
    assert set(APPLICATION_MAY) == set(ApplicationState.values)
