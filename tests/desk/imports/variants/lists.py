"""Twenty-two shapes in which offices keep employers' needs; written before the reader was tuned."""

from datetime import date

from tests.desk.imports.variants.openings import needs
from tests.desk.imports.variants.paper import Book, Page


def cell(o, key, i):
    if key == "seq":
        return i
    if key == "who":
        return f"{o.cells['person']} {o.cells['phone']}"
    return o.cells.get(key)


def expectation(o, keys):
    """What this layout shows: a missing column hides its dirt, and a list without a last day has no definite last day."""
    wanted = o.extra.get("needs")
    if wanted and wanted not in keys:
        return ("flag", "no last day") if "until" not in keys and not o.extra.get("dated") else ("ok", "")
    if o.expect == "ok" and "until" not in keys and not o.extra.get("dated"):
        return "flag", "no last day"
    return o.expect, o.why


def fill(page, rows, keys, *, change=None, every=None, start=0):
    for i, o in enumerate(rows, 1 + start):
        cells = [cell(o, key, i) for key in keys]
        if change:
            cells = change(o, cells)
        page.row(cells, *expectation(o, keys))
        if every:
            every(page, i)
    return page


FULL = (
    "seq",
    "firm",
    "code",
    "person",
    "phone",
    "title",
    "heads",
    "pay",
    "place",
    "hours",
    "edu",
    "age",
    "other",
    "until",
)
HEADER = ("序号", "单位名称", "统一社会信用代码", "联系人", "联系电话", "岗位名称", "招聘人数", "工资待遇", "工作地点", "工作时间", "学历要求", "年龄要求", "其他要求", "有效期至")  # fmt: skip


def contact_in_one_cell():
    keys = ("seq", "firm", "title", "heads", "pay", "place", "age", "other", "who", "until")
    page = (
        Page()
        .add("重庆市九龙坡区××街道企业用工需求")
        .add("序号", "企业名称", "岗位", "人数", "薪资", "地点", "年龄", "要求", "联系人及电话", "截止日期")
    )
    return Book("contact_in_one_cell", [fill(page, needs(1), keys)])


def instructions_and_bare_pay():
    def change(o, cells):
        cells[5] = {"2400-2600元/月": "2400-2600", "5500元": 5500, "三千五": 3500, "2900元/月,两班倒": 2900}.get(
            cells[5], cells[5]
        )
        return cells

    guide = (
        Page("说明")
        .add("填报说明")
        .add("1、招聘人数必须填写具体数字;2、月薪不得低于最低工资;3、不得有性别、户籍限制。")
    )
    keys = ("firm", "code", "person", "phone", "title", "pay", "heads", "place", "hours", "other", "until")
    page = Page("用工需求").add(
        "招聘单位",
        "信用代码",
        "负责人",
        "手机",
        "工种",
        "月薪(元)",
        "需求人数",
        "上班地点",
        "上班时间",
        "岗位要求",
        "信息截止时间",
    )
    rows = [o for o in needs(2) if o.why != "hour" and o.cells["pay"] not in ("日结150元", "一天180", "25-30元/小时")]
    return Book("instructions_and_bare_pay", [guide, fill(page, rows, keys, change=change)])


def gbk_csv():
    page = Page().add("用工信息登记表").add(*HEADER)
    return Book("needs_gbk_csv", [fill(page, needs(3), FULL)], kind="gb18030")


def two_lines_pay_range():
    keys = (
        "seq",
        "firm",
        "code",
        "title",
        "heads",
        "pay",
        "_",
        "place",
        "age",
        "edu",
        "other",
        "person",
        "phone",
        "until",
    )
    page = Page().add("企业招聘需求汇总表").add("填报单位:", None, None, "填报时间:2026年11月")
    page.add(
        "序号",
        "用人单位",
        "统一社会信用代码",
        "招聘岗位",
        "招聘人数",
        "薪资(元/月)",
        None,
        "工作地址",
        "招聘要求",
        None,
        None,
        "联系方式",
        None,
        "有效期",
    )
    page.add(None, None, None, None, None, "最低", "最高", None, "年龄", "学历", "其他", "联系人", "电话", None)
    page.merge(3, 6, 3, 7)
    page.merge(3, 9, 3, 11)
    page.merge(3, 12, 3, 13)
    ranges = {
        "2400-2600元/月": (2400, 2600),
        "6000-8000元/月": (6000, 8000),
        "4500-5500": (4500, 5500),
        "3500~4000元/月": (3500, 4000),
        "2000-2300": (2000, 2300),
    }

    def change(o, cells):
        low, high = ranges.get(cells[5], (None, None))
        cells[5], cells[6] = low, high
        return cells

    rows = [o for o in needs(4, 90) if o.cells["pay"] in ranges]
    return Book("two_lines_pay_range", [fill(page, rows, keys, change=change)])


def merged_firms():
    page, rows, top = Page().add("岗位信息汇总").add(*HEADER), needs(5), None
    previous = None
    for i, o in enumerate(rows, 1):
        cells = [cell(o, key, i) for key in FULL]
        same = (
            previous is not None
            and o.firm == previous.firm
            and o.expect != "error"
            and previous.extra.get("whole", True)
            and o.why != "phone"
        )
        if (
            same
            and (previous.extra.get("head") or previous).cells["code"] == o.cells["code"]
            and o.expect != "duplicate"
        ):
            o.cells["person"], o.cells["phone"] = (
                (previous.extra.get("head") or previous).cells["person"],
                (previous.extra.get("head") or previous).cells["phone"],
            )
            o.extra["head"] = previous.extra.get("head") or previous
            cells[1] = cells[2] = cells[3] = cells[4] = None
        page.row(cells, *expectation(o, FULL))
        o.extra["whole"] = o.why not in ("check", "letter", "phone") and o.expect != "duplicate"
        if not o.extra.get("head"):
            top = page.line
        elif i == len(rows) or rows[i].firm != o.firm:
            for column in (2, 3, 4, 5):
                page.merge(top, column, page.line, column)
        previous = o
    return Book("merged_firms", [page])


def firm_as_a_heading():
    keys = ("seq", "title", "heads", "pay", "place", "hours", "age", "other", "until")
    page = (
        Page()
        .add("招工信息")
        .add("序号", "岗位", "招聘人数", "工资", "工作地点", "工作时间", "年龄", "要求", "有效期至")
    )
    current = None
    for i, o in enumerate(needs(6), 1):
        if o.firm != current:
            current = o.firm
            page.add(f"{o.firm}(联系人:{o.cells['person']} 电话:{o.cells['phone']})")
        page.row(
            [cell(o, key, i) for key in keys],
            *(expectation(o, keys) if o.why not in ("phone", "all cells agree") else ("ok", "")),
        )
    return Book("firm_as_a_heading", [page])


def district_column():
    def change(o, cells):
        return [*cells, "重庆市九龙坡区"]

    page = Page().add(*HEADER, "所属区县")
    return Book("district_column", [fill(page, needs(7), FULL, change=change)])


def other_words():
    keys = (
        "firm",
        "code",
        "title",
        "heads",
        "pay",
        "place",
        "hours",
        "edu",
        "age",
        "other",
        "person",
        "phone",
        "until",
    )
    page = (
        Page("Sheet2")
        .blank()
        .add(
            "用工单位",
            "社会信用代码(18位)",
            "岗位/工种",
            "招工人数(人)",
            "薪资待遇",
            "上班地址",
            "上下班时间",
            "文化",
            "年龄",
            "备注",
            "联系人",
            "联系方式",
            "招聘截止",
        )
    )
    return Book("other_words", [fill(page, needs(8), keys)])


def no_last_day():
    keys = FULL[:-1]
    return Book("no_last_day", [fill(Page().add("用工需求表").add(*HEADER[:-1]), needs(9), keys)])


def last_day_above():
    rows = needs(10)
    for o in rows:
        o.extra["dated"] = True
    page = Page().add("用工需求表").add("信息有效期至2026年12月31日").add(*HEADER[:-1])
    return Book("last_day_above", [fill(page, rows, FULL[:-1])])


def pay_in_thousands():
    values = {
        "2400-2600元/月": "2.4-2.6",
        "6000-8000元/月": "6-8",
        "5500元": 5.5,
        "4500-5500": "4.5-5.5",
        "2900元/月,两班倒": 2.9,
        "2100元/月包住": 2.1,
        "1800元": 1.8,
    }

    def change(o, cells):
        cells[7] = values[cells[7]]
        return cells

    rows = [o for o in needs(11, 90) if o.cells["pay"] in values]
    header = [*HEADER[:7], "月薪(千元)", *HEADER[8:]]
    return Book("pay_in_thousands", [fill(Page().add(*header), rows, FULL, change=change)])


def kind_of_work():
    kinds = {"钟点工": "非全日制", "分拣员": "日结", "搬运工": "临时工"}

    def change(o, cells):
        return [*cells[:7], kinds.get(o.cells["title"], "全职"), *cells[7:]]

    header = [*HEADER[:7], "用工形式", *HEADER[7:]]
    rows = [o for o in needs(12) if o.why != "hour"]
    return Book("kind_of_work", [fill(Page().add(*header), rows, FULL, change=change)])


def two_pages():
    rows = needs(13, 60)
    first, second = rows[:30], rows[30:]
    a = fill(Page("制造业").add("制造业用工").add(*HEADER), first, FULL)
    b = fill(Page("服务业").add("服务业用工").add(*HEADER), [o for o in second if o.expect != "duplicate"], FULL)
    return Book("two_pages", [a, b])


def notes_below():
    page = fill(
        Page().add("重庆市九龙坡区企业用工信息").add(*HEADER),
        needs(14),
        FULL,
        every=lambda p, i: p.blank() if i % 13 == 0 else None,
    )
    page.add("合计", None, None, None, None, None, 120).blank()
    page.add("备注:").add("1.以上岗位均为企业自行申报,限女性等内容已请企业修改。").add("2.咨询电话:023-68780000").add(
        "填表人:周敏", None, None, "审核人:李建国"
    )
    return Book("notes_below", [page])


def address_of_the_firm():
    keys = ("seq", "firm", "code", "place", "title", "heads", "pay", "person", "phone", "until")
    page = Page().add(
        "序号",
        "企业全称",
        "统一信用代码",
        "企业地址",
        "需求岗位",
        "需求数量",
        "月工资(元)",
        "招聘负责人",
        "联系号码",
        "有效期至",
    )
    rows = [o for o in needs(15) if o.why != "hour" and o.cells["pay"] not in ("日结150元", "一天180", "25-30元/小时")]
    return Book("address_of_the_firm", [fill(page, rows, keys)])


def repeated_headers():
    def breaks(page, i):
        if i % 10 == 0:
            page.add("小计", None, None, None, None, None, 30).add(*HEADER)

    return Book("repeated_headers", [fill(Page().add("用工").add(*HEADER), needs(16), FULL, every=breaks)])


def utf8_csv():
    keys = tuple(reversed(FULL))
    return Book("utf8_csv", [fill(Page().add(*reversed(HEADER)), needs(17), keys)], kind="utf-8")


def split_requirements():
    def change(o, cells):
        return [*cells[:4], "男女不限", None, *cells[4:], "试用期1个月", "10日"]

    keys = ("seq", "firm", "title", "heads", "age", "edu", "pay", "hours", "place", "person", "phone", "until")
    page = (
        Page()
        .add("岗位信息表")
        .add(
            "序号",
            "单位",
            "职位",
            "拟招人数",
            "性别",
            "专业",
            "年龄",
            "学历",
            "工资标准",
            "工时",
            "工作地点",
            "联系人",
            "联系电话",
            "有效期",
            "试用期",
            "发薪日",
        )
    )
    # A trial period is no dirt only where the work is full-time.
    rows = [o for o in needs(18) if o.cells["title"] not in ("钟点工", "分拣员", "搬运工", "收银员")]
    return Book("split_requirements", [fill(page, rows, keys, change=change)])


def sex_column_filled():
    def change(o, cells):
        sex = o.extra["sex"]
        return [*cells[:4], sex, *cells[4:]]

    keys = ("firm", "code", "title", "heads", "pay", "place", "person", "phone", "until")
    rows = [o for o in needs(19) if o.expect != "duplicate"]
    for i, o in enumerate(rows):
        o.extra["sex"] = ("不限", "女", None, "男", "男女均可")[i % 5]
        if (
            i % 5 in (1, 3)
            and o.expect in ("ok", "flag")
            or i % 5 in (1, 3)
            and o.extra.get("needs") in ("other", "age")
        ):
            o.expect, o.why, o.extra["needs"] = "block", "sex column", None
    page = Page().add("用人单位", "信用代码", "岗位", "人数", "性别要求", "工资", "地点", "联系人", "电话", "有效期")
    return Book("sex_column_filled", [fill(page, rows, keys, change=change)])


def line_breaks_in_cells():
    def change(o, cells):
        cells[12] = f"1.{cells[12] or '身体健康'};\n2.服从安排"
        return cells

    header = [h if len(h) < 4 else h[:2] + "\n" + h[2:] for h in HEADER]
    return Book("line_breaks_in_cells", [fill(Page().add(*header), needs(20), FULL, change=change)])


def form_on_top():
    rows = [o for o in needs(21, 120) if o.firm == "康宁养老院" and o.why not in ("phone", "check", "letter")]
    page = (
        Page()
        .add("企业用工登记")
        .add("单位名称:康宁养老院", None, None, "联系人:林姐", "联系电话:13900000001")
        .add("单位地址:民主路18号")
    )
    page.add("序号", "岗位", "人数", "工资待遇", "工作地点", "要求", "有效期至")
    return Book("form_on_top", [fill(page, rows, ("seq", "title", "heads", "pay", "place", "other", "until"))])


def expired():
    rows = needs(22)
    for o in rows:
        if o.expect in ("ok", "duplicate"):
            o.cells["until"], o.expect, o.why = date(2026, 3, 1), "flag" if o.expect == "ok" else o.expect, "past"
    rows = [o for o in rows if o.expect != "duplicate"]
    return Book("expired", [fill(Page().add(*HEADER), rows, FULL)])


LISTS = (
    contact_in_one_cell, instructions_and_bare_pay, gbk_csv, two_lines_pay_range, merged_firms, firm_as_a_heading, district_column,
    other_words, no_last_day, last_day_above, pay_in_thousands, kind_of_work, two_pages, notes_below, address_of_the_firm,
    repeated_headers, utf8_csv, split_requirements, sex_column_filled, line_breaks_in_cells, form_on_top, expired,
)  # fmt: skip
