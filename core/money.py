"""Money is Decimal, in yuan. Floats are refused: 0.1 + 0.2 is somebody's wage."""

from decimal import ROUND_HALF_UP, Decimal

UNITS = {"month": "月", "day": "天", "hour": "小时", "piece": "件"}
FEN = Decimal("0.01")


def to_fen(amount: Decimal | int) -> Decimal:
    """Rounded once, half up, to the fen: the only rounding money gets."""
    if isinstance(amount, bool) or not isinstance(amount, Decimal | int):
        raise TypeError(f"money is Decimal, not {type(amount).__name__}")
    return Decimal(amount).quantize(FEN, ROUND_HALF_UP)


def yuan(amount: Decimal | int) -> str:
    """2600 → "2,600"; 2600.5 → "2,600.50"."""
    rounded = to_fen(amount)
    return f"{rounded:,.0f}" if rounded == rounded.to_integral_value() else f"{rounded:,.2f}"


def pay(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """ "2,600–3,200 元/月", "23 元/小时", "3,000 元以上/月", "最高 3,000 元/月"; "工资未写" when neither is known."""
    per = UNITS[unit]
    if low is None:
        return "工资未写" if high is None else f"最高 {yuan(high)} 元/{per}"
    if high is None:
        return f"{yuan(low)} 元以上/{per}"
    return f"{yuan(low)} 元/{per}" if low == high else f"{yuan(low)}–{yuan(high)} 元/{per}"
