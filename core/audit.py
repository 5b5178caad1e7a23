"""The audit row of an action, written inside its transaction."""

from typing import Any

from core.models import AuditEntry


def code_of(who: Any) -> str:
    """Public code of a user; empty for nobody (a passer-by or the machine)."""
    return getattr(who, "code", "") if who is not None else ""


def record(action: str, obj: Any, *, by: Any, note: str = "") -> AuditEntry:
    """`record("jobs.publish_posting", posting, by=user)`. `note`: fields, states and counts, never a person's data.

    A row without a public code is named by its primary key.
    """
    return AuditEntry.objects.create(
        action=action,
        model=obj._meta.label,
        object_code=getattr(obj, "code", "") or str(obj.pk),
        actor_code=code_of(by),
        note=note[:200],
    )
