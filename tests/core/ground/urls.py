"""Pages that do one thing each, to be sent twice."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template import engines
from django.urls import path

from core.errors import Invalid
from tests.core.ground.models import Bare

FORM = "<form method='post'>{% csrf_token %}{% form_key %}</form>"


def public(view):
    return login_not_required(view)


@public
def make(request):
    if request.method == "GET":
        return HttpResponse(engines["django"].from_string(FORM).render({}, request))
    return HttpResponseRedirect(f"/made/{Bare.objects.create(stage=request.POST.get('stage', 'new')).pk}/")


@public
def say(request):
    return HttpResponse(f"第{Bare.objects.create().pk}条", status=201, headers={"HX-Trigger": "made", "X-Other": "no"})


@public
def fail(request):
    Bare.objects.create()
    raise RuntimeError("planted")


@public
def refuse(request):
    if request.POST.get("stage") != "good":
        raise Invalid("这一格没有填对。请改了再提交。")
    return HttpResponseRedirect(f"/made/{Bare.objects.create().pk}/")


@public
def long(request):
    Bare.objects.create()
    return HttpResponse("长" * 70_000)


@public
def stream(request):
    Bare.objects.create()
    return StreamingHttpResponse(iter([b"a", b"b"]))


@public
def upload(request):
    return HttpResponse(f"{Bare.objects.create().pk} {request.FILES['file'].read().decode()}")


@public
def free(request):
    return HttpResponse(str(Bare.objects.create().pk))


free.idempotent = False


def members(request):
    return HttpResponse(str(Bare.objects.create().pk))


urlpatterns = [
    path(f"{view.__name__}/", view) for view in (make, say, fail, refuse, long, stream, upload, free, members)
]
