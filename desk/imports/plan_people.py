"""Compares the people of a sheet with those on the books and says what would happen to each. Writes nothing."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from core.calendar import local_date
from core.fields import blind_index
from core.identity import names
from desk.imports.findings import ARCHIVED, CONFLICT, ERROR, Finding
from desk.imports.homes import home_key
from desk.imports.people import PersonRow, in_words, same_birth
from desk.imports.vocabulary import Vocabulary
from residents.enums import Relation, SkillLevel
from residents.models import Resident, ResidentContact, ResidentSkill, WishedOccupation

NEW, UPDATE, UNCHANGED = "new", "update", "unchanged"
CHUNK = 500
# What the sheet calls a fact, for the message of a conflict.
LABELS = {"name": "姓名", "born_on": "出生日期", "sex": "性别", "education": "文化程度", "labour_status": "就业状况", "household_relation": "与户主关系", "address_text": "住址", "phone": "电话", "id_number": "身份证号"}  # fmt: skip
_GONE = {"remark-died", "remark-moved", "remark-not-found", "remark-refused", "remark-imprisoned"}


@dataclass(slots=True)
class PersonPlan:
    """`action`: new, update, unchanged, or '' where a finding keeps the row out."""

    row: PersonRow
    action: str = ""
    resident: Resident | None = None
    facts: dict = field(default_factory=dict)
    contacts: list = field(default_factory=list)
    skills: list = field(default_factory=list)
    wish: dict = field(default_factory=dict)
    occupations: list = field(default_factory=list)
    household: str = ""
    seeking_from: date | None = None

    @property
    def findings(self) -> list[Finding]:
        return self.row.findings


def plan_people(people: list[PersonRow], community, *, said_on: dict, on: date) -> list[PersonPlan]:
    """`said_on`: {sheet name: the day the sheet was filled in, or None}."""
    words, books = Vocabulary(community), Books(community, people)
    return [plan_person(person, books, words, said_on.get(person.sheet), on) for person in people]


def plan_person(person: PersonRow, books: "Books", words: Vocabulary, said_on: date | None, on: date) -> PersonPlan:
    plan = PersonPlan(person)
    if any(f.status in (ERROR, "duplicate") for f in person.findings):
        return plan
    found = books.find(person)
    if isinstance(found, str):
        person.add(CONFLICT, "姓名", "several-alike", found)
        return plan
    if found is None:
        fill_new(plan, words, said_on or on)
        return plan
    plan.resident = found
    if found.archived_at is not None:
        person.add(ARCHIVED, "姓名", "archived", archived_message(found))
        return plan
    compare(plan, found, words)
    return plan


def archived_message(resident: Resident) -> str:
    day = local_date(resident.archived_at)
    return f"这个人 {day} 已归档（{resident.get_archive_reason_display()}），导入不会重新打开。要恢复请到居民页办。"


def fill_new(plan: PersonPlan, words: Vocabulary, day: date) -> None:
    plan.action = NEW
    plan.facts = {name: value for name, value in facts_of(plan.row).items() if value not in (None, "")}
    plan.contacts, plan.household = list(plan.row.phones), household_key(plan.row)
    plan.skills, unplaced = skills_of(plan.row, words)
    plan.facts["note"] = note_of(plan.row, unplaced)
    if plan.row.home and (place := words.place(plan.row.home)):
        plan.facts["place"] = place
    plan.wish, plan.occupations = wish_of(plan.row, words)
    plan.seeking_from = day if seeks(plan) else None


def facts_of(person: PersonRow) -> dict:
    return {
        "name": person.name,
        "id_number": person.id_number or None,
        "born_on": person.born_on,
        "sex": person.sex,
        "education": person.education,
        "labour_status": person.labour_status,
        "household_relation": person.relation,
        "address_text": person.home[:120],
    }


def note_of(person: PersonRow, unplaced: list[str]) -> str:
    parts = [person.note, "特长:" + "、".join(unplaced) if unplaced else ""]
    if person.born_month and not person.born_on:
        parts.append(in_words(person.born_month) + "生")
    return ";".join(part for part in parts if part)[:500]


def skills_of(person: PersonRow, words: Vocabulary) -> tuple[list, list[str]]:
    """((Skill, level, evidence), …) and the words that name no skill."""
    found, unplaced = {}, []
    for text in person.skills:
        level = SkillLevel.CERTIFIED if "证" in text else SkillLevel.SOME
        owners = words.skills(text)
        for owner in owners:
            found.setdefault(owner, (owner, level.value, text))
        if not owners:
            unplaced.append(text)
    return list(found.values()), unplaced


def wish_of(person: PersonRow, words: Vocabulary) -> tuple[dict, list]:
    said = person.wishes
    # What she can lift or stand is about her body and needs her own consent: it stays in her own words.
    wish = {name: getattr(said, name) for name in ("no_nights", "picks_up_child", "no_weekends", "needs_lodging", "free_from", "free_until", "wants_training", "wants_business", "kinds")}  # fmt: skip
    wish |= {"own_words": said.words, "monthly_floor": person.monthly_floor, "hourly_floor": person.hourly_floor}
    occupations = [owners[0] for text in said.work if (owners := words.occupations(text))]
    return {name: value for name, value in wish.items() if value not in (None, "", [])}, list(
        dict.fromkeys(occupations)
    )[:3]


def seeks(plan: PersonPlan) -> bool:
    """She named work or terms, and nothing says that she is gone, refuses or does not look."""
    said = plan.row.wishes
    wants = bool(said.words or plan.row.monthly_floor or plan.row.hourly_floor)
    return wants and not said.not_seeking and not any(f.code in _GONE for f in plan.findings)


def household_key(person: PersonRow) -> str:
    return person.home[:30] if person.home_key else ""


def compare(plan: PersonPlan, resident: Resident, words: Vocabulary) -> None:
    """What the sheet says otherwise: a conflict where a person or an officer stands behind the stored value."""
    person = plan.row
    changes = {name: value for name, value in facts_of(person).items() if differs(name, value, resident)}
    numbers = {contact.number_index for contact in resident.numbers_in_use}
    plan.contacts = [(n, whose) for n, whose in person.phones if blind_index("phone", n) not in numbers]
    disputed = [name for name in changes if name != "id_number" and getattr(resident, name) not in (None, "")]
    own = any(contact.relation == Relation.SELF for contact in resident.numbers_in_use)
    if own and any(whose == Relation.SELF for _, whose in plan.contacts):
        disputed.append("phone")
    if disputed and resident.last_verified_at is not None:
        tell_conflict(plan, resident, disputed)
        return
    plan.facts = changes
    add_what_is_missing(plan, resident, words)
    changed = plan.facts or plan.contacts or plan.skills or plan.wish or plan.occupations or plan.household
    plan.action = UPDATE if changed else UNCHANGED


def differs(name: str, value, resident: Resident) -> bool:
    if value in (None, ""):
        return False
    stored = getattr(resident, name) if name != "id_number" else None
    if name == "id_number":
        return resident.id_index is None
    if name == "name":
        return stored != value and names.normalise(stored) != value
    if name == "address_text":
        return home_key(stored) != home_key(value) if home_key(value) else stored != value
    return stored != value


def tell_conflict(plan: PersonPlan, resident: Resident, disputed: list[str]) -> None:
    what = "、".join(LABELS.get(name, name) for name in disputed)
    day = local_date(resident.last_verified_at)
    plan.findings.append(
        Finding(
            CONFLICT,
            what,
            "differs-from-verified",
            f"{what}和系统里不一样，系统里的 {day} 由本人或社区核实过。没有改，请核对后到居民页选哪一个。",
        )
    )


def add_what_is_missing(plan: PersonPlan, resident: Resident, words: Vocabulary) -> None:
    person = plan.row
    skills, unplaced = skills_of(person, words)
    has = {skill.skill_id for skill in resident.known_skills}
    plan.skills = [found for found in skills if found[0].pk not in has]
    note = note_of(person, unplaced)
    if note and note not in resident.note:
        plan.facts["note"] = ";".join(part for part in (resident.note, note) if part)[:500]
        if plan.facts["note"] == resident.note or resident.last_verified_at and resident.note:
            del plan.facts["note"]
    if person.home and not resident.place_id and (place := words.place(person.home)):
        plan.facts["place"] = place
    moved = "address_text" in plan.facts and resident.last_verified_at is None
    if household_key(person) and (not resident.household_id or moved):
        plan.household = household_key(person)
        if resident.household and resident.household.register_no == plan.household:
            plan.household = ""
    wish, occupations = wish_of(person, words)
    stored = getattr(resident, "wish", None)
    plan.wish = {name: value for name, value in wish.items() if may_set(stored, name, value, resident)}
    placed = [row.occupation_id for row in stored.placed] if stored else []
    if occupations and (not placed or (resident.last_verified_at is None and placed != [o.pk for o in occupations])):
        plan.occupations = occupations


def may_set(stored, name: str, value, resident: Resident) -> bool:
    """The sheet fills what she left open; of a record nobody verified it also replaces what an earlier sheet said."""
    held = getattr(stored, name) if stored else None
    if held in (None, "", []):
        return True
    return resident.last_verified_at is None and held != value


class Books:
    """The people of the community whom the sheet may mean, found by id number, else by name with birth, flat or phone."""

    def __init__(self, community, people: list[PersonRow]):
        self.by_index, self.by_name, self.taken = {}, defaultdict(list), set()
        self.index = {number: blind_index("id_number", number) for number in {p.id_number for p in people} if number}
        known = list(loaded(community, "id_index__in", sorted(self.index.values())))
        for resident in sorted(known, key=lambda r: r.archived_at is None):
            self.by_index[resident.id_index] = resident
        wanted = {p.name for p in people if p.name and self.index.get(p.id_number) not in self.by_index}
        for resident in loaded(community, "name__in", sorted(wanted)):
            self.by_name[resident.name].append(resident)

    def find(self, person: PersonRow) -> Resident | str | None:
        """The resident, None, or a sentence where several might be meant."""
        found = self.by_index.get(self.index.get(person.id_number))
        if found is None:
            found = self.by_other_marks(person)
        if isinstance(found, Resident):
            self.taken.add(found.pk)
        return found

    def by_other_marks(self, person: PersonRow) -> Resident | str | None:
        rated = [(marks(person, r), r) for r in self.by_name.get(person.name, ()) if not contradicts(person, r)]
        rated = [(score, r) for score, r in rated if score or (nameless(person) and not r.id_index)]
        best = [r for score, r in rated if score == max(s for s, _ in rated)]
        if len(best) > 1 and nameless(person):
            return next((r for r in best if r.pk not in self.taken), best[0])
        if len(best) > 1:
            return f"系统里有 {len(best)} 位叫{names.mask(person.name)}的人都像这一行。请补上身份证号，或到居民页核对后再导入。"
        return best[0] if best else None


def nameless(person: PersonRow) -> bool:
    """A row that says nothing but a name."""
    return not (person.id_number or person.born_on or person.born_month or person.home_key or person.phones)


def contradicts(person: PersonRow, resident: Resident) -> bool:
    if person.id_number and resident.id_index:
        return True
    if not resident.born_on:
        return False
    if person.born_on:
        return person.born_on != resident.born_on
    return bool(person.born_month) and not same_birth(person.born_month, resident.born_on)


def marks(person: PersonRow, resident: Resident) -> int:
    same_birth = bool(person.born_on) and person.born_on == resident.born_on
    same_home = bool(person.home_key) and person.home_key == home_key(resident.address_text)
    numbers = {contact.number_index for contact in resident.numbers_in_use}
    same_phone = any(blind_index("phone", number) in numbers for number, _ in person.phones)
    return 2 * same_birth + 2 * same_home + 2 * same_phone


def loaded(community, lookup: str, values: list):
    rows = Resident.objects.filter(community=community).select_related("wish", "household")
    for start in range(0, len(values), CHUNK):
        found = rows.filter(**{lookup: values[start : start + CHUNK]}).order_by("pk")
        yield from found.prefetch_related(
            Prefetch(
                "contacts", ResidentContact.objects.filter(retired_at__isnull=True).order_by("pk"), "numbers_in_use"
            ),
            Prefetch("skills", ResidentSkill.objects.order_by("pk"), "known_skills"),
            Prefetch("wish__occupations", WishedOccupation.objects.order_by("rank"), "placed"),
        )
