"""A migrated database of its own per engine, and `race(...)`, which runs a case against it in real processes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.shape.repo import ROOT

DATABASE = "doorstep_races"


def sqlite_url(folder) -> str:
    return f"sqlite:///{folder / 'races.sqlite3'}"


def postgres_url() -> str:
    """A fresh database on the server of DATABASE_URL."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        pytest.skip("needs PostgreSQL: make test-all")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
    return urlunsplit(urlsplit(server)._replace(path=f"/{DATABASE}"))


def run(*arguments: str, url: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, "REDIS_URL": "", "LOG_LEVEL": "ERROR"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request) -> str:
    return request.param


@pytest.fixture(scope="session")
def race_url(engine, tmp_path_factory) -> str:
    url = sqlite_url(tmp_path_factory.mktemp("races")) if engine == "sqlite" else postgres_url()
    run("manage.py", "migrate", "--verbosity", "0", url=url)
    return url


@pytest.fixture
def race(race_url) -> Callable[..., list[dict[str, Any]]]:
    """`race("throttle", n=8, rounds=3)` → one dict per round: outcomes, slowest_ms, and the case's facts."""

    def start(case: str, *, n: int, rounds: int, unguarded: bool = False) -> list[dict[str, Any]]:
        options = ["--n", str(n), "--rounds", str(rounds), *(["--unguarded"] if unguarded else [])]
        return json.loads(run("-m", "tests.races.drive", case, *options, url=race_url))

    return start
