"""One served community for all journeys of a run; a fresh window for each; a picture of every failure in var/journeys."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.browser import launch, window
from tests.servers.database import ROOT, fresh, python
from tests.servers.process import private_folder
from tests.servers.site import serving

PICTURES = ROOT / "var" / "journeys"


@pytest.fixture(scope="session")
def served(worker_id) -> Iterator[tuple[str, dict]]:
    """Address of the site, and what tests.journeys.town told about what is in it."""
    with private_folder("site", None) as folder:
        url = fresh(f"doorstep_journeys_{worker_id}", server=os.environ.get("DATABASE_URL", ""), folder=folder)
        python("manage.py", "migrate", url=url)
        town = json.loads(python("-m", "tests.journeys.town", url=url, DJANGO_SETTINGS_MODULE="config.settings"))
        with serving(folder, url) as address:
            yield address, town


@pytest.fixture(scope="session")
def address(served) -> str:
    return served[0]


@pytest.fixture(scope="session")
def town(served) -> dict:
    return served[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.went_wrong = report.failed
    return report


@pytest.fixture
def open_window(browser, address, request) -> Iterator[Callable[..., Page]]:
    """`open_window("phone")` or `"desk"`, with any option of a Playwright context (java_script_enabled=False …)."""
    pages, troubles = [], []
    with ExitStack() as windows:

        def start(kind: str = "phone", **options) -> Page:
            context, trouble = windows.enter_context(window(browser, address, kind, **options))
            pages.append(context.new_page())
            troubles.append(trouble)
            return pages[-1]

        yield start
        if getattr(request.node, "went_wrong", False):
            PICTURES.mkdir(parents=True, exist_ok=True)
            for number, page in enumerate(pages):
                page.screenshot(path=PICTURES / f"{request.node.name}-{number}.png", full_page=True)
    found = [line for trouble in troubles for line in trouble]
    assert found == [], "the pages themselves complained"


@pytest.fixture
def phone(open_window) -> Page:
    return open_window("phone")


@pytest.fixture
def desk(open_window) -> Page:
    return open_window("desk")
