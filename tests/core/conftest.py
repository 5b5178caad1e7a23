import pytest
from django.db import connection
from django.test import modify_settings

from tests.core.ground.models import MODELS


@pytest.fixture(scope="session")
def ground_tables(django_db_setup, django_db_blocker):
    """Tables of the ground models, made once beside the project's own."""
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            for model in MODELS:
                editor.create_model(model)


@pytest.fixture
def ground(ground_tables, db):
    """A test that uses the ground models; its rows are rolled back."""
    with modify_settings(INSTALLED_APPS={"append": "tests.core.ground"}):
        yield
