"""What every test gets: strict templates, unordered lists in random order, pages that may not write on GET."""

import os
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from tests import guards

# The machine is shared and loaded; a slow example says nothing about the code.
settings.register_profile("doorstep", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("doorstep")


def pytest_collection_modifyitems(config, items):
    """Tests that need a server are skipped where there is none, and say so."""
    postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    redis = bool(os.environ.get("TEST_REDIS_URL"))  # not REDIS_URL: only the Celery tests have a worker
    for item in items:
        if item.get_closest_marker("postgres") and not postgres:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: make test-all"))
        if item.get_closest_marker("celery") and not redis:
            item.add_marker(pytest.mark.skip(reason="needs Redis: make test-all"))


@pytest.fixture(scope="session", autouse=True)
def unordered_lists_are_shuffled():
    with guards.shuffled():
        yield


@pytest.fixture(autouse=True)
def pages_do_not_write_on_get(request):
    if request.node.get_closest_marker("may_write_on_get"):
        yield
        return
    with guards.readonly_get() as writes:
        yield
    if writes:
        pytest.fail("a page wrote while being read:\n" + "\n".join(writes))


@pytest.fixture
def at(time_machine) -> Callable[[str], datetime]:
    """`at("2025-11-20 14:20")` sets the clock to that local moment; the clock goes on from there."""

    def travel(text: str) -> datetime:
        moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
        time_machine.move_to(moment)
        return moment

    return travel
