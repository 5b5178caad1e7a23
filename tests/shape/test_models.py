"""What every model declares: how private each field is, who did what when, and a migration with a name."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import CheckConstraint, Q

from core.privacy import declared, undeclared
from tests.shape.repo import ROOT, ladder, nothing

MODELS = [model for model in apps.get_models() if model._meta.app_label in ladder()]
# `valid_until` and the ends of a rule's life read as what they are.
ENDINGS = {"DateTimeField": {"at", "until"}, "DateField": {"on", "until", "from", "to"}}
NAMED_OTHERWISE = {"accounts.User.last_login", "core.JobRun.period", "reference.Holiday.day"}
WHO = re.compile(r"(\w+)_by(?:_code)?$")


def mentioned(condition) -> set[str]:
    """Names of the fields a condition looks at."""
    if isinstance(condition, Q):
        return set().union(*(mentioned(child) for child in condition.children), set())
    if isinstance(condition, tuple):
        return {condition[0].split("__")[0]}
    return {leaf.name.split("__")[0] for leaf in condition.flatten() if hasattr(leaf, "name")}


def unpaired(model) -> list[str]:
    """`<verb>_by` beside `<verb>_at`, at least one of them optional, and no constraint that ties them."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    tied = [mentioned(rule.condition) for rule in model._meta.constraints if isinstance(rule, CheckConstraint)]
    loose = []
    for name, who in fields.items():
        verb = WHO.match(name)
        when = (fields.get(f"{verb[1]}_at") or fields.get(f"{verb[1]}_on")) if verb else None
        if when is not None and (when.null or who.null) and not any({name, when.name} <= rule for rule in tied):
            loose.append(f"{model._meta.label}: {name} / {when.name}")
    return loose


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_says_how_private_it_is(model):
    nothing(undeclared(model))
    assert declared(model) or not model._meta.concrete_fields


def test_who_and_when_stand_or_fall_together():
    nothing([pair for model in MODELS for pair in unpaired(model)])


def test_every_model_and_field_has_a_chinese_name():
    chinese = re.compile("[\u4e00-\u9fff]")
    nameless = [
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        for field in model._meta.concrete_fields
        if not field.primary_key and not chinese.search(str(field.verbose_name))
    ]
    nameless += [model._meta.label for model in MODELS if not chinese.search(str(model._meta.verbose_name))]
    nothing(nameless)


def test_moments_and_days_are_named_as_such():
    wrong = {
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        for field in model._meta.concrete_fields
        for endings in [ENDINGS.get(field.get_internal_type())]
        if endings and field.name.split("_")[-1] not in endings
    }
    assert wrong == NAMED_OTHERWISE


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_have_names():
    nameless = [path.name for path in ROOT.glob("*/migrations/[0-9]*.py") if "auto_" in Path(path).name]
    nothing(nameless)
