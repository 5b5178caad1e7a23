"""Single cells: text, days, phones, homes, answers, hours, remarks, headcounts."""

from datetime import date, time

import pytest

from desk.imports import answers, dates, homes, remarks
from desk.imports.hours import read_hours
from desk.imports.openings import counts_in
from desk.imports.phones import read_phones
from desk.imports.text import is_nothing, numeral, plain

ON = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (15123789914.0, "15123789914"),
        (" 张　三 ", "张 三"),
        ("１２３", "123"),
        ("'0012", "0012"),
        ("a\nb\tc", "a b c"),
        (True, "是"),
        ("\u200b男\ufeff", "男"),
    ],
)
def test_plain(cell, text):
    assert plain(cell) == text


@pytest.mark.parametrize("text", ["", "/", "无", "—", "没有", "未提供", "//", "N/A", "暂无"])
def test_nothing(text):
    assert is_nothing(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("三千五", 3500), ("十二", 12), ("两", 2), ("一万二", 12000), ("二十", 20), ("三百零五", 305), ("abc", None)],
)
def test_numerals(text, value):
    assert numeral(text) == value


@pytest.mark.parametrize(
    "cell",
    [
        "1970.3.15",
        "1970年3月15日",
        "1970-03-15",
        "19700315",
        "70.3.15",
        25642,
        "25642",
        date(1970, 3, 15),
        "1970/3/15 0:00",
    ],
)
def test_a_birth_in_every_form(cell):
    assert dates.birth(cell, ON) == (date(1970, 3, 15), (1970, 3))


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("1970年3月", (1970, 3)),
        ("85年3月", (1985, 3)),
        ("1970.03", (1970, 3)),
        ("197003", (1970, 3)),
        ("1970年", (1970, 0)),
    ],
)
def test_a_birth_without_a_day(cell, month):
    assert dates.birth(cell, ON) == (None, month)


@pytest.mark.parametrize("cell", ["1970年13月", "2月30日", "不详", "2090-01-01"])
def test_no_birth_is_read_into_it(cell):
    assert dates.birth(cell, ON)[1] is None


@pytest.mark.parametrize(
    ("text", "month"),
    [("1997.2.5生", (1997, 2)), ("1989年7月出生", (1989, 7)), ("2026.10.1补录", None), ("低保户", None)],
)
def test_a_birth_in_the_remark(text, month):
    assert dates.birth_in_remark(text, ON)[1] == month


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026.12.20", date(2026, 12, 20)),
        (46387, date(2026, 12, 31)),
        ("即日起至2026年12月31日", date(2026, 12, 31)),
        ("2026.11.1-2026.12.1", date(2026, 12, 1)),
        ("12月31日", date(2026, 12, 31)),
        ("3月1日", date(2027, 3, 1)),
        ("12月底", None),
        ("长期", None),
        ("招满为止", None),
    ],
)
def test_the_last_day(cell, day):
    assert dates.coming_day(cell, ON) == day


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        (13800138001.0, ["13800138001"]),
        ("138-0013-8001", ["13800138001"]),
        ("+86 138 0013 8001", ["13800138001"]),
        ("13800138001/13900139002", ["13800138001", "13900139002"]),
        ("13800138001 13900139002", ["13800138001", "13900139002"]),
        ("林姐 138 0013 8001", ["13800138001"]),
        ("13800138001(女儿)、0839-3313361", ["13800138001", "0839-3313361"]),
        ("(023)68780011", ["023-68780011"]),
    ],
)
def test_numbers_are_found(cell, numbers):
    found = read_phones(cell)
    assert [number for number, _ in found.numbers] == numbers
    assert not found.problem


@pytest.mark.parametrize("cell", [None, "/", "无", "没有", "同上", "同户主"])
def test_no_number_is_no_problem(cell):
    assert read_phones(cell).numbers == []
    assert not read_phones(cell).problem


@pytest.mark.parametrize("cell", ["1380013800", "138001380011", "12800138000", "1.38001E+10", "138****8001"])
def test_a_broken_number_is_told(cell):
    assert read_phones(cell).problem


def test_one_of_two_numbers_may_be_broken():
    found = read_phones("13800138001、1390013900")
    assert (found.numbers, bool(found.problem)) == ([("13800138001", "self")], True)


def test_whose_number():
    assert read_phones("13800138001(女儿)").numbers == [("13800138001", "family")]
    assert read_phones("林姐 13800138001").who == "林姐"


@pytest.mark.parametrize(
    "text", ["29栋3单元30-8", "29-3-30-8", "幸福里29栋3单元30-8", "29幢3单元30楼8号", "２９栋３单元３０－８"]
)
def test_one_flat_many_writings(text):
    assert homes.home_key(text) == ("29", "3", "30", "8")


@pytest.mark.parametrize(
    ("text", "code"), [("初中毕业", "70"), ("中学", ""), ("技校", "40"), ("大专", "30"), ("文盲", "90"), ("/", "")]
)
def test_schooling(text, code):
    assert answers.education(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("下岗失业", "unemployed"),
        ("打零工", "flexible"),
        ("在职", "employed"),
        ("无业在家", "unemployed"),
        ("料理家务", "homemaker"),
        ("退休", "retired"),
        ("带孙子", "homemaker"),
        ("开店", "self_employed"),
        ("外出务工", "employed"),
        ("", ""),
    ],
)
def test_labour_status(text, code):
    assert answers.labour_status(text) == code


def test_a_mothers_wish():
    wish = answers.wishes(["接送孩子,9点到4点"])
    assert (wish.picks_up_child, wish.free_from, wish.free_until, wish.work) == (True, time(9), time(16), [])


def test_wishes_for_work():
    wish = answers.wishes(["家政/月嫂,不上夜班"])
    assert (wish.work, wish.no_nights) == (["家政", "月嫂"], True)
    assert answers.wishes(["随便"]).work == []
    assert answers.wishes(["不想上班"]).not_seeking


@pytest.mark.parametrize(
    ("text", "shift", "span"),
    [
        ("晚7点-早7点", "night", 12),
        ("8:00-17:30,单休", "day", 9.5),
        ("两班倒", "two", None),
        ("弹性", "flexible", None),
        ("9点到4点", "day", 7),
        ("8:00-12:00,14:00-18:00", "day", 4),
    ],
)
def test_hours(text, shift, span):
    hours = read_hours(text)
    assert (hours.shift, hours.span) == (shift, span)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("已去世", ["died"]),
        ("2025年病故", ["died"]),
        ("已搬走", ["moved"]),
        ("刚搬来", []),
        ("丈夫去世", []),
        ("父亲已过世", []),
        ("拒访", ["refused"]),
        ("查无此人", ["not-found"]),
        ("房子空着", ["vacant"]),
        ("电话打不通", ["unreachable"]),
        ("补录", []),
        ("低保户", []),
    ],
)
def test_remarks(text, codes):
    assert [code for code, _ in remarks.signs(text)] == codes


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("3", [3]),
        ("3名", [3]),
        ("两名", [2]),
        ("2-3人", [2, 3]),
        ("十人以上", [10]),
        ("男2女1", [2, 1]),
        ("若干", []),
        ("2.0", [2]),
    ],
)
def test_headcounts(text, counts):
    assert counts_in(text)[0] == counts
