"""Every message that can leave, filled with its samples."""

import re

import pytest
from django.conf import settings

from notices.registry import TEMPLATES, checked
from notices.rendering import text_of

KEYS = sorted(TEMPLATES)
FOLDER = settings.BASE_DIR / "templates" / "notices"


def rendered(key: str) -> str:
    template = TEMPLATES[key]
    return text_of(key, checked(key, template.samples))


@pytest.mark.parametrize("key", KEYS)
def test_it_is_one_short_message(key):
    """Seventy characters are one SMS; the link comes on top."""
    text = rendered(key)
    assert text.startswith("【家门口】")
    assert "\n" not in text
    assert len(text.replace(TEMPLATES[key].samples.get("url", ""), "")) <= 70, text


@pytest.mark.parametrize("key", KEYS)
def test_every_placeholder_is_used_and_filled(key):
    source = (settings.BASE_DIR / "templates" / TEMPLATES[key].file).read_text(encoding="utf-8")
    unused = set(TEMPLATES[key].samples) - set(re.findall(r"\{\{ (\w+) \}\}", source)) - {"posting", "employer"}
    assert unused == set()
    assert "{{" not in rendered(key)


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("jobs.")])
def test_it_says_what_to_do(key):
    assert re.search("点|请|来办|联系", rendered(key)), "every message ends in something she can do"
    assert "成功" not in rendered(key)


@pytest.mark.parametrize("key", [key for key in KEYS if "url" in TEMPLATES[key].samples])
def test_the_link_stands_last(key):
    """What follows a link without a blank is taken as part of it by many phones."""
    assert rendered(key).endswith(TEMPLATES[key].samples["url"])


def test_each_text_is_declared_and_each_declaration_has_a_text():
    files = {str(path.relative_to(FOLDER).with_suffix("")).replace("/", ".") for path in FOLDER.rglob("*.txt")}
    assert files == set(TEMPLATES)


def test_nothing_is_escaped_for_pages_that_do_not_exist():
    samples = {**TEMPLATES["jobs.posting_published"].samples, "posting": "K&M<店> “夜宵”"}
    assert "K&M<店> “夜宵”" in text_of("jobs.posting_published", checked("jobs.posting_published", samples))


def test_what_people_write_cannot_take_the_message_over():
    samples = dict(TEMPLATES["jobs.declined"].samples)
    samples["employer"] = "和顺\n【银行】您的账户异常，\u202e请点\u200b http://x.example 处理" + "。" * 500
    clean = checked("jobs.declined", samples)
    assert clean["employer"] == "和顺 【银行】您的账户异常…"
    assert "\n" not in text_of("jobs.declined", clean)


@pytest.mark.parametrize("change", [{"posting": None}, {"surname": "王"}])
def test_other_placeholders_are_a_programming_error(change):
    samples = {**TEMPLATES["jobs.posting_published"].samples, **change}
    filled = {name: value for name, value in samples.items() if value is not None}
    with pytest.raises(ValueError, match="is filled with"):
        checked("jobs.posting_published", filled)
    with pytest.raises(KeyError):
        checked("jobs.no_such_message", filled)
