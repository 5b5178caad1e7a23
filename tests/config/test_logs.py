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
