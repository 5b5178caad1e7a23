"""Every write to people, their homes, wishes and abilities."""

from residents.actions.abilities import (
    add_certificate,
    add_experience,
    add_skill,
    remove_certificate,
    remove_experience,
    remove_skill,
    verify_certificate,
    verify_skill,
)
from residents.actions.archive import archive, reopen
from residents.actions.consents import give_consent, withdraw_consent
from residents.actions.contacts import add_contact, claim, link_user, retire_contact
from residents.actions.decisions import end_recognition, end_status, recognise, register_status
from residents.actions.homes import ensure_dwelling, ensure_household, join_household, move_in, move_out
from residents.actions.imports import conflicting, household_of, register_from_import, update_from_import
from residents.actions.profile import set_personalised, update_profile, verify_freshness
from residents.actions.registration import register_by_officer, register_self
from residents.actions.seeking import end_seeking, pause_seeking, renew_seeking
from residents.actions.wishes import set_limits, set_wish

__all__ = [
    "add_certificate",
    "add_contact",
    "add_experience",
    "add_skill",
    "archive",
    "claim",
    "conflicting",
    "end_recognition",
    "end_seeking",
    "end_status",
    "ensure_dwelling",
    "ensure_household",
    "give_consent",
    "household_of",
    "join_household",
    "link_user",
    "move_in",
    "move_out",
    "pause_seeking",
    "recognise",
    "register_by_officer",
    "register_from_import",
    "register_self",
    "register_status",
    "remove_certificate",
    "remove_experience",
    "remove_skill",
    "renew_seeking",
    "reopen",
    "retire_contact",
    "set_limits",
    "set_personalised",
    "set_wish",
    "update_from_import",
    "update_profile",
    "verify_certificate",
    "verify_freshness",
    "verify_skill",
    "withdraw_consent",
]
