"""Who may open a page: every view carries exactly one of these three declarations, and `view.access` says which.

Signing in is the default (LoginRequiredMiddleware); which row of a page's data somebody sees is `visible_to` of its
queryset, answered with 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required

from accounts.roles import roles_with
from core.errors import Refused

NOT_YOURS = "这一页给社区工作人员用。您的账号没有这项权限，需要的话请联系系统管理员开通。"


@dataclass(frozen=True)
class Access:
    kind: str
    permission: str = ""


def public(view: Callable) -> Callable:
    """Anybody, without an account."""
    view = login_not_required(view)
    view.access = Access("public")
    return view


def signed_in(view: Callable) -> Callable:
    """Whoever has signed in."""
    view.access = Access("signed_in")
    return view


def staff(permission: str) -> Callable[[Callable], Callable]:
    """Whoever holds `permission` in some area; KeyError at import for a permission nobody declared."""
    roles_with(permission)

    def declare(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.can(permission):
                raise Refused(NOT_YOURS)
            return view(request, *args, **kwargs)

        guarded.access = Access("staff", permission)
        return guarded

    return declare


def client_address(request) -> str:
    """What the outermost of settings.TRUSTED_PROXIES hops saw; what a client writes itself is not believed."""
    trusted = settings.TRUSTED_PROXIES
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return hops[-trusted] if 0 < trusted <= len(hops) else request.META.get("REMOTE_ADDR", "")
