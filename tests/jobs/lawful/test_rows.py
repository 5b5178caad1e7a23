"""The shipped rows themselves, and what happens to a row that somebody spoiled."""

from datetime import date

import pytest

from jobs.lawful import rules_from_rows
from jobs.lawful.fold import views
from tests.jobs.lawful.conftest import rows, sentences

ROW = {
    "rule": "sex",
    "level": "block",
    "pattern": "{ONLY}{MALE}",
    "exception": "before: 不\ntype: DOMESTIC",
    "law": "《法》",
    "quote": "",
    "suggestion": "男女都行",
    "effective_from": "2020-01-01",
    "effective_to": "",
}


def test_every_row_is_complete():
    for row in rows():
        assert row["level"] in ("block", "warn", "allow"), row
        assert row["law"] or row["level"] == "allow", row
        assert row["suggestion"] or row["level"] == "allow", row
        assert date.fromisoformat(row["effective_from"]) <= date(2026, 1, 1), row
        assert len(row["law"]) <= 200
        assert len(row["suggestion"]) <= 200


def test_lines_of_one_rule_are_counted():
    two = rules_from_rows([ROW, ROW | {"rule": "age"}, ROW]).wording
    assert [(row.rule, row.line) for row in two] == [("sex", 1), ("age", 1), ("sex", 2)]


@pytest.mark.parametrize(
    "spoiled",
    [{"pattern": "限(男"}, {"pattern": "{NOBODY}"}, {"exception": "somewhere: 男"}, {"exception": "before"}],
)
def test_a_spoiled_row_is_named(spoiled):
    with pytest.raises(ValueError, match="wording rule sex 1"):
        rules_from_rows([ROW | spoiled])


def test_needed_characters_never_hide_a_match(rules):
    for row in (row for row in rules.wording if row.needs):
        for sentence in sentences()[::3]:
            for view in views(sentence["text"]):
                match = row.pattern.search(view.text)
                assert match is None or not any(chars.isdisjoint(view.text) for chars in row.needs), (
                    row.rule,
                    row.line,
                )
