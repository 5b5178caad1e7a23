"""Nothing personal of one community is shown to the people of another, on any page they can open."""

import re

import pytest

from accounts.models import User
from enterprises.models import Employer
from jobs.models import Application, Complaint, Posting
from residents.models import ResidentContact
from tests.access.knock import knock
from tests.access.table import TABLE
from tests.access.world import path_of, world

pytestmark = pytest.mark.django_db
# Holding the signed link is the permission; who holds it sees one application, tested below.
BY_LINK = {"portal:application", "portal:withdraw", "portal:cannot-come", "portal:explain-no-show", "portal:reply"}
STRANGERS = ("nobody", "other resident", "other boss", "other officer", "admin")


@pytest.fixture
def made(db, at):
    at("2026-11-20 10:00")
    return world()


def numbers(made) -> set[str]:
    """Every telephone number of this side that is nobody's business over there."""
    here = made.here
    found = {here.firm.contact_phone, here.boss.phone, here.person.user.phone, here.complaint.phone}
    found |= {row.contact_phone for row in Posting.objects.filter(community=here.community)}
    found |= {row.phone for row in Application.objects.filter(posting__community=here.community)}
    found |= {row.number for row in ResidentContact.objects.filter(resident=here.person)}
    return found - {None}


def betrayed(text: str, made) -> list[str]:
    digits = re.sub(r"(?<=\d)[ -](?=\d)", "", text)
    return [word for word in (made.here.mark, *numbers(made)) if word in text or word in digits]


@pytest.mark.parametrize("role", STRANGERS)
def test_strangers_read_none_of_it(made, role):
    for line in TABLE:
        if line.name in BY_LINK:
            continue
        for side in (made.here, made.there):
            path = path_of(line.name, line.thing, side)
            _, response, _ = knock(made, role, path)
            # Who complained is read by whoever holds the complaint's own random address.
            shown = betrayed(response.content.decode() + str(response.headers), made)
            assert not shown, f"{path} shows {role} {shown}"


@pytest.mark.parametrize("role", STRANGERS)
def test_they_do_not_get_it_for_writing_either(made, role):
    for line in TABLE:
        if line.name in BY_LINK:
            continue
        _, response, _ = knock(made, role, path_of(line.name, line.thing, made.here), line.body)
        assert not betrayed(response.content.decode() + str(response.headers), made), f"{line} {role}"


@pytest.mark.parametrize("role", ["collector"])
def test_a_collector_sees_nobody_who_applies(made, role):
    people = {row.phone for row in Application.objects.all()} | {made.here.complaint.phone}
    names = set(Application.objects.filter(posting__community=made.here.community).values_list("name", flat=True))
    for line in TABLE:
        if line.name in BY_LINK:
            continue
        text = knock(made, role, path_of(line.name, line.thing, made.here))[1].content.decode()
        shown = [word for word in people if word and word in text]
        shown += [name for name in names if name in text]
        shown += [word for word in (f"{made.here.mark}会切菜", f"{made.here.mark}去过了") if word in text]
        assert not shown, f"{line} {shown}"


def test_an_employer_never_learns_who_complained(made):
    for line in TABLE:
        text = knock(made, "boss", path_of(line.name, line.thing, made.here))[1].content.decode()
        if line.name != "portal:report-status":
            assert made.here.complaint.words not in text
        assert made.here.complaint.phone not in text, line


def test_before_an_answer_the_employer_sees_neither_name_nor_number(made):
    text = knock(made, "boss", path_of("portal:reply", "waiting", made.here))[1].content.decode()
    assert made.here.waiting.phone not in text
    assert made.here.waiting.name not in text


def test_the_sentinels_are_there_to_be_found(made):
    """The officer of the place reads them: otherwise this file would find nothing anywhere."""
    desk = knock(made, "officer", path_of("desk:starts", "", made.here))[1].content.decode()
    assert made.here.mark in desk
    assert made.here.offered.phone in desk
    assert Employer.objects.count() == 2
    assert Complaint.objects.count() == 2
    assert User.objects.count() == 9
