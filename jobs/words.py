"""A posting in short words: pay, hours, schooling, rest. What nobody wrote is empty, never guessed."""

from residents.enums import Education

UNIT_WORDS = {"month": "元/月", "day": "元/天", "hour": "元/小时", "piece": "元/件"}


def pay_text(posting) -> str:
    """2,600 or 2,600–3,200; pieces keep up to four decimals."""
    low, high = amount(posting.pay_min), amount(posting.pay_max)
    if not low:
        return "工资没写"
    return low if not high or high == low else f"{low}–{high}"


def amount(value) -> str:
    if value is None:
        return ""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text


def hours_text(posting) -> str:
    """8:30–16:00 when both ends are known, else the shift in words."""
    if posting.starts_at_time and posting.ends_at_time:
        return f"{clock(posting.starts_at_time)}–{clock(posting.ends_at_time)}"
    if posting.shift:
        return posting.get_shift_display()
    return posting.hours_note[:12]


def clock(time) -> str:
    return f"{time.hour}:{time.minute:02}"


def education_text(posting) -> str:
    if not posting.education_min or posting.education_min == Education.OTHER:
        return "不要学历"
    return f"{Education(posting.education_min).label}就行"


def rest_text(posting) -> str:
    if posting.days_per_week is None:
        return ""
    days = float(posting.days_per_week)
    if days <= 5:
        return "周末双休" if posting.weekend_work is False else f"一周上 {days:g} 天"
    return "一周休一天" if days == 6 else "没有固定休息日" if days >= 7 else f"一周上 {days:g} 天"


def place_text(posting) -> str:
    text = posting.place.name if posting.place else posting.address
    return text[:9]
