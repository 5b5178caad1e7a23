"""A browser for tests: sends forms as the pages do, and reads what they answer."""

import html
import re
import uuid

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def browser(user=None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, backend="accounts.backends.PhoneBackend")
    return client


def send(client: Client, path: str, **form):
    return client.post(path, {"_key": uuid.uuid4().hex, **form})


def words(response) -> str:
    """The text a reader sees, without the markup."""
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def queries(client: Client, path: str) -> list[str]:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in seen]


HOSTILE = (
    '<script>alert("x")</script>',
    '"><img src=x onerror=alert(1)>',
    "{{ request.user }}{% now 'Y' %}",
    "'; DROP TABLE jobs_posting; --",
    "‮drowssap\x0b\x1b",
    "=cmd|'/c calc'!A1",
    "🙂" * 40,
    "𬱖㛃" * 20,
    "\n\n\n",
    "a" * 5000,
)


def raw_markup(response) -> list[str]:
    """What of the hostile text came back as markup."""
    text = response.content.decode()
    return [bad for bad in ('<script>alert("x")', "<img src=x", "onerror=alert(1)>") if bad in text]
