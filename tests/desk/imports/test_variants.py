"""Forty-four shapes of sheets with known truth: how much is found, how much is said in vain."""

import io
from collections import Counter
from datetime import date

import pytest

from desk.imports.run import import_postings, import_residents
from tests.desk.imports.variants.lists import LISTS
from tests.desk.imports.variants.registers import REGISTERS
from tests.factories import reference

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def verdicts(kind, book, folder):
    """{(line, …): status} as the outcome tells it, and the outcome."""
    run = import_residents if kind == "residents" else import_postings
    community = reference.community(district_code="500107")
    path = book.write(folder)
    found = run(path, community, on=ON, commit=False, by=None, say=io.StringIO().write)
    return Counter((p["row"], p["status"]) for p in found["problems"]), found


def told(book):
    return Counter((line, expect) for _, line, expect, _ in book.truth if expect != "ok")


@pytest.mark.parametrize("make", REGISTERS, ids=lambda f: f.__name__)
def test_registers(make, tmp_path):
    book = make()
    said, found = verdicts("residents", book, tmp_path)
    assert said == told(book)
    assert found["rows"] == len(book.truth)


@pytest.mark.parametrize("make", LISTS, ids=lambda f: f.__name__)
def test_lists(make, tmp_path):
    book = make()
    said, found = verdicts("postings", book, tmp_path)
    assert said == told(book)
    assert found["rows"] == len(book.truth)
