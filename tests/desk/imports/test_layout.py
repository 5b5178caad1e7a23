"""Where the table is: headers of one to three lines, titles, notes, totals, and what must not be taken for a row."""

from datetime import date

import pytest

from core.tables import Sheet
from desk.imports import layout, words
from desk.imports.openings import read_openings
from desk.imports.people import read_people

ON = date(2026, 11, 20)
ID, OTHER = "500107197605120049", "510802197003150011"


def tables(kind, *rows, merged=(), name="表"):
    return layout.find_tables(kind, [Sheet(name, [list(row) for row in rows], merged=list(merged))])


def people(*rows, **how):
    return read_people(layout.rows_of(tables("residents", *rows, **how)), ON)


def openings(*rows, **how):
    return read_openings(layout.rows_of(tables("postings", *rows, **how)), ON)


def codes(row):
    return [finding.code for finding in row.findings]


def test_line_numbers_count_titles_and_blank_lines():
    found = people(["名册"], [], ["姓名", "身份证号", "电话"], ["冉光英", ID, None], [], ["陶国平", OTHER, None])
    assert [(p.line, p.name) for p in found] == [(4, "冉光英"), (6, "陶国平")]


def test_three_header_lines():
    (table,) = tables(
        "residents",
        ["序号", "基本情况", None, None, None, "备注"],
        [None, "个人", None, "联系方式", None, None],
        [None, "姓名", "身份证号", "手机", "座机", None],
        [1, "冉光英", ID, "13800138001", "0839-3313361", None],
    )
    assert set(table.columns) == {"seq", "name", "id", "phone", "landline", "remark"}
    assert len(table.rows) == 1


def test_a_group_title_tells_whose_name_and_phone():
    (table,) = tables(
        "residents",
        ["户主信息", None, "家庭成员", None, None],
        ["姓名", "电话", "姓名", "身份证号", "电话"],
        ["陶国平", "13800138001", "冉光英", ID, "13900139002"],
    )
    assert table.columns == {
        "head": [0],
        "head_phone": [1],
        "name": [2],
        "id": [3],
        "phone": [4],
    }


def test_a_unit_line_under_the_header():
    (row,) = openings(["岗位", "人数", "工资", "地点"], [None, "(人)", "(元/月)", None], ["保洁", 2, 2600, "民主路"])
    assert (row.pay.low, row.pay.unit, row.headcount) == (2600, "month", 2)


def test_what_is_no_row():
    found = people(
        ["填表说明:请如实填写"],
        ["姓名", "身份证号", "联系电话", "备注"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["例", "11010519491231002X", "13800000000", "示例"],
        ["冉光英", ID, None, None],
        ["小计", "1人"],
        ["姓名", "身份证号", "联系电话", "备注"],
        ["陶国平", OTHER, None, None],
        ["合 计", None, None, "2人"],
        ["注:1.请用本人身份证。"],
        ["2.电话变更请告知。"],
        ["填表人:周敏", None, "审核人:李建国"],
        ["联系电话:0839-3300000"],
    )
    assert [p.name for p in found] == ["冉光英", "陶国平"]


def test_numbers_printed_in_advance_are_no_rows_but_a_numbered_poor_row_is():
    found = people(
        ["序号", "姓名", "身份证号", "住址"],
        [1, "冉光英", ID, None],
        [2, None, None, None],
        [3, None, None, "3栋1单元1-1"],
    )
    assert [(p.line, codes(p)) for p in found] == [(2, []), (4, ["name-missing", "id-missing"])]


def test_a_register_without_header():
    found = people(
        ["冉光英", "女", ID, "13800138001"],
        ["陶国平", "男", OTHER, "13900139002"],
        ["王小红", "女", "510802198109220027", None],
    )
    assert [(p.name, p.id_number, len(p.phones)) for p in found] == [
        ("冉光英", ID, 1),
        ("陶国平", OTHER, 1),
        ("王小红", "510802198109220027", 0),
    ]


def test_two_columns_are_a_table_too():
    found = people(["姓名", "电话"], ["冉光英", "13800138001"], ["陶国平", "13900139002"])
    assert [p.phones for p in found] == [[("13800138001", "self")], [("13900139002", "self")]]


def test_households_carry_their_flat():
    found = people(
        ["住址", "姓名", "与户主关系", "身份证号"],
        ["3栋1单元1-1", "冉光英", "户主", ID],
        ["同上", "陶国平", "配偶", OTHER],
        [None, "王小红", "女", None],
        [None, "李得水", "户主", None],
    )
    assert [p.home for p in found] == ["3栋1单元1-1"] * 3 + [""]
    assert "home-missing" in codes(found[3])


def test_a_flat_that_became_a_date_is_not_invented():
    (person,) = people(["房号", "姓名", "身份证号"], [date(2003, 2, 5), "冉光英", ID])
    assert (person.home, codes(person)) == ("", ["home-became-date"])


def test_cells_merged_downwards_are_read_in_every_row():
    rows = openings(
        ["单位", "岗位", "人数", "工资", "地点"],
        ["好邻居超市", "收银员", 2, "3000", "步行街2楼"],
        [None, "理货员", 3, "2800", None],
        merged=[(1, 0, 2, 0), (1, 4, 2, 4)],
    )
    assert [(r.employer.name, r.place, r.title) for r in rows] == [
        ("好邻居超市", "步行街2楼", "收银员"),
        ("好邻居超市", "步行街2楼", "理货员"),
    ]


def test_a_blank_place_that_is_not_merged_is_missing():
    rows = openings(
        ["单位", "岗位", "人数", "工资", "地点"],
        ["好邻居超市", "收银员", 2, "3000", "步行街2楼"],
        [None, "理货员", 3, "2800", None],
    )
    assert [("place-missing" in codes(row)) for row in rows] == [False, True]
    assert rows[1].employer.name == "好邻居超市"


def test_same_as_above_is_what_stands_above():
    rows = openings(
        ["单位", "岗位", "人数", "工资", "地点", "电话"],
        ["好邻居超市", "收银员", 2, "3000", "步行街2楼", "13800138001"],
        ["同上", "理货员", 3, "同上", "〃", "同上"],
    )
    assert (rows[1].pay.low, rows[1].place, rows[1].employer.phone) == (3000, "步行街2楼", "13800138001")


def test_an_employer_over_the_table():
    (row,) = openings(
        ["单位名称:康宁养老院", "联系人:林姐", "联系电话:13800138001"],
        ["岗位", "人数", "工资", "地点"],
        ["护理员", 2, "3500", "民主路18号"],
    )
    assert (row.employer.name, row.employer.contact, row.employer.phone) == ("康宁养老院", "林姐", "13800138001")


def test_the_office_that_fills_in_the_sheet_is_no_employer():
    (row,) = openings(
        ["填报单位:幸福里社区", "联系人:周敏"], ["岗位", "人数", "工资", "地点"], ["护理员", 2, "3500", "民主路18号"]
    )
    assert "employer-missing" in codes(row)


def test_a_column_nobody_knows_is_still_read_for_signs():
    (person,) = people(["姓名", "身份证号", "人员在册情形"], ["冉光英", ID, "已去世"])
    assert codes(person) == ["remark-died"]


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("residents", "身 份 证\n号    码", "id"), ("residents", "*姓名(必填)", "name"), ("residents", "与户主的关系", "relation"),
        ("residents", "户主姓名", "head"), ("residents", "身份证住址", "hukou"), ("residents", "配偶姓名", ""), ("residents", "姓名/电话", "name_phone"),
        ("residents", "期望月薪(元)", "pay"), ("residents", "培训意愿", "training"), ("postings", "福利待遇", "benefits"),
        ("postings", "薪资福利", "pay"), ("postings", "联系人及电话", "phone"), ("postings", "企业地址", "firm_address"),
        ("postings", "招聘工种", "title"), ("postings", "缺工人数", "heads"), ("postings", "年龄要求", "age"), ("postings", "工资结算方式", "pay_cycle"),
    ],
)  # fmt: skip
def test_words_above_columns(kind, header, field):
    assert words.field_of(kind, header) == field
