"""Money is Decimal, in yuan. Floats are refused: 0.1 + 0.2 is somebody's wage."""

from decimal import ROUND_HALF_UP, Decimal

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
