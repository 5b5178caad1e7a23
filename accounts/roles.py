"""Which role may do what. A permission is held in the area of the role and everything under it."""

from accounts.enums import Role

PERMISSIONS: dict[str, frozenset[Role]] = {
    "desk.open": frozenset({Role.OFFICER, Role.SUPERVISOR, Role.COLLECTOR, Role.ADMIN}),
    "residents.view": frozenset({Role.OFFICER, Role.SUPERVISOR}),
    "residents.edit": frozenset({Role.OFFICER}),
    "enterprises.verify": frozenset({Role.OFFICER}),
    "enterprises.edit": frozenset({Role.OFFICER}),
    "jobs.view": frozenset({Role.OFFICER, Role.SUPERVISOR, Role.COLLECTOR}),
    "jobs.review": frozenset({Role.OFFICER}),
    "jobs.collect": frozenset({Role.OFFICER, Role.COLLECTOR}),
    "jobs.chase": frozenset({Role.OFFICER, Role.SUPERVISOR}),
    "jobs.confirm_start": frozenset({Role.OFFICER}),
    "jobs.answer_complaint": frozenset({Role.OFFICER, Role.SUPERVISOR}),
    "accounts.grant": frozenset({Role.ADMIN}),
}


def roles_with(permission: str) -> frozenset[Role]:
    """KeyError for a permission nobody declared: a typing error must not silently mean "nobody"."""
    return PERMISSIONS[permission]
