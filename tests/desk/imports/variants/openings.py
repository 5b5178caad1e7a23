"""Invented employers' needs as an office would write them down, with what a careful officer would say of each."""

import random
from dataclasses import dataclass, field
from datetime import date

from tests.desk.imports.variants.numbers import credit_code, mobile, wrong_code

FIRMS = (
    "顺意物业服务有限公司",
    "一碗香餐饮店",
    "康宁养老院",
    "恒丰五金加工厂",
    "好邻居便民超市",
    "彩蝶服饰有限公司",
    "通达物流有限公司",
    "小天使托育中心",
    "平安保安服务有限公司",
    "净万家家政服务部",
)
TRADES = (
    ("保洁员", "2400-2600元/月"),
    ("洗碗工", "2800元/月+包吃住"),
    ("缝纫工", "计件,4000-6000"),
    ("分拣员", "日结150元"),
    ("厨师", "6000-8000元/月"),
    ("快递员", "底薪3000+提成"),
    ("普工", "4500-5500"),
    ("电工", "5500元"),
    ("服务员", "3200-3800元/月,包吃"),
    ("钟点工", "25-30元/小时"),
    ("叉车工", "5000元以上"),
    ("普工", "综合4000-6000"),
    ("搬运工", "一天180"),
    ("营业员", "3k-4.5k"),
    ("护理员", "4千"),
    ("保安", "2900元/月,两班倒"),
    ("仓管", "3500~4000元/月"),
    ("收银员", "三千五"),
    ("裁剪工", "月薪5000左右"),
)
AGE = (None, "不限", "不限", "45岁以下", "18-55岁", "50岁以内", "18周岁以上")


@dataclass
class Opening:
    """One line of a list of needs. `limits` is true where the age cell sets an upper limit."""

    cells: dict
    expect: str = "ok"
    why: str = ""
    firm: str = ""
    extra: dict = field(default_factory=dict)


def firms(dice):
    kinds = {name: "92" if name.endswith(("店", "部")) else "91" for name in FIRMS}
    return {name: credit_code(dice, kind) for name, kind in kinds.items()}


def opening(dice, firm, code):
    title, pay = dice.choice(TRADES)
    cells = {
        "firm": firm,
        "code": code,
        "person": dice.choice(("林姐", "王经理", "陈老板", "赵主管", "周女士")),
        "phone": mobile(dice),
        "title": title,
        "heads": dice.choice((1, 2, 3, 5, 10, "2人", "3名", "5")),
        "pay": pay,
        "place": dice.choice(("民主路18号", "工业园三路6号", "步行街2楼", "小区A区18栋架空层", "镇中心菜市场旁")),
        "hours": dice.choice(("9:00-16:00", "8:00-17:30,单休", "两班倒", "晚7点-早7点", "做六休一", "弹性", None)),
        "edu": dice.choice(("不限", "初中", "高中及以上", None)),
        "age": dice.choice(AGE[:3]),
        "other": dice.choice(("责任心强", "能吃苦耐劳", "有健康证", "会用手机接单", None)),
        "until": dice.choice(
            ("2026.12.20", "2026-12-31", 46387, date(2026, 12, 31), "2026年12月31日", "2026/12/20", "12月31日")
        ),
        "kind": None,
    }
    return Opening(cells, firm=firm)


def dirt_flag(dice, o):
    kind = dice.choice(("age", "until", "looks", "range", "phone"))
    if kind == "age":
        o.cells["age"] = dice.choice(("45岁以下", "18-55岁", "50岁以内", "40-50岁", "限45周岁以内"))
    elif kind == "until":
        o.cells["until"] = dice.choice(("长期", "12月底", "招满为止", None, "长期有效", "春节前"))
    elif kind == "looks":
        o.cells["other"] = "形象好气质佳"
    elif kind == "range":
        o.cells["heads"] = dice.choice(("2-3人", "10人以上", "约5人"))
    elif kind == "phone":
        o.cells["phone"] = o.cells["phone"][:10]
    o.expect, o.why = "flag", kind
    o.extra["needs"] = {"age": "age", "until": "until", "looks": "other"}.get(kind)


def dirt_error(dice, o):
    kind = dice.choice(("heads", "place", "pay", "check", "letter"))
    if kind == "heads":
        o.cells["heads"] = dice.choice((None, "若干", "多名", "不限", "数名", 0))
    elif kind == "place":
        o.cells["place"] = dice.choice((None, "待定", "面谈"))
    elif kind == "pay":
        o.cells["pay"] = dice.choice((None, "面议", "待遇从优", "工资面谈", "计件"))
    elif kind == "check":
        o.cells["code"] = wrong_code(o.cells["code"])
    elif kind == "letter":
        o.cells["code"] = o.cells["code"][:1] + "I" + o.cells["code"][2:]
    o.expect, o.why = "error", kind
    o.extra["needs"] = "code" if kind in ("check", "letter") else None


def dirt_block(dice, o):
    kind = dice.choice(("words", "words", "month", "hour"))
    if kind == "words":
        bad = (
            "限女性",
            "男士优先",
            "需交服装押金200元",
            "限本地户口",
            "自愿放弃社保",
            "限汉族",
            "乙肝勿扰",
            "未婚优先",
        )
        o.cells["other"] = dice.choice(bad)
        o.extra["needs"] = "other"
    elif kind == "month":
        o.cells["title"], o.cells["pay"] = "门卫", dice.choice(("2100元/月包住", "2000-2300", "1800元"))
    elif kind == "hour":
        o.cells["title"], o.cells["pay"] = "收银员", dice.choice(("20元/小时", "18-20元/小时"))
    o.expect, o.why = "block", kind


def needs(seed, size=45):
    """A list of employers' needs in order, firms in runs of one to four: [Opening]."""
    dice, out = random.Random(seed), []
    known = firms(dice)
    while len(out) < size:
        firm = dice.choice(FIRMS)
        for _ in range(dice.choice((1, 2, 3, 4))):
            o = opening(dice, firm, known[firm])
            throw = dice.random()
            if throw < 0.25:
                dirt_flag(dice, o)
            elif throw < 0.4:
                dirt_error(dice, o)
            elif throw < 0.52:
                dirt_block(dice, o)
            elif throw < 0.56 and out and out[-1].firm == firm and out[-1].expect == "ok":
                o.cells, o.expect, o.why = dict(out[-1].cells), "duplicate", "all cells agree"
            out.append(o)
    return out
