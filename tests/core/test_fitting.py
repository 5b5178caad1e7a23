"""What one engine stores and the other refuses is told in words before it reaches either."""

from decimal import Decimal

import pytest

from core.errors import Invalid
from core.fitting import require_fitting
from jobs.models import Posting

FITS = {
    "title": "长" * 40,
    "headcount": 32767,
    "pay_min": Decimal("9999999.9999"),
    "pay_unit": "hour",
    "duties": "洗碗",
}


def test_the_largest_that_fits():
    require_fitting(Posting, FITS | {"pay_max": None, "address": "", "occupation": object(), "board": True})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "长" * 41),
        ("title", "洗碗\x00工"),
        ("duties", "长" * 1001),
        ("headcount", 32768),
        ("headcount", -1),
        ("pay_min", Decimal(10_000_000)),
        ("pay_max", Decimal(-10_000_000)),
        ("pay_unit", "year"),
    ],
)
def test_what_does_not_fit_names_its_field(field, value):
    with pytest.raises(Invalid) as told:
        require_fitting(Posting, FITS | {field: value})
    assert told.value.field == field
    assert str(Posting._meta.get_field(field).verbose_name) in told.value.message
