"""What one line of a sheet is: a row of data, a heading, a total, a note, an example, or nothing."""

import re

from desk.imports import words
from desk.imports.text import is_ditto, is_nothing, plain

DATA, HEADING, TOTAL, NOTE, EXAMPLE, BLANK = "data", "heading", "total", "note", "example", "blank"
LONG_NUMBER = re.compile(r"\d{7,}|\d{3,4}-\d{7,8}")
_TOTAL = re.compile(
    r"^(?:本页|本表|本组|本栋|全表|总)?(?:小计|合计|总计|累计|共计|总数|总人数|合 计|小 计|计)(?:[:：(（\d人户].*)?$"
)
_FOOT = re.compile(
    r"^(?:填表|制表|审核|复核|审批|负责|经办|统计|调查|登记|录入|填报|报送|主管|分管|社区|单位|联系|咨询|监督|日期|时间|盖章|签字|签名|公章|备注|说明|注意事项|注|附|附件|备|温馨提示|提示|特此)"
    r"[^:：]{0,8}[:：]|^(?:备注|说明|注|注意事项|填表说明|填报说明)$|^\(?(?:盖章|公章)\)?$"
)
_NUMBERED = re.compile(r"^[(（]?[\d一二三四五六七八九十]{1,3}[.、)）．]")
_EXAMPLE = re.compile(r"^(?:例|示例|样例|范例|例如|填写示例|填写范例|模板示例|举例)[:：]?\d?$")
_TITLE = re.compile(r"(?:表|册|名单|台账|清单|汇总|情况|信息|统计)(?:[(（].*[)）])?$")
_BUILDING = re.compile(
    r"\d+\s*(?:#|号)?\s*(?:栋|幢|座|号楼|楼|组|单元|组团|网格|区|院)|[一二三四五六七八九十]+(?:组团?|栋|网格|区|队|社|单元)"
)
_NUMBER_LINE = re.compile(r"^[(（]?(\d{1,2})[)）]?$")


def texts(cells) -> list[str]:
    return [text for cell in cells if (text := plain(cell))]


def first_text(cells) -> str:
    return next(iter(texts(cells)), "")


def may_be_header(kind: str, cells) -> bool:
    """At least three cells, most of them header words, none with a long number. Stops early on a row of data."""
    filled = texts(cells)
    if len(filled) < 2:
        return False
    hits, allowed = set(), len(filled) // 2
    for text in filled:
        name = "" if len(text) > 40 else words.field_of(kind, text)
        if name:
            hits.add(name)
            continue
        allowed -= 1
        if allowed < 0 or LONG_NUMBER.search(text):
            return False
    return len(hits) >= 2


def continues_header(kind: str, cells) -> bool:
    """A second or third header line: short words without numbers, half of them known."""
    filled = texts(cells)
    if not filled or any(len(text) > 24 or LONG_NUMBER.search(text) for text in filled):
        return False
    known = [text for text in filled if words.field_of(kind, text) or words.label(text) in PART_WORDS]
    return len(known) * 2 >= len(filled) and not any(text in ("男", "女") for text in filled)


PART_WORDS = {
    "最低",
    "最高",
    "下限",
    "上限",
    "其他",
    "其它",
    "起",
    "止",
    "从",
    "到",
    "元",
    "名称",
    "号码",
    "日期",
    "省",
    "市",
    "县",
    "区",
}


def classify(kind: str, table, cells) -> str:
    filled = texts(cells)
    if not filled:
        return BLANK
    first = filled[0]
    if _EXAMPLE.match(first) or (len(filled) > 2 and re.search(r"示例|样例", filled[-1])):
        return EXAMPLE
    if is_total(filled) or number_line(filled):
        return TOTAL
    if _FOOT.match(first):
        return NOTE
    if only_a_number(table, cells):
        return BLANK
    if len(filled) <= 2 and not numbered(table, cells) and not named(kind, table, cells):
        return sparse(kind, filled)
    return DATA


def is_total(filled) -> bool:
    return any(_TOTAL.match(text.replace(" ", "")) for text in filled[:2]) and not any(
        LONG_NUMBER.search(t) for t in filled
    )


def number_line(filled) -> bool:
    """The line that numbers the columns: (1) (2) (3)."""
    found = [_NUMBER_LINE.match(text) for text in filled]
    if len(filled) < 4 or not all(found):
        return False
    numbers = [int(match[1]) for match in found]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def only_a_number(table, cells) -> bool:
    """A line printed in advance: a running number and nothing else, or ditto marks alone."""
    running = set(table.columns.get("seq", ()))
    rest = [
        t
        for c, cell in enumerate(cells)
        if (t := plain(cell)) and not (c in running and re.fullmatch(r"[\d.、()（）]+", t))
    ]
    return all(not text or is_ditto(text) or is_nothing(text) for text in rest)


def numbered(table, cells) -> bool:
    """A running number and one more answer: a row, however poor."""
    running = [plain(cells[c]) for c in table.columns.get("seq", ()) if c < len(cells)]
    return any(re.fullmatch(r"\d+", text) for text in running)


def named(kind: str, table, cells) -> bool:
    """A sparse line is data when the name or the job stands in its own column and looks like one."""
    wanted = ("name", "name_phone", "id", "phone") if kind == "residents" else ("title",)
    for name in wanted:
        for column in table.columns.get(name, ()):
            text = plain(cells[column]) if column < len(cells) else ""
            first = first_text(cells)
            if (
                text
                and len(text) <= 20
                and not (text == first and (_NUMBERED.match(text) or _TITLE.search(text) or _BUILDING.search(text)))
            ):
                return True
    return False


def sparse(kind: str, filled) -> str:
    """One or two cells and no name among them: a heading over the next rows, or a note."""
    text = filled[0]
    if len(text) > 40 or re.fullmatch(r"[(（]?\d{1,2}[.、)）]?", text) or (_NUMBERED.match(text) and len(text) > 14):
        return NOTE
    if kind == "residents":
        return HEADING if _BUILDING.search(text) and not _TITLE.search(text) else NOTE
    return NOTE if _TITLE.search(text) else HEADING
