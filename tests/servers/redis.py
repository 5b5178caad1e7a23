"""A private Redis on a unix socket, keeping nothing."""

import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.process import ServerError, as_user, private_folder, running, unprivileged


@contextmanager
def redis() -> Iterator[str]:
    """Start a server; gives the REDIS_URL and stops the server at the end."""
    program = shutil.which("redis-server")
    if not program:
        raise ServerError("Redis is not installed: apt-get install redis-server (the tests start it themselves)")
    owner = unprivileged("redis")
    with private_folder("redis", owner) as folder:
        path = folder / "redis.sock"
        settings = {"port": "0", "unixsocket": str(path), "save": "", "appendonly": "no", "dir": str(folder)}
        command = [program, *(part for name, value in settings.items() for part in (f"--{name}", value))]
        with running(
            as_user(command, owner, dies_with_us=True), folder, ready=lambda: answers(path), stop_with=signal.SIGTERM
        ):
            yield f"redis+socket://{path}"


def answers(path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
