"""One form sent several times at once, through the whole chain of middleware: done once, everybody gets that answer."""

import time
import uuid

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from core.models import AuditEntry


@login_not_required
def form(request: HttpRequest) -> HttpResponse:
    entry = AuditEntry.objects.create(action="race.form", model="race", object_code=request.POST["token"])
    time.sleep(0.02)
    return HttpResponse(str(entry.pk))


@login_not_required
def open_form(request: HttpRequest) -> HttpResponse:
    return form(request)


open_form.idempotent = False
urlpatterns = [path("form/", form), path("open-form/", open_form)]
settings.ROOT_URLCONF = __name__
settings.ALLOWED_HOSTS = ["testserver"]


def prepare(number: int, n: int) -> dict:
    return {"_key": uuid.uuid4().hex, "token": uuid.uuid4().hex[:20]}


def attempt(token: dict, who: int) -> str:
    response = Client().post("/form/", token)
    return f"{response.status_code} {response.content.decode()[:80]}"


def attempt_unguarded(token: dict, who: int) -> str:
    return f"{Client().post('/open-form/', token).status_code}"


def facts(token: dict, outcomes: list[str]) -> dict:
    return {"effects": AuditEntry.objects.filter(object_code=token["token"]).count()}
