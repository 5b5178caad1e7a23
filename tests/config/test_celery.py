"""A real worker process and a real Redis; the database says what was done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers import database
from tests.servers.process import private_folder

pytestmark = pytest.mark.celery
PATIENCE_SECONDS = 60
WORKER = [f"{sys.prefix}/bin/celery", "-A", "config", "worker", "--concurrency", "1", "--loglevel", "WARNING"]

RING_WORK = "from config.celery import work; work.delay()"
COUNT_RUNS = "from core.models import JobRun; print(JobRun.objects.filter(finished_at__isnull=False).count())"
QUEUE_NOTICE = """
from core.clock import now
from notices import actions
from notices.enums import ContactKind
contact = actions.contact_for("anybody", kind=ContactKind.APP)
actions.queue(contact, "accounts.login_code", {"digits": "123456", "minutes": 10}, once_key="celery-test")
"""
NOTICE_STATE = "from notices.models import Notice; print(Notice.objects.get(once_key='celery-test').state)"


class Office:
    """A database, a Redis of its own queue, and commands that run beside them."""

    def __init__(self, folder: Path, name: str):
        self.url = database.fresh(name, server=os.environ.get("DATABASE_URL", ""), folder=folder)
        self.redis = os.environ["TEST_REDIS_URL"]
        self.log = folder / "worker.log"
        database.python("manage.py", "migrate", "--verbosity", "0", url=self.url)

    def says(self, script: str) -> str:
        return database.python(
            "manage.py", "shell", "--no-imports", "-c", script, url=self.url, REDIS_URL=self.redis
        ).strip()

    def worker(self) -> subprocess.Popen:
        with open(self.log, "ab") as log:
            return subprocess.Popen(
                WORKER,
                cwd=database.ROOT,
                env=database.environment(self.url, REDIS_URL=self.redis),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def eventually(self, script: str, wanted: Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE_SECONDS
        while not wanted(said := self.says(script)):
            assert time.monotonic() < end, f"still {said!r}; the worker said:\n{self.log.read_text()[-2000:]}"
            time.sleep(0.5)
        return said


@pytest.fixture(scope="module")
def office(worker_id) -> Iterator[Office]:
    with private_folder("celery", None) as folder:
        yield Office(folder, f"doorstep_celery_{worker_id}")


@pytest.fixture
def worker(office) -> Iterator[subprocess.Popen]:
    process = office.worker()
    yield process
    end(process, signal.SIGTERM)


def end(process: subprocess.Popen, how: signal.Signals) -> None:
    if process.poll() is None:
        os.killpg(process.pid, how)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_a_worker_runs_the_periodic_jobs(office, worker):
    office.says(RING_WORK)
    assert int(office.eventually(COUNT_RUNS, lambda said: int(said) > 0)) > 0


def test_a_notice_is_sent_by_the_worker(office, worker):
    office.says(QUEUE_NOTICE)
    assert office.eventually(NOTICE_STATE, lambda said: said != "queued") == "sent"


def test_a_ring_that_nobody_hears_loses_nothing(office):
    """The worker is dead and its queue is gone: the next round of `manage.py work` does what was due."""
    script = QUEUE_NOTICE.replace("celery-test", "unheard")
    state = NOTICE_STATE.replace("celery-test", "unheard")
    database.python(
        "manage.py",
        "shell",
        "--no-imports",
        "-c",
        script,
        url=office.url,
        REDIS_URL="redis+socket:///nowhere/redis.sock",
    )
    assert office.says(state) == "queued"
    office.says("from core.clock import now; from notices.actions import send_due; send_due(now())")
    assert office.says(state) == "sent"
