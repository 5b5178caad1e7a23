"""Sheets put together by dice: other words above the columns, other order, other things above, between and below."""

import random

from tests.desk.imports.variants import lists, registers
from tests.desk.imports.variants.openings import needs
from tests.desk.imports.variants.paper import Book, Page
from tests.desk.imports.variants.people import register

PEOPLE_WORDS = {
    "seq": ("序号", "编号", "NO.", "No", "序 号"),
    "home": (
        "楼栋房号",
        "住址",
        "家庭住址",
        "现居住地",
        "门牌号",
        "详细地址",
        "居住地址",
        "住房地址",
        "楼栋单元房号",
        "现住址",
    ),
    "name": ("姓名", "居民姓名", "姓 名", "*姓名", "本人姓名", "求职者姓名", "家庭成员姓名", "人员姓名"),
    "relation": ("与户主关系", "关系", "称谓", "家庭关系", "与户主的关系", "与户主 关系"),
    "sex": ("性别", "性 别", "性别(男/女)", "*性别"),
    "id": (
        "身份证号",
        "身份证号码",
        "公民身份号码",
        "证件号码",
        "身份证",
        "居民身份证号",
        "身份证号(18位)",
        "*身份证号码",
    ),
    "phone": ("联系电话", "手机号码", "手机", "电话", "联系方式", "本人电话", "移动电话", "手机号", "联系电话(手机)"),
    "edu": ("文化程度", "学历", "最高学历", "受教育程度", "学历层次", "文化水平"),
    "status": (
        "就业状况",
        "就业状态",
        "目前就业情况",
        "从业状况",
        "是否就业",
        "现就业状态",
        "工作状况",
        "就业失业状态",
    ),
    "skill": ("技能特长", "特长", "有何技能", "职业技能", "技能/特长", "个人特长", "会什么", "技术特长"),
    "wish": (
        "求职意向",
        "就业意向",
        "就业意愿",
        "意向岗位",
        "想从事的工作意向",
        "求职意愿",
        "希望从事岗位",
        "就业需求",
    ),
    "pay": ("期望工资", "期望月薪", "薪资要求", "期望薪资(元/月)", "工资要求", "期望待遇"),
    "birth": ("出生年月", "出生日期", "出生年月日", "生日"),
    "remark": ("备注", "说明", "走访情况", "备 注", "其他情况", "情况说明"),
}
NEEDS_WORDS = {
    "seq": ("序号", "编号", "序 号"),
    "firm": (
        "单位名称",
        "企业名称",
        "用人单位",
        "招聘单位",
        "用工单位",
        "公司名称",
        "用工企业名称",
        "招聘企业",
        "单位全称",
    ),
    "code": ("统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "营业执照号码(信用代码)"),
    "person": ("联系人", "招聘联系人", "单位联系人", "负责人", "联系人姓名"),
    "phone": ("联系电话", "电话", "联系方式", "联系人电话", "招聘电话", "手机", "咨询电话"),
    "who": ("联系人及电话", "联系人/电话", "联系人、联系方式", "联系人及联系方式", "联系人和电话"),
    "title": (
        "岗位名称",
        "招聘岗位",
        "岗位",
        "工种",
        "职位名称",
        "需求岗位",
        "岗位(工种)",
        "用工岗位",
        "招聘职位",
        "需求工种",
    ),
    "heads": ("招聘人数", "需求人数", "人数", "招工人数", "拟招人数", "用工人数", "招聘数量", "需求人数(人)", "名额"),
    "pay": (
        "工资待遇",
        "薪资待遇",
        "薪资",
        "工资",
        "薪酬",
        "工资标准",
        "薪酬待遇",
        "待遇",
        "月薪资待遇",
        "工资福利待遇",
    ),
    "place": ("工作地点", "上班地点", "工作地址", "用工地点", "工作区域", "地点", "工作地", "上班地址"),
    "hours": ("工作时间", "上班时间", "班次", "工作时段", "作息时间", "上下班时间"),
    "edu": ("学历要求", "学历", "文化程度", "文化要求", "学历条件"),
    "age": ("年龄要求", "年龄", "年龄范围", "年龄条件", "年龄(岁)"),
    "other": ("其他要求", "岗位要求", "任职要求", "招聘条件", "要求", "备注", "具体要求"),
    "until": ("有效期至", "截止日期", "招聘截止", "有效期", "信息有效期", "截止时间", "招聘有效期至", "有效期限"),
}
KINDS = ("xlsx", "xlsx", "xlsx", "gb18030", "utf-8-sig", "utf-8")


def columns(dice, words, must, may):
    keys = [*must, *(key for key in may if dice.random() < 0.75)]
    dice.shuffle(keys)
    if dice.random() < 0.8 and "seq" in words:
        keys.insert(0, "seq")
    return tuple(keys), [dice.choice(words[key]) for key in keys]


def above(dice, page, width):
    """Titles and lines over the table."""
    for _ in range(dice.choice((0, 0, 1, 2))):
        page.blank()
    if dice.random() < 0.8:
        page.add(
            dice.choice(
                ("××街道就业服务台账", "2026年第四季度摸底表", "花名册(2026.10.30)", "信息采集表", "统计表(一)")
            )
        )
    if dice.random() < 0.5:
        page.add("填报单位:长河社区", *[None] * max(width - 4, 1), "填报时间:2026.11.5")
    if dice.random() < 0.3:
        page.add("说明:请逐项填写,不得空项;电话必须真实。")


def grouped(dice, page, header, groups):
    """A header of one line, or of two with group titles over neighbours that belong together."""
    if dice.random() < 0.6:
        page.add(*header)
        return
    first = [groups.get(word) for word in header]
    if not any(first):
        page.add(*header)
        return
    top, shown = [], None
    for group, word in zip(first, header, strict=True):
        top.append((group if group != shown else None) if group else word)
        shown = group
    page.add(*top).add(*[word if group else None for group, word in zip(first, header, strict=True)])


def breaks(dice, header):
    blank, sub, again = dice.choice((0, 0, 9)), dice.choice((0, 0, 14)), dice.choice((0, 0, 22))

    def every(page, i):
        if blank and i % blank == 0:
            page.blank()
        if sub and i % sub == 0:
            page.add(
                *([None] if dice.random() < 0.5 else []), dice.choice(("小计", "本页合计", "小 计")), None, f"{sub}人"
            )
        if again and i % again == 0:
            page.add(*header)

    return every


def below(dice, page):
    if dice.random() < 0.4:
        page.add("合计", None, None, dice.randrange(50, 300))
    if dice.random() < 0.5:
        page.blank().add(
            dice.choice(
                (
                    "注:1.请如实填写;2.本表一式两份。",
                    "备注:本表内容仅供就业服务使用",
                    "说明:以上信息由单位提供,电话023-68780000",
                )
            )
        )
    if dice.random() < 0.5:
        page.add("填表人:周敏", None, "审核人:李建国", None, "日期:2026.11.6")


def guide(dice):
    if dice.random() < 0.7:
        return []
    return [
        Page("填写说明")
        .add("填写说明")
        .add("1", "姓名:填全名")
        .add("2", "身份证号:18位")
        .add("3", "电话:手机优先")
        .add("4", "岗位名称、招聘人数、工资必填")
    ]


def shuffled_register(seed):
    dice = random.Random(1000 + seed)
    keys, header = columns(
        dice,
        PEOPLE_WORDS,
        ("name", "id", "phone", "home", "remark"),
        ("relation", "sex", "edu", "status", "skill", "wish", "pay"),
    )
    kind = dice.choice(KINDS)
    people = [m for m in register(1000 + seed, 40) if kind != "gb18030" or m.cells["name"] not in ("𬱖明", "㛃芳")]
    page = Page("台账")
    above(dice, page, len(keys))
    groups = {word: "基本信息" for key in ("name", "sex", "id") for word in PEOPLE_WORDS[key]} | {
        word: "就业情况" for key in ("status", "skill", "wish", "pay") for word in PEOPLE_WORDS[key]
    }
    grouped(dice, page, header, groups)
    same = dice.choice((None, "同上", "repeat"))

    def change(m, cells):
        if not m.first and same != "repeat":
            cells[keys.index("home")] = same
        return cells

    registers.fill(page, people, keys, change=change, every=breaks(dice, header))
    below(dice, page)
    pages = [page] if kind != "xlsx" else [*guide(dice), page]
    return Book(f"register_{seed}", pages, kind=kind)


def shuffled_list(seed):
    dice = random.Random(2000 + seed)
    who = ("who",) if dice.random() < 0.4 else ("person", "phone")
    keys, header = columns(
        dice,
        NEEDS_WORDS,
        ("firm", "title", "heads", "pay", "place", "until", *who),
        ("code", "hours", "edu", "age", "other"),
    )
    kind, rows = dice.choice(KINDS), needs(2000 + seed, 40)
    page = Page("用工")
    above(dice, page, len(keys))
    groups = {word: "招聘条件" for key in ("edu", "age", "other") for word in NEEDS_WORDS[key]} | {
        word: "单位信息" for key in ("firm", "code", "person", "phone") for word in NEEDS_WORDS[key]
    }
    grouped(dice, page, header, groups)
    lists.fill(page, rows, keys, every=breaks(dice, header))
    below(dice, page)
    pages = [page] if kind != "xlsx" else [*guide(dice), page]
    return Book(f"list_{seed}", pages, kind=kind)
