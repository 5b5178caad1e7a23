"""The shelf before anybody has said who she is: search, the limits of her life, and what they took away."""

import pytest

from tests.journeys.browser import sideways
from tests.journeys.steps import Hand, card, heading, press

pytestmark = pytest.mark.journey

BOTH = pytest.mark.parametrize("kind", ["phone", "desk"])


def titles(page) -> list[str]:
    return page.locator("article.posting h3").all_inner_texts()


@BOTH
def test_a_passer_by_without_a_cookie(open_window, town, kind):
    page = open_window(kind)
    answer = page.goto("/")
    assert answer.status == 200
    assert "元/" in page.locator("article.posting").first.inner_text()
    press(page.get_by_role("link", name="您在哪个社区"))
    press(page.get_by_role("link", name="桐花社区"))
    assert "槐荫社区保洁" not in titles(page)
    assert "023-68000000" in page.locator("footer").inner_text()


@pytest.mark.parametrize(("words", "found"), [("保安", "夜班保安"), ("洗碗", "中午洗碗"), ("门卫", "夜班保安")])
def test_two_characters_find_it(phone, town, words, found):
    phone.goto(f"/d/{town['doors']['1栋']}/")
    phone.get_by_role("searchbox").fill(words)
    press(phone.get_by_role("button", name="找", exact=True))
    assert found in titles(phone)
    assert "电子厂普工" not in titles(phone)


def test_nothing_found_says_what_to_do(phone):
    phone.goto("/?q=宇航员")
    assert "没找到这样的活" in phone.locator("#main").inner_text()
    assert phone.get_by_role("link", name="看全部的活").count() == 1


@BOTH
@pytest.mark.parametrize("script", [True, False])
def test_a_mother_says_so_and_reads_what_was_removed(open_window, town, kind, script):
    page = open_window(kind, java_script_enabled=script)
    page.goto(f"/d/{town['doors']['12栋']}/")
    press(page.get_by_role("link", name="再看"))
    hand = Hand(page)
    hand.button("接送孩子")
    assert page.get_by_role("button", name="接送孩子").get_attribute("aria-pressed") == "true"
    shown = titles(page)
    assert "学校食堂帮厨" in shown
    assert {"晚班服务员", "白班门卫", "夜班保安"}.isdisjoint(shown)
    assert "接孩子来得及" in card(page, "学校食堂帮厨").inner_text()

    hand.link("去掉了")
    assert hand.taps == 2
    reasons = page.locator(".removed").inner_text()
    assert "接送孩子" in reasons
    assert "晚班服务员" in reasons
    press(page.get_by_role("link", name="放回来").first)
    assert page.get_by_role("button", name="接送孩子").get_attribute("aria-pressed") == "false"


def test_only_what_can_be_walked_to(phone, town):
    phone.goto(f"/d/{town['doors']['12栋']}/")
    press(phone.get_by_role("button", name="只走路"))
    assert "电子厂普工" not in titles(phone)
    press(phone.get_by_role("link", name="去掉了"))
    assert "电子厂普工" in phone.locator(".removed").inner_text()


def test_by_date_and_back_with_one_tap(phone, town):
    phone.goto(f"/where/{town['community']}/")
    press(phone.get_by_role("button", name="按发布时间排"))
    assert "没有读您的资料" in phone.locator("aside").inner_text()
    press(phone.get_by_role("button", name="按合不合适排"))
    assert "按合不合适" in phone.locator("aside").inner_text().replace("\n", "")


def test_kinds_of_work(phone, town):
    phone.goto(f"/where/{town['community']}/")
    press(phone.get_by_role("link", name="在家做"))
    assert titles(phone) == ["在家穿珠子"]


def test_long_names_stay_inside(open_window, town):
    page = open_window("small")
    page.goto(f"/posting/{next(code for title, code in town['postings'].items() if title.startswith('社区综合'))}/")
    assert heading(page).startswith("社区综合服务中心")
    assert sideways(page) == 0


def test_a_sheet_for_the_noticeboard(desk, town):
    desk.goto(f"/posting/{town['postings']['学校食堂帮厨']}/print/")
    assert desk.locator("figure.qr > svg").count() == 1
    assert desk.locator(".strips li").count() == 8
    pdf = desk.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
