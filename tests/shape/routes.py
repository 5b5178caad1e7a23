"""All routes of the site, walked from the resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver
from django.urls import converters as builtin

SAMPLES = {
    builtin.IntConverter: 1,
    builtin.UUIDConverter: "6d6d4f0e-6c33-4a43-9d0c-6f4a3c6a6a60",
    builtin.StringConverter: "x0000000",
    builtin.SlugConverter: "x",
    builtin.PathConverter: "x",
}


@dataclass(frozen=True)
class Route:
    name: str
    path: str
    view: Any

    @property
    def exempt_from_csrf(self) -> bool:
        return getattr(self.view, "csrf_exempt", False)


def routes() -> list[Route]:
    return list(walk(get_resolver().url_patterns, "", "/"))


def walk(patterns, namespace: str, prefix: str) -> Iterator[Route]:
    for pattern in patterns:
        path = prefix + sample(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Route(f"{namespace}{pattern.name or pattern.lookup_str}", path, pattern.callback)
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner, path)


def sample(pattern) -> str:
    """A path that matches `pattern`."""
    text = str(pattern)
    for name, converter in pattern.converters.items():
        value = str(SAMPLES.get(type(converter), "x"))
        for kind in ("", "int:", "str:", "slug:", "uuid:", "path:"):
            text = text.replace(f"<{kind}{name}>", value)
    return text
