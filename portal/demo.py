"""Whom a visitor of the demonstration may become with one click. Used only with DEMO=1."""

from dataclasses import dataclass

from accounts.enums import Role
from accounts.models import StaffRole, User
from enterprises.models import EmployerMember
from residents.models import Resident


@dataclass(frozen=True)
class Guest:
    user: User
    name: str
    who: str
    community: str


def guests() -> list[Guest]:
    """Officers, some employers and the residents who sign in, grouped by community. Three queries."""
    officers = StaffRole.objects.filter(role=Role.OFFICER).select_related("user", "area").order_by("area__path")
    members = EmployerMember.objects.select_related("user", "employer__community").order_by(
        "employer__community__path", "pk"
    )
    people = (
        Resident.objects.filter(user__isnull=False)
        .select_related("user", "community")
        .order_by("community__path", "pk")
    )
    found = [Guest(row.user, row.user.name, "社区就业专干", row.area.name) for row in officers]
    seen = set()
    for row in members:
        if row.employer.community_id not in seen:
            seen.add(row.employer.community_id)
            found.append(Guest(row.user, row.user.name, f"{row.employer}，招人", row.employer.community.name))
    found += [Guest(row.user, row.name, "找活的居民", row.community.name) for row in people]
    return sorted(found, key=lambda guest: guest.community)
