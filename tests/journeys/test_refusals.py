"""Links that are over, forged or mistyped, and hostile text: a plain sentence that says what to do."""

import pytest

from tests.journeys.browser import sideways
from tests.journeys.steps import heading, new_number, open_message, press

pytestmark = pytest.mark.journey

HOSTILE = "<script>alert(1)</script>\u202e{{ 7*7 }}'\""


def test_a_link_whose_time_is_over(phone, town):
    answer = phone.goto(town["replies"]["over"])
    assert answer.status == 410
    assert heading(phone) == "这个链接过期了"
    assert "请打社区023-68000000" in phone.locator("#main").inner_text()


@pytest.mark.parametrize("side", ["replies", "applications"])
def test_a_link_that_was_tampered_with(phone, town, side):
    link = town[side]["submitted"]
    for forged in (link[:-3] + "xx/", link.replace("/r/", "/a/") if side == "replies" else link.replace("/a/", "/r/")):
        answer = phone.goto(forged)
        assert answer.status == 404
        assert "少了一截" in phone.locator("#main").inner_text()
        assert phone.get_by_role("link", name="回到货架").count() > 0


def test_a_page_that_is_not_there(phone):
    assert phone.goto("/posting/nix/").status == 404
    assert heading(phone) == "没有这一页"
    press(phone.locator("#main").get_by_role("link", name="回到货架"))
    assert phone.locator("article.posting").count() > 0


def test_others_pages_stay_closed(phone, town):
    phone.goto("/desk/")
    assert "/sign-in/" in phone.url
    assert phone.goto(f"/posting/{town['postings']['draft']}/").status == 404


def test_hostile_text_is_only_text(open_window, town):
    page = open_window("phone")
    page.goto(f"/?q={HOSTILE}")
    assert page.get_by_role("searchbox").input_value() == HOSTILE
    page.goto(f"/posting/{town['postings']['电子厂普工']}/report/")
    page.locator(".pick label", has_text="别的问题").click()
    page.get_by_label("说具体一点").fill(HOSTILE)
    press(page.get_by_role("button", name="告诉社区"))
    assert heading(page) == "社区收到了"
    page.goto(f"/posting/{town['postings']['电子厂普工']}/apply/")
    page.get_by_label("您的姓名").fill(HOSTILE)
    page.get_by_label("手机号").fill(new_number())
    press(page.get_by_role("button", name="同意，我想去"))
    assert page.locator(".field__error").count() == 1
    assert sideways(page) == 0


def test_a_very_long_name_stays_inside_everywhere(open_window, town):
    page = open_window("small")
    page.goto(f"/posting/{town['postings']['装卸工']}/apply/")
    page.get_by_label("您的姓名").fill("布买日耶姆古丽·阿卜杜热合曼阿卜杜凯尤木·麦麦提依明江")
    page.get_by_label("手机号").fill(new_number())
    press(page.get_by_role("button", name="同意，我想去"))
    assert heading(page) == "报上名了"
    assert sideways(page) == 0
    open_message(page, "有人想来做“装卸工”")
    page.locator(".pick label", has_text="10:00").first.click()
    press(page.get_by_role("button", name="发出答复"))
    assert "麦麦提依明江" in page.locator("#main").inner_text()
    assert sideways(page) == 0
