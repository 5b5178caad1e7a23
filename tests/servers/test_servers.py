"""The harness hands on exit codes and leaves nothing behind, not even when it is killed."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers.database import ROOT

pytestmark = pytest.mark.postgres
RUN = [sys.executable, "-m", "tests.servers", "run", "--postgres", "--redis", "--"]


def folders(said: str) -> list[Path]:
    return [Path(line) for line in said.split()]


SHOW = 'echo "${DATABASE_URL##*host=}"; dirname "${REDIS_URL#redis+socket://}"'


def test_exit_code_comes_through_and_folders_are_gone():
    done = subprocess.run([*RUN, "sh", "-c", f"{SHOW}; exit 7"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 7
    assert len(folders(done.stdout)) == 2
    assert not any(folder.exists() for folder in folders(done.stdout))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_servers_end_with_the_harness(how):
    harness = subprocess.Popen(
        [*RUN, "sh", "-c", f"{SHOW}; exec sleep 60"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    left = [harness.stdout.readline().strip() for _ in range(2)]
    postgres = left[0]
    assert alive(postgres)
    harness.send_signal(how)
    harness.wait(30)
    end = time.monotonic() + 20
    while alive(postgres):
        assert time.monotonic() < end, "PostgreSQL outlived the harness"
        time.sleep(0.2)
    for folder in left:  # nobody tidies up after a kill -9
        shutil.rmtree(folder, ignore_errors=True)


def alive(folder: str) -> bool:
    return any(folder in command for command in commands())


def commands() -> list[str]:
    texts = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            texts.append(entry.read_bytes().decode(errors="replace"))
        except OSError:
            continue
    return [text for text in texts if "postgres" in text and "-D" in text]
