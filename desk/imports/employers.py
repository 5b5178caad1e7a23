"""Who hires: written in the row, merged over several rows, in a heading above them, or once on top of the sheet."""

import re
from dataclasses import dataclass

from desk.imports.layout import Row, Table
from desk.imports.text import is_ditto, is_nothing, plain

_KEYS = (
    ("name", r"(?:单位|企业|公司|用工单位|用人单位|招聘单位|雇主|商家|店铺|门店)(?:名称|全称)?"),
    ("code_words", r"(?:统一)?(?:社会)?信用代码|税号"),
    ("contact", r"联系人|负责人|招聘负责人|经办人"),
    ("phone_cell", r"(?:联系)?(?:电话|手机|方式|号码)|手机号码?"),
    ("address", r"(?:单位|企业|公司|详细|工作|上班)?(?:地址|地点)"),
)
_PAIR = re.compile(
    r"([\u4e00-\u9fff]{2,8})\s*[:：]\s*([^:：]*?)(?=\s*[,，;；。()（）]|\s+[\u4e00-\u9fff]{2,8}\s*[:：]|$)"
)
_OFFICE = re.compile(r"^(?:填表|填报|制表|报送|统计|主管|监督|审核|咨询)")
_HOUSEHOLD = re.compile(
    r"(?:家|家庭|住户|雇主|业主)$|^(?:个人|私人|家庭|雇主|业主)|^\S{1,4}(?:女士|先生|阿姨|大姐|老师|奶奶|爷爷|叔叔|家里)$"
)
_NUMBERING = re.compile(r"^[(（]?[\d一二三四五六七八九十]{1,3}[.、)）．]\s*")


@dataclass(slots=True)
class EmployerWords:
    name: str = ""
    code_words: str = ""
    contact: str = ""
    phone_cell: object = ""
    address: str = ""
    credit_code: str = ""
    phone: str = ""

    @property
    def is_household(self) -> bool:
        return bool(_HOUSEHOLD.search(self.name))


class EmployerLines:
    """Carries an employer down the rows whose name cell is blank or 同上."""

    def __init__(self):
        self.last, self.place, self.tops = EmployerWords(), None, {}

    def employer(self, row: Row) -> EmployerWords:
        if not row.has("firm"):
            return self.from_above(row)
        text = row.text("firm")
        if is_nothing(text) or is_ditto(text):
            same = self.place == row.sheet and (
                is_ditto(text) or not row.raw("code") or row.text("code") == self.last.code_words
            )
            return self.continued(row) if same else own(row, "")
        self.last, self.place = own(row, text), row.sheet
        return own(row, text)

    def continued(self, row: Row) -> EmployerWords:
        """The employer of the line above; a contact written in this row is this row's."""
        mine = own(row, self.last.name)
        mine.code_words = mine.code_words or self.last.code_words
        mine.address = mine.address or self.last.address
        if not plain(mine.phone_cell) and not mine.contact:
            mine.phone_cell, mine.contact = self.last.phone_cell, self.last.contact
        return mine

    def from_above(self, row: Row) -> EmployerWords:
        top = self.tops.get(id(row.table))
        if top is None:
            top = self.tops[id(row.table)] = said_above(row.table)
        words = said_in(row.heading) if row.heading else {}
        words = words or top
        mine = own(row, words.get("name", ""))
        mine.code_words = mine.code_words or words.get("code_words", "")
        mine.address = mine.address or words.get("address", "")
        if not plain(mine.phone_cell):
            mine.phone_cell, mine.contact = words.get("phone_cell", ""), mine.contact or words.get("contact", "")
        return mine


def own(row: Row, name: str) -> EmployerWords:
    contact = row.text("person")
    phone = next((cell for cell in cells_of(row, "phone") if re.search(r"\d{5}", plain(cell))), row.raw("phone"))
    if contact and not plain(phone) and re.search(r"\d{7,}", contact):
        contact, phone = "", contact
    return EmployerWords(
        name=_NUMBERING.sub("", name)[:100],
        code_words=row.text("code"),
        contact="" if is_nothing(contact) or is_ditto(contact) else contact[:50],
        phone_cell=phone,
        address=row.text("firm_address")[:120],
    )


def cells_of(row: Row, name: str) -> list:
    return [row.cells[c] for c in row.table.columns.get(name, ()) if c < len(row.cells)]


def said_above(table: Table) -> dict:
    """单位名称:… 联系人:… written over the table, the value in the same cell or in the next."""
    cells = list(table.above)
    for index, text in enumerate(cells[:-1]):
        if re.fullmatch(r"[\u4e00-\u9fff]{2,8}[:：]", text):
            cells[index] = text + cells[index + 1]
    words = {}
    for text in cells:
        words = {**pairs(text), **words}
    return words if words.get("name") else {}


def said_in(heading: str) -> dict:
    """A heading over some rows: the name itself, with the contact in brackets behind it."""
    words = pairs(heading)
    bare = _NUMBERING.sub("", re.split(r"[(（]?\s*联系人|[(（]?\s*电话|[(（]", heading)[0]).strip(" ,，:：")
    return {**words, "name": words.get("name") or re.sub(r"^(?:单位|企业)(?:名称)?[:：]", "", bare)}


def pairs(text: str) -> dict:
    out = {}
    for key, value in _PAIR.findall(text):
        if _OFFICE.match(key) or not value.strip():
            continue
        name = next((name for name, rule in _KEYS if re.fullmatch(rule, key)), "")
        if name:
            out.setdefault(name, value.strip())
    return out
