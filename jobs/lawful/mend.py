"""One click: the suggestion in place of the words that may not stand."""

from collections.abc import Iterable

from jobs.lawful.model import Finding

_OPEN = frozenset("，,。；;：:、！!？?（(【[\n \t")
_CLOSED = frozenset("，,。；;、！!？?）)】]\n \t")


def apply_suggestion(text: str, finding: Finding) -> str:
    """`text` is the field the finding stands in, unchanged since the check; raises ValueError when it is not."""
    if not finding.replaces or text[finding.start : finding.end] != finding.quote:
        raise ValueError("the text is no longer the one that was checked")
    return _put(text, finding.start, finding.end, finding.suggestion, inline=finding.inline)


def apply_suggestions(text: str, findings: Iterable[Finding]) -> str:
    """Several findings of one text at once. Where two overlap, their suggestions stand side by side in the union."""
    for start, end, group in reversed(_clusters(text, findings)):
        inline = len(group) == 1 and group[0].inline
        words = "，".join(dict.fromkeys(finding.suggestion for finding in group))
        text = _put(text, start, end, words, inline=inline)
    return text


def _clusters(text: str, findings: Iterable[Finding]) -> list[tuple[int, int, list[Finding]]]:
    clusters: list[tuple[int, int, list[Finding]]] = []
    for finding in sorted((f for f in findings if f.replaces), key=lambda f: f.start):
        if text[finding.start : finding.end] != finding.quote:
            raise ValueError("the text is no longer the one that was checked")
        if clusters and finding.start < clusters[-1][1]:
            start, end, group = clusters[-1]
            clusters[-1] = (start, max(end, finding.end), [*group, finding])
        else:
            clusters.append((finding.start, finding.end, [finding]))
    return clusters


def _put(text: str, start: int, end: int, words: str, *, inline: bool) -> str:
    """A suggestion that is a clause of its own gets commas where it would run into its neighbours."""
    before, after = text[:start], text[end:]
    if not inline and before and before[-1] not in _OPEN:
        words = f"，{words}"
    if not inline and after and after[0] not in _CLOSED:
        words = f"{words}，"
    return before + words + after
