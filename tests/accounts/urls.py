"""Pages that do nothing, to try the doors."""

from django.http import HttpResponse
from django.urls import include, path

from accounts import access


@access.public
def square(request):
    return HttpResponse("广场")


@access.signed_in
def home(request):
    return HttpResponse(request.user.name)


@access.staff("jobs.review")
def desk(request):
    return HttpResponse("窗口")


portal = (
    [path("", square, name="home"), path("sign-in/", square, name="sign-in"), path("me/", home), path("desk/", desk)],
    "portal",
)
urlpatterns = [path("", include(portal))]
