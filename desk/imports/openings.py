"""One row of employers' needs read as a posting, with everything that needs a look. Knows nothing of the database."""

import re
from dataclasses import dataclass, field
from datetime import date

from core.identity import credit_code
from desk.imports import dates
from desk.imports.employers import EmployerLines, EmployerWords
from desk.imports.findings import DUPLICATE, ERROR, FLAG, Finding
from desk.imports.fingerprint import fingerprint
from desk.imports.hours import Hours, read_hours
from desk.imports.kinds import employment_type
from desk.imports.layout import Row
from desk.imports.pay import Pay, is_to_be_agreed, read_pay
from desk.imports.phones import read_phones
from desk.imports.text import NUMERAL, is_nothing, numeral, plain
from desk.imports.words import unit_hint
from reference.education import education_from

_MANY = re.compile(r"若干|多名|数名|不限|大量|批量|急招|长期|多人|数人|不等|n名?$|面议|待定|详谈", re.IGNORECASE)
_UNSETTLED = re.compile(
    r"^(?:待定|面议|面谈|详谈|另行通知|电话联系|见面谈|不定|待通知|另议|随机|服从(?:安排|分配)|听(?:从)?安排)$"
)
_COUNT = rf"(\d{{1,5}}(?:\.0+)?|{NUMERAL}+)"
_NO_LAST_DAY = "没有确定的最后一天。先按常用的天数存，请问单位招到哪天，审核时改成准日子。"


@dataclass(slots=True)
class OpeningRow:
    """What a row says of one posting. `texts` are the free words as (header, text) that the law is asked about."""

    sheet: str
    line: int
    employer: EmployerWords = field(default_factory=EmployerWords)
    title: str = ""
    headcount: int | None = None
    pay: Pay = field(default_factory=Pay)
    pay_words: str = ""
    place: str = ""
    district: str = ""
    hours: Hours = field(default_factory=Hours)
    hours_words: str = ""
    education: str = ""
    requirements: str = ""
    duties: str = ""
    benefits: str = ""
    employment_type: str = ""
    probation_months: int | None = None
    valid_until: date | None = None
    texts: list = field(default_factory=list)
    key: str = ""
    findings: list = field(default_factory=list)

    def add(self, status: str, column: str, code: str, message: str) -> None:
        self.findings.append(Finding(status, column, code, message))

    @property
    def education_min(self) -> str:
        found = education_from(self.education)
        return found.value if found else ""


def read_openings(rows, on: date) -> list[OpeningRow]:
    """Every row, in order; employers carried down, equal rows marked."""
    employers, out, seen = EmployerLines(), [], {}
    for row in rows:
        opening = read_opening(row, employers, on)
        earlier = seen.setdefault(opening.key, row.line)
        if earlier != row.line and not any(f.status == ERROR for f in opening.findings):
            opening.add(
                DUPLICATE,
                row.label("title"),
                "repeated",
                f"和第 {earlier} 行除序号外全都一样。只存前面那一行；真要招两批，请在人数里写明。",
            )
        out.append(opening)
    return out


def read_opening(row: Row, employers: EmployerLines, on: date) -> OpeningRow:
    opening = OpeningRow(row.sheet, row.line)
    opening.employer = employers.employer(row)
    read_employer(opening, row)
    read_title(opening, row)
    read_headcount(opening, row)
    read_pay_cells(opening, row)
    read_place(opening, row, opening.employer)
    read_hours_cells(opening, row)
    read_last_day(opening, row, on)
    read_words(opening, row)
    opening.employment_type = employment_type(row, opening)
    opening.key = fingerprint(row, opening.employer)
    return opening


def read_employer(opening: OpeningRow, row: Row) -> None:
    who = opening.employer
    if not who.name:
        opening.add(
            ERROR, row.label("firm") or "单位名称", "employer-missing", "没有写是哪家单位。请补上单位名称再导入。"
        )
    read_code(opening, row, who)
    found = read_phones(who.phone_cell)
    who.phone = found.numbers[0][0] if found.numbers else ""
    who.contact = who.contact or found.who
    column = row.label("phone", "person")
    if found.problem:
        opening.add(FLAG, column, "phone-unreadable", f"{found.problem}这个号码先不存，请向单位核实。")
    elif not who.phone and row.has("phone"):
        opening.add(FLAG, column, "phone-missing", "没有联系电话，报了名的人找不到单位。请向单位要一个号码。")


def read_code(opening: OpeningRow, row: Row, who: EmployerWords) -> None:
    if is_nothing(who.code_words):
        if row.has("code") and who.name and not who.is_household:
            opening.add(
                FLAG,
                row.label("code"),
                "code-missing",
                "没有统一社会信用代码。请向单位要营业执照上的18位代码；家庭雇人不用填。",
            )
        return
    try:
        who.credit_code = credit_code.parse(who.code_words).text
    except credit_code.CreditCodeProblem as problem:
        opening.add(ERROR, row.label("code") or "统一社会信用代码", f"code-{problem.code}", problem.message)


def read_title(opening: OpeningRow, row: Row) -> None:
    text = row.text("title")
    if is_nothing(text):
        opening.add(ERROR, row.label("title"), "title-missing", "没有写招什么岗位。请补上岗位名称再导入。")
    opening.title = text[:40]


def read_headcount(opening: OpeningRow, row: Row) -> None:
    raw, column = row.raw("heads"), row.label("heads") or "招聘人数"
    text = plain(raw).replace(" ", "")
    if isinstance(raw, date):
        opening.add(
            ERROR,
            column,
            "headcount-became-date",
            f"人数被 Excel 变成了日期（{text}）。请照实重填，并把这一列设成“文本”格式。",
        )
        return
    text = re.sub(r"男女(?:不限|均可|皆可|都可|都行)", "", text)
    counts, span = counts_in(text)
    if not counts or not counts[0] or counts[0] > 9999:
        said = f"写的是「{text[:10]}」" if text and not is_nothing(text) else "没有写"
        opening.add(ERROR, column, "headcount-missing", f"招聘人数{said}。岗位必须写清招几个人，请问单位要一个数。")
        return
    opening.headcount = counts[0]
    if re.search(r"[男女]", text):
        opening.headcount = sum(counts)
        opening.texts.append((column, text))
        opening.add(
            FLAG,
            column,
            "headcount-by-sex",
            f"写的是「{text[:12]}」，人数不能按男女分。先按共 {opening.headcount} 人存，请问单位。",
        )
    elif span and counts[0] != counts[-1]:
        opening.add(
            FLAG, column, "headcount-range", f"写的是「{text[:12]}」，先按 {counts[0]} 人存。请问单位要一个准数。"
        )
    elif re.search(r"以上|以内|左右|约|大概|\+|不等|至少|起", text) or (_MANY.search(text) and not text.isdigit()):
        opening.add(
            FLAG, column, "headcount-about", f"写的是「{text[:12]}」，先按 {counts[0]} 人存。请问单位要一个准数。"
        )


def counts_in(text: str) -> tuple[list[int], bool]:
    """The numbers of a headcount cell, and whether they are the ends of a range. 2人(女) is 2; 男2女1 are two numbers."""
    if re.search(r"[男女].*[男女]", text):
        return [count(found) for found in re.findall(_COUNT, text)], False
    span = re.search(rf"{_COUNT}\s*(?:人|名|位|个)?(?:-|~|—|–|至|到|、){_COUNT}", text)
    one = re.search(_COUNT, text)
    return [count(found) for found in (span.groups() if span else one.groups() if one else ())], bool(span)


def count(text: str) -> int:
    return int(float(text)) if text[0].isdigit() else numeral(text) or 0


def read_pay_cells(opening: OpeningRow, row: Row) -> None:
    column = row.label("pay", "pay_min", "pay_max") or "工资待遇"
    hint = unit_hint(row.label("pay", "pay_min", "pay_max"))
    low, high = row.text("pay_min"), row.text("pay_max")
    words = row.text("pay")
    if low or high:
        words = words or (f"{low}-{high}" if low and high else low or f"{high}以内")
    opening.pay_words = words
    opening.pay = read_pay(words, hint)
    if isinstance(row.raw("pay"), date):
        opening.pay = Pay(missing=True)
        opening.add(
            ERROR,
            column,
            "pay-became-date",
            f"工资被 Excel 变成了日期（{words}）。请照实重填，并把这一列设成“文本”格式。",
        )
    elif opening.pay.missing:
        said = "没有写工资" if is_nothing(words) else f"工资写的是「{words[:20]}」，没有能用的数目"
        ask = (
            "计件的请写一件多少钱，或一般一个月能拿多少。"
            if "计件" in words
            else "岗位必须写清工资，请问单位要一个数。"
        )
        opening.add(
            ERROR,
            column,
            "pay-missing" if is_to_be_agreed(words) or "计件" in words else "pay-unreadable",
            f"{said}。{ask}",
        )
    elif opening.pay.doubt:
        opening.add(FLAG, column, "pay-guessed", f"写的是「{words[:20]}」，{opening.pay.doubt}。请核对。")


def read_place(opening: OpeningRow, row: Row, who: EmployerWords) -> None:
    text = row.text("place")
    if not row.has("place"):
        text = row.text("firm_address") or who.address
    opening.district = row.text("district")
    if is_nothing(text) or _UNSETTLED.match(text):
        said = f"写的是「{text}」" if text and not is_nothing(text) else "没有写"
        opening.add(
            ERROR,
            row.label("place", "firm_address") or "工作地点",
            "place-missing",
            f"工作地点{said}。岗位必须写清在哪里上班，请问单位。",
        )
        return
    opening.place = text[:120]


def read_hours_cells(opening: OpeningRow, row: Row) -> None:
    words = [t for t in [*row.texts("hours"), *row.texts("rest")] if not is_nothing(t)]
    opening.hours_words = ";".join(words)[:80]
    opening.hours = read_hours(" ".join(words) or opening.pay_words)


def read_last_day(opening: OpeningRow, row: Row, on: date) -> None:
    column = row.label("until") or "有效期"
    opening.valid_until = dates.coming_day(row.raw("until"), on) if row.has("until") else last_day_of_sheet(row, on)
    text = row.text("until")
    if opening.valid_until is None:
        said = f"写的是「{text[:12]}」，" if text and not is_nothing(text) else ""
        opening.add(FLAG, column, "no-last-day", said + _NO_LAST_DAY)
    elif opening.valid_until < on:
        opening.add(
            FLAG, column, "past", f"有效期 {opening.valid_until} 已经过了。请问单位还招不招，招的话改成新的日期。"
        )


def last_day_of_sheet(row: Row, on: date) -> date | None:
    for text in [*row.table.above, *row.table.below]:
        if re.search(r"有效|截止|截至|止", text) and (day := dates.coming_day(text, on)):
            return day
    return None


# Columns that may only say something forbidden: (field, what is asked with the cell filled in).
_ASKED = {
    "age": "年龄{}",
    "sex": "限{}性",
    "marriage": "婚姻要求：{}",
    "ethnic": "民族要求：{}",
    "hukou": "户籍要求：{}",
    "height": "{}",
    "edu": "{}",
    "major": "{}",
    "experience": "{}",
    "title": "{}",
    "pay": "{}",
    "benefits": "{}",
    "hours": "{}",
    "rest": "{}",
    "duties": "{}",
    "other": "{}",
    "pay_cycle": "{}",
    "probation": "{}",
    "kind": "{}",
}
_SHOWN = ("other", "experience", "major", "edu", "age", "height")


def read_words(opening: OpeningRow, row: Row) -> None:
    opening.education = row.text("edu")
    opening.duties = ";".join(row.texts("duties"))[:1000]
    opening.benefits = ";".join(t for t in row.texts("benefits") if not is_nothing(t))
    said = [
        t for name in _SHOWN for t in row.texts(name) if not is_nothing(t) and not re.fullmatch(r"不限|无要求|均可", t)
    ]
    opening.requirements = ";".join(dict.fromkeys(said))[:1000]
    found = re.search(r"(\d{1,2}|[一二两三六])\s*个?月", row.text("probation"))
    opening.probation_months = count(found[1]) if found else None
    for name, pattern in _ASKED.items():
        for column in row.table.columns.get(name, ()):
            text = plain(row.cells[column]) if column < len(row.cells) else ""
            if not is_nothing(text):
                opening.texts.append((row.table.labels[column], asked(name, pattern, text, row.table.labels[column])))


def asked(name: str, pattern: str, text: str, header: str) -> str:
    """The sentence the law is asked about: a cell 女 under 性别 says 限女性, 18-55 under 年龄 says 年龄18-55岁."""
    if name == "sex":
        bare = re.sub(r"[性士生\s]", "", text)
        return pattern.format(bare) if bare in ("男", "女") else text
    if name == "age":
        if re.fullmatch(r"\d{2}", text):
            return pattern.format(f"{text}岁以下")
        years = text if "岁" in text or not re.search(r"\d", text) else re.sub(r"(\d)(?=\D*$)", r"\1岁", text, count=1)
        return pattern.format(years)
    if name in ("marriage", "ethnic", "hukou"):
        return text if re.search(r"不限|均可|无|不", text) else pattern.format(text)
    return pattern.format(text)
