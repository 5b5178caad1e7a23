"""The reference tables as the engine's lexicon: which work is close to which, which certificate the law demands."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from django.db import connection
from django.db.models import Count, Max, Value

from matching.engine.lexicon import Lexicon, Link
from reference.models import (
    CertificateCover,
    CertificateKind,
    LoadedFile,
    Occupation,
    OccupationCertificate,
    OccupationSkill,
    Skill,
    SkillTransfer,
)

TABLES = (
    Occupation,
    Skill,
    OccupationSkill,
    SkillTransfer,
    CertificateKind,
    CertificateCover,
    OccupationCertificate,
)
# What can be had around the corner within days, where the office has not said otherwise (local rule of that name).
AT_HAND = ("health",)


@dataclass(frozen=True)
class Words:
    """A lexicon and what only the adapters need: `codes` = occupation id → code, `required` = occupation id → slugs of certificates the law demands,
    `lawful` = all of these, `covers` = certificate → what else it counts as."""

    lexicon: Lexicon
    codes: dict[int, str]
    required: dict[int, frozenset[str]]
    lawful: frozenset[str]
    covers: dict[str, list[str]]


def load_words(rules: dict[str, object]) -> Words:
    """One query; the tables are read again (seven queries) only when one of them has changed since.

    `rules` are the local rules of the community. A process keeps what it read: the version is counted in the database,
    so an officer's correction is seen by every process at its next request.
    """
    return _load(_version(), frozenset(rules.get("certificates_at_hand", AT_HAND)))


def _version() -> tuple[str, ...]:
    """Rows, newest row and last correction of every table, and when the shipped data was loaded."""
    with connection.cursor() as cursor:
        cursor.execute(*_version_query(connection.vendor))
        return tuple(sorted(str(row) for row in cursor.fetchall()))


@cache
def _version_query(vendor: str) -> tuple[str, tuple]:
    """Asked by every page: putting the eight parts together takes longer than the answer."""
    stamps = [_stamp(LoadedFile, "loaded_at"), *(_stamp(model, "edited_at") for model in TABLES)]
    return stamps[0].union(*stamps[1:], all=True).query.sql_with_params()


def _stamp(model, moment: str):
    named = model.objects.order_by().values(table=Value(model.__name__))
    return named.annotate(rows=Count("pk"), top=Max("pk"), at=Max(moment)).values_list("table", "rows", "top", "at")


@lru_cache(maxsize=16)
def _load(version: tuple, at_hand: frozenset[str]) -> Words:
    occupations = list(Occupation.objects.order_by("pk").values_list("pk", "code", "name", "group"))
    skills = list(Skill.objects.order_by("pk").values_list("pk", "slug", "name"))
    kinds = dict(CertificateKind.objects.order_by("pk").values_list("slug", "name"))
    required = _required()
    lexicon = Lexicon(
        occupations={code: name for _pk, code, name, _group in occupations},
        groups={code: group for _pk, code, _name, group in occupations},
        abilities={f"work:{code}": name for _pk, code, name, _group in occupations}
        | {f"skill:{slug}": name for _pk, slug, name in skills},
        links=_links({pk: code for pk, code, *_ in occupations}, {pk: slug for pk, slug, _ in skills}),
        certificates=kinds,
        obtainable=at_hand & kinds.keys(),
    )
    codes = {pk: code for pk, code, *_ in occupations}
    return Words(lexicon, codes, required, frozenset().union(*required.values()), _covers())


def _required() -> dict[int, frozenset[str]]:
    found = defaultdict(set)
    rows = OccupationCertificate.objects.filter(required_by_law=True).order_by("pk")
    for occupation, slug in rows.values_list("occupation_id", "certificate__slug"):
        found[occupation].add(slug)
    return {occupation: frozenset(slugs) for occupation, slugs in found.items()}


def _covers() -> dict[str, list[str]]:
    found = defaultdict(list)
    for holder, covered in CertificateCover.objects.order_by("pk").values_list("holder__slug", "covered__slug"):
        found[holder].append(covered)
    return dict(found)


def _links(codes: dict[int, str], slugs: dict[int, str]) -> dict[tuple[str, str], Link]:
    """A skill an occupation is made of is an exact link; a transfer never takes its place."""
    links = {}
    rows = SkillTransfer.objects.order_by("-weight", "pk")
    for skill, work, to, weight, sentence, course in rows.values_list(
        "from_skill_id", "from_occupation_id", "to_occupation_id", "weight", "sentence", "course"
    ):
        ability = f"skill:{slugs[skill]}" if skill else f"work:{codes[work]}"
        links.setdefault((ability, codes[to]), Link(float(weight), sentence=sentence, course=course))
    for occupation, skill in OccupationSkill.objects.order_by("pk").values_list("occupation_id", "skill_id"):
        links[f"skill:{slugs[skill]}", codes[occupation]] = Link(exact=True)
    return links
