"""Invented people as an office would write them down: clean cells, dirty cells, and what a careful officer would say."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.desk.imports.variants.numbers import id_check, id_number, mobile, old_number, wrong_check

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = (
    "桂兰",
    "建国",
    "小红",
    "秀英",
    "永强",
    "玉梅",
    "光荣",
    "静",
    "伟",
    "芳",
    "丽",
    "志强",
    "淑华",
    "海燕",
    "国平",
    "会群",
    "素珍",
    "明",
    "雪",
    "长生",
    "春花",
    "得水",
)
RARE = ("𬱖明", "欧阳娜娜", "阿依古丽·买买提", "司马青", "㛃芳", "么红")


@dataclass
class Member:
    """One line of a register. `cells` by field; `expect` is the officer's word; `why` names the kind of dirt."""

    cells: dict
    expect: str = "ok"
    why: str = ""
    home: tuple = ()
    first: bool = False
    born: date = None
    extra: dict = field(default_factory=dict)


def birth(dice):
    return date(1958, 1, 1) + timedelta(days=dice.randrange(0, 365 * 46))


def member(dice: random.Random, used: set):
    born, sex = birth(dice), dice.choice("男女")
    name = dice.choice(SURNAMES) + dice.choice(GIVEN) if dice.random() > 0.03 else dice.choice(RARE)
    number = id_number(dice, born, sex)
    while number in used or old_number(number) in used:
        number = id_number(dice, born, sex)
    used |= {number, old_number(number)}
    cells = {
        "name": name,
        "sex": sex,
        "id": number,
        "phone": mobile(dice),
        "birth": born,
        "edu": dice.choice(
            ("小学", "初中", "初中毕业", "中学", "高中", "中专", "技校", "大专", "本科", "文盲", "职高", None)
        ),
        "status": dice.choice(
            ("失业", "下岗失业", "在职", "打零工", "灵活就业", "退休", "务农", "料理家务", "带孙子", None)
        ),
        "skill": dice.choice(("缝纫", "种菜", "开拖拉机", "电工证、焊工", "会电脑打字", "月嫂证", "无", "/", None)),
        "wish": dice.choice(
            ("保洁", "随便", "离家近的", "不上夜班", "接送孩子,9点到4点", "超市收银", "在家做手工", None)
        ),
        "pay": dice.choice(("3000", 3000, "2500-3500", "四千左右", "20/小时", "面议", None)),
        "remark": dice.choice((None, None, None, None, "补录", "低保户", "党员", "有健康证")),
        "landline": None,
    }
    return Member(cells, born=born)


def dirt_ok(dice, m):
    c = m.cells
    kind = dice.choice(
        ("spaced", "lower", "wide", "apostrophe", "dash", "+86", "float", "noted", "two", "land", "none", "name", "sex")
    )
    if kind == "spaced":
        c["id"] = f" {c['id'][:6]} {c['id'][6:14]} {c['id'][14:]}"
    elif kind == "lower":
        c["id"] = c["id"].lower()
    elif kind == "wide":
        c["id"] = "".join(chr(ord(d) + 0xFEE0) for d in c["id"])
    elif kind == "apostrophe":
        c["id"] = "'" + c["id"]
    elif kind == "dash":
        c["phone"] = f"{c['phone'][:3]}-{c['phone'][3:7]}-{c['phone'][7:]}"
    elif kind == "+86":
        c["phone"] = f"+86 {c['phone'][:3]} {c['phone'][3:7]} {c['phone'][7:]}"
    elif kind == "float":
        c["phone"] = float(c["phone"])
    elif kind == "noted":
        c["phone"] = dice.choice((f"{c['phone']}(女儿)", f"儿子{c['phone']}", f"{c['phone']} 本人"))
    elif kind == "two":
        c["phone"] = dice.choice("/、, ;").join((c["phone"], mobile(dice)))
    elif kind == "land":
        c["phone"] = dice.choice(("0839-3313361", "(023)68780011", "023 68780011", "08393313361"))
    elif kind == "none":
        c["phone"] = dice.choice((None, "无", "/", "—", "没有", "无电话"))
    elif kind == "name" and len(c["name"]) == 2:
        c["name"] = dice.choice(
            (f"{c['name'][0]} {c['name'][1]}", f"{c['name'][0]}\u3000{c['name'][1]}", f" {c['name']} ")
        )
    elif kind == "sex":
        c["sex"] = dice.choice((c["sex"] + " ", c["sex"] + "性", None))
    m.why = kind


def dirt_flag(dice, m):
    c = m.cells
    kind = dice.choice(("fifteen", "short", "remark", "noid", "noid", "nothing", "sex", "birth", "long"))
    if kind == "fifteen":
        c["id"] = old_number(c["id"])
    elif kind == "short":
        c["phone"] = c["phone"][:10]
    elif kind == "long":
        c["phone"] += "1"
    elif kind == "remark":
        c["remark"] = dice.choice(
            ("已去世", "已搬走", "查无此人", "拒访", "空置", "2025年病故", "搬到外区去了", "电话打不通", "房子空着")
        )
    elif kind == "noid":
        c["id"], b = None, m.born
        c["remark"] = dice.choice(
            (f"{b.year}.{b.month}.{b.day}生", f"{b.year}年{b.month}月出生", f"出生{b:%Y-%m-%d}", f"{b:%Y%m%d}生")
        )
    elif kind == "nothing":
        c["id"] = dice.choice((None, "无", "未提供"))
    elif kind == "sex":
        c["sex"] = "女" if c["sex"] == "男" else "男"
    elif kind == "birth":
        c["birth"] = m.born.replace(year=m.born.year - 7)
        m.extra["needs"] = "birth"
    if kind == "sex":
        m.extra["needs"] = "sex"
    if kind in ("remark", "noid"):
        m.extra["needs"] = "remark" if kind == "remark" else None
    m.expect, m.why = "flag", kind


def dirt_error(dice, m):
    c = m.cells
    kind = dice.choice(("check", "float", "zeros", "sci", "short", "month", "letters", "name", "child"))
    number = c["id"]
    if kind == "check":
        c["id"] = wrong_check(number)
    elif kind == "float":
        c["id"] = float(number[:17] + "0")
    elif kind == "zeros":
        c["id"] = number[:15] + "000"
        if id_check(c["id"][:17]) == "0":
            c["id"] = float(c["id"])
    elif kind == "sci":
        c["id"] = f"{number[0]}.{number[1:6]}E+17"
    elif kind == "short":
        c["id"] = number[:17]
    elif kind == "month":
        c["id"] = number[:10] + "13" + number[12:]
    elif kind == "letters":
        c["id"] = number[:8] + "O" + number[9:]
    elif kind == "name":
        c["name"] = dice.choice((None, "", "123"))
    elif kind == "child":
        m.born = date(2015, 3, 1)
        c["id"], c["birth"] = id_number(dice, m.born, c["sex"]), m.born
    m.expect, m.why = "error", kind


def register(seed, size=60):
    """A register of households in order: [Member], with homes, heads and relations filled in."""
    dice, used, out = random.Random(seed), set(), []
    while len(out) < size:
        home = (dice.randrange(1, 54), dice.randrange(1, 5), dice.randrange(1, 34), dice.randrange(1, 9))
        for place in range(dice.choice((1, 1, 2, 3, 4))):
            m = member(dice, used)
            m.home, m.first = home, place == 0
            m.cells["relation"] = "户主" if place == 0 else dice.choice(("配偶", "子", "女", "母亲", "儿媳", "父亲"))
            dirty(dice, m, out)
            m.cells["head"] = m.cells["name"] if place == 0 else None
            out.append(m)
    return out


def dirty(dice, m, so_far):
    throw = dice.random()
    good = [o for o in so_far if o.expect == "ok"]
    if throw < 0.3:
        dirt_ok(dice, m)
    elif throw < 0.45:
        dirt_flag(dice, m)
    elif throw < 0.55:
        dirt_error(dice, m)
    elif throw < 0.58 and good:
        twin = dice.choice(good)
        m.cells.update({k: twin.cells[k] for k in ("name", "id", "sex", "birth")})
        m.born, m.expect, m.why = twin.born, "duplicate", "same id"
