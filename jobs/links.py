"""Signed links that open one page without signing in: the employer's answer, the applicant's own application.

A link names one application and one side. It cannot be turned into the other side's link (different salts), and the
page behind it decides by the application's own dates whether it still holds.
"""

from django.conf import settings
from django.core import signing

REPLY_PATH = "r/<str:token>/"
APPLICATION_PATH = "a/<str:token>/"


def _signer(side: str) -> signing.Signer:
    return signing.Signer(salt=f"jobs.{side}", sep=".")


def _sign(side: str, application) -> str:
    return _signer(side).sign(application.code)


def reply_url(application) -> str:
    return settings.BASE_URL + "/" + REPLY_PATH.replace("<str:token>", _sign("reply", application))


def application_path(application) -> str:
    return "/" + APPLICATION_PATH.replace("<str:token>", _sign("application", application))


def application_url(application) -> str:
    return settings.BASE_URL + application_path(application)


def code_of(side: str, token: str) -> str | None:
    """The application's code, or None for a forged or damaged token."""
    try:
        return _signer(side).unsign(token)
    except signing.BadSignature:
        return None
