"""Migrations that a running office survives: expand, fill in batches, contract one release later."""

import pytest
from django_migration_linter import MigrationLinter

from tests.shape.repo import ROOT, ladder

BEFORE_THE_FIRST_RELEASE = ["0002_one_household_per_register_no"]  # no office had a table to lock


@pytest.mark.postgres
@pytest.mark.django_db
def test_migrations_are_safe_on_live_data(capsys):
    """No rename, no drop, no new NOT NULL without a default; what the first release creates is free."""
    linter = MigrationLinter(
        str(ROOT),
        no_cache=True,
        include_apps=list(ladder()),
        ignore_name=BEFORE_THE_FIRST_RELEASE,
        quiet=["ok", "ignore"],
    )
    linter.lint_all_migrations()
    assert linter.nb_total > 0
    assert not linter.has_errors, capsys.readouterr().out
