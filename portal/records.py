"""How an employer answers, in the shape the squares want."""

from jobs.queries import ReplyRecord, reply_records
from reference.queries import local_rule

SQUARES = 30


def record_of(employer, community) -> dict:
    row = reply_records([employer.pk]).get(employer.pk, ReplyRecord())
    days = local_rule(community, "reply_days")
    counted = row.applied - row.waiting
    scale = min(1, SQUARES / counted) if counted else 1
    filled, empty = round(row.in_time * scale), round(row.late * scale)
    return {
        "total": row.applied,
        "in_time": row.in_time,
        "waiting": row.waiting,
        "days": days,
        "squares": [True] * filled + [False] * empty,
    }
