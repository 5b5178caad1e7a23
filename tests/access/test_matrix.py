"""Every route × every role × reading and writing × one's own thing, the other community's and one that does not exist."""

import re
from urllib.parse import quote

import pytest

from tests.access.knock import knock, rows
from tests.access.table import DEBUG_ONLY, TABLE
from tests.access.world import MIRROR, ROLES, missing_side, path_of, world
from tests.shape.routes import routes

pytestmark = pytest.mark.django_db
DONE = "or"


def test_every_route_has_its_line():
    assert {route.name for route in routes()} - DEBUG_ONLY == {line.name for line in TABLE}


def test_no_cell_is_empty():
    assert all(len(line.get) == len(line.post) == len(ROLES) for line in TABLE)


@pytest.fixture
def made(db, at):
    at("2026-11-20 10:00")
    return world()


def next_door(line, letters: str, role: str) -> str:
    """What the same role gets on the thing of the other community."""
    of = dict(zip(ROLES, letters, strict=True))
    if role in MIRROR:
        return of[MIRROR[role]]
    return of[role] if by_role(line, of[role]) else of["other officer"]


def nowhere(line, letters: str, role: str) -> str:
    """What it gets on a thing that does not exist: refused by role as ever, else not there."""
    got = dict(zip(ROLES, letters, strict=True))[role]
    return got if by_role(line, got) else "x"


def by_role(line, got: str) -> bool:
    """Refused whatever the thing is: not signed in, no such method, a desk page for another role."""
    return got in "sm" or (got == "n" and line.name.startswith("desk:"))


def same(one, its_path, other, its_other_path) -> bool:
    """The same page but for the address it repeats and the token of its forms."""

    def plain(response, path):
        text = response.content.decode().replace(path, "").replace(quote(path, safe=""), "")
        return re.sub(r'name="(csrfmiddlewaretoken|_key)" value="\w+"', "", text)

    return plain(one, its_path) == plain(other, its_other_path)


@pytest.mark.parametrize("line", TABLE, ids=str)
def test_reading(made, line):
    here = path_of(line.name, line.thing, made.here)
    assert "".join(knock(made, role, here)[0] for role in ROLES) == line.get
    if not line.thing or line.thing.startswith(":"):
        return
    there, lost = path_of(line.name, line.thing, made.there), path_of(line.name, line.thing, missing_side())
    for role in ROLES:
        got, response, _ = knock(made, role, there)
        missed, nothing, _ = knock(made, role, lost)
        assert (got, missed) == (next_door(line, line.get, role), nowhere(line, line.get, role)), role
        if got == missed == "x":
            assert same(response, there, nothing, lost), f"{role} can tell what is hidden from what is not there"


@pytest.mark.parametrize("line", TABLE, ids=str)
def test_writing(made, line):
    before = rows()
    here = path_of(line.name, line.thing, made.here)
    got = ""
    for role in ROLES:
        answer, _, after = knock(made, role, here, line.body, looks=rows)
        assert answer in DONE or after == before, f"{role} was refused and yet changed something"
        got += answer
    assert got == line.post
    if not line.thing or line.thing.startswith(":"):
        return
    there, lost = path_of(line.name, line.thing, made.there), path_of(line.name, line.thing, missing_side())
    for role in ROLES:
        got, response, after = knock(made, role, there, line.body, looks=rows)
        missed, nothing, _ = knock(made, role, lost, line.body)
        assert (got, missed) == (next_door(line, line.post, role), nowhere(line, line.post, role)), role
        assert got in DONE or after == before, role
        if got == missed == "x":
            assert same(response, there, nothing, lost), role
