"""Numbers as people here say them."""

TRAVEL_WORDS = ("走路", "骑电动车", "坐公交")


def clock(minutes: float) -> str:
    """930 → "15:30"; beyond midnight counts on: 1800 → "次日 6:00"."""
    day, rest = divmod(round(minutes), 24 * 60)
    return f"{'次日 ' if day else ''}{rest // 60}:{rest % 60:02d}"


def spoken(minutes: float) -> str:
    """960 → "4 点", 930 → "3 点半", 1200 → "晚上 8 点"; odd minutes and times before noon stay on the clock."""
    hour, rest = divmod(round(minutes), 60)
    if not 12 <= hour < 24 or rest not in (0, 30):
        return clock(minutes)
    part = "晚上 " if hour >= 18 else "中午 " if hour == 12 else ""
    return f"{part}{hour - 12 if hour > 12 else 12} 点{'半' if rest else ''}"


def yuan(amount: float) -> str:
    """2600.0 → "2,600", 24.5 → "24.5"."""
    return f"{amount:,.2f}".rstrip("0").rstrip(".")


def way(minutes: float, travel: int) -> str:
    """(6, 0) → "走路约 6 分钟"; 0 minutes is work at home."""
    return "在家就能做" if minutes == 0 else f"{TRAVEL_WORDS[travel]}约 {minutes:.0f} 分钟"
