"""The one gate through which a state changes: table, rule, conditional update, log row, in one transaction."""

import copy
import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction

from core import clock
from core.audit import code_of
from core.errors import Conflict, Invalid, Missing, Refused, WrongState
from core.fields import with_indexes
from core.models import TransitionLog

LONGEST_NOTE = 500


@dataclasses.dataclass(frozen=True)
class StateTable:
    """`moves`: {"submit": (("draft", "returned"), "review")}; `rules`: {"submit": may(obj, by) -> bool}."""

    moves: Mapping[str, tuple[tuple[str, ...], str]]
    rules: Mapping[str, Callable[[Any, Any], bool]] = dataclasses.field(default_factory=dict)
    field: str = "state"

    def __post_init__(self):
        if unknown := self.rules.keys() - self.moves.keys():
            raise ValueError(f"rules for moves that do not exist: {sorted(unknown)}")

    def allows(self, obj: Any, name: str, by: Any) -> bool:
        """Whether the button is shown: the same question `move` asks, answered without raising."""
        try:
            self.permit(obj, name, by)
        except (WrongState, Refused):
            return False
        return True

    def permit(self, obj: Any, name: str, by: Any) -> str:
        """The state it would go to. KeyError for a move the table does not know; WrongState; Refused."""
        from_states, to_state = self.moves[name]
        if getattr(obj, self.field) not in from_states:
            raise WrongState(f"现在是“{label(obj, self.field)}”，不能再做这一步。请刷新页面看最新情况。")
        rule = self.rules.get(name)
        if rule is not None and not rule(obj, by):
            raise Refused("您没有做这一步的权限。需要办理请找社区工作人员。")
        return to_state


def label(obj: Any, name: str) -> str:
    """The state as people call it."""
    display = getattr(obj, f"get_{name}_display", None)
    return str(display() if display else getattr(obj, name))


def move(
    obj: models.Model,
    table: StateTable,
    name: str,
    /,
    *,
    by: Any,
    note: str = "",
    at: datetime | None = None,
    **updates: Any,
) -> TransitionLog:
    """Takes `obj` through `name`, writes `updates` in the same UPDATE, returns the log row.

    The update holds only if the row still has the state (and `version`, where the model has one) that `obj` was read
    with; `obj` is brought up to date only when it held. Raises WrongState, Refused, Conflict, Missing.
    """
    to_state = table.permit(obj, name, by)
    if len(note) > LONGEST_NOTE:
        raise Invalid(f"说明最多{LONGEST_NOTE}字，这里有{len(note)}字。请写短一些。", field="note")
    from_state = getattr(obj, table.field)
    after = copy.copy(obj)
    for key, value in (updates | {table.field: to_state}).items():
        setattr(after, key, value)
    with transaction.atomic():
        if not conditional_update(obj, after, table.field, {table.field, *updates}):
            raise lost(obj, table, name)
        moved = {"moved": name, "from_state": from_state, "to_state": to_state}
        log = write_log(obj, **moved, by_code=code_of(by), note=note, at=at)
    take_over(obj, after, {table.field, *updates})
    return log


def conditional_update(obj: models.Model, after: models.Model, state_field: str, names: set[str]) -> bool:
    """One UPDATE of `names` from `after`, held only if nobody changed state or version since `obj` was read."""
    guard = {"pk": obj.pk, state_field: getattr(obj, state_field)}
    fields = [obj._meta.get_field(name) for name in with_indexes(type(obj), names)]
    values = {f.name: f.pre_save(after, False) for f in fields}
    if versioned(obj):
        guard["version"] = obj.version
        values["version"] = after.version = obj.version + 1
    return type(obj)._base_manager.filter(**guard).update(**values) == 1


def versioned(obj: models.Model) -> bool:
    return any(f.name == "version" for f in obj._meta.concrete_fields)


def take_over(obj: models.Model, after: models.Model, names: set[str]) -> None:
    """Brings `obj` to what was written; a reckoned value (F("taken") + 1) is read back, or it would be added again."""
    reckoned = {name for name in names if hasattr(getattr(after, name), "resolve_expression")}
    for name in with_indexes(type(obj), names) - reckoned | ({"version"} if versioned(obj) else set()):
        setattr(obj, name, getattr(after, name))
    if reckoned:
        obj.refresh_from_db(fields=sorted(reckoned))


def lost(obj: models.Model, table: StateTable, name: str) -> Exception:
    """Why the update did not hold, told from the row as it is now."""
    fresh = type(obj)._base_manager.filter(pk=obj.pk).first()
    if fresh is None:
        return Missing("这条记录已经不在了。请返回列表重新查找。")
    if getattr(fresh, table.field) not in table.moves[name][0]:
        return WrongState(f"刚才已经变成“{label(fresh, table.field)}”，这一步没有做。请刷新页面看最新情况。")
    return Conflict("这条记录刚刚被别人改过，您的这一步没有做。请刷新页面，看过新内容再办。")


def write_log(obj: models.Model, *, at: datetime | None, **values: Any) -> TransitionLog:
    """A row in the log model that points at `obj`."""
    logs = [r for r in obj._meta.related_objects if issubclass(r.related_model, TransitionLog)]
    if len(logs) != 1:
        raise TypeError(f"{obj._meta.label} needs exactly one TransitionLog child pointing at it")
    values[logs[0].field.name] = obj
    return logs[0].related_model._base_manager.create(at=at or clock.now(), **values)
