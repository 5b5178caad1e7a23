"""Reading is by permission: what is not on the list cannot be read, whoever handed the object over."""

from collections.abc import Iterable
from typing import Any

FORBIDDEN = frozenset(
    [
        "sex",
        "age",
        "born_on",
        "birth_date",
        "marriage",
        "marital_status",
        "hukou",
        "residency_type",
        "ethnicity",
        "religion",
        "disability",
        "health",
        "photo",
        "name",
        "id_number",
        "phone",
        "draws_pension",
        "retirement_kind",
        "recognitions",
        "household",
        "labour_status",
    ]
)


class ForbiddenFeature(AttributeError):
    """Something was read that is not on the allow-list of the ranking."""


class AllowList:
    """A read-only view of `source`: attributes in `allowed` are given out, others raise ForbiddenFeature."""

    __slots__ = ("_allowed", "_source")

    def __init__(self, source: Any, allowed: Iterable[str]):
        listed = frozenset(allowed)
        if banned := listed & FORBIDDEN:
            raise ForbiddenFeature(f"never an input of the ranking: {', '.join(sorted(banned))}")
        object.__setattr__(self, "_source", source)
        object.__setattr__(self, "_allowed", listed)

    def __getattr__(self, name: str) -> Any:
        if name not in self._allowed:
            raise ForbiddenFeature(f"{name!r} is not an input of the ranking")
        return getattr(self._source, name)

    def __setattr__(self, name: str, value: Any) -> None:
        raise ForbiddenFeature(f"{name!r}: the ranking changes nothing it reads")

    def __len__(self) -> int:
        return len(self._source)
