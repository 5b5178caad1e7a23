"""What every page knows: how she wants to read it, where she is, whom she can call."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

MODES = ("", "elder")
CONTRASTS = ("", "high")


@dataclass(frozen=True)
class Page:
    mode: str
    contrast: str
    surface: str
    community: Any
    hotline: Any
    demo: bool
    filing: str
    user_name: str


def page(request: HttpRequest) -> dict[str, Page]:
    mode = request.COOKIES.get("mode", "")
    contrast = request.COOKIES.get("contrast", "")
    standing = getattr(request, "standing", None)
    user = getattr(request, "user", None)
    return {
        "page": Page(
            mode=mode if mode in MODES else "",
            contrast=contrast if contrast in CONTRASTS else "",
            surface="desk" if request.path.startswith("/desk/") else "",
            community=standing.community if standing else None,
            hotline=standing.hotline if standing else None,
            demo=settings.DEMO,
            filing=settings.FILING,
            user_name=user.name if user is not None and user.is_authenticated else "",
        )
    }
