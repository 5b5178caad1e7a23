"""Two sheets as offices keep them, row by row against what a careful officer says of each."""

import json
from collections import Counter

import pytest

from jobs.models import Posting
from notices.models import Notice
from residents.models import Resident
from tests.desk.imports.files import adds_up, command, office_files, one_status_per_row
from tests.factories import reference

pytestmark = pytest.mark.django_db


def truth(kind):
    rows = json.loads((office_files() / "truth.json").read_text("utf-8"))[kind]
    return {row["sheet_row"]: row["expect"] for row in rows}


@pytest.mark.parametrize(("kind", "tolerated"), [("residents", 1), ("postings", 1)])
def test_row_by_row(kind, tolerated):
    """Tolerated: a shared number that is itself a digit short, and a code that holds although it was to be broken."""
    expected = truth(kind)
    found = command(kind, office_files() / f"{kind}.xlsx", reference.community())
    said = one_status_per_row(found)
    wrong = {row: (word, said.get(row, "ok")) for row, word in expected.items() if said.get(row, "ok") != word}
    assert found["rows"] == len(expected)
    assert adds_up(found)
    assert len(wrong) <= tolerated, wrong


@pytest.mark.parametrize("kind", ["residents", "postings"])
def test_again_is_unchanged(kind):
    community, path = reference.community(), office_files() / f"{kind}.xlsx"
    first = command(kind, path, community, "--commit")
    stored = Counter({model: model.objects.count() for model in (Resident, Posting)})
    again = command(kind, path, community, "--commit")
    assert again["unchanged"] == first["new"] > 0
    assert (again["new"], again["update"], again["conflict"]) == (0, 0, 0)
    assert {p["row"]: p["status"] for p in again["problems"]} == {p["row"]: p["status"] for p in first["problems"]}
    assert Counter({model: model.objects.count() for model in (Resident, Posting)}) == stored
    assert not Notice.objects.exists()
    assert not Posting.objects.filter(state="published").exists()
