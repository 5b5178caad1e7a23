"""Which file of reference/data fills which table, and how a line becomes a row."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Model

from reference import models as m
from reference.enums import AreaKind

Lines = list[dict[str, str]]
Values = list[dict]


@dataclass(frozen=True)
class DataFile:
    """`key`: the attributes that say which row a line is; `prune`: rows that left the file are removed."""

    name: str
    model: type[Model]
    key: tuple[str, ...]
    read: Callable[[Lines], Values]
    prune: bool = False
    part: str = ""

    @property
    def title(self) -> str:
        return " ".join(filter(None, (self.name, self.model.__name__, self.part)))

    @property
    def columns(self) -> list[str]:
        """What an update may change: all but the number, the code and who edited."""
        skip = {"id", "code", "edited_at", "edited_by_code"}
        return [field.name for field in self.model._meta.concrete_fields if field.name not in skip]


def _ids(model: type[Model], field: str = "name") -> dict:
    return dict(model.objects.values_list(field, "pk"))


def _area_ids() -> dict:
    return dict(m.Area.objects.exclude(official_code=None).values_list("official_code", "pk"))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> int | None:
    return int(text) if text else None


def _dates(line: dict[str, str]) -> dict:
    return {"effective_from": _day(line["effective_from"]), "effective_to": _day(line["effective_to"])}


def _areas(kind: str) -> Callable[[Lines], Values]:
    def read(lines: Lines) -> Values:
        above = {code: (pk, path) for code, pk, path in m.Area.objects.values_list("official_code", "pk", "path")}
        return [_area(line, above) for line in lines if line["kind"] == kind]

    return read


def _area(line: dict[str, str], above: dict) -> dict:
    """A district hangs on its city where it has one (not in 北京 or 仙桃), else on its province."""
    code, kind = line["code"], line["kind"]
    candidates = {AreaKind.PROVINCE: [], AreaKind.CITY: [code[:2] + "0000"]}.get(
        kind, [code[:4] + "00", code[:2] + "0000"]
    )
    parent, path = next((above[found] for found in candidates if found in above and found != code), (None, "/"))
    segment = m.Area(official_code=code, kind=kind).segment
    return {
        "official_code": code,
        "name": line["name"],
        "kind": kind,
        "parent_id": parent,
        "path": f"{path}{segment}/",
    }


def _occupations(lines: Lines) -> Values:
    return [{**line, "official": line["code"][0].isdigit()} for line in lines]


def _occupation_aliases(lines: Lines) -> Values:
    ids = _ids(m.Occupation)
    return [
        {"alias": alias, "occupation_id": ids[line["occupation"]], "dialect": line["dialect"], "shared": _yes(line)}
        for line in lines
        for alias in line["aliases"].split()
    ]


def _yes(line: dict[str, str], name: str = "shared") -> bool:
    return line[name] == "yes"


def _skills(lines: Lines) -> Values:
    return [{name: line[name] for name in ("slug", "name", "group")} for line in lines]


def _skill_aliases(lines: Lines) -> Values:
    ids = _ids(m.Skill)
    return [{"alias": alias, "skill_id": ids[line["name"]]} for line in lines for alias in line["aliases"].split()]


def _certificates(lines: Lines) -> Values:
    return [
        {
            **{name: line[name] for name in ("slug", "name", "issuer", "how_to_get")},
            "valid_months": _number(line["valid_months"]),
            "review_months": _number(line["review_months"]),
        }
        for line in lines
    ]


def _certificate_aliases(lines: Lines) -> Values:
    ids = _ids(m.CertificateKind)
    return [
        {"alias": alias, "certificate_id": ids[line["name"]]} for line in lines for alias in line["aliases"].split()
    ]


def _certificate_covers(lines: Lines) -> Values:
    ids = _ids(m.CertificateKind)
    return [
        {"holder_id": ids[line["holder"]], "covered_id": ids[name]} for line in lines for name in line["covers"].split()
    ]


def _occupation_certificates(lines: Lines) -> Values:
    occupations, certificates = _ids(m.Occupation), _ids(m.CertificateKind)
    return [
        {
            "occupation_id": occupations[name],
            "certificate_id": certificates[line["certificate"]],
            "required_by_law": _yes(line, "required_by_law"),
            "basis": line["basis"],
        }
        for line in lines
        for name in line["occupations"].split()
    ]


def _occupation_skills(lines: Lines) -> Values:
    occupations, skills = _ids(m.Occupation), _ids(m.Skill)
    return [
        {"occupation_id": occupations[line["occupation"]], "skill_id": skills[name]}
        for line in lines
        for name in line["skills"].split()
    ]


def _transfers(lines: Lines) -> Values:
    occupations, skills = _ids(m.Occupation), _ids(m.Skill)
    return [
        {
            "from_skill_id": skills[line["from_skill"]] if line["from_skill"] else None,
            "from_occupation_id": occupations[line["from_occupation"]] if line["from_occupation"] else None,
            "to_occupation_id": occupations[line["to_occupation"]],
            "weight": Decimal(line["weight"]).quantize(Decimal("0.01")),
            "sentence": line["sentence"],
            "course": line["course"],
        }
        for line in lines
    ]


def _minimum_wages(lines: Lines) -> Values:
    ids = _area_ids()
    return [
        {
            "area_id": ids[code],
            "tier": int(line["tier"]),
            "monthly": Decimal(line["monthly"]).quantize(Decimal("0.01")),
            "hourly": Decimal(line["hourly"]).quantize(Decimal("0.01")),
            "doc_no": line["doc_no"],
            **_dates(line),
        }
        for line in lines
        for code in line["areas"].split()
    ]


def _wording_rules(lines: Lines) -> Values:
    counted: dict[tuple, int] = {}
    values = []
    for line in lines:
        dates = _dates(line)
        key = (line["rule"], dates["effective_from"])
        counted[key] = counted.get(key, 0) + 1
        texts = ("rule", "level", "pattern", "exception", "law", "quote", "suggestion", "note")
        values.append({**{name: line[name] for name in texts}, "line": counted[key], **dates})
    return values


def _mandatory_elements(lines: Lines) -> Values:
    return [{**line, **_dates(line)} for line in lines]


def _holidays(lines: Lines) -> Values:
    return [{**line, "day": _day(line["day"])} for line in lines]


def _local_rules(lines: Lines) -> Values:
    ids = _area_ids()
    return [
        {
            "area_id": ids[line["area"]] if line["area"] else None,
            "key": line["key"],
            "value": json.loads(line["value"]),
            "basis": line["basis"],
            **_dates(line),
        }
        for line in lines
    ]


# From the ground up: a line may name what an earlier file brought.
FILES = (
    *(
        DataFile("divisions.csv", m.Area, ("official_code",), _areas(kind), part=kind)
        for kind in (AreaKind.PROVINCE, AreaKind.CITY, AreaKind.DISTRICT)
    ),
    DataFile("occupations.csv", m.Occupation, ("code",), _occupations),
    DataFile("occupation_aliases.csv", m.OccupationAlias, ("alias", "occupation_id"), _occupation_aliases, prune=True),
    DataFile("skills.csv", m.Skill, ("slug",), _skills),
    DataFile("skills.csv", m.SkillAlias, ("alias",), _skill_aliases, prune=True),
    DataFile("certificates.csv", m.CertificateKind, ("slug",), _certificates),
    DataFile("certificates.csv", m.CertificateAlias, ("alias",), _certificate_aliases, prune=True),
    DataFile(
        "certificate_covers.csv", m.CertificateCover, ("holder_id", "covered_id"), _certificate_covers, prune=True
    ),
    DataFile(
        "occupation_certificates.csv",
        m.OccupationCertificate,
        ("occupation_id", "certificate_id"),
        _occupation_certificates,
        prune=True,
    ),
    DataFile("occupation_skills.csv", m.OccupationSkill, ("occupation_id", "skill_id"), _occupation_skills, prune=True),
    DataFile(
        "transfers.csv",
        m.SkillTransfer,
        ("from_skill_id", "from_occupation_id", "to_occupation_id"),
        _transfers,
        prune=True,
    ),
    DataFile("minimum_wages.csv", m.MinimumWage, ("area_id", "effective_from"), _minimum_wages),
    DataFile("wording_rules.csv", m.WordingRule, ("rule", "line", "effective_from"), _wording_rules, prune=True),
    DataFile(
        "mandatory_elements.csv", m.MandatoryElement, ("field", "effective_from"), _mandatory_elements, prune=True
    ),
    DataFile("holidays.csv", m.Holiday, ("day",), _holidays, prune=True),
    DataFile("local_rules.csv", m.LocalRule, ("area_id", "key", "effective_from"), _local_rules),
)
