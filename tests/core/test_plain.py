from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import engines


def shown(template: str, **context) -> str:
    return engines["django"].from_string(template).render(context)


@pytest.fixture(autouse=True)
def in_november(at):
    at("2026-11-20 10:00")


def test_a_form_key_is_new_each_time():
    one, two = shown("{% form_key %}"), shown("{% form_key %}")
    assert one.startswith('<input type="hidden" name="_key" value="')
    assert len(one.split('"')[5]) == 32
    assert one != two


def test_an_icon_with_and_without_words():
    assert shown('{% icon "walk" %}') == (
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-walk"></use></svg>'
    )
    assert shown('{% icon "walk" "走路" %}') == (
        '<svg class="icon" role="img" aria-label="走路" focusable="false"><use href="#i-walk"></use></svg>'
    )
    assert "<script" not in shown("{% icon name %}", name='"><script>')


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{{ v|yuan }}", Decimal("2600"), "2,600"),
        ("{{ v|yuan }}", None, ""),
        ("{{ v|day }}", date(2026, 11, 20), "11月20日(周五)"),
        ("{{ v|day }}", date(2025, 11, 20), "2025年11月20日(周四)"),
        ("{{ v|day }}", datetime(2026, 11, 19, 17, 0, tzinfo=UTC), "11月20日(周五)"),
        ("{{ v|day }}", None, ""),
        ("{{ v|moment }}", datetime(2026, 11, 20, 6, 20, tzinfo=UTC), "11月20日 14:20"),
        ("{{ v|moment }}", datetime(2025, 12, 31, 16, 5, tzinfo=UTC), "1月1日 00:05"),
        ("{{ v|moment }}", None, ""),
        ("{{ v|minutes }}", 12, "约 12 分钟"),
        ("{{ v|minutes }}", 0, "约 1 分钟"),
        ("{{ v|minutes }}", 60, "约 1 小时"),
        ("{{ v|minutes }}", 75, "约 1 小时 15 分钟"),
        ("{{ v|minutes }}", None, "路程不详"),
        ("{{ v|phone }}", "13800138000", "138 0013 8000"),
        ("{{ v|phone }}", None, ""),
        ("{{ v|mask_phone }}", "13800138000", "138****8000"),
        ("{{ v|mask_phone }}", None, ""),
        ("{{ v|mask_name }}", "张小三", "张**"),
        ("{{ v|mask_name }}", None, ""),
        ("{{ v|mask_id }}", "510802197003150011", "510802********0011"),
        ("{{ v|mask_id }}", None, ""),
    ],
)
def test_words_and_figures(template, value, text):
    assert shown(template, v=value) == text
