"""What may be done to accounts. Takes objects, reads no models."""


def may_grant(by, area) -> bool:
    """`by` None is the machine: the command that makes the first administrator."""
    return by is None or by.can("accounts.grant", area)


def may_set_password(by, user) -> bool:
    """One's own; an administrator for the staff of his area."""
    if by is None or by.pk == user.pk:
        return True
    return any(by.can("accounts.grant", role.area) for role in user.staff_roles.current().select_related("area"))
