"""An app knows only the rungs below it: by import, by foreign key and by the links in its templates."""

import re
import subprocess
import sys

import pytest
from django.apps import apps

from tests.shape.repo import IMPORTLINTER, ROOT, ending, ladder, named, nothing

URL_TAG = re.compile(r"""\{%\s*url\s+["']([\w-]+):""")


def test_import_linter_keeps_every_contract():
    linted = subprocess.run(
        [f"{sys.prefix}/bin/lint-imports", "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert linted.returncode == 0, linted.stdout


def test_every_app_stands_on_the_ladder():
    folders = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert folders == set(IMPORTLINTER["root_packages"])
    assert folders == set(ladder())


def test_foreign_keys_point_downward():
    rungs = ladder()
    upward = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in rungs
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        for target in [field.related_model._meta.app_label]
        if target != model._meta.app_label and rungs.get(target, -1) >= rungs[model._meta.app_label]
    ]
    nothing(upward)


def test_templates_link_downward():
    rungs = ladder()
    upward = []
    for path in ending(".html", under="templates/"):
        app = named(path).split("/")[1]
        for target in URL_TAG.findall(path.read_text(encoding="utf-8")):
            if app in rungs and target != app and rungs.get(target, -1) >= rungs[app]:
                upward.append(f"{named(path)} → {target}:")
    nothing(upward)


def test_the_contract_on_heavy_libraries_names_every_module_outside_the_engine():
    modules = {
        path.stem for path in (ROOT / "matching").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    (contract,) = [row for row in IMPORTLINTER["contracts"] if "numba" in row.get("forbidden_modules", ())]
    listed = {name.removeprefix("matching.") for name in contract["source_modules"] if name.startswith("matching.")}
    assert listed == modules - {"__init__", "engine"}


@pytest.mark.parametrize("lower", ["core", "reference"])
def test_the_ladder_can_fail(lower):
    """The contract would see an import that goes up: the order of the rungs is the design's, not an accident."""
    assert ladder()[lower] < ladder()["jobs"] < ladder()["matching"] < ladder()["desk"]
