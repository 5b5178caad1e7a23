"""What the officer compares at a glance: the posting's facts, and which mandatory elements stand."""

from core.clock import today
from core.templatetags.plain import day
from jobs.words import UNIT_WORDS, hours_text, pay_text, rest_text
from reference.models import MandatoryElement


def facts(posting) -> list[dict]:
    rows = [
        (
            "工资",
            f"{pay_text(posting)} {UNIT_WORDS[posting.pay_unit]}"
            + (f"，{posting.pay_note}" if posting.pay_note else ""),
        ),
        ("时间", "，".join(filter(None, (hours_text(posting), rest_text(posting))))),
        ("要几人", f"{posting.headcount} 人，招到 {day(posting.valid_until)}" if posting.headcount else ""),
        ("用工形式", posting.get_employment_type_display()),
        ("来源", posting.get_source_display()),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def ticks(posting, findings) -> list[dict]:
    """Each element the law asks for, with whether it is there; and the wage floor."""
    missing = {finding.field for finding in findings if finding.rule.startswith("missing")}
    rows = [{"label": row.label, "ok": row.field not in missing} for row in MandatoryElement.objects.effective(today())]
    low = any("wage" in finding.rule or "floor" in finding.rule for finding in findings)
    return [*rows, {"label": "不低于最低工资", "ok": not low}]
