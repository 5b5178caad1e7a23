"""One office on one Friday: 20 November 2026, ten in the morning."""

from types import SimpleNamespace

import pytest

from accounts.enums import Role
from tests import cast
from tests.factories import accounts, enterprises, reference


@pytest.fixture
def office(db, at) -> SimpleNamespace:
    """A community with its people, another one beside it, and one firm in each."""
    at("2026-11-20 10:00")
    here = cast.community("桐花社区")
    there = reference.community("梧桐社区")
    made = SimpleNamespace(here=here, there=there)
    made.officer = cast.officer(here)
    made.other_officer = accounts.staff(Role.OFFICER, there, name="田芳")
    made.supervisor = cast.supervisor(here)
    made.collector = cast.collector(here)
    made.admin = cast.admin(here)
    made.firm = cast.employer(here)
    enterprises.verification(made.firm)
    made.boss = cast.employer_user(made.firm)
    made.other_firm = enterprises.employer(there, "梧桐物业")
    made.other_boss = enterprises.member(made.other_firm)
    made.wang = cast.resident_wang(here)
    made.li = cast.weaver_li(here)
    return made
