"""Every message that can leave: what it is filled with, and whether it may be refused.

The text is templates/notices/<app>/<name>.txt. A sample stands beside each placeholder, so that every text is rendered
by a test and can be shown to an office before anybody receives it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.identity.text import visible

LONGEST = {"posting": 14, "employer": 14, "where": 22, "reason": 20, "answer": 40, "why": 30, "url": 400}
LONGEST_OTHERS = 20
LINK = "https://work.example.cn/r/7q3k9x2m5n8p.h4sVx0yWm2"


@dataclass(frozen=True)
class Template:
    """`may_be_refused` False: somebody who wants no messages still gets this one, because she asked for it just now."""

    key: str
    samples: Mapping[str, str]
    may_be_refused: bool = True

    @property
    def file(self) -> str:
        return f"notices/{self.key.replace('.', '/')}.txt"


JOB = {"posting": "食堂帮厨", "employer": "和顺快餐店"}
APPOINTMENT = {"when": "11月21日(周六) 9:30", "where": "河滨路12号二楼食堂", "ask_for": "陈师傅"}

# No name and no number of an applicant: the employer reads them on the signed page, and the outbox keeps none.
TEMPLATES = {
    template.key: template
    for template in (
        Template("accounts.login_code", {"digits": "482913", "minutes": "10"}, may_be_refused=False),
        Template("jobs.applied_employer", {"posting": "食堂帮厨", "ticket": "0317", "due": "11月25日", "url": LINK}),
        Template("jobs.applied_resident", {**JOB, "ticket": "0317", "due": "11月25日", "url": LINK}),
        Template("jobs.invited", {**JOB, **APPOINTMENT, "url": LINK}),
        Template("jobs.interview_reminder", {**JOB, **APPOINTMENT, "url": LINK}),
        Template(
            "jobs.cannot_come",
            {"posting": "食堂帮厨", "ticket": "0317", "when": "11月21日(周六) 9:30", "url": LINK},
        ),
        Template("jobs.declined", {**JOB, "reason": "时间对不上", "url": LINK}),
        Template("jobs.offered", {**JOB, "day": "11月24日(周二)", "url": LINK}),
        Template("jobs.chase_employer", {"posting": "食堂帮厨", "ticket": "0317", "until": "11月27日", "url": LINK}),
        Template("jobs.closed_silent", {**JOB, "url": LINK}),
        Template("jobs.closed_filled", {**JOB, "url": LINK}),
        Template("jobs.no_show", {**JOB, "when": "11月21日(周六) 9:30", "url": LINK}),
        Template("jobs.posting_returned", {"posting": "食堂帮厨", "why": "“限女性”要改掉，改法已标好"}),
        Template("jobs.posting_published", {"posting": "食堂帮厨", "until": "12月20日"}),
        Template("jobs.posting_expiring", {"posting": "食堂帮厨", "until": "12月20日"}),
        Template("jobs.complaint_answered", {"posting": "食堂帮厨", "answer": "单位已改正工资写法，岗位重新审核。"}),
    )
}


def checked(key: str, placeholders: Mapping[str, object]) -> dict[str, str]:
    """The placeholders as clean, short text. KeyError: no such template; ValueError: filled with something else.

    People write titles and reasons: line breaks and endless text would let them write the message.
    """
    template = TEMPLATES[key]
    if placeholders.keys() != template.samples.keys():
        raise ValueError(f"{key} is filled with {sorted(template.samples)}, not with {sorted(placeholders)}")
    return {name: clipped(visible(str(value)), name) for name, value in placeholders.items()}


def clipped(text: str, name: str) -> str:
    longest = LONGEST.get(name, LONGEST_OTHERS)
    return text if len(text) <= longest else text[: longest - 1] + "…"
