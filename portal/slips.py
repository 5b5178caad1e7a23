"""A posting as the shelf and its own page show it."""

from jobs.words import UNIT_WORDS, education_text, hours_text, pay_text, place_text, rest_text
from reference.geometry import line_m, walking_minutes


def minutes_to(posting, place, speeds) -> int | None:
    """Whole minutes on foot from `place`; None where either point is not on the map."""
    here = place.point if place else None
    there = posting.place.point if posting.place else None
    if place and posting.place and place.community_id != posting.place.community_id:
        return None
    return walking_minutes(line_m(here, there), speeds)


def slip(posting, *, url, apply_url="", minutes=None, reason="", step="", phone="", applied_url="") -> dict:
    facts = [education_text(posting), f"招 {posting.places_left} 人"]
    if posting.board or posting.lodging:
        facts.append("包吃住" if posting.board and posting.lodging else "包吃" if posting.board else "包住")
    return {
        "url": url,
        "title": posting.title,
        "pay": pay_text(posting),
        "pay_unit": UNIT_WORDS[posting.pay_unit] if posting.pay_min is not None else "",
        "hours": hours_text(posting),
        "minutes": minutes,
        "place": "" if minutes else place_text(posting),
        "facts": facts,
        "reason": reason,
        "step": step,
        "phone": phone,
        "apply_url": apply_url,
        "applied_url": applied_url,
        "state": "applied" if applied_url else "" if posting.is_live else "gone",
    }


def facts_of(posting, minutes) -> list[dict]:
    """Pairs for the posting's own page; what nobody wrote is left out, never guessed."""
    rows = [
        {"label": "上班", "value": hours_text(posting)},
        {"label": "走路", "minutes": minutes, "value": ""}
        if minutes
        else {"label": "地点", "value": place_text(posting)},
        {"label": "学历", "value": education_text(posting)},
        {"label": "休息", "value": rest_text(posting)},
        {
            "label": "吃住",
            "value": {(True, True): "包吃住", (True, False): "包吃", (False, True): "包住"}.get(
                (posting.board, posting.lodging), ""
            ),
        },
        {"label": "社保", "value": posting.insurance_note},
        {"label": "试用期", "value": f"{posting.probation_months} 个月" if posting.probation_months else ""},
        {
            "label": "发工资",
            "value": f"{posting.pay_cycle_days} 天一次"
            if posting.pay_cycle_days and posting.pay_cycle_days < 28
            else "",
        },
    ]
    rows = [row for row in rows if row.get("minutes") or row["value"]]
    if len(rows) % 2:
        rows[-1]["wide"] = True
    return rows
