"""Which unanswered question would improve her list most. Every question may be left open; the reason says what an
answer is good for, so that nobody answers for the form's sake."""

from collections.abc import Callable
from dataclasses import dataclass

from residents.models import Resident


@dataclass(frozen=True)
class Question:
    """`step`: the page of the registration on which it is asked."""

    key: str
    step: str
    words: str
    why: str
    answered: Callable[[Resident], bool]


def _wish(field: str) -> Callable[[Resident], bool]:
    return lambda resident: getattr(getattr(resident, "wish", None), field, None) not in (None, "", [])


# The most useful first: what removes or moves most postings in the list.
QUESTIONS = (
    Question("place", "where", "您住在哪里？", "知道了才能把走得到的排前面", lambda r: r.place_id is not None),
    Question("hours", "when", "您什么时间能上班？", "时间对不上的就不给您看了", _wish("free_from")),
    Question("occupations", "what", "您想做什么活？", "想做的排最前面", lambda r: _wished(r)),
    Question("skills", "can", "您会什么、做过什么？", "相通的活也能找出来", lambda r: _can(r)),
    Question("picks_up_child", "when", "要接送孩子吗？", "接送时间要上班的就不给您看了", _wish("picks_up_child")),
    Question("travel", "where", "您怎么去上班？", "好算路上要多久", _wish("travel")),
    Question("born_on", "who", "您是哪年生的？", "夜班、公益性岗位要知道年龄才能推荐", lambda r: r.born_on is not None),
    Question("kinds", "what", "全天、半天还是在家做？", "不合适的用工形式不给您看", _wish("kinds")),
    Question("monthly_floor", "what", "一个月最少想挣多少？", "低于这个数的排到后面", _wish("monthly_floor")),
    Question("no_nights", "when", "夜班上不上？", "不上夜班就把夜班去掉", _wish("no_nights")),
    Question(
        "certificates", "can", "有什么证？", "要证的活才敢推荐给您", lambda r: bool(r.certificates.all()) or _can(r)
    ),
    Question("education", "who", "您读到什么程度？", "写了学历要求的岗位才好判断", lambda r: bool(r.education)),
    Question("phone", "who", "您的电话是多少？", "有消息能马上告诉您", lambda r: bool(r.contacts.all())),
)


def _wished(resident: Resident) -> bool:
    wish = getattr(resident, "wish", None)
    return wish is not None and bool(wish.occupations.all())


def _can(resident: Resident) -> bool:
    return bool(resident.skills.all()) or bool(resident.experiences.all())


def open_questions(resident: Resident) -> list[Question]:
    return [question for question in QUESTIONS if not question.answered(resident)]


def next_question(resident: Resident) -> Question | None:
    """None when she has answered everything that changes the list."""
    return next((question for question in QUESTIONS if not question.answered(resident)), None)
