"""The whole corpus: refused with a plain message, or read rightly, and never at the expense of the process that asks."""

import resource
import time

import pytest

from core.tables import TableProblem, read_workbook
from tests.core.hostile import read, refused

PARENT_GROWTH_MB = 120  # the 50 MB file itself is held while it is handed over
SECONDS = 30


def rss_mb() -> float:
    """Peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_the_corpus_is_large_enough():
    assert len(refused.CORPUS) + len(read.CORPUS) >= 60
    assert not refused.CORPUS.keys() & read.CORPUS.keys()


@pytest.mark.parametrize("name", refused.CORPUS)
def test_refused_with_a_plain_message(name):
    make, codes = refused.CORPUS[name]
    data = make()
    before, started = rss_mb(), time.monotonic()
    with pytest.raises(TableProblem) as problem:
        read_workbook(data, "名单.xlsx")
    assert problem.value.code in codes
    assert problem.value.message.endswith("。")
    assert any(word in problem.value.message for word in ("请", "最多")), "says what to do"
    assert time.monotonic() - started < SECONDS
    assert rss_mb() - before < PARENT_GROWTH_MB


@pytest.mark.parametrize("name", read.CORPUS)
def test_read_rightly(name):
    make, rows = read.CORPUS[name]
    # The name never matters: every file is given the worst one.
    found = read_workbook(make(), "照片.jpg")[0].rows
    assert found == rows
    assert [[type(cell) for cell in row] for row in found] == [[type(cell) for cell in row] for row in rows]
