"""Structured logs on stderr: key=value lines while developing, JSON lines in production. Stdout belongs to commands."""

import logging
import logging.config

import structlog
from django.http import HttpRequest


class RouteOnly(logging.Filter):
    """Django's own request log names the path, and a path may hold a signed link: the route stands in its place."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):  # the development server puts a socket there
            match = getattr(request, "resolver_match", None)
            status = getattr(record, "status_code", "")
            record.msg, record.args = "%s %s %s", (status, request.method, match.route if match else "-")
        return True


def configure(options: dict) -> None:
    shared = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False) if options["json"] else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "structured": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
                    "foreign_pre_chain": shared,
                }
            },
            "filters": {"route_only": {"()": RouteOnly}},
            "handlers": {
                "stderr": {"class": "logging.StreamHandler", "formatter": "structured", "filters": ["route_only"]}
            },
            "root": {"handlers": ["stderr"], "level": options["level"]},
            # Django gives its own loggers a handler of their own first; that one would print paths as they are.
            "loggers": {
                "django": {"handlers": [], "propagate": True},
                "django.server": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
            },
        }
    )
