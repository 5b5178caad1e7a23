"""The posting's own words with what is wrong marked in place: pieces of text for the template, nothing pre-rendered."""

from dataclasses import dataclass

LABELS = {
    "title": "岗位名称",
    "duties": "做什么",
    "requirements": "要求",
    "pay_note": "工资构成",
    "hours_note": "上班时间",
}


@dataclass(frozen=True)
class Piece:
    """`number` 0 is plain text; otherwise the finding's number on the page."""

    text: str
    number: int = 0
    level: str = ""


def marked(posting, findings) -> list[dict]:
    rows = []
    for field, label in LABELS.items():
        text = getattr(posting, field)
        if text:
            rows.append({"label": label, "pieces": pieces(text, field, findings)})
    return rows


def pieces(text, field, findings) -> list[Piece]:
    """Overlapping findings: the first one keeps the words, the second is still listed beside."""
    here = sorted(
        (f.start, f.end, number, f.level)
        for number, f in enumerate(findings, 1)
        if f.field == field and f.end > f.start
    )
    found, at = [], 0
    for start, end, number, level in here:
        if start < at:
            continue
        if start > at:
            found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], number, level))
        at = end
    if at < len(text):
        found.append(Piece(text[at:]))
    return found
