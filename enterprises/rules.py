"""Who may act for an employer, and whether its papers still hold."""

from datetime import date

from enterprises.enums import EmployerKind, LicenceKind


def acts_for(user, employer) -> bool:
    """The user is one of the employer's own people."""
    if user is None or not user.is_authenticated:
        return False
    return employer.members.filter(user=user, to_on__isnull=True).exists()


def may_edit_employer(user, employer) -> bool:
    return acts_for(user, employer) or (user is not None and user.can("enterprises.edit", employer.community))


def may_register(user, community, source) -> bool:
    """Its own firm: whoever has signed in. Anything else: the office's own machine (None) or its people."""
    if source == "self":
        return user is not None
    return user is None or user.can("enterprises.edit", community) or user.can("jobs.collect", community)


def may_verify(user, employer) -> bool:
    return user is not None and user.can("enterprises.verify", employer.community)


def verified_until(employer) -> date | None:
    """Last day of the latest verification; None when nobody has ever looked. No query when verifications are prefetched."""
    days = [row.expires_on for row in employer.verifications.all()]
    return max(days, default=None)


def is_verified(employer, on: date) -> bool:
    until = verified_until(employer)
    return until is not None and on <= until


def lacking_licence(employer, *, dispatches: bool, on: date) -> LicenceKind | None:
    """The permit it would need to post and has not (an agency: 人力资源服务; dispatched work: 劳务派遣), else None."""
    needed = [LicenceKind.HR_SERVICE] if employer.kind == EmployerKind.AGENCY else []
    needed += [LicenceKind.DISPATCH] if dispatches else []
    for kind in needed:
        rows = [row for row in employer.licences.all() if row.kind == kind]
        if not any(row.valid_to is None or on <= row.valid_to for row in rows):
            return kind
    return None
