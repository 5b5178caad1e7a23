"""Databases of their own for tests that start real processes, on either engine."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]


def fresh(name: str, *, server: str, folder: Path) -> str:
    """DATABASE_URL of an empty database: on the PostgreSQL of `server`, or a file in `folder` when that is not one."""
    if not server.startswith("postgres"):
        return f"sqlite:///{folder / name}.sqlite3"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def environment(url: str, **more: str) -> dict[str, str]:
    """The caller's environment, pointed at `url`, without a broker unless `more` names one."""
    return {**os.environ, "DATABASE_URL": url, "REDIS_URL": "", "LOG_LEVEL": "ERROR", **more}


def python(*arguments: str, url: str, **more: str) -> str:
    """stdout of `python arguments…` beside that database; AssertionError with its last words when it fails."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment(url, **more), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout
