"""Rows loaded for the engine in a fixed number of queries: the postings, the people, the ground they stand on."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np

from jobs.models import Posting
from jobs.queries import reply_records
from matching.adapters import posting_facts, seeker_facts
from matching.engine import pay
from matching.engine.building import postings_from, seekers_from
from matching.engine.columns import Postings, Seekers
from matching.engine.facts import SeekerFacts
from matching.engine.local import Local
from matching.engine.results import Ground
from matching.lexicons import Words, load_words
from reference.queries import SPEED_KEYS, local_rules
from residents.models import Resident

ENOUGH_FOR_A_MEDIAN = 5  # fewer postings are no "around here"
PROFILE = (
    "wish__occupations__occupation",
    "skills__skill",
    "experiences__occupation",
    "certificates__kind",
    "recognitions",
)


@dataclass(frozen=True)
class Base:
    """Everything a ranking needs besides people and postings, for one community and day."""

    words: Words
    ground: Ground

    def seeker(self, facts: SeekerFacts) -> Seekers:
        return seekers_from([facts], self.words.lexicon)


@dataclass(frozen=True)
class Board:
    """Postings as rows and as columns; row numbers of both agree."""

    rows: list[Posting]
    columns: Postings

    def posting(self, number: int) -> Postings:
        return self.columns.take([number])


def base(community, on: date) -> Base:
    """Eight queries. `community` may be None: then the settings that hold everywhere."""
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
    """Four queries for any number of postings (a queryset of jobs.Posting)."""
    on, words, local = base.ground.on, base.words, base.ground.local
    rows = list(postings.select_related("occupation", "place").prefetch_related("certificates"))
    records = reply_records({row.employer_id for row in rows})
    medians = local_medians({row.community_id for row in rows}, on, local)
    facts = [_facts(row, words, medians, records.get(row.employer_id)) for row in rows]
    return Board(rows, postings_from(facts, words.lexicon, local))


def person(resident, base: Base) -> SeekerFacts:
    """One person's facts; six queries at most."""
    return seeker_facts(people(Resident.objects.filter(pk=resident.pk)).get(), base.words, base.ground.on)


def people(residents):
    """The queryset with all that `adapters.seeker_facts` reads."""
    return residents.select_related("place", "wish").prefetch_related(*PROFILE)


def local_medians(community_ids, on: date, local: Local) -> dict[int, float]:
    """community id → middle of the hourly pay of its live postings, where there are enough of them. One query."""
    rows = Posting.objects.live(on).filter(community__in=community_ids).exclude(pay_min=None)
    rates = defaultdict(list)
    for community, amount, unit, hours, days in rows.order_by("pk").values_list(
        "community_id", "pay_min", "pay_unit", "hours_per_day", "days_per_week"
    ):
        rate = pay.hourly(amount, unit, pay.UNKNOWN if hours is None else float(hours), days, local.paid_days)
        if not np.isnan(rate):
            rates[community].append(rate)
    return {key: float(np.median(found)) for key, found in rates.items() if len(found) >= ENOUGH_FOR_A_MEDIAN}


def _facts(row, words, medians, record):
    """Applications whose time to answer still runs say nothing about the employer yet."""
    asked, answered = (record.applied - record.waiting, record.in_time) if record else (0, 0)
    median = medians.get(row.community_id)
    return posting_facts(row, words, median_rate=median, asked=asked, answered=min(answered, asked))
