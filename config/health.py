"""Is it alive, and does the queue move? For a monitor: 200 or 503, JSON, no login, no personal data."""

from datetime import timedelta

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from accounts.access import public
from core.clock import now
from notices.queries import oldest_waiting

STUCK_AFTER = timedelta(minutes=30)


@public
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting_since = oldest_waiting()
    except DatabaseError:
        return JsonResponse({"status": "down", "database": "unreachable"}, status=503)
    stuck = waiting_since is not None and now() - waiting_since > STUCK_AFTER
    return JsonResponse(
        {"status": "degraded" if stuck else "ok", "database": connection.vendor, "outbox_waiting_since": waiting_since},
        status=503 if stuck else 200,
    )
