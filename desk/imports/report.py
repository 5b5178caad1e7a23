"""The outcome of an import as the command prints it: every row counted once, one entry for each row to look at."""

from collections import Counter

from desk.imports.findings import FLAG, ORDER, Finding, worst

PEOPLE_COUNTS = ("new", "update", "unchanged", "conflict", "error", "duplicate", "archived")


def outcome(kind: str, plans, notes: list[str]) -> dict:
    """{"rows", counts, "flag", "problems", "notes"}; `notes` are sentences about the file, not about a row."""
    counted = [verdict(plan) for plan in plans]
    counts = Counter(status if status != FLAG else plan.action for status, plan in zip(counted, plans, strict=True))
    names = PEOPLE_COUNTS if kind == "residents" else (*PEOPLE_COUNTS, "block")
    several = len({plan.row.sheet for plan in plans}) > 1
    return {
        "rows": len(plans),
        **{name: counts[name] for name in names},
        "flag": sum(status == FLAG for status in counted),
        "problems": [
            entry(plan, status, several) for status, plan in zip(counted, plans, strict=True) if status in ORDER
        ],
        "notes": notes,
    }


def verdict(plan) -> str:
    """One of ORDER, else the plan's action (new, update, unchanged)."""
    return worst(plan.findings) or plan.action


def entry(plan, status: str, several: bool) -> dict:
    """The gravest finding names column and code; the message tells all of them, each with its cell and remedy."""
    findings = sorted(dict.fromkeys(plan.findings), key=lambda f: ORDER.index(f.status))
    first = findings[0]
    where = f"「{plan.row.sheet}」第{plan.row.line}行" if several else f"第{plan.row.line}行"
    return {
        "row": plan.row.line,
        "column": first.column,
        "status": status,
        "code": first.code,
        "message": f"{where} " + " ".join(sentence(f) for f in findings),
    }


def sentence(finding: Finding) -> str:
    named = not finding.column or finding.message.startswith(finding.column)
    return finding.message if named else f"{finding.column}：{finding.message}"
