"""A server process that never outlives the tests and never runs as root."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60
STOP_SECONDS = 20


class ServerError(Exception):
    """The server is not installed or did not start; the message says what to do."""


def unprivileged(*preferred: str) -> pwd.struct_passwd | None:
    """The user servers run as when we are root (PostgreSQL refuses root); None when we are not."""
    if os.geteuid() != 0:
        return None
    for name in (*preferred, "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ServerError(f"none of the users {', '.join(preferred)}, nobody exists")


@contextmanager
def private_folder(name: str, owner: pwd.struct_passwd | None) -> Iterator[Path]:
    # Under /tmp whatever TMPDIR says: the path of a socket may have 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix=f"doorstep-{name}-", dir="/tmp"))
    try:
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def as_user(command: list[str], owner: pwd.struct_passwd | None, *, dies_with_us: bool = False) -> list[str]:
    """`command` under the unprivileged user; with `dies_with_us` the kernel ends it even if we are killed."""
    setpriv = shutil.which("setpriv")
    if not setpriv:
        if owner:
            raise ServerError("setpriv is missing: install util-linux, or run the tests as an ordinary user")
        return command
    options = [f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"] if owner else []
    if dies_with_us:
        options.append("--pdeathsig=QUIT")
    return [setpriv, *options, *command] if options else command


def environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@contextmanager
def running(
    command: list[str],
    folder: Path,
    *,
    ready: Callable[[], bool],
    stop_with: signal.Signals = signal.SIGTERM,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> Iterator[subprocess.Popen]:
    """`command` as our child: started, waited for, stopped, and reaped (an unreaped postmaster blocks the next)."""
    log = folder / "server.log"
    with open(log, "ab") as output:
        server = subprocess.Popen(
            command,
            cwd=cwd or folder,
            env=env or environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C reaches us first; we stop the servers in order
        )
    try:
        wait_until(ready, server, log)
        yield server
    finally:
        if server.poll() is None:
            server.send_signal(stop_with)
        try:
            server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def wait_until(ready: Callable[[], bool], server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while not ready():
        if server.poll() is not None or time.monotonic() > end:
            state = "ended" if server.poll() is not None else f"not ready after {START_SECONDS} s"
            raise ServerError(f"{server.args}: {state}\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.05)
