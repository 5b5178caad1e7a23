"""Compares the postings of a sheet with those on the books and says what would happen to each. Writes nothing."""

from collections import defaultdict
from dataclasses import dataclass, field

from desk.imports.findings import ARCHIVED, BLOCK, CONFLICT, Finding, worst
from desk.imports.law import Law
from desk.imports.layout import Table
from desk.imports.openings import OpeningRow
from desk.imports.plan_people import CHUNK, NEW, UNCHANGED
from desk.imports.vocabulary import Vocabulary
from enterprises.models import Employer
from jobs.enums import PostingState
from jobs.models import Posting


@dataclass(slots=True)
class PostingPlan:
    """`action`: new, unchanged, or '' where a finding keeps the row out. `draft`: the law forbids it as it stands."""

    row: OpeningRow
    action: str = ""
    employer: Employer | None = None
    posting: Posting | None = None
    district: object = None
    content: dict = field(default_factory=dict)
    certificates: list = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        return self.row.findings

    @property
    def draft(self) -> bool:
        return any(f.status == BLOCK for f in self.findings)


def plan_postings(openings: list[OpeningRow], tables: list[Table], community, law: Law) -> list[PostingPlan]:
    words = Vocabulary(community)
    titles = {table.sheet: district_above(table, words) for table in reversed(tables)}
    books, out = Books(community, openings), []
    for opening in openings:
        plan = PostingPlan(opening, district=district_of(opening, titles, words, community))
        law.judge(opening, plan.district)
        place(plan, books)
        plan.content, plan.certificates = content_of(opening, words), words.certificates(opening.requirements)
        out.append(plan)
    return out


def district_above(table: Table, words: Vocabulary):
    return next((found for text in table.above if (found := words.district(text))), None)


def district_of(opening: OpeningRow, titles: dict, words: Vocabulary, community):
    """Named in the row, else in the sheet's title, else the community's."""
    named = (opening.district and words.district(opening.district)) or (opening.place and words.district(opening.place))
    return named or titles.get(opening.sheet) or words.home_district


def place(plan: PostingPlan, books: "Books") -> None:
    """Find employer and posting on the books; decide what the row is."""
    if worst(plan.findings) in ("error", "duplicate"):
        return
    plan.employer = books.employer(plan.row)
    plan.posting = books.postings.get(plan.row.key)
    if plan.posting is not None and plan.posting.state == PostingState.CLOSED:
        plan.row.add(ARCHIVED, "岗位名称", "closed", "这个岗位已经关闭，导入不会重新打开。还要招，请照着它新发一个。")
        return
    other = books.other_code(plan.row) if plan.employer is None else None
    if other:
        plan.row.add(
            CONFLICT,
            "统一社会信用代码",
            "code-differs",
            f"系统里同名的单位登记的代码是 {other}，和表里不一样。没有存，请对照营业执照核对是不是同一家。",
        )
        return
    plan.action = UNCHANGED if plan.posting else NEW


def content_of(opening: OpeningRow, words: Vocabulary) -> dict:
    """Fields of a posting as jobs.actions.create_posting takes them."""
    occupations = words.occupations(opening.title)
    return {
        "title": opening.title,
        "occupation": occupations[0] if occupations else None,
        "employment_type": opening.employment_type,
        "headcount": opening.headcount,
        "duties": opening.duties,
        "requirements": opening.requirements,
        "pay_min": opening.pay.low,
        "pay_max": opening.pay.high,
        "pay_unit": opening.pay.unit or "month",
        "pay_note": opening.pay_words[:120],
        "probation_months": opening.probation_months,
        "insurance_note": opening.benefits[:60],
        "board": opening.pay.board or "吃" in opening.benefits,
        "lodging": opening.pay.lodging or "住" in opening.benefits,
        "shift": opening.hours.shift,
        "starts_at_time": opening.hours.starts,
        "ends_at_time": opening.hours.ends,
        "hours_per_day": opening.hours.per_day,
        "days_per_week": opening.hours.per_week,
        "hours_note": opening.hours_words,
        "address": opening.place,
        "education_min": opening.education_min,
        "contact_name": opening.employer.contact,
        "contact_phone": opening.employer.phone or None,
        "valid_until": opening.valid_until,
    }


class Books:
    """Employers by code and name, and postings of this community by the fingerprint of their row."""

    def __init__(self, community, openings: list[OpeningRow]):
        self.by_code, self.by_name, self.postings = {}, defaultdict(list), {}
        codes = sorted({o.employer.credit_code for o in openings if o.employer.credit_code})
        for row in chunked(Employer.objects.order_by("pk"), "credit_code__in", codes):
            self.by_code[row.credit_code] = row
        names = sorted({o.employer.name for o in openings if o.employer.name})
        for row in chunked(Employer.objects.filter(community=community).order_by("pk"), "name__in", names):
            self.by_name[row.name].append(row)
        keys = sorted({o.key for o in openings})
        for row in chunked(Posting.objects.filter(community=community).order_by("pk"), "import_key__in", keys):
            self.postings[row.import_key] = row

    def employer(self, opening: OpeningRow) -> Employer | None:
        who = opening.employer
        if who.credit_code:
            known = self.by_code.get(who.credit_code)
            return known or next((row for row in self.by_name[who.name] if not row.credit_code), None)
        return self.by_name[who.name][0] if len(self.by_name[who.name]) == 1 else None

    def other_code(self, opening: OpeningRow) -> str:
        """The code a firm of this name has on the books, where the sheet's is another one."""
        who = opening.employer
        return (
            next((row.credit_code for row in self.by_name[who.name] if row.credit_code), "") if who.credit_code else ""
        )


def chunked(rows, lookup: str, values: list):
    for start in range(0, len(values), CHUNK):
        yield from rows.filter(**{lookup: values[start : start + CHUNK]})
