"""The texts people agree to. A version is a file that never changes once somebody has agreed to it; a new wording is a
new file, and the highest version is the one shown."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings

from residents.enums import ConsentPurpose

FOLDER = Path(settings.BASE_DIR) / "templates" / "consents"
NAME = re.compile(r"(?P<purpose>[a-z_]+)-(?P<version>\d{4}-\d{2}(?:\.\d+)?)\.txt")


@cache
def versions() -> dict[tuple[str, str], str]:
    """{(purpose, version): text}."""
    found = {}
    for path in sorted(FOLDER.glob("*.txt")):
        name = NAME.fullmatch(path.name)
        if name and name["purpose"] in ConsentPurpose.values:
            found[name["purpose"], name["version"]] = path.read_text(encoding="utf-8").strip()
    return found


def current(purpose: str) -> str:
    """The version shown today. LookupError for a purpose without a text."""
    known = [version for each, version in versions() if each == purpose]
    if not known:
        raise LookupError(f"no consent text for {purpose}")
    return max(known)


def text(purpose: str, version: str = "") -> str:
    """What she read. LookupError for a version that never was."""
    return versions()[purpose, version or current(purpose)]
