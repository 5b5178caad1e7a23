from collections.abc import Callable
from typing import Any

from core.errors import Plain


def attempt(function: Callable, *args: Any, **options: Any) -> tuple[Any, Plain | None]:
    """What it gave, or the refusal, whose words end like a sentence; any other exception is a bug and flies."""
    try:
        return function(*args, **options), None
    except Plain as problem:
        refusal = problem
    assert refusal.message.endswith("。")
    return None, refusal
