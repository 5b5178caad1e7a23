"""A migrated database of its own per engine, and `race(...)`, which runs a case against it in real processes."""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest

from tests.servers import database


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request) -> str:
    return request.param


@pytest.fixture(scope="session")
def race_url(engine, tmp_path_factory) -> str:
    server = os.environ.get("DATABASE_URL", "") if engine == "postgres" else ""
    if engine == "postgres" and not server.startswith("postgres"):
        pytest.skip("needs PostgreSQL: make test-all")
    url = database.fresh("doorstep_races", server=server, folder=tmp_path_factory.mktemp("races"))
    database.python("manage.py", "migrate", "--verbosity", "0", url=url)
    return url


@pytest.fixture
def race(race_url) -> Callable[..., list[dict[str, Any]]]:
    """`race("throttle", n=8, rounds=3)` → one dict per round: outcomes, slowest_ms, and the case's facts."""

    def start(case: str, *, n: int, rounds: int, unguarded: bool = False) -> list[dict[str, Any]]:
        options = ["--n", str(n), "--rounds", str(rounds), *(["--unguarded"] if unguarded else [])]
        return json.loads(database.python("-m", "tests.races.drive", case, *options, url=race_url))

    return start
