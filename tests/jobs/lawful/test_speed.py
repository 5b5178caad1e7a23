"""Quick on a posting, and no text makes a pattern run away."""

import time

import pytest

from jobs.lawful import PostingText, check_wording
from jobs.lawful.wording import findings
from tests.jobs.lawful.conftest import ON

BODY = (
    "岗位职责：负责小区四个单元楼道的清扫，收集垃圾并运到指定地点，每周擦一次扶手；工具由单位统一发放。任职要求：身体健康，能爬六楼，责任心强，"
    "服从安排，有保洁经验者优先，男女不限，年龄不限。工作时间：8:30-16:00，做六休一。薪资待遇：2600元/月，每月15日发放，缴纳五险，提供工作服。"
)
HOSTILE = [
    *(
        "限 男 不 押 1 人 汉 岁 ， 女， 限_ 要求 户口 乙肝 保证金 汉族、 河南、 交交需 不要不招 16岁 不收押金 残疾人 a A1 元 {} \\ ( ["
    ).split(),
    "1-2-",
    "年龄",
    "一二三",
    "只要的",
    "需要交",
    "同意自愿",
    "加+",
]


def seconds(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_posting_takes_a_few_milliseconds(rules):
    posting = PostingText(title="小区保洁员", body=BODY)
    assert findings(posting, rules, on=ON) == []
    best = min(seconds(lambda: findings(posting, rules, on=ON)) for _ in range(20))
    assert best < 0.005, f"{best * 1000:.1f} ms"


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_thousand_hostile_characters(rules, piece):
    text = (piece * 10_000)[:10_000]
    assert seconds(lambda: check_wording(text, rules, on=ON)) < 5
