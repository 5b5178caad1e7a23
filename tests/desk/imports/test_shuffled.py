"""Sheets put together by dice: precision and recall of every word, over all of them."""

import io
from collections import Counter
from datetime import date

import pytest

from desk.imports.run import import_postings, import_residents
from tests.desk.imports.variants.shuffled import shuffled_list, shuffled_register
from tests.factories import reference

pytestmark = pytest.mark.django_db
SHEETS = 15


def measured(make, read, folder):
    """Counters of (right, said, true) by word over all sheets."""
    right, said, true = Counter(), Counter(), Counter()
    for seed in range(SHEETS):
        book = make(seed)
        found = read(
            book.write(folder),
            reference.community(),
            on=date(2026, 11, 20),
            commit=False,
            by=None,
            say=io.StringIO().write,
        )
        assert found["rows"] == len(book.truth), book.label
        words = {problem["row"]: problem["status"] for problem in found["problems"]}
        for _, line, expect, _ in book.truth:
            said[words.get(line, "ok")] += 1
            true[expect] += 1
            right[expect] += words.get(line, "ok") == expect
    return right, said, true


@pytest.mark.parametrize(("make", "read"), [(shuffled_register, import_residents), (shuffled_list, import_postings)])
def test_nothing_missed_and_nothing_in_vain(make, read, tmp_path):
    right, said, true = measured(make, read, tmp_path)
    assert len(true) >= 4
    for word in true:
        assert right[word] / true[word] >= 0.98, f"recall of {word}: {right[word]} of {true[word]}"
        assert right[word] / said[word] >= 0.98, f"precision of {word}: {right[word]} of {said[word]}"
