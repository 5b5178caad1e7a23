"""Sending a form twice is the same as sending it once.

Every form carries a random `_key` (API calls: the header `Idempotency-Key`). The key row is inserted before the view
runs and committed with its effect, so a second sender waits for the first and is given the same answer.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

from core.errors import Conflict, Invalid, Plain
from core.fields import keyed_digest
from core.models import IdempotencyKey

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
LARGEST_BODY = 64 * 1024
KEPT_HEADERS = ("Content-Type", "Location", "HX-Redirect", "HX-Trigger", "HX-Retarget", "HX-Reswap")
NOT_COMPARED = ("_key", "csrfmiddlewaretoken")


class IdempotencyMiddleware:
    """Last in the list: what comes before (session, CSRF, login) has spoken when `process_view` claims the key.

    Refusals (4xx) keep no key: the corrected form may be sent again from the same page. A view opts out with the
    attribute `idempotent = False`; it then runs outside this transaction.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE or not wanted(request):
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            claim = getattr(request, "idempotency_claim", None)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            elif claim is not None and response.status_code >= 400:
                if not transaction.get_rollback():
                    claim.delete()
            elif claim is not None:
                claim.answer = packed(response)
                claim.save(update_fields=["answer"])
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.method in SAFE or not getattr(view, "idempotent", True):
            return None
        try:
            return claim_or_replay(request)
        except Plain as error:
            return render(request, "errors/plain.html", {"error": error, "message": error.message}, status=error.status)


def wanted(request: HttpRequest) -> bool:
    try:
        return getattr(resolve(request.path_info).func, "idempotent", True)
    except Resolver404:
        return False


def claim_or_replay(request: HttpRequest) -> HttpResponse | None:
    """None when the view is to run; else the stored answer. Raises Plain for a missing key or another body."""
    key = request.headers.get("Idempotency-Key") or request.POST.get("_key", "")
    if not 16 <= len(key) <= 64:
        raise Plain("这一页打开太久或不完整，刚才的内容没有提交。请返回上一页，刷新后再提交一次。", code="key_missing")
    scope, body = scope_of(request, key), body_digest(request)
    try:
        with transaction.atomic():
            request.idempotency_claim = IdempotencyKey.objects.create(scope=scope, body_digest=body)
    except IntegrityError:
        return replay(IdempotencyKey.objects.get(scope=scope), body)
    except OperationalError as error:  # waited for the first sender longer than the lock time-out
        raise Conflict("刚才的提交还在处理。请等几秒再刷新页面看结果，不用重新填。", code="still_running") from error
    return None


def replay(earlier: IdempotencyKey, body: str) -> HttpResponse:
    if earlier.body_digest != body:
        raise Invalid("这张表已经提交过，后来改的内容没有提交。请刷新页面，看过现在的情况再改。", code="other_body")
    if not earlier.answer:
        raise Conflict("刚才的提交已经办好，不用再提交。请返回上一页刷新，看现在的情况。", code="done_already")
    stored = json.loads(earlier.answer)
    response = HttpResponse(base64.b64decode(stored["body"]), status=stored["status"], headers=stored["headers"])
    response["Idempotent-Replay"] = "true"
    return response


def packed(response: HttpResponse) -> str:
    """The answer as text; empty for one too long to keep."""
    if response.streaming or len(response.content) > LARGEST_BODY:
        return ""
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    body = base64.b64encode(response.content).decode()
    return json.dumps({"status": response.status_code, "headers": headers, "body": body})


def scope_of(request: HttpRequest, key: str) -> str:
    """Key, sender and page. A visitor is known by the CSRF secret of the browser: it is there before any session."""
    who = (
        f"user:{request.user.pk}" if request.user.is_authenticated else f"browser:{request.META.get('CSRF_COOKIE', '')}"
    )
    return keyed_digest("form", f"{key}\n{who}\n{request.method} {request.path}")


def body_digest(request: HttpRequest) -> str:
    return keyed_digest("form-body", "\n".join(said(request)))


def said(request: HttpRequest) -> Iterator[str]:
    """Everything the body says, in the order of field names, without what differs from page load to page load."""
    if request.content_type not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        yield base64.b64encode(request.body).decode()
    for name in sorted(set(request.POST) - set(NOT_COMPARED)):
        yield json.dumps([name, *request.POST.getlist(name)])
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            yield json.dumps([name, file.name, file.size, digest_of_file(file)])


def digest_of_file(file: Any) -> str:

    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
