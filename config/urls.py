from django.conf import settings
from django.urls import include, path

from config.health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("desk/", include("desk.urls")),
    path("", include("portal.urls")),
]

if settings.DEBUG:
    from portal.gallery import gallery

    urlpatterns.insert(0, path("gallery/", gallery, name="gallery"))
