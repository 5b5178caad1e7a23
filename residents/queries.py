"""Named reads over people."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from core.clock import today
from core.identity import names
from reference.queries import local_rules
from residents import rules
from residents.enums import Relation
from residents.models import Resident


@dataclass(frozen=True)
class Person:
    """One answer to 您是哪一位: enough for her to find herself, too little for a stranger."""

    resident: Resident
    masked: str
    user: User | None


def people_of_phone(number: str) -> list[Person]:
    """Whom a proved number may open: people it is, or whose family's it is. A neighbour's opens nobody."""
    found = (
        Resident.objects.live()
        .with_phone(number, (Relation.SELF, Relation.FAMILY))
        .select_related("user", "community")
        .order_by("registered_at", "pk")
    )
    return [Person(resident, names.mask(resident.name), resident.user) for resident in found]


def profile_for_matching(residents=None):
    """Residents with everything the list of postings is ordered by."""
    return (Resident.objects.live() if residents is None else residents).for_matching()


def freshness(resident: Resident, on: date | None = None) -> rules.Freshness:
    """By the local rules fresh_days and stale_days; for many people pass `limits` to rules.freshness yourself."""
    limits = local_rules(resident.community, on)
    return rules.freshness(
        resident, on or today(), fresh_days=int(limits["fresh_days"]), stale_days=int(limits["stale_days"])
    )


def resident_of(user) -> Resident | None:
    """The person behind an account, with what pages show of her; None for employers and staff."""
    if not user.is_authenticated:
        return None
    return Resident.objects.filter(user=user).select_related("community", "place").first()


def open_seeking(resident: Resident):
    """Her job-seeking registration, also when it has run out and nobody has ended it."""
    return resident.seekings.filter(ended_on__isnull=True).first()


def consent_in_force(resident: Resident, purpose: str, about_code: str = "") -> bool:
    return resident.consents.filter(purpose=purpose, about_code=about_code, withdrawn_at__isnull=True).exists()


def current_recognitions(resident: Resident, on: date | None = None):
    """Recognitions that hold on that day; both ends count."""
    day = on or today()
    return [
        row for row in resident.recognitions.all() if row.from_on <= day and (row.to_on is None or day <= row.to_on)
    ]
