"""Celery is only a bell: the database is the queue of record, so a lost or doubled ring loses and doubles nothing."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("doorstep")
app.config_from_object("config.settings:CELERY")
app.autodiscover_tasks()
