"""One row of a register read as a person, with everything that needs a look. Knows nothing of the database."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.identity import id_number, names
from desk.imports import answers, dates, remarks
from desk.imports.findings import DUPLICATE, ERROR, FLAG, Finding
from desk.imports.homes import Homes, home_key
from desk.imports.layout import Row
from desk.imports.phones import read_phones
from desk.imports.text import is_ditto, is_nothing, plain
from desk.imports.words import unit_hint

YOUNGEST, GROWN, OLDEST = 16, 18, 110
_SPLIT_NAME = re.compile(r"^\s*([^\d+(（]*?)\s*[/,，:：]?\s*([(（]?\+?\d.*)$")
_BRACKET = re.compile(r"[(（\[]([^)）\]]*)[)）\]]?")
_OTHER_PAPER = re.compile(r"^[A-Z]{1,2}\d{6,9}$|^[A-Z]\d{6}\(?\d\)?$|护照|通行证", re.IGNORECASE)


@dataclass(slots=True)
class PersonRow:
    """What a row says of one person. `born_month` (year, month) where the day is not known; '' = not said."""

    sheet: str
    line: int
    name: str = ""
    id_number: str = ""
    born_on: date | None = None
    born_month: tuple | None = None
    sex: str = ""
    phones: list = field(default_factory=list)
    home: str = ""
    head: str = ""
    relation: str = ""
    education: str = ""
    labour_status: str = ""
    skills: list = field(default_factory=list)
    wishes: answers.Wishes = field(default_factory=answers.Wishes)
    monthly_floor: Decimal | None = None
    hourly_floor: Decimal | None = None
    note: str = ""
    findings: list = field(default_factory=list)

    def add(self, status: str, column: str, code: str, message: str) -> None:
        self.findings.append(Finding(status, column, code, message))

    @property
    def home_key(self) -> tuple:
        return home_key(self.home)


def read_people(rows, on: date) -> list[PersonRow]:
    """Every row, in order; households carried down, repeated ids marked."""
    homes, out, seen = Homes(), [], {}
    for row in rows:
        person = read_person(row, homes, on)
        mark_repeated(person, row, seen)
        out.append(person)
    suspect_rounded(out)
    return out


def suspect_rounded(people: list[PersonRow]) -> None:
    """One id in a thousand truly ends in 000. Among ids that Excel cut to …000 it is one of those until proved."""
    cut = [f for person in people for f in person.findings if f.code == "id-damaged" and "000" in f.message]
    for person in people if cut else ():
        if person.id_number.endswith("000"):
            person.add(
                FLAG,
                cut[0].column,
                "id-rounded",
                "末尾是 000，这份表里别的号码被 Excel 改坏过。请对照身份证核对这一个。",
            )


def read_person(row: Row, homes: Homes, on: date) -> PersonRow:
    person = PersonRow(row.sheet, row.line)
    extra = read_name(person, row)
    read_id(person, row, on)
    remark = ";".join(t for t in [*row.texts("remark"), *extra] if not is_nothing(t))
    read_birth(person, row, remark, on)
    read_sex(person, row)
    read_numbers(person, row)
    person.home, sure = homes.home(row)
    if isinstance(row.raw("home") or row.raw("room"), date):
        person.home, sure = "", True
        person.add(
            FLAG,
            row.label("home", "room"),
            "home-became-date",
            "房号被 Excel 变成了日期，原来写的看不出来了。请照实重填，并把这一列设成“文本”格式。",
        )
    if not sure and any(row.has(name) for name in ("home", "building", "room")):
        person.add(
            FLAG,
            row.label("home", "building", "room"),
            "home-missing",
            "户主这一行没写房号，不敢照上一行抄。请补上房号。",
        )
    read_answers(person, row)
    read_remark(person, row, remark)
    return person


def read_name(person: PersonRow, row: Row) -> list[str]:
    """Sets name (and the phone beside it); returns what stood in brackets after the name."""
    column = row.label("name", "name_phone")
    text = row.text("name") or row.text("name_phone") or ("" if row.has("name_phone") else head_alone(row))
    both = _SPLIT_NAME.match(text)
    if both and both[1] and len(re.sub(r"\D", "", text)) >= 7:
        take_phones(person, row.label("name_phone", "name"), both[2])
        text = both[1]
    notes = [n for n in _BRACKET.findall(text) if n]
    text = _BRACKET.sub("", text).strip(" /,，、:：")
    if not text or is_nothing(text):
        person.add(ERROR, column, "name-missing", "没有写姓名。请补上姓名再导入。")
        return notes
    try:
        person.name = names.check(text)
    except names.NameProblem as problem:
        person.name = names.normalise(text)
        person.add(ERROR, column, "name-unreadable", problem.message)
    return notes


def head_alone(row: Row) -> str:
    """A register whose name column is blank on the head's own line."""
    return row.text("head") if re.fullmatch(r"户主|本人", row.text("relation")) else ""


def read_id(person: PersonRow, row: Row, on: date) -> None:
    raw, column = bare_id(row.raw("id")), row.label("id")
    text = plain(raw)
    if is_nothing(text) or is_ditto(text) or re.search(r"[\u4e00-\u9fff]", text):
        if row.has("id"):
            said = f"写的是「{text[:12]}」，没有号码" if text and not is_nothing(text) else "是空的"
            person.add(
                FLAG, column, "id-missing", f"身份证号{said}。先按姓名、出生日期和房号登记，下次见面补上证件号。"
            )
        return
    if _OTHER_PAPER.search(text):
        person.add(FLAG, column, "id-other-paper", "这不是居民身份证号。先不存号码，请在居民页按证件类型登记。")
        return
    try:
        take_id(person, id_number.parse(raw, on=on))
    except id_number.IdProblem as problem:
        if problem.code == "fifteen":
            take_old_id(person, column, problem, on)
        else:
            person.add(ERROR, column, f"id-{problem.code}", id_message(problem, raw))


def bare_id(raw):
    """The number without what is written behind it: 5108…0011(已核)."""
    if not isinstance(raw, str) or len(re.findall(r"\d", raw)) < 14:
        return raw
    return re.sub(r"[\u4e00-\u9fff:：]", "", _BRACKET.sub("", raw))


def id_message(problem: id_number.IdProblem, raw) -> str:
    if problem.code != "damaged":
        return problem.message
    shown = f"{raw:.5E}".replace("E+", "E+") if isinstance(raw, int | float) else plain(raw)
    return f"被 Excel 改成了 {shown}，后几位已经丢了。请按身份证原件重填，填之前把这一列设成“文本”格式。"


def take_id(person: PersonRow, found: id_number.IdNumber) -> None:
    person.id_number, person.born_on, person.sex = found.text, found.born_on, found.sex


def take_old_id(person: PersonRow, column: str, problem: id_number.IdProblem, on: date) -> None:
    found = id_number.parse(problem.upgraded, on=on)
    if found.age_on(on) > OLDEST:
        person.add(
            FLAG,
            column,
            "id-fifteen",
            f"是15位的老号，按规则推出 {found.born_on.year} 年出生，年龄不合常理，号码没有存。请按现在的身份证补上18位。",
        )
        return
    take_id(person, found)
    person.add(FLAG, column, "id-fifteen", problem.message)


def read_birth(person: PersonRow, row: Row, remark: str, on: date) -> None:
    """The birth from the id, the column or the remark, and whether they agree."""
    column = row.label("birth")
    day, month = dates.birth(row.raw("birth"), on)
    text = row.text("birth")
    if text and not month and not is_nothing(text):
        person.add(FLAG, column, "birth-unreadable", f"「{text[:20]}」不是一个日子。请写成 1970-03-15 这样。")
    if not month:
        day, month = dates.birth_in_remark(remark, on)
        column = row.label("remark")
    if person.born_on:
        if month and (not same_birth(month, person.born_on) or (day and day != person.born_on)):
            said = day.isoformat() if day else in_words(month)
            person.add(
                FLAG,
                column,
                "birth-differs",
                f"写的是 {said}，身份证号里是 {person.born_on}。先按身份证号登记，请核对哪个对。",
            )
    elif month:
        person.born_on, person.born_month = day, None if day else month
    check_age(person, row, on)


def same_birth(month: tuple[int, int], born_on: date) -> bool:
    return month[0] == born_on.year and month[1] in (0, born_on.month)


def in_words(month: tuple[int, int]) -> str:
    return f"{month[0]}年{month[1]}月" if month[1] else f"{month[0]}年"


def check_age(person: PersonRow, row: Row, on: date) -> None:
    born = person.born_on or (person.born_month and date(person.born_month[0], person.born_month[1] or 1, 1))
    if not born:
        return
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    column = row.label("id") if person.id_number else row.label("birth", "remark", "name")
    if years < YOUNGEST:
        person.add(
            ERROR,
            column,
            "under-sixteen",
            f"到这天才 {max(years, 0)} 岁，不满16周岁不能登记求职。孩子只记人数不记名字，请把这一行删去。",
        )
    elif years < GROWN:
        person.add(FLAG, column, "young-worker", f"{years} 岁，是未成年工：不能上夜班和重体力岗位。请核对出生日期。")
    said = re.fullmatch(r"(\d{1,3})岁?", row.text("age"))
    if said and person.id_number and abs(int(said[1]) - years) > 3:
        person.add(
            FLAG,
            row.label("age"),
            "age-differs",
            f"年龄写的是 {said[1]}，按身份证号是 {years} 岁。请核对号码是不是这个人的。",
        )


def read_sex(person: PersonRow, row: Row) -> None:
    text = row.text("sex")
    if is_nothing(text):
        return
    said = answers.sex(text)
    if not said:
        person.add(FLAG, row.label("sex"), "sex-unreadable", f"「{text[:10]}」看不出男女。请写男或女。")
    elif person.sex and said != person.sex:
        right = "男" if person.sex == "1" else "女"
        person.add(
            FLAG,
            row.label("sex"),
            "sex-differs",
            f"写的是{text}，身份证号是{right}。先按身份证号登记，请核对号码是不是这个人的。",
        )
    person.sex = person.sex or said


def read_numbers(person: PersonRow, row: Row) -> None:
    for name in ("phone", "landline", "other_phone", "head_phone"):
        column = row.label(name)
        for text in numbers_of(row, name):
            take_phones(person, column, text, "family" if name in ("other_phone", "head_phone") else "")


def numbers_of(row: Row, name: str) -> list:
    return [row.cells[c] for c in row.table.columns.get(name, ()) if c < len(row.cells) and plain(row.cells[c])]


def take_phones(person: PersonRow, column: str, cell, whose: str = "") -> None:
    found = read_phones(cell)
    known = {number for number, _ in person.phones}
    person.phones += [(number, whose or owner) for number, owner in found.numbers if number not in known]
    if found.problem:
        person.add(FLAG, column, "phone-unreadable", f"{found.problem}这个号码先不存，别的照样存。")


def read_answers(person: PersonRow, row: Row) -> None:
    person.head = names.normalise(row.text("head"))
    person.relation = answers.relation(row.text("relation"))
    person.education = answers.education(row.text("edu"))
    person.labour_status = answers.labour_status(row.text("status"))
    person.skills = answers.skills([*row.texts("skill"), *row.texts("cert")])
    person.wishes = answers.wishes(
        [*row.texts("wish"), *row.texts("hours"), *row.texts("training"), *row.texts("startup")]
    )
    person.monthly_floor, person.hourly_floor = answers.pay_floor(row.texts("pay"), unit_hint(row.label("pay")))


def read_remark(person: PersonRow, row: Row, remark: str) -> None:
    column = row.label("remark", "name")
    elsewhere = [
        text for column in row.table.unplaced() if column < len(row.cells) and (text := plain(row.cells[column]))
    ]
    for code, sentence in remarks.signs(";".join([remark, row.text("status"), *elsewhere])):
        person.add(FLAG, column, f"remark-{code}", sentence)
    if remarks.SENSITIVE.search(remark) and not any(f.code == "remark-imprisoned" for f in person.findings):
        person.add(FLAG, column, "remark-sensitive", "备注里有不该写进名册的情况。这句话没有存进系统。")
    person.note = remarks.storable(remark)[:500]


def mark_repeated(person: PersonRow, row: Row, seen: dict) -> None:
    """The same id earlier in the file; without an id the same name, birth and flat."""
    key = person.id_number or (person.name, person.born_on or person.born_month, person.home_key, tuple(person.phones))
    if not person.id_number and not (person.name and (person.born_on or person.born_month)):
        return
    if key in seen:
        what = "身份证号" if person.id_number else "姓名、出生日期和房号"
        person.add(
            DUPLICATE,
            row.label("id", "name"),
            "repeated",
            f"和前面第 {seen[key]} 行是同一个{what}。只存前面那一行，这里有更新的内容请改到那一行。",
        )
    elif not any(f.status == ERROR for f in person.findings):
        seen[key] = row.line
