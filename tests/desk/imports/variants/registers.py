"""Twenty-two shapes in which offices keep a household register; written before the reader was tuned."""

import random

from tests.desk.imports.variants.paper import Book, Page
from tests.desk.imports.variants.people import register


def home(m):
    return f"{m.home[0]}栋{m.home[1]}单元{m.home[2]:02d}-{m.home[3]}"


def cell(m, key, places):
    if key == "home":
        return home(m)
    if key in ("building", "unit", "room"):
        return {"building": f"{m.home[0]}栋", "unit": f"{m.home[1]}单元", "room": f"{m.home[2]}-{m.home[3]}"}[key]
    if key == "seq":
        return places
    if key == "name_phone":
        return " ".join(str(int(c) if isinstance(c, float) else c) for c in (m.cells["name"], m.cells["phone"]) if c)
    return m.cells.get(key)


def expectation(m, keys, spoilt=()):
    """What can be seen in this layout: a dirt whose column is not shown leaves a clean row."""
    needs = m.extra.get("needs")
    if m.expect == "flag" and needs and needs not in keys:
        return "ok", ""
    return m.expect, m.why


def fill(page, people, keys, *, change=None, every=None, start=0):
    """Write people under a header that is already there; `change(m, cells)` may bend a line, `every(page, i)` breaks in."""
    for i, m in enumerate(people, 1 + start):
        cells = [cell(m, key, i) for key in keys]
        if change:
            cells = change(m, cells)
        page.row(cells, *expectation(m, keys))
        if every:
            every(page, i)
    return page


FULL = (
    "seq",
    "home",
    "head",
    "name",
    "relation",
    "sex",
    "id",
    "phone",
    "edu",
    "status",
    "skill",
    "wish",
    "pay",
    "remark",
)


def two_lines():
    page = Page("摸底").add("民安社区2026年劳动力资源调查表").add("单位(盖章):", None, None, None, "2026年10月20日")
    keys = (
        "seq",
        "name",
        "sex",
        "id",
        "phone",
        "landline",
        "building",
        "unit",
        "room",
        "edu",
        "status",
        "skill",
        "wish",
        "remark",
    )
    page.add(
        "序号",
        "基本信息",
        None,
        None,
        "联系方式",
        None,
        "家庭住址",
        None,
        None,
        "文化程度",
        "就业状态",
        "技能",
        "求职意向",
        "备注",
    )
    page.add(None, "姓名", "性别", "身份证号码", "手机", "座机", "楼栋", "单元", "房号")
    for left, right in ((2, 4), (5, 6), (7, 9)):
        page.merge(3, left, 3, right)
    for column in (1, 10, 11, 12, 13, 14):
        page.merge(3, column, 4, column)
    return Book("two_lines", [fill(page, register(1), keys)])


def instructions_first():
    guide = Page("填表说明").add("填表说明").blank()
    guide.add("1.", "姓名、身份证号必须与证件一致,电话填11位手机号。").add(
        "2.", "文化程度填:小学、初中、高中、中专、大专、本科。"
    )
    guide.add("3.", "就业状况填:在职、失业、退休。").add("联系人:周敏", "电话:0839-3300000")
    keys = ("name", "sex", "id", "phone", "home", "edu", "status", "skill", "wish", "pay", "remark")
    page = Page("数据").add(
        "姓名", "性别", "身份证", "手机", "住址", "学历", "目前状况", "会做什么", "想做什么", "期望月薪", "说明"
    )
    return Book("instructions_first", [guide, fill(page, register(2), keys)])


def gbk_csv():
    keys = ("name", "sex", "birth", "id", "phone", "home", "edu", "status", "skill", "remark")
    page = Page().add("姓名", "性别", "出生年月", "身份证号", "手机号码", "住址", "学历", "工作情况", "特长", "备注")
    people = [m for m in register(3) if not any("𬱖" in str(v) or "㛃" in str(v) for v in m.cells.values())]
    return Book("gbk_csv", [fill(page, people, keys)], kind="gb18030")


def name_and_phone_together():
    keys = ("seq", "home", "name_phone", "id", "edu", "skill", "remark")
    page = Page().add("大华社区居民信息").add("序号", "门牌", "姓名/电话", "身份证号码", "文化", "技能特长", "备注")
    people = [m for m in register(4) if m.why not in ("name", "two", "noted", "land", "short", "long")]
    return Book("name_and_phone_together", [fill(page, people, keys)])


def spaced_headers():
    page = Page("Sheet1").blank(2).add("  ××社区  居 民 就 业 情 况 登 记 表  ")
    page.add(
        "编 号",
        "姓 名",
        "性 别",
        "身 份 证\n号    码",
        "联系\n电话",
        "家庭\n住址",
        "文化\n程度",
        "就业\n状况",
        "技 能\n特 长",
        "备 注",
    )
    keys = ("seq", "name", "sex", "id", "phone", "home", "edu", "status", "skill", "remark")
    return Book("spaced_headers", [fill(page, register(5), keys)])


def place_in_three_columns():
    keys = ("building", "unit", "room", "name", "relation", "sex", "id", "phone", "edu", "status", "remark")
    page = Page().add(
        "楼号", "单元", "室", "姓名", "与户主关系", "性别", "公民身份号码", "联系电话", "文化程度", "就业情况", "备注"
    )
    return Book("place_in_three_columns", [fill(page, register(6), keys)])


def estate_name_in_address():
    def change(m, cells):
        cells[1] = f"幸福里{m.home[0]}栋{m.home[1]}单元{m.home[2]}-{m.home[3]}"
        return cells

    keys = ("name", "home", "id", "phone", "status", "wish", "remark")
    page = (
        Page()
        .add("红花社区失业人员名册")
        .add("姓名", "现居住地址", "证件号码", "联系方式", "劳动状态", "就业意愿", "备注")
    )
    return Book("estate_name_in_address", [fill(page, register(7), keys, change=change)])


def bare_numbers_address():
    def change(m, cells):
        cells[0] = "-".join(map(str, m.home))
        return cells

    keys = ("home", "name", "sex", "id", "phone", "edu", "skill", "remark")
    page = Page().add("房号", "姓名", "性别", "身份证号", "电话", "学历", "技能", "备注")
    return Book("bare_numbers_address", [fill(page, register(8), keys, change=change)])


def merged_households():
    keys = FULL[:-1] + ("remark",)
    page = Page("技能摸底").add("技能摸底登记表")
    page.add(
        "序号",
        "楼栋房号",
        "户主",
        "姓名",
        "与户主关系",
        "性别",
        "身份证号",
        "联系电话",
        "文化程度",
        "就业状况",
        "技能特长",
        "求职意向",
        "期望工资",
        "备注",
    )
    people, top = register(9), None
    for i, m in enumerate(people, 1):
        cells = [cell(m, key, i) for key in keys]
        if not m.first:
            cells[1] = cells[2] = None
        page.row(cells, *expectation(m, keys))
        if m.first:
            top = page.line
        last = i == len(people) or people[i].first
        if last and page.line > top:
            page.merge(top, 2, page.line, 2)
            page.merge(top, 3, page.line, 3)
    return Book("merged_households", [page])


def sheet_per_block():
    people = register(10, 80)
    keys = ("seq", "room", "name", "sex", "id", "phone", "edu", "status", "skill", "remark")
    pages, half = [], len(people) // 2
    for n, part in enumerate((people[:half], people[half:]), 1):
        page = Page(f"{n}组团").add(f"第{n}组团居民情况")
        page.add("序号", "房号", "姓名", "性别", "身份证号", "联系电话", "文化程度", "就业状况", "技能", "备注")

        def change(m, cells):
            cells[1] = home(m)
            return cells

        pages.append(fill(page, part, keys, change=change))
    return Book("sheet_per_block", pages)


def coded_sex_and_serials():
    def change(m, cells):
        cells[1] = {"男": 1, "女": 2}.get((cells[1] or "").strip()[:1])
        serial = (m.cells["birth"] - __import__("datetime").date(1899, 12, 30)).days
        cells[2] = (
            serial if m.home[3] % 2 else f"{m.cells['birth'].year}.{m.cells['birth'].month}.{m.cells['birth'].day}"
        )
        return cells

    keys = ("name", "sex", "birth", "id", "phone", "home", "remark")
    page = Page().add("姓名", "性别(1男2女)", "出生日期", "身份证件号码", "手机号", "居住地", "备注")
    return Book("coded_sex_and_serials", [fill(page, register(11), keys, change=change)])


def other_words():
    keys = ("name", "relation", "sex", "id", "phone", "home", "edu", "status", "skill", "wish", "pay", "remark")
    page = Page().add("汉陵社区").add("制表日期 2026-10-01")
    page.add(
        "居民姓名",
        "称谓",
        "男/女",
        "公民身份证号码",
        "移动电话",
        "家庭地址",
        "最高学历",
        "现从事工作",
        "有何特长",
        "就业愿望",
        "薪资要求(元)",
        "其他情况",
    )
    return Book("other_words", [fill(page, register(12), keys)])


def starts_in_the_middle():
    page = Page().blank(4).add(None, None, "社区居民台账").blank()
    page.add(None, None, "姓名", "性别", "身份证号", "手机", "地址", "学历", "备注")
    keys = ("name", "sex", "id", "phone", "home", "edu", "remark")
    return Book("starts_in_the_middle", [fill(page, register(13), keys, change=lambda m, cells: [None, None, *cells])])


def hidden_and_unknown_columns():
    def change(m, cells):
        return [*cells[:3], "群众", "汉族", "否", *cells[3:], "张网格"]

    keys = ("seq", "name", "sex", "id", "phone", "home", "status", "remark")
    page = Page(hidden=("D", "F")).add(
        "序号",
        "姓名",
        "性别",
        "政治面貌",
        "民族",
        "是否低保",
        "身份证号码",
        "联系电话",
        "家庭住址",
        "就业状况",
        "备注",
        "网格员",
    )
    return Book("hidden_and_unknown_columns", [fill(page, register(14), keys, change=change)])


def utf8_csv_with_notes():
    keys = ("seq", "home", "name", "sex", "id", "phone", "edu", "skill", "remark")
    page = Page().add("就业服务登记册").add("填表单位:第二居民小组", "", "", "", "填表时间:2026.9.30")
    page.add("序号", "楼栋门牌", "姓名", "性别", "身份证号", "电话", "文化程度", "技能", "备注")
    fill(page, register(15), keys, every=lambda p, i: p.add("小计", None, f"{i}人") if i % 20 == 0 else None)
    page.blank().add("注:1.本表由网格员入户填写;2.身份证号以本人证件为准。").add("填表人:李莉", "", "审核人:王强")
    return Book("utf8_csv_with_notes", [page], kind="utf-8-sig")


def printed_pages():
    header = (
        "序号",
        "楼栋房号",
        "户主姓名",
        "姓名",
        "与户主关系",
        "性别",
        "身份证号",
        "联系电话",
        "文化程度",
        "就业状况",
        "技能特长",
        "求职意向",
        "期望工资",
        "备注",
    )

    def breaks(page, i):
        if i % 15 == 0:
            page.add("本页小计", None, None, "15人").blank().add("居民登记表(续)").add(*header)

    page = fill(Page().add("居民登记表").add(*header), register(16), FULL, every=breaks)
    page.add("合计", None, None, page.line)
    return Book("printed_pages", [page])


def building_as_a_heading():
    keys = ("seq", "room", "name", "sex", "id", "phone", "status", "remark")
    page = Page().add("序号", "房号", "姓名", "性别", "身份证号", "联系电话", "就业状况", "备注")
    people, current = sorted(register(17), key=lambda m: m.home[:2]), None
    seen = set()
    for i, m in enumerate(people, 1):
        if m.home[:2] != current:
            current = m.home[:2]
            page.add(f"{current[0]}栋{current[1]}单元")
        expect = expectation(m, keys)
        number = m.cells["id"]
        if expect[0] in ("duplicate", "ok") and number:
            expect = ("duplicate", "same id") if number in seen else ("ok", expect[1])
            seen.add(number)
        page.row([cell(m, key, i) for key in keys], *expect)
    return Book("building_as_a_heading", [page])


def odd_headers():
    keys = ("seq", "home", "name", "id", "phone", "edu", "remark")
    page = Page().add("编码", "住处", "人员", None, "号码", "文化", "备注")
    people = [m for m in register(18) if m.why not in ("name",)]
    return Book("odd_headers", [fill(page, people, keys)])


def numbered_columns_and_example():
    keys = ("seq", "name", "sex", "id", "phone", "home", "edu", "status", "remark")
    page = Page().add("序号", "姓名", "性别", "身份证号", "联系电话", "住址", "学历", "就业状况", "备注")
    page.add(*[f"({i})" for i in range(1, 10)])
    page.add(
        "例", "张三", "男", "11010519491231002X", "13800000000", "1栋1单元1-1", "初中", "失业", "此行为示例,请删除"
    )
    return Book("numbered_columns_and_example", [fill(page, register(19), keys)])


def births_and_ages():
    def change(m, cells):
        b = m.cells["birth"]
        forms = (
            f"{b.year}.{b.month}.{b.day}",
            f"{b.year}年{b.month}月",
            f"{b:%Y-%m}",
            f"{b:%Y%m%d}",
            f"{b:%y}年{b.month}月",
            b,
        )
        cells[2] = forms[m.home[2] % len(forms)]
        return [*cells, 2026 - b.year]

    keys = ("name", "sex", "birth", "id", "phone", "home", "remark")
    page = Page().add("姓名", "性别", "出生年月", "身份证号码", "手机号码", "家庭住址", "备注", "年龄")
    return Book("births_and_ages", [fill(page, register(20), keys, change=change)])


def reversed_order():
    keys = tuple(reversed(FULL))
    header = (
        "备注",
        "期望工资(元/月)",
        "求职意向",
        "技能特长",
        "就业状况",
        "文化程度",
        "联系电话",
        "身份证号",
        "性别",
        "与户主关系",
        "姓名",
        "户主姓名",
        "楼栋房号",
        "序号",
    )
    page = fill(Page("登记").add("花名册").add(*header), register(21), keys)
    page.blank().add("说明:").add("一、请如实填写。").add("二、电话变更请告知社区。").add(
        "制表:陈刚", None, None, "复核:"
    )
    return Book("reversed_order", [page])


def ditto_everywhere():
    def change(m, cells):
        if not m.first:
            cells[0] = random.Random(m.home[2]).choice(("同上", "〃", '"', "″", None))
        return cells

    keys = ("home", "name", "relation", "sex", "id", "phone", "skill", "remark")
    page = Page().add("住址", "姓名", "关系", "性别", "身份证号码", "联系电话", "技能", "备注")
    return Book("ditto_everywhere", [fill(page, register(22), keys, change=change)])


REGISTERS = (
    two_lines, instructions_first, gbk_csv, name_and_phone_together, spaced_headers, place_in_three_columns,
    estate_name_in_address, bare_numbers_address, merged_households, sheet_per_block, coded_sex_and_serials, other_words,
    starts_in_the_middle, hidden_and_unknown_columns, utf8_csv_with_notes, printed_pages, building_as_a_heading,
    odd_headers, numbered_columns_and_example, births_and_ages, reversed_order, ditto_everywhere,
)  # fmt: skip
