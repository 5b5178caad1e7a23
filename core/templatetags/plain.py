"""Words and figures as people here read them. Built into every template; no tag needs the request."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import money
from core.identity import id_number, names
from core.identity import phone as phones

register = template.Library()
WEEKDAYS = "一二三四五六日"


@register.simple_tag
def form_key() -> SafeString:
    """The hidden field that makes sending a form twice the same as sending it once."""
    return format_html('<input type="hidden" name="_key" value="{}">', uuid.uuid4().hex)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A symbol of the page's sprite; with a label it speaks, without one it is decoration."""
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}" focusable="false"><use href="#i-{}"></use></svg>', label, name
        )
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{}"></use></svg>', name)


@register.filter
def yuan(amount: Decimal | int | None) -> str:
    return "" if amount in (None, "") else money.yuan(amount)


@register.filter
def day(value: date | datetime | None) -> str:
    """11月20日(周五); another year than this one is named: 2025年11月20日(周四)."""
    if not value:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    year = "" if local.year == timezone.localdate().year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日(周{WEEKDAYS[local.weekday()]})"


@register.filter
def moment(value: datetime | None) -> str:
    """11月20日 14:20"""
    if not value:
        return ""
    local = timezone.localtime(value)
    year = "" if local.year == timezone.localdate().year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日 {local:%H:%M}"


@register.filter
def minutes(value: int | None) -> str:
    """约 12 分钟; an unknown time is said to be unknown, never shown as nothing."""
    if value in (None, ""):
        return "路程不详"
    hours, rest = divmod(round(value), 60)
    if not hours:
        return f"约 {max(rest, 1)} 分钟"
    return f"约 {hours} 小时 {rest} 分钟" if rest else f"约 {hours} 小时"


@register.filter
def phone(value: str | None) -> str:
    return phones.display(value or "")


@register.filter
def mask_phone(value: str | None) -> str:
    return phones.mask(value or "")


@register.filter
def mask_name(value: str | None) -> str:
    return names.mask(value or "")


@register.filter
def mask_id(value: str | None) -> str:
    return id_number.mask(value or "")
