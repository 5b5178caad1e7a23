"""The whole product as a person meets it: gunicorn on a free port with demonstration data."""

import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.database import ROOT, environment, fresh, python
from tests.servers.process import private_folder, running


@contextmanager
def site(name: str, *, server: str) -> Iterator[str]:
    """Address of a served demo; `server` is a PostgreSQL URL or anything else for SQLite. Gone at the end."""
    with private_folder("site", None) as folder:
        url = fresh(name, server=server, folder=folder)
        for command in (["migrate"], ["seed_demo", "--scale", "small"]):
            python("manage.py", *command, url=url, DEMO="1")
        with serving(folder, url) as address:
            yield address


@contextmanager
def serving(folder: Path, url: str) -> Iterator[str]:
    port = free_port()
    address = f"http://localhost:{port}"
    with running(
        [f"{sys.prefix}/bin/gunicorn", "-c", "config/gunicorn.py", "config.wsgi"],
        folder,
        ready=lambda: healthy(address),
        cwd=ROOT,
        env=environment(url, DEMO="1", PORT=str(port), BASE_URL=address, WEB_WORKERS="1"),
    ):
        yield address


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
