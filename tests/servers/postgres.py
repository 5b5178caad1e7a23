"""A private PostgreSQL from the newest installed binaries, on a unix socket only."""

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.servers.process import ServerError, as_user, environment, private_folder, running, unprivileged

USER = "doorstep"
# Test data is thrown away: nothing is worth waiting for the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "log_min_messages": "fatal",
}


def binaries() -> Path:
    """The folder of the newest installed PostgreSQL server; ServerError when there is none."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    if found:
        return max(found, key=lambda path: [int(part) for part in re.findall(r"\d+", path.parts[-2])])
    anywhere = shutil.which("postgres")
    if anywhere:
        return Path(anywhere).resolve().parent
    raise ServerError("PostgreSQL's server is not installed: apt-get install postgresql (tests start it)")


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server; gives the DATABASE_URL of an empty database and stops the server at the end."""
    programs, owner = binaries(), unprivileged("postgres")
    with private_folder("pg", owner) as folder:
        make_cluster(programs, folder, owner)
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *settings]
        # SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
        with running(
            as_user(command, owner, dies_with_us=True),
            folder,
            ready=lambda: answers(folder),
            stop_with=signal.SIGINT,
        ):
            with psycopg.connect(host=str(folder), user=USER, dbname="postgres", autocommit=True) as connection:
                connection.execute("CREATE DATABASE doorstep")
            yield f"postgres://{USER}@/doorstep?host={folder}"


def make_cluster(programs: Path, folder: Path, owner) -> None:
    command = [
        str(programs / "initdb"),
        "-D",
        str(folder / "data"),
        "--username",
        USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]
    made = subprocess.run(
        as_user(command, owner),
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise ServerError(f"initdb failed:\n{made.stdout}{made.stderr}")


def answers(folder: Path) -> bool:
    try:
        psycopg.connect(host=str(folder), user=USER, dbname="postgres", connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True
