"""Rows loaded for the engine in a fixed number of queries: the postings, the people, the ground they stand on."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np

from jobs.enums import EmploymentType
from jobs.models import Posting
from jobs.queries import reply_records
from matching.adapters import POSTING_COLUMNS, RESIDENT_COLUMNS, Profile, posting_facts, seeker_facts
from matching.engine import pay
from matching.engine.building import postings_from, seekers_from
from matching.engine.columns import Postings, Seekers
from matching.engine.facts import SeekerFacts
from matching.engine.local import Local
from matching.engine.results import Ground
from matching.lexicons import Words, load_words
from reference.queries import SPEED_KEYS, local_rules
from residents.models import (
    HardshipRecognition,
    Resident,
    ResidentCertificate,
    ResidentSkill,
    WishedOccupation,
    WorkExperience,
)

ENOUGH_FOR_A_MEDIAN = 5  # fewer postings are no "around here"
SHORT_HOURS = (EmploymentType.PART_TIME, EmploymentType.DAY_LABOUR, EmploymentType.DOMESTIC)


@dataclass(frozen=True)
class Base:
    """Everything a ranking needs besides people and postings, for one community and day."""

    words: Words
    ground: Ground

    def seeker(self, facts: SeekerFacts) -> Seekers:
        return seekers_from([facts], self.words.lexicon)


@dataclass(frozen=True)
class Board:
    """Postings as columns; `pks[row]` is the id of the posting in that row."""

    pks: list[int]
    columns: Postings

    def posting(self, number: int) -> Postings:
        return self.columns.take([number])


def base(community, on: date) -> Base:
    """Two queries once the words are read. `community` may be None: then the settings that hold everywhere."""
    rules = local_rules(community, on)
    words = load_words(rules)
    return Base(words, Ground(words.lexicon, on, local=local_of(rules)))


def local_of(rules: dict[str, object]) -> Local:
    """The local rules the engine is told; what nobody set keeps the engine's standard."""
    numbers = {name: float(rules[key]) for key, name in SPEED_KEYS.items() if key in rules}
    if "monthly_work_days" in rules:
        numbers["paid_days"] = float(rules["monthly_work_days"])
    for key in ("night_from", "night_until"):
        if key in rules:
            hours, minutes = str(rules[key]).split(":")
            numbers[key] = int(hours) * 60 + int(minutes)
    return Local(**numbers)


def board(postings, base: Base) -> Board:
    """Four queries for any number of postings (a queryset of jobs.Posting), without making objects of them."""
    on, words, local = base.ground.on, base.words, base.ground.local
    rows = list(postings.values_list(*POSTING_COLUMNS, named=True))
    named = _by_owner(Posting.certificates.through, postings, "posting", "certificatekind__slug")
    records = reply_records({row.employer_id for row in rows})
    medians = local_medians({row.community_id for row in rows}, on, local)
    facts = [_facts(row, words, named[row.pk], medians, records.get(row.employer_id)) for row in rows]
    return Board([row.pk for row in rows], postings_from(facts, words.lexicon, local))


def people(residents, base: Base) -> list[SeekerFacts]:
    """Facts of every person of a queryset; six queries however many they are."""
    rows = list(residents.values_list(*RESIDENT_COLUMNS, named=True))
    wished = _by_owner(WishedOccupation, residents, "wish__resident", "occupation__code", order="rank")
    skills = _by_owner(ResidentSkill, residents, "resident", "skill__slug", "level", "years", "verified_at")
    works = _by_owner(WorkExperience, residents, "resident", "occupation__code", "years")
    papers = ("kind__slug", "issued_on", "expires_on", "kind__valid_months")
    certificates = _by_owner(ResidentCertificate, residents, "resident", *papers)
    recognitions = _by_owner(HardshipRecognition, residents, "resident", "category", "from_on", "to_on")
    return [
        seeker_facts(
            row,
            Profile(
                [code for (code,) in wished[row.pk]],
                skills[row.pk],
                [work for work in works[row.pk] if work[0]],
                certificates[row.pk],
                recognitions[row.pk],
            ),
            base.words,
            base.ground.on,
        )
        for row in rows
    ]


def person(resident, base: Base) -> SeekerFacts:
    """One person's facts."""
    return people(Resident.objects.filter(pk=resident.pk), base)[0]


def local_medians(community_ids, on: date, local: Local) -> dict[tuple[int, str], float]:
    """(community id, pay group) → middle of the hourly pay of its live postings, where there are enough. One query."""
    rows = Posting.objects.live(on).filter(community__in=community_ids).exclude(pay_min=None)
    rates = defaultdict(list)
    for community, amount, unit, hours, days, kind in rows.order_by("pk").values_list(
        "community_id", "pay_min", "pay_unit", "hours_per_day", "days_per_week", "employment_type"
    ):
        rate = pay.hourly(amount, unit, pay.UNKNOWN if hours is None else float(hours), days, local.paid_days)
        if not np.isnan(rate):
            rates[community, pay_group(unit, kind)].append(rate)
    return {key: float(np.median(found)) for key, found in rates.items() if len(found) >= ENOUGH_FOR_A_MEDIAN}


def _by_owner(model, owners, path: str, *columns, order: str = "pk") -> defaultdict[int, list[tuple]]:
    """id of the owner → tuples of its rows. One query, no objects: a prefetch costs as much as all the rest."""
    rows = model.objects.filter(**{f"{path}__in": owners.order_by().values("pk")}).order_by(order)
    found = defaultdict(list)
    for owner, *values in rows.values_list(f"{path}_id" if "__" not in path else path, *columns):
        found[owner].append(tuple(values))
    return found


def pay_group(unit: str, employment_type: str) -> str:
    """What is compared with what: a month's wage with months' wages, half days with half days."""
    return "half" if employment_type in SHORT_HOURS else unit


def _facts(row, words, named, medians, record):
    """Applications whose time to answer still runs say nothing about the employer yet."""
    asked, answered = (record.applied - record.waiting, record.in_time) if record else (0, 0)
    median = medians.get((row.community_id, pay_group(row.pay_unit, row.employment_type)))
    return posting_facts(
        row,
        words,
        named=frozenset(slug for (slug,) in named),
        median_rate=median,
        asked=asked,
        answered=min(answered, asked),
    )
