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


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        ("2600", "3200", "month", "2,600–3,200 元/月"),
        ("23", "23", "hour", "23 元/小时"),
        ("0.35", "0.35", "piece", "0.35 元/件"),
        ("120", None, "day", "120 元以上/天"),
        (None, "3000", "month", "最高 3,000 元/月"),
        (None, None, "month", "工资未写"),
    ],
)
def test_pay(low, high, unit, text):
    assert money.pay(low and Decimal(low), high and Decimal(high), unit) == text
