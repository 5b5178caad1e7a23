"""Whether values fit their columns: SQLite stores what PostgreSQL refuses, and neither says it in words."""

from decimal import Decimal

from django.db.models import DecimalField, Field, Model, PositiveSmallIntegerField

from core.errors import Invalid

LARGEST_SMALL = 32767  # what PostgreSQL keeps in a small integer
OUT_OF_RANGE = "这个数太大或太小。请核对后再填。"


def require_fitting(model: type[Model], values: dict) -> None:
    """Text that is too long, numbers that are too large and codes that are on no list. Raises Invalid for the field."""
    for name, value in values.items():
        field = model._meta.get_field(name)
        if value in (None, "") or field.is_relation:
            continue
        if problem := _misfit(field, value):
            raise Invalid(f"“{field.verbose_name}”{problem}", field=name)


def _misfit(field: Field, value) -> str:
    if field.choices:
        return "" if value in dict(field.flatchoices) else "请从列表里选。"
    if isinstance(field, PositiveSmallIntegerField):
        return "" if 0 <= value <= LARGEST_SMALL else OUT_OF_RANGE
    if isinstance(field, DecimalField):
        return "" if abs(Decimal(value)) < 10 ** (field.max_digits - field.decimal_places) else OUT_OF_RANGE
    if not isinstance(value, str):
        return ""
    if "\x00" in value:
        return "里有存不下的字符。请删掉重打。"
    if field.max_length and len(value) > field.max_length:
        return f"最多写{field.max_length}个字，现在有{len(value)}个。请写短一点。"
    return ""
