"""Celery is only a bell: the database is the queue of record, so a lost or doubled ring loses and doubles nothing.

celery -A config worker --beat
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("doorstep")
app.config_from_object("config.settings:CELERY")
app.autodiscover_tasks()
# Beat may run on one machine, on several or not at all (`manage.py work --loop`): each job runs once per period.
app.conf.beat_schedule = {"work": {"task": "doorstep.work", "schedule": 60.0, "options": {"expires": 55}}}


@app.task(name="doorstep.work")
def work() -> int:
    """One round of the periodic jobs that are due; the number that ran."""
    from core import work as periodic

    periodic.load()
    return len(periodic.run_due())
