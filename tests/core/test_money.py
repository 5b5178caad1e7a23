from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import money

amounts = st.decimals(Decimal("-1e9"), Decimal("1e9"), places=2)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("2600", "2,600"),
        ("2600.00", "2,600"),
        ("2600.5", "2,600.50"),
        ("0", "0"),
        ("1234567.894", "1,234,567.89"),
        ("0.005", "0.01"),
        ("-0.5", "-0.50"),
        ("999.999", "1,000"),
    ],
)
def test_yuan(amount, text):
    assert money.yuan(Decimal(amount)) == text


def test_whole_numbers_may_be_int():
    assert money.yuan(2600) == "2,600"


@pytest.mark.parametrize("amount", [2600.0, 0.1, True, "2600", None])
def test_nothing_else_is_money(amount):
    with pytest.raises(TypeError):
        money.yuan(amount)


@given(amounts)
def test_what_is_shown_is_what_is_meant(amount):
    assert Decimal(money.yuan(amount).replace(",", "")) == amount


@given(st.decimals(Decimal("-1e9"), Decimal("1e9"), places=5))
def test_rounding_is_once_and_to_the_nearest_fen(amount):
    rounded = money.to_fen(amount)
    assert abs(rounded - amount) <= Decimal("0.005")
    assert money.to_fen(rounded) == rounded
