"""Celery is only a bell: the row in the database is the work, a task merely says "look now"."""

from typing import Any

import structlog
from celery import Task
from kombu.exceptions import OperationalError

log = structlog.get_logger("doorstep.bell")


def ring(task: Task, *args: Any) -> None:
    """Asks a worker to run `task` soon; without a broker it runs here and now. Call it after the commit.

    A broker that is away is no error: the next round of `manage.py work` finds the row.
    """
    try:
        task.apply_async(args, retry=False)
    except OperationalError as error:
        log.warning("the bell was not heard", task=task.name, problem=type(error).__name__)
