"""From template and placeholders to the words that leave."""

from collections.abc import Mapping

from django.template import Context
from django.template.loader import get_template

from notices.registry import TEMPLATES


def text_of(key: str, placeholders: Mapping[str, str]) -> str:
    """Plain text, nothing escaped for HTML; a page that shows it escapes it then."""
    context = Context(dict(placeholders), autoescape=False)
    return get_template(TEMPLATES[key].file).template.render(context).strip()
