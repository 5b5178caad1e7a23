"""Facts become columns. Of any object only the attributes on the list are read."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import numpy as np

from matching.engine import columns as col
from matching.engine import pay
from matching.engine.arrays import Array
from matching.engine.columns import KIND_BIT, TRAVEL, Postings, Seekers, fit_code, stable_hash
from matching.engine.facts import POSTING_FIELDS, SEEKER_FIELDS, Ability, AgeBand, Kind
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
    data = _listed(rows, POSTING_FIELDS)
    made = _common(data)
    made |= {name: _numbers(data[name]) for name in ("start", "end", "lift_kg", "median_rate")}
    made |= {name: _tri(data[name]) for name in ("night", "weekend", "standing")}
    made |= {name: np.array(data[name], bool) for name in POSTING_FLAGS}
    made |= {name: _masks(data[name], lexicon) for name in ("law_certificates", "wanted_certificates")}
    made |= {name: np.array(data[name], np.int32) for name in ("asked", "answered")}
    made["published"] = np.array([day.toordinal() if day else 0 for day in data["published_on"]], np.int32)
    made["occupation"] = np.array([lexicon.column.get(code, -1) for code in data["occupation"]], np.int32)
    made["education"] = np.array(data["education"], np.int8)
    return Postings(**made, **_pay_columns(data, local.paid_days))


def seekers_from(rows: Iterable[Any], lexicon: Lexicon) -> Seekers:
    """Objects with the attributes of SeekerFacts → columns. Anything else they carry is not read."""
    data = _listed(rows, SEEKER_FIELDS)
    made = _common(data)
    made |= {name: _numbers(data[name]) for name in SEEKER_NUMBERS}
    made |= {name: np.array(data[name], bool) for name in SEEKER_FLAGS}
    made["travel"] = np.array([TRAVEL.index(mode) for mode in data["travel"]], np.int8)
    made["traineeship"] = _tri(data["traineeship"])
    made["certificates"] = _masks(data["certificates"], lexicon)
    made["certificates_known"] = np.array([held is not None for held in data["certificates"]], bool)
    made["at_hand"] = np.broadcast_to(lexicon.obtainable_mask, made["certificates"].shape)
    made["education"] = _tri(data["education"])
    made["legal_age_band"] = np.array([AgeBand(band) for band in data["legal_age_band"]], np.int8)
    made["wish"] = _stack([_wish_row(wishes, lexicon) for wishes in data["wishes"]], lexicon)
    made["fit"] = _stack([_fit_row(abilities, lexicon) for abilities in data["abilities"]], lexicon)
    made["teachable"] = _stack([_class_row(abilities, lexicon) for abilities in data["abilities"]], lexicon).astype(
        bool
    )
    made["abilities"] = _objects(data["abilities"])
    return Seekers(**made)


def _listed(rows: Iterable[Any], names: tuple[str, ...]) -> dict[str, tuple[Any, ...]]:
    """name → values down the rows. Only the names on the list are read, whatever else an object carries."""
    read = attrgetter(*names)
    table = list(zip(*(read(row) for row in rows), strict=True))
    return dict(zip(names, table, strict=True)) if table else dict.fromkeys(names, ())


def _common(data: dict[str, tuple[Any, ...]]) -> dict[str, Array]:
    return {
        "id": _objects(data["id"]),
        "tie": np.array([stable_hash(id) for id in data["id"]], np.uint64),
        "map": np.array([stable_hash(name) if name else 0 for name in data["map"]], np.uint64),
        "kinds": np.array([sum(KIND_BIT[Kind(kind)] for kind in kinds) for kinds in data["kinds"]], np.uint8),
        "x": _numbers(data["x"]),
        "y": _numbers(data["y"]),
    }


def _objects(values: tuple[Any, ...]) -> Array:
    made = np.empty(len(values), object)
    for number, value in enumerate(values):
        made[number] = value
    return made


def _numbers(values: tuple[Any, ...]) -> Array:
    return np.array([np.nan if value is None else value for value in values], np.float64)


def _tri(values: tuple[Any, ...]) -> Array:
    """None → -1."""
    return np.array([-1 if value is None else value for value in values], np.int8)


def _masks(sets: tuple[Any, ...], lexicon: Lexicon) -> Array:
    made = np.zeros((len(sets), lexicon.words), np.uint64)
    for number, slugs in enumerate(sets):
        if slugs:
            made[number] = lexicon.certificate_mask(slugs)
    return made


def _stack(rows: list[Array], lexicon: Lexicon) -> Array:
    return np.array(rows, np.uint8).reshape(len(rows), len(lexicon.occupations) + 1)


def _pay_columns(data: dict[str, tuple[Any, ...]], paid_days: float) -> dict[str, Array]:
    """Both edges of the pay a month and an hour, and the hours a day they rest on."""
    hours = [
        pay.hours_a_day(*row)
        for row in zip(data["hours_day"], data["start"], data["end"], data["own_hours"], strict=True)
    ]
    highs = [low if high is None else high for low, high in zip(data["pay_low"], data["pay_high"], strict=True)]
    made = {"hours_day": hours}
    for edge, amounts in (("low", data["pay_low"]), ("high", highs)):
        rows = list(zip(amounts, data["pay_unit"], hours, data["days_week"], strict=True))
        made[f"month_{edge}"] = [pay.monthly(*row, paid_days) for row in rows]
        made[f"rate_{edge}"] = [pay.hourly(*row, paid_days) for row in rows]
    return {name: np.array(values, np.float64) for name, values in made.items()}


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
