"""A web process starts light, and a production-like environment passes Django's own deployment checks."""

import json
import os
import subprocess
import sys

import pytest

from tests.shape.repo import ROOT

# numpy is not among them: the shelf itself is ranked with it, and a process that serves pages would load it at once.
HEAVY = ["sklearn", "scipy", "pandas", "ortools", "lightgbm", "numba", "openpyxl", "python_calamine", "faker"]
PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": "s3cret-for-this-test-only-7f1c0a9be2d84c55a1-and-more-of-it",
    "INDEX_KEY": "index-for-this-test-only-0b9d7e62c1f34a88bb",
    "FIELD_KEYS": "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "ALLOWED_HOSTS": "jiamenkou.example",
    "BASE_URL": "https://jiamenkou.example",
}


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    inherited = {name: value for name, value in os.environ.items() if name not in ("DEBUG", "DEMO", "REDIS_URL")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**inherited, **environment}, capture_output=True, text=True
    )


def test_nothing_heavy_is_imported_at_start_up():
    script = (
        "import json, sys, config.wsgi, config.urls; print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    )
    started = python("-c", script)
    assert started.returncode == 0, started.stderr[-800:]
    loaded = set(json.loads(started.stdout.splitlines()[-1]))
    assert "django" in loaded
    assert loaded & set(HEAVY) == set()


def test_deployment_checks_print_nothing():
    checked = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr[-3000:]


@pytest.mark.parametrize("missing", ["SECRET_KEY", "INDEX_KEY", "FIELD_KEYS", "BASE_URL"])
def test_production_refuses_to_start_without(missing):
    started = python("manage.py", "check", **{**PRODUCTION, missing: ""})
    assert started.returncode != 0
    assert missing in started.stderr


def test_production_refuses_the_demo():
    started = python("manage.py", "check", **PRODUCTION, DEMO="1")
    assert started.returncode != 0
    assert "DEMO" in started.stderr
