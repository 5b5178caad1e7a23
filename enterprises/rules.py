"""Who may act for an employer, and whether its papers still hold."""

from datetime import date


def acts_for(user, employer) -> bool:
    """The user is one of the employer's own people."""
    if user is None or not user.is_authenticated:
        return False
    return employer.members.filter(user=user, to_on__isnull=True).exists()


def may_edit_employer(user, employer) -> bool:
    return acts_for(user, employer) or (user is not None and user.can("enterprises.edit", employer.community))


def may_verify(user, employer) -> bool:
    return user is not None and user.can("enterprises.verify", employer.community)


def verified_until(employer) -> date | None:
    """Last day of the latest verification; None when nobody has ever looked. No query when verifications are prefetched."""
    days = [row.expires_on for row in employer.verifications.all()]
    return max(days, default=None)


def is_verified(employer, on: date) -> bool:
    until = verified_until(employer)
    return until is not None and on <= until
