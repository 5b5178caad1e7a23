"""Columns whose header says nothing are known by what stands in them."""

import re
from collections.abc import Callable

from desk.imports.text import compact

SAMPLE = 200
SHARE = 0.6

_ID = re.compile(r"\d{17}[\dXx]|\d{15}|\d(?:\.\d+)?[eE]\+1[47]")
_MOBILE = re.compile(r"(?:\+?86)?1\d{9,10}|0\d{2,3}-?\d{7,8}")
_CODE = re.compile(r"(?:9[1-3]|5[1-4]|1[1-2])[0-9A-Z]{16}")
_HOME = re.compile(r"\d+(?:栋|幢|号楼|座).*\d|\d+-\d+-\d+")
_SURNAMES = "冉陶覃邓蓝欧司欧葛柳殷伍关焦翁牟柴岳齐梅盛童欧向申桂卓路阮温季俞章鲁葛韦凌霍翟包左吉苗简车项祝费王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
_NAME = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,3}}")
_PAY = re.compile(r".*(?:元|/月|/天|/小时|面议|\d{4}-\d{4}).*")


def whole(rule: re.Pattern) -> Callable[[object], bool]:
    return lambda cell: bool(rule.fullmatch(compact(cell).replace("-", "") if rule is _MOBILE else compact(cell)))


TESTS = {
    "residents": (
        ("id", lambda cell: isinstance(cell, int | float) and cell >= 1e16 or bool(_ID.fullmatch(compact(cell)))),
        ("phone", whole(_MOBILE)),
        ("sex", lambda cell: compact(cell) in ("男", "女")),
        ("home", lambda cell: bool(_HOME.search(compact(cell)))),
        ("name", whole(_NAME)),
    ),
    "postings": (
        ("code", lambda cell: bool(_CODE.fullmatch(compact(cell).upper()))),
        ("phone", whole(_MOBILE)),
        ("pay", lambda cell: bool(_PAY.fullmatch(compact(cell)))),
    ),
}


def by_content(kind: str, table) -> None:
    """Give a field that has no column yet the unplaced column whose cells look like it."""
    placed = {column for columns in table.columns.values() for column in columns}
    width = max((len(row.cells) for row in table.rows), default=0)
    for column in range(width):
        cells = [
            row.cells[column] for row in table.rows[:SAMPLE] if column < len(row.cells) and compact(row.cells[column])
        ]
        if column in placed or len(cells) < 2:
            continue
        for name, test in TESTS[kind]:
            if name not in table.columns and sum(map(test, cells)) >= SHARE * len(cells):
                table.columns[name] = [column]
                table.labels.setdefault(column, "")
                break
