"""Levels of education as sheets write them."""

import itertools

import pytest

from reference.education import at_least, education_from
from reference.enums import Education


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("初中", "70"),
        ("初中毕业", "70"),
        ("初级中学", "70"),
        ("初二", "70"),
        ("小学", "80"),
        ("小学文化", "80"),
        ("高中", "60"),
        ("普通高中", "60"),
        ("高中及以上", "60"),
        ("中专", "40"),
        ("技校", "40"),
        ("职高", "40"),
        ("职业高中", "40"),
        ("中等职业", "40"),
        ("大专", "30"),
        ("大学专科", "30"),
        ("高职", "30"),
        ("本科", "20"),
        ("大学本科", "20"),
        ("大学", "20"),
        ("研究生", "10"),
        ("硕士研究生", "10"),
        ("文盲", "90"),
        ("没上过学", "90"),
        ("未上过学", "90"),
        ("70", "70"),
        (70, "70"),
        (70.0, "70"),
        (" 初 中 ", "70"),
    ],
)
def test_read(text, level):
    assert education_from(text) == level


@pytest.mark.parametrize("text", ["", None, "不限", "中学", "无", "/", "其它", 7])
def test_not_clear(text):
    assert education_from(text) is None


def test_order():
    ranks = [Education(code).rank for code in ("90", "80", "70", "60", "30", "20", "10")]
    assert ranks == sorted(set(ranks))
    assert Education("40").rank == Education("60").rank


@pytest.mark.parametrize(
    ("has", "wanted", "enough"),
    [("40", "60", True), ("60", "40", True), ("70", "60", False), ("10", "90", True), ("90", "80", False)],
)
def test_at_least(has, wanted, enough):
    assert at_least(has, wanted) is enough


def test_at_least_is_an_order():
    for a, b, c in itertools.product(Education.values, repeat=3):
        assert at_least(a, a)
        assert at_least(a, b) or at_least(b, a)
        assert not (at_least(a, b) and at_least(b, c)) or at_least(a, c)
