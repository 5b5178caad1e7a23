"""What the reader has to say about one cell, and how it decides the fate of the row."""

from dataclasses import dataclass

ERROR, DUPLICATE, ARCHIVED, CONFLICT, BLOCK, FLAG = "error", "duplicate", "archived", "conflict", "block", "flag"
# A row is counted once: the first of these that applies, else new, update or unchanged.
ORDER = (ERROR, DUPLICATE, ARCHIVED, CONFLICT, BLOCK, FLAG)


@dataclass(frozen=True, slots=True)
class Finding:
    """`column` is the header as the office wrote it, `code` a stable slug, `message` plain Chinese with the remedy."""

    status: str
    column: str
    code: str
    message: str


def worst(findings: list[Finding]) -> str:
    """The status that decides the row, or '' when nothing was found."""
    present = {finding.status for finding in findings}
    return next((status for status in ORDER if status in present), "")
