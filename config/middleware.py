"""Request log line, plain error pages, and no caching of pages made for one person."""

import time
import uuid

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import select_template
from django.utils.cache import add_never_cache_headers

from core.errors import Plain

log = structlog.get_logger("doorstep.request")


class RequestLogMiddleware:
    """One line per request, with the id the answer carries. Paths may hold signed tokens, so the route is logged."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.log_id = uuid.uuid4().hex[:12]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.log_id)
        started = time.monotonic()
        response = self.get_response(request)
        match = getattr(request, "resolver_match", None)
        log.info(
            "request",
            method=request.method,
            route=match.route if match else "-",
            status=response.status_code,
            ms=round((time.monotonic() - started) * 1000, 1),
        )
        response["X-Request-Id"] = request.log_id
        return response


class NoZeroBytesMiddleware:
    """A zero byte is no text. PostgreSQL refuses it in every column and look-up, SQLite stores it: none gets in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\x00" not in value}
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if "\x00" in request.path_info:
            return render(request, "400.html", status=400)
        request.GET, request.POST = without_zero_bytes(request.GET), without_zero_bytes(request.POST)
        return None


def without_zero_bytes(data: QueryDict) -> QueryDict:
    clean = data.copy()
    for name, values in data.lists():
        clean.setlist(name, [value.replace("\x00", "") for value in values])
    return clean


def is_private(request: HttpRequest) -> bool:
    """Made for one person: known by a session, opened by a signed link, or an answer to what she has just sent."""
    match = request.resolver_match
    known = request.user.is_authenticated or not request.session.is_empty()
    return known or request.method == "POST" or (match is not None and "token" in match.kwargs)


class PrivatePagesMiddleware:
    """Pages made for one person are never stored; `Plain` errors become a page that says what to do next."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and settings.DEMO:
            # A demonstration runs with DEBUG, whose own page of a missing address is for programmers.
            response = render(request, "404.html", status=404)
        if is_private(request):
            add_never_cache_headers(response)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Plain):
            return None
        template = select_template([f"{error.status}.html", "errors/plain.html"])
        return HttpResponse(template.render({"error": error}, request), status=error.status)
