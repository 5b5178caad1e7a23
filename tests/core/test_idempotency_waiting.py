"""A second sender whose first is still at work for longer than the database lets one wait."""

from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from core.fields import keyed_digest, new_code

pytestmark = [pytest.mark.postgres, pytest.mark.urls("tests.core.ground.urls")]


@pytest.mark.django_db(transaction=True)
def test_it_is_told_to_look_again_in_a_few_seconds(client):
    key = uuid4().hex
    scope = keyed_digest("form", f"{key}\nbrowser:\nPOST /say/")
    parameters = connection.get_connection_params()
    parameters = {name: parameters[name] for name in ("dbname", "user", "host", "port") if parameters.get(name)}
    with psycopg.connect(**parameters) as first, connection.cursor() as cursor:
        first.execute(
            "INSERT INTO core_idempotencykey (code, scope, body_digest, answer, made_at) VALUES (%s, %s, '', '', now())",
            [new_code(), scope],
        )
        cursor.execute("SET lock_timeout = '200ms'")
        response = client.post("/say/", {"_key": key})
        first.rollback()
        cursor.execute("RESET lock_timeout")
    assert response.status_code == 409
    assert "还在处理" in response.content.decode()
