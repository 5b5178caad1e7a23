"""The same row again is the same posting: a digest of all its cells but the running number."""

import hashlib

from desk.imports.layout import Row
from desk.imports.text import is_ditto, plain


def fingerprint(row: Row, employer) -> str:
    """64 hex characters. Employer cells carried down count as written; blanks and the order of columns do not."""
    skip = {c for name in ("seq", "firm", "code", "person", "phone") for c in row.table.columns.get(name, ())}
    parts = [
        f"{row.table.labels.get(c, '')}={text}"
        for c, cell in enumerate(row.cells)
        if c not in skip and (text := plain(cell)) and not is_ditto(text)
    ]
    parts += [f"{employer.name}|{employer.code_words}|{employer.contact}|{plain(employer.phone_cell)}"]
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()
