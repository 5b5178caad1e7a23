"""Every model says of each field how private it is; masking, export, erasure and the data map read only that."""

from typing import Final

from django.db import models

PLAIN: Final = "plain"  # says nothing about a person, or is public anyway
PERSONAL: Final = "personal"  # name, number, address, free words about or by a person
SENSITIVE: Final = "sensitive"  # health, hardship, identity number: separate consent, shown only for a reason
LEVELS: Final = (PLAIN, PERSONAL, SENSITIVE)


def declared(model: type[models.Model]) -> dict[str, str]:
    """Field name → level, the declarations of abstract parents included; a child overrides its parents."""
    levels: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        levels |= parent.__dict__.get("privacy", {})
    return levels


def undeclared(model: type[models.Model]) -> list[str]:
    """Concrete fields without a valid level, and declarations that name no field; the primary key needs none."""
    levels = declared(model)
    names = {field.name for field in model._meta.concrete_fields if not field.primary_key}
    unknown = {name for name, level in levels.items() if name not in names or level not in LEVELS}
    return sorted((names - levels.keys()) | unknown)
