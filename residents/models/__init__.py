"""People and where they live. Everything dated is a row; age, band and retirement are computed."""

from residents.models.abilities import ResidentCertificate, ResidentSkill, WorkExperience
from residents.models.decisions import Consent, HardshipRecognition, StatusRegistration
from residents.models.homes import Dwelling, Household, Tenancy
from residents.models.people import Resident, ResidentContact
from residents.models.wishes import JobSeekingRegistration, JobWish, WishedOccupation

__all__ = [
    "Consent",
    "Dwelling",
    "HardshipRecognition",
    "Household",
    "JobSeekingRegistration",
    "JobWish",
    "Resident",
    "ResidentCertificate",
    "ResidentContact",
    "ResidentSkill",
    "StatusRegistration",
    "Tenancy",
    "WishedOccupation",
    "WorkExperience",
]
