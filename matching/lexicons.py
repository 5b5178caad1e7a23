"""The reference tables as the engine's lexicon: which work is close to which, which certificate the law demands."""

from collections import defaultdict
from dataclasses import dataclass

from matching.engine.lexicon import Lexicon, Link
from reference.models import (
    CertificateCover,
    CertificateKind,
    Occupation,
    OccupationCertificate,
    OccupationSkill,
    Skill,
    SkillTransfer,
)

# What can be had around the corner within days, where the office has not said otherwise (local rule of that name).
AT_HAND = ("health",)


@dataclass(frozen=True)
class Words:
    """A lexicon and what only the adapters need: `required` = occupation id → slugs of certificates the law demands,
    `lawful` = all of these, `covers` = certificate → what else it counts as."""

    lexicon: Lexicon
    required: dict[int, frozenset[str]]
    lawful: frozenset[str]
    covers: dict[str, list[str]]


def load_words(rules: dict[str, object]) -> Words:
    """Seven queries, however many rows; `rules` are the local rules of the community."""
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
        obtainable=frozenset(rules.get("certificates_at_hand", AT_HAND)) & kinds.keys(),
    )
    return Words(lexicon, required, frozenset().union(*required.values()), _covers())


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
