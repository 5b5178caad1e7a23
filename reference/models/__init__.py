"""Facts everybody looks up and nobody owns: areas, places, occupations, certificates and rules that change by date."""

from reference.models.areas import Area, CommunityInfo
from reference.models.certificates import CertificateAlias, CertificateCover, CertificateKind, OccupationCertificate
from reference.models.holidays import Holiday
from reference.models.loaded import LoadedFile
from reference.models.occupations import Occupation, OccupationAlias
from reference.models.places import Place, PlaceAlias
from reference.models.rules import LocalRule, MandatoryElement, MinimumWage, WordingRule
from reference.models.skills import OccupationSkill, Skill, SkillAlias, SkillTransfer

__all__ = [
    "Area",
    "CertificateAlias",
    "CertificateCover",
    "CertificateKind",
    "CommunityInfo",
    "Holiday",
    "LoadedFile",
    "LocalRule",
    "MandatoryElement",
    "MinimumWage",
    "Occupation",
    "OccupationAlias",
    "OccupationCertificate",
    "OccupationSkill",
    "Place",
    "PlaceAlias",
    "Skill",
    "SkillAlias",
    "SkillTransfer",
    "WordingRule",
]
