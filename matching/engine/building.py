"""Facts become columns. Rows are read through the allow-list, whatever object carries them."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from matching.engine import columns as col
from matching.engine import pay
from matching.engine.arrays import Array
from matching.engine.columns import KIND_BIT, TRAVEL, Postings, Seekers, fit_code, stable_hash
from matching.engine.facts import POSTING_FIELDS, SEEKER_FIELDS, Ability, AgeBand, Kind
from matching.engine.guard import AllowList
from matching.engine.lexicon import Lexicon
from matching.engine.local import STANDARD, Local

POSTING_FLAGS = (
    "public_welfare",
    "traineeship",
    "only_over_age",
    "accepts_over_age",
    "at_home",
    "away",
    "own_hours",
    "rotating",
    "hazardous",
    "lodging",
)
SEEKER_FLAGS = ("no_nights", "no_weekends", "no_standing", "needs_lodging", "public_welfare")
SEEKER_NUMBERS = (
    "max_minutes",
    "drop_off",
    "pick_up",
    "free_from",
    "free_until",
    "max_lift_kg",
    "floor_month",
    "floor_hour",
)


def postings_from(rows: Iterable[Any], lexicon: Lexicon, local: Local = STANDARD) -> Postings:
    """Objects with the attributes of PostingFacts → columns. Anything else they carry is not read."""
    rows = [AllowList(row, POSTING_FIELDS) for row in rows]
    made = _common(rows)
    for name in ("start", "end", "lift_kg", "median_rate"):
        made[name] = _numbers(rows, name)
    for name in ("night", "weekend", "standing"):
        made[name] = _tri(rows, name)
    for name in POSTING_FLAGS:
        made[name] = _flags(rows, name)
    for name in ("law_certificates", "wanted_certificates"):
        made[name] = _masks(rows, name, lexicon)
    made["published"] = np.array([row.published_on.toordinal() if row.published_on else 0 for row in rows], np.int32)
    made["occupation"] = np.array([lexicon.column.get(row.occupation, -1) for row in rows], np.int32)
    made["education"] = np.array([row.education for row in rows], np.int8)
    made["asked"] = np.array([row.asked for row in rows], np.int32)
    made["answered"] = np.array([row.answered for row in rows], np.int32)
    return Postings(**made, **_pay_columns(rows, local.paid_days))


def seekers_from(rows: Iterable[Any], lexicon: Lexicon) -> Seekers:
    """Objects with the attributes of SeekerFacts → columns. Anything else they carry is not read."""
    rows = [AllowList(row, SEEKER_FIELDS) for row in rows]
    made = _common(rows)
    for name in SEEKER_NUMBERS:
        made[name] = _numbers(rows, name)
    for name in SEEKER_FLAGS:
        made[name] = _flags(rows, name)
    made["travel"] = np.array([TRAVEL.index(row.travel) for row in rows], np.int8)
    made["traineeship"] = _tri(rows, "traineeship")
    made["certificates"] = _masks(rows, "certificates", lexicon)
    made["certificates_known"] = np.array([row.certificates is not None for row in rows], bool)
    made["education"] = np.array([-1 if row.education is None else row.education for row in rows], np.int8)
    made["legal_age_band"] = np.array([AgeBand(row.legal_age_band) for row in rows], np.int8)
    made["wish"] = _stack([_wish_row(row.wishes, lexicon) for row in rows], lexicon)
    made["fit"] = _stack([_fit_row(row.abilities, lexicon) for row in rows], lexicon)
    made["teachable"] = _stack([_class_row(row.abilities, lexicon) for row in rows], lexicon).astype(bool)
    made["at_hand"] = np.broadcast_to(lexicon.obtainable_mask, made["certificates"].shape)
    made["abilities"] = np.empty(len(rows), object)
    for number, row in enumerate(rows):
        made["abilities"][number] = tuple(row.abilities)
    return Seekers(**made)


def _common(rows: list[Any]) -> dict[str, Array]:
    return {
        "id": np.array([row.id for row in rows], object),
        "tie": np.array([stable_hash(row.id) for row in rows], np.uint64),
        "map": np.array([stable_hash(row.map) if row.map else 0 for row in rows], np.uint64),
        "kinds": np.array([sum(KIND_BIT[Kind(kind)] for kind in row.kinds) for row in rows], np.uint8),
        "x": _numbers(rows, "x"),
        "y": _numbers(rows, "y"),
    }


def _numbers(rows: list[Any], name: str) -> Array:
    values = (getattr(row, name) for row in rows)
    return np.array([np.nan if value is None else float(value) for value in values], np.float64)


def _flags(rows: list[Any], name: str) -> Array:
    return np.array([bool(getattr(row, name)) for row in rows], bool)


def _tri(rows: list[Any], name: str) -> Array:
    values = (getattr(row, name) for row in rows)
    return np.array([-1 if value is None else int(value) for value in values], np.int8)


def _masks(rows: list[Any], name: str, lexicon: Lexicon) -> Array:
    masks = [lexicon.certificate_mask(getattr(row, name) or ()) for row in rows]
    return np.array(masks, np.uint64).reshape(len(rows), lexicon.words)


def _stack(rows: list[Array], lexicon: Lexicon) -> Array:
    return np.array(rows, np.uint8).reshape(len(rows), len(lexicon.occupations) + 1)


def _pay_columns(rows: list[Any], paid_days: float) -> dict[str, Array]:
    made = {name: np.empty(len(rows)) for name in ("month_low", "month_high", "rate_low", "rate_high", "hours_day")}
    for number, row in enumerate(rows):
        hours = pay.hours_a_day(row.hours_day, row.start, row.end, row.own_hours)
        high = row.pay_low if row.pay_high is None else row.pay_high
        made["hours_day"][number] = hours
        for edge, amount in (("low", row.pay_low), ("high", high)):
            made[f"month_{edge}"][number] = pay.monthly(amount, row.pay_unit, hours, row.days_week, paid_days)
            made[f"rate_{edge}"][number] = pay.hourly(amount, row.pay_unit, hours, row.days_week, paid_days)
    return made


def _wish_row(wishes: tuple[str, ...], lexicon: Lexicon) -> Array:
    row = np.full(len(lexicon.occupations) + 1, col.WISH_OTHER if wishes else col.WISH_NONE_SAID, np.uint8)
    row[-1] = col.WISH_NONE_SAID
    for wished in wishes:
        if wished in lexicon.column:
            row[lexicon.close_to(wished)] = col.WISH_CLOSE
    for code, wished in zip((col.WISH_FIRST, col.WISH_SECOND, col.WISH_THIRD), wishes, strict=False):
        if wished in lexicon.column:
            row[lexicon.column[wished]] = code
    return row


def _fit_row(abilities: tuple[Ability, ...], lexicon: Lexicon) -> Array:
    row = np.full(len(lexicon.occupations) + 1, col.FIT_OTHER if abilities else col.FIT_NONE_SAID, np.uint8)
    row[-1] = col.FIT_NONE_SAID
    for ability in abilities:
        for occupation, link in lexicon.links_of.get(ability.slug, {}).items():
            column = lexicon.column[occupation]
            row[column] = max(row[column], fit_code(ability, link))
    return row


def _class_row(abilities: tuple[Ability, ...], lexicon: Lexicon) -> Array:
    row = np.zeros(len(lexicon.occupations) + 1, np.uint8)
    for ability in abilities:
        for occupation, link in lexicon.links_of.get(ability.slug, {}).items():
            row[lexicon.column[occupation]] |= bool(link.course)
    return row
