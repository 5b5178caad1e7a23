"""Documents are true of the code: what they name exists, and what an office must know is named."""

import csv
import importlib
import re

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.core.management import get_commands

from accounts.enums import Role
from core import work
from jobs.enums import ApplicationState, PostingState
from matching.engine.limits import LIMITS
from notices.enums import Delivery
from residents.enums import ConsentPurpose
from tests.shape.repo import ROOT, ending, ladder, named, nothing

DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + ending(".md", under="docs/")
CODE = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
# A path begins in one of these; `var/` and `staticfiles/` are made, not committed.
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()} - {"var", "staticfiles", ".venv"}
ROOT_FILES = re.compile(r"(?:README|CONTRIBUTING|CHANGELOG|LICENSE|Makefile|pyproject)(?:\.\w+)?")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def table_of(name: str, heading: str) -> list[list[str]]:
    """Cells of the rows of the first table after a heading."""
    after = text(name).split(f"\n{heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE)[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def first_column(name: str, heading: str) -> set[str]:
    return {word for row in table_of(name, heading) for word in CODE.findall(row[0])}


def commands_of_readme() -> set[str]:
    return {word.split()[0] for word in first_column("README.md", "## Commands") if not word.startswith("-")}


def resolve(identifier: str):
    """app.Model[.attribute] or module[.attribute …]; LookupError for what does not exist."""
    parts = identifier.split(".")
    if parts[0] in ladder() and parts[1:2] and parts[1][0].isupper():
        model = apps.get_model(parts[0], parts[1])
        for name in parts[2:]:
            try:
                model._meta.get_field(name)
            except FieldDoesNotExist:
                attribute(model, name, identifier)
        return
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            found = attribute(found, name, identifier)
        return
    raise LookupError(identifier)


def attribute(owner, name: str, identifier: str):
    if not hasattr(owner, name):
        raise LookupError(identifier)
    return getattr(owner, name)


def test_readme_is_read_in_one_go():
    assert text("README.md").count("\n") <= 150


def test_every_file_that_is_named_exists():
    lost = []
    for document in DOCUMENTS:
        for word in CODE.findall(document.read_text(encoding="utf-8")):
            begins = word.split("/")[0] in FOLDERS and "/" in word
            if FILE.fullmatch(word) and (begins or ROOT_FILES.fullmatch(word)) and not (ROOT / word).exists():
                lost.append(f"{named(document)}: {word}")
    nothing(lost)


def test_every_command_that_is_named_exists():
    known = set(get_commands())
    spoken = {
        (named(document), word)
        for document in DOCUMENTS
        for word in re.findall(r"manage\.py (\w+)", document.read_text(encoding="utf-8"))
    }
    listed = {("README.md", word) for word in commands_of_readme()}
    nothing(sorted(f"{where}: {word}" for where, word in spoken | listed if word not in known))


def test_every_command_of_ours_is_listed():
    ours = {name for name, app in get_commands().items() if app in ladder()}
    assert ours - {"demo_guide"} == commands_of_readme()  # the guide is what `make demo` prints


def test_make_targets_that_are_named_exist():
    targets = set(re.findall(r"^([\w-]+):", text("Makefile"), re.MULTILINE))
    spoken = {
        word
        for document in DOCUMENTS
        for code in re.findall(r"`([^`]+)`|^(make .*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
        for word in re.findall(r"\bmake ([a-z][\w-]*)", " ".join(code))
    }
    assert spoken <= targets


def test_every_term_of_the_glossary_has_its_identifier():
    lost = []
    for line in text("docs/glossary.md").splitlines():
        cells = line.strip("|").split("|")
        if not line.startswith("| ") or len(cells) != 3 or cells[1].strip() == "identifier":
            continue
        identifiers = CODE.findall(cells[1])
        if not identifiers:
            lost.append(f"no identifier: {line}")
        for identifier in identifiers:
            try:
                resolve(identifier)
            except LookupError:
                lost.append(identifier)
    nothing(lost)


def test_a_wrong_identifier_is_found():
    for wrong in ("jobs.Posting.pay", "jobs.Nothing", "jobs.actions.hire", "nowhere.at_all"):
        with pytest.raises(LookupError):
            resolve(wrong)


def test_variables_are_documented():
    sources = [ROOT / "config" / name for name in ("settings.py", "gunicorn.py")]
    asked = re.compile(r"""\benv\.\w+\(\s*["']([A-Z_]+)["']""")
    read = {name for path in sources for name in asked.findall(path.read_text(encoding="utf-8"))}
    assert read == first_column("docs/operations.md", "## Environment variables")


def test_local_rules_are_documented():
    with (ROOT / "reference/data/local_rules.csv").open(encoding="utf-8", newline="") as lines:
        keys = {row["key"] for row in csv.DictReader(lines)}
    assert keys == first_column("docs/operations.md", "## Local rules")


def test_periodic_work_is_documented():
    work.load()
    assert set(work.REGISTRY) == first_column("docs/operations.md", "## Periodic work")


def test_limits_are_documented_in_their_order():
    rows = table_of("docs/concepts.md", "## Limits and reasons")
    assert [(row[0].strip("`"), row[1]) for row in rows] == [(limit.slug, limit.label) for limit in LIMITS]


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("## The life of a posting", PostingState),
        ("### What becomes of an application", ApplicationState),
        ("## Messages", Delivery),
        ("## Staff", Role),
    ],
)
def test_codes_are_documented_with_their_words(heading, codes):
    rows = table_of("docs/concepts.md", heading)
    assert {(row[0].strip("`"), row[1]) for row in rows} == set(codes.choices)


def test_consents_are_documented():
    assert first_column("docs/concepts.md", "## Consent") == set(ConsentPurpose.values)
