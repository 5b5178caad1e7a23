"""Templates: nothing the content security policy would block, nothing that does not compile, nothing nobody uses."""

import re

import pytest
from django.template.loader import get_template

from tests.shape.repo import ROOT, ending, named, nothing

TEMPLATES = ending(".html", ".txt", under="templates/")
BLOCKED = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "event handler": re.compile(r"<[^>{]*\son[a-z]+\s*=", re.IGNORECASE),
    "javascript: link": re.compile(r"javascript:", re.IGNORECASE),
    "another site": re.compile(r"(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE),
}
READ_AS_A_FOLDER = "consents/"
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
    nothing(found)


def test_every_template_compiles():
    for path in TEMPLATES:
        get_template(name_of(path))


def patterns_in(text: str) -> set[str]:
    """Names of templates a source file speaks of, as regular expressions: f"consents/{kind}.txt" names a family."""
    quoted = re.findall(r"""["']([\w/.,{}()\[\]'" -]+\.(?:html|txt))["']""", text)
    return {".+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", name)) for name in quoted}


def test_every_template_is_used():
    sources = [path for path in ending(".py", ".html") if not named(path).startswith("tests/")]
    spoken_of = set().union(*(patterns_in(path.read_text(encoding="utf-8")) for path in sources))
    nothing(
        name
        for name in map(name_of, TEMPLATES)
        if not (ERROR_PAGE.fullmatch(name) or name.startswith(READ_AS_A_FOLDER))
        and not any(re.fullmatch(f"(?:.*/)?{known}", name) for known in spoken_of)
    )
