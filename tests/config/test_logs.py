"""Signed links open a page without signing in: no log line may hold one."""

import logging

import pytest

from config.logs import RouteOnly

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/r/abcdefgh1234.c2lnbmF0dXJl/", "/a/abcdefgh1234.c2lnbmF0dXJl/"])
def test_a_refused_link_is_logged_by_its_route(client, path):
    lines = []

    class Lines(logging.Handler):
        def emit(self, record):
            lines.append(record.getMessage())

    handler = Lines()
    handler.addFilter(RouteOnly())
    logging.getLogger("django.request").addHandler(handler)
    try:
        assert client.get(path).status_code == 404
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert lines
    assert "c2lnbmF0dXJl" not in " ".join(lines)
    assert "<str:token>" in lines[0]


def handlers_of(logger):
    """Every handler a record of this logger reaches, pytest's own left out."""
    while logger is not None:
        yield from (handler for handler in logger.handlers if not type(handler).__module__.startswith("_pytest"))
        logger = logger.parent if logger.propagate else None


def test_no_handler_of_anybody_writes_paths_as_they_are():
    """Django brings a handler of its own for its loggers; whatever a request log reaches has our filter."""
    reached = list(handlers_of(logging.getLogger("django.request")))
    assert reached
    assert all(any(isinstance(one, RouteOnly) for one in handler.filters) for handler in reached), reached
