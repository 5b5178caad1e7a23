"""One click: the suggestion in place of the words that may not stand."""

import re
from collections.abc import Iterable

from jobs.lawful.model import Finding

_STOPS = "，,。；;：:、！!？?（）()【】[]\n"
_OPEN = frozenset(f"{_STOPS} \t")
# What only led up to the forbidden words, or only finished them, makes no sense without them.
_LEADS = re.compile(
    r"(?:入职|面试|上岗|报名|应聘|录用|本店|本人|本岗位?|岗位|我司|我们|本公司|公司|单位|员工|个人|前|后|时|须|需|要|得|必须|先|可以?|能|请|签订?|"
    r"订|写|参加|办理?|推荐|提供|出示|接受|进行|从|第一个月|首月|工资|暂|的|把|将|没有?|因|统一|自己|自愿|都|也|就|再|没钱|分期|[0-9]+元|\s)+"
)
_ENDS = re.compile(
    r"(?:简历|应聘|报名|求职者?|者|的|人员|证明?|费用?|款|协议|合同|承诺书?|后|上岗|就业|推荐|工作|付款?|可?办?分期|可?贷款?|从工资扣|分[0-9]+期|"
    r"[0-9]+个月还|投递|优先|录用|考虑|来|吧|了|哦|哈|\s)+"
)


def apply_suggestion(text: str, finding: Finding) -> str:
    """`text` is the field the finding stands in, unchanged since the check; raises ValueError when it is not."""
    if not finding.replaces:
        raise ValueError("a finding about a figure replaces no words")
    return apply_suggestions(text, [finding])


def apply_suggestions(text: str, findings: Iterable[Finding]) -> str:
    """Several findings of one text at once. Where two overlap, their suggestions stand side by side in the union.

    What was already said once in the text is not said again.
    """
    clusters = _clusters(text, findings)
    said: set[str] = set()
    steps = []
    for (start, end, group), floor in zip(clusters, [0, *(end for _, end, _ in clusters)], strict=False):
        words = "，".join(dict.fromkeys(finding.suggestion for finding in group))
        inline = len(group) == 1 and group[0].inline
        steps.append((start, end, floor, "" if words in said and not inline else words, inline))
        said.add(words)
    for start, end, floor, words, inline in reversed(steps):
        text = text[:start] + words + text[end:] if inline else _put_clause(text, start, end, floor, words)
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


def _put_clause(text: str, start: int, end: int, floor: int, words: str) -> str:
    """The suggestion becomes a clause of its own, with commas where it would run into its neighbours.

    Nothing before `floor` may change: there another finding waits for its turn.
    """
    lead, rest = _clause_before(text[floor:start]), _clause_after(text[end:])
    if _LEADS.fullmatch(lead):
        start -= len(lead)
    if _ENDS.fullmatch(rest):
        end += len(rest)
    before, after = text[:start], text[end:]
    if not words:
        return (before[:-1] if before[floor:].endswith(("，", ",", "、")) else before) + after
    left = "，" if before and before[-1] not in _OPEN else ""
    right = "，" if after and after[0] not in _OPEN else ""
    return f"{before}{left}{words}{right}{after}"


def _clause_before(text: str) -> str:
    return re.split(f"[{re.escape(_STOPS)}]", text)[-1]


def _clause_after(text: str) -> str:
    return re.split(f"[{re.escape(_STOPS)}]", text, maxsplit=1)[0]
