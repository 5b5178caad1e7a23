"""One click: the suggestion in place of the words that may not stand."""

from jobs.lawful.model import Finding


def apply_suggestion(text: str, finding: Finding) -> str:
    """`text` is the field the finding stands in, unchanged since the check; raises ValueError when it is not."""
    if text[finding.start : finding.end] != finding.quote or not finding.replaces:
        raise ValueError("the text is no longer the one that was checked")
    return text[: finding.start] + finding.suggestion + text[finding.end :]
