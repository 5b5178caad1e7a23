"""One invented community with a day's worth of work in it, written into an empty database.

`python -m tests.journeys.town` fills the database of DATABASE_URL and prints, as JSON, what a walker must know: addresses
of doors and of links that would stand in text messages, and who is who.
"""

import json
from datetime import time, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import django
from django.db import transaction

LONG_TITLE = "社区综合服务中心食堂后厨切配兼洗碗打杂帮工（能做半天也能做全天）"
LONG_NAME = "重庆市九龙坡区桐花片区社区养老服务与职工食堂联合管理有限责任公司第二分公司"


def shelf(home, cook):
    """Twelve live postings: what a school's canteen, a market, a gate and a works want; the titles are the keys."""
    from tests.factories import enterprises, jobs, reference

    works = enterprises.employer(home, "永顺电子厂")
    gate = enterprises.employer(home, "安居物业")
    long_name = enterprises.employer(home, LONG_NAME)
    kitchen = {"of": cook, "occupation": reference.occupation("帮厨"), "headcount": 1}
    half_day = {"employment_type": "PART_TIME", "pay_unit": "hour", "pay_min": Decimal(25), "pay_max": None}
    night = {"shift": "night", "starts_at_time": time(19), "ends_at_time": time(7), "weekend_work": True}
    rows = [
        ("学校食堂帮厨", "桐花小学", time(8, 30), time(15, 30), kitchen),
        ("中午洗碗", "桐花菜市场", time(10), time(14), {"of": cook, **half_day}),
        ("小区保洁员", "12栋", time(8, 30), time(16), {"of": gate, "pay_min": 2600, "pay_max": 2600}),
        ("夜班保安", "1栋", None, None, {"of": gate, **night}),
        ("白班门卫", "12栋", time(7), time(19), {"of": gate, "standing": True, "weekend_work": True}),
        ("超市收银", "桐花菜市场", time(9), time(15), half_day),
        ("晚班服务员", "桐花菜市场", time(16), time(22), {"of": cook, "weekend_work": True}),
        ("装卸工", "桐花菜市场", time(7), time(17), {"employment_type": "DAY_LABOUR", "pay_unit": "day", "pay_min": 180,
                                              "pay_max": 200, "lifting_kg": 40}),
        ("电子厂普工", "北坡工业园", time(8), time(20), {"of": works, "pay_min": 3800, "pay_max": 4600}),
        ("仓库分拣", "北坡工业园", time(8), time(18), {"of": works, "standing": True}),
        ("在家穿珠子", "桐花小学", None, None, {"employment_type": "PIECE_HOME", "pay_unit": "piece", "shift": "flexible",
                                         "pay_min": Decimal("0.35"), "pay_max": None, "address": "在家做"}),
        (LONG_TITLE, "12栋", time(9), time(17), {"of": long_name}),
    ]  # fmt: skip
    made = {}
    for title, where, starts, ends, fields in rows:
        at = {"place": home.places.get(name=where), "starts_at_time": starts, "ends_at_time": ends, "address": where}
        made[title] = jobs.posting(home, title=title, **{**at, **fields})
    made["学校食堂帮厨"].certificates.set([reference.certificate_kind("健康证")])
    return made


def stages(home, cook):
    """An application in every state of its life, with what its page needs."""
    from core.clock import now
    from jobs.enums import ApplicationState as A
    from tests.factories import jobs

    posting = jobs.posting(home, of=cook, title="早餐帮工", headcount=9)
    moment, made = now(), {}
    for state in A:
        made[state.value] = jobs.application(posting, state=state, facts=["做过 6 年面馆帮厨", "走路约 6 分钟"])
    made["late"] = jobs.application(
        posting, name="赵德福", applied_at=moment - timedelta(days=6),
        reply_due_at=moment - timedelta(days=2), close_due_at=moment + timedelta(days=5),
    )  # fmt: skip
    made["over"] = jobs.application(
        posting, applied_at=moment - timedelta(days=30),
        reply_due_at=moment - timedelta(days=27), close_due_at=moment - timedelta(days=13),
    )  # fmt: skip
    made["met"] = jobs.application(posting, state=A.INTERVIEW)
    made["met"].interviews.update(at=moment - timedelta(hours=2))
    made["heard"] = jobs.application(
        posting, state=A.NO_SHOW, no_show_answer="那天孩子发烧，打过电话", no_show_answered_at=moment
    )
    return posting, made


def papers(home, cook):
    """What an employer writes before the shelf: a draft the law stops, one that waits for the officer."""
    from jobs.enums import PostingState as P
    from tests.factories import enterprises, jobs

    unfit = "限女性，本地户口优先，50岁以下。"
    return {
        "draft": jobs.posting(home, of=cook, state=P.DRAFT, title="楼道保洁", requirements=unfit),
        "review": jobs.posting(home, of=cook, state=P.REVIEW, title="早班面点", requirements=unfit),
        "review-new": jobs.posting(
            home, of=enterprises.employer(home, "新来小吃店", verified=False), state=P.REVIEW, title="小吃帮工"
        ),
        "paused": jobs.posting(home, of=cook, state=P.PAUSED, title="周末帮工"),
        "closed": jobs.posting(home, of=cook, state=P.CLOSED, title="去年的帮厨"),
    }


def people(home):
    from tests import cast
    from tests.factories import accounts, residents

    phones = {"wang": cast.resident_wang(home).user.phone}
    # A father who registered at the counter and leaves his daughter's number; twice, for two walks.
    for key in ("shared", "shared-too"):
        daughter = residents.resident(home, "何小燕", user=accounts.user("何小燕")).user
        father = residents.resident(home, "赵德福")
        residents.contact(father, daughter.phone, relation="family")
        phones[key] = daughter.phone
    return phones


def build():
    from jobs.links import application_path, reply_url
    from reference.enums import PlaceKind
    from tests import cast
    from tests.factories import enterprises, jobs, reference

    home, other = cast.community(), cast.community("槐荫社区")
    reference.place(home, "北坡工业园", 5200, 2400, kind=PlaceKind.WORKS)
    doors = {}
    for name in ("1栋", "12栋"):
        doors[name] = reference.building(home, name)
        home.places.filter(name=name).update(area=doors[name])
    cook = cast.employer(home)
    enterprises.verification(cook)
    cast.employer_user(cook)
    cast.officer(home)
    postings = shelf(home, cook)
    jobs.posting(other, title="槐荫社区保洁")
    posting, applications = stages(home, cook)
    complaint = jobs.complaint(postings["夜班保安"], words="去了说要交服装费")
    return {
        "community": home.code,
        "other": other.code,
        "doors": {name: door.code for name, door in doors.items()},
        "employer": cook.code,
        "postings": {title: row.code for title, row in {**postings, **papers(home, cook), "早餐帮工": posting}.items()},
        "applications": {state: application_path(row) for state, row in applications.items()},
        "replies": {state: urlsplit(reply_url(row)).path for state, row in applications.items()},
        "complaint": complaint.code,
        "phones": people(home),
    }


def main():
    django.setup()
    with transaction.atomic():
        told = build()
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
