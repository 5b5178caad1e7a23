"""Templates: nothing the content security policy would block, nothing that does not compile, nothing nobody uses."""

import re

import pytest
from django.template.loader import get_template

from tests.shape.repo import ROOT, ending, named

TEMPLATES = ending(".html", ".txt", under="templates/")
BLOCKED = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "event handler": re.compile(r"<[^>{]*\son[a-z]+\s*=", re.IGNORECASE),
    "javascript: link": re.compile(r"javascript:", re.IGNORECASE),
    "another site": re.compile(r"(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE),
}
# Django looks these up itself.
ERROR_PAGE = re.compile(r"(?:errors/)?\d{3}(?:_csrf)?\.html")


def name_of(path) -> str:
    return path.relative_to(ROOT / "templates").as_posix()


@pytest.mark.parametrize("what", BLOCKED)
def test_nothing_inline(what):
    found = [
        f"{named(path)}:{number}: {line.strip()[:100]}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if BLOCKED[what].search(line)
    ]
    assert found == []


def test_every_template_compiles():
    for path in TEMPLATES:
        get_template(name_of(path))


def test_every_template_is_used():
    named_somewhere = "\n".join(
        path.read_text(encoding="utf-8") for path in ending(".py", ".html") if not named(path).startswith("tests/")
    )
    # A folder rendered by key (f"notices/{app}/{key}.txt") names its members in part.
    orphans = [
        name_of(path)
        for path in TEMPLATES
        if not ERROR_PAGE.fullmatch(name_of(path))
        and not name_of(path).startswith("notices/")
        and not re.search(rf"[\"']{re.escape(name_of(path))}[\"']", named_somewhere)
    ]
    assert orphans == []
