"""After a migration (or a flush) the shipped reference data stands in the tables again."""

from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from reference.data_files import FILES
from reference.loading import load_reference


@receiver(post_migrate, dispatch_uid="reference.load")
def load_after_migrate(app_config, using, plan=(), apps=None, **kwargs):
    """Only the default database, only when the tables stand at their newest form."""
    if app_config.label != "reference" or using != DEFAULT_DB_ALIAS:
        return
    backwards = any(down for migration, down in plan if migration.app_label == "reference")
    if backwards or (apps is not None and not _is_current(apps)):
        return
    load_reference()


def _is_current(apps) -> bool:
    """Whether the migrated state knows every table and column the loader writes."""
    try:
        states = [(file.model, apps.get_model("reference", file.model.__name__)) for file in FILES]
    except LookupError:
        return False
    return all(_columns(now) == _columns(then) for now, then in states)


def _columns(model) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}
