"""Strict reading of environment variables: a wrong value stops the start with a sentence that says what to write."""

import base64
import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "")
    if value == "":
        return default
    if value in ("1", "true", "True"):
        return True
    if value in ("0", "false", "False"):
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0")


def integer(name: str, default: int, *, least: int = 0) -> int:
    value = os.environ.get(name, "")
    if value == "":
        return default
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(f"{name}={value!r}: write a whole number, {least} or more")
    return int(value)


def words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = os.environ.get(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}={value!r}: write one of {', '.join(allowed)}")
    return value


def database(name: str, default_file: Path) -> dict:
    """`postgres://user:password@host:port/name`, `postgres:///name?host=/socket/dir` or `sqlite:////file`."""
    url = os.environ.get(name, "")
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite"):
        if url and (parts.netloc or not parts.path):
            raise ImproperlyConfigured(f"{name}: write sqlite:////absolute/path/file.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path or str(default_file),
            "CONN_MAX_AGE": None,
            # Deferred transactions fail with "database is locked" under writers; see docs/adr.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
            },
        }
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name}: write postgres://user:password@host:port/name or sqlite:////file")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": query.get("port", str(parts.port or "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c statement_timeout=30000 -c lock_timeout=10000"},
    }


def key_ring(text: str, name: str) -> dict[str, bytes]:
    """`id:base64,id:base64` → {id: 32 bytes}; the first one encrypts, all of them decrypt."""
    ring = {}
    for part in text.split(","):
        key_id, _, encoded = part.strip().partition(":")
        try:
            key = base64.urlsafe_b64decode(encoded)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name}: {key_id!r} is not base64") from error
        if not key_id.isalnum() or len(key) != 32:
            raise ImproperlyConfigured(f"{name}: write id:base64 of 32 bytes, several separated by commas")
        ring[key_id] = key
    return ring


def development_secret(folder: Path, name: str) -> str:
    """A secret made once per checkout, in a file git ignores. Only for DEBUG: production names its secrets itself."""
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"dev-{name.lower()}"
    try:
        with open(file, "x", opener=lambda path, flags: os.open(path, flags, 0o600)) as new:
            new.write(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    except FileExistsError:
        pass
    return file.read_text().strip()


def secret(name: str, *, debug: bool, folder: Path) -> str:
    value = os.environ.get(name, "")
    if value:
        return value
    if not debug:
        raise ImproperlyConfigured(
            f"{name} is not set. DEBUG=0 needs a secret of its own; the development key is refused."
        )
    return development_secret(folder, name)
