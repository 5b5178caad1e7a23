"""A passer-by scans the code at the door, says 我想去, and hears from the employer; with and without JavaScript."""

import pytest

from tests.journeys.browser import sideways
from tests.journeys.steps import Hand, card, heading, new_number, open_message, press

pytestmark = pytest.mark.journey

WINDOWS = [("phone", True), ("desk", True), ("phone", False)]


def apply(page, town, title, name="欧阳小梅") -> Hand:
    hand = Hand(page)
    page.goto(f"/d/{town['doors']['12栋']}/")
    press(page.get_by_role("link", name="再看"))
    hand.press(card(page, title).get_by_role("link", name="我想去"))
    number = new_number()
    page.get_by_label("您的姓名").fill(name)
    page.get_by_label("手机号").fill(number)
    hand.button("同意，我想去")
    return hand


@pytest.mark.parametrize(("kind", "script"), WINDOWS)
def test_from_the_door_to_an_answer(open_window, town, kind, script):
    her = open_window(kind, java_script_enabled=script)
    her.goto(f"/d/{town['doors']['12栋']}/")
    assert her.locator("article.posting").count() == 3
    assert "12栋" in her.locator("header .plate").inner_text().replace("\n", "")
    assert her.locator(".posting .plate .icon").count() == 3, "each of the three says how far"

    hand = apply(her, town, "学校食堂帮厨")
    assert hand.taps <= 3
    assert heading(her) == "报上名了"
    assert her.locator(".ticket__no").inner_text().isdigit()
    assert "还有 3 个工作日" in her.locator(".days").inner_text()
    mine = her.url

    employer = open_window("phone", java_script_enabled=script)
    open_message(employer, "有人想来做“学校食堂帮厨”")
    assert "姓欧阳" in employer.locator("#main").inner_text()
    assert "欧阳小梅" not in employer.content(), "the name comes with the invitation"
    answer = Hand(employer)
    answer.tap(employer.locator(".pick label", has_text="10:00").first)
    answer.button("发出答复")
    assert answer.taps == 2
    assert "对方会看到" in employer.locator("#main").inner_text()
    assert "欧阳小梅" in employer.locator("#main").inner_text()
    reply = employer.url

    her.goto(mine)
    assert heading(her) == "单位约您见面"
    assert "到了找 陈师傅" in her.locator("#main").inner_text()
    press(her.get_by_role("link", name="我去不了"))
    press(her.get_by_role("button", name="我去不了"))
    assert "另约" in her.locator("#main").inner_text()

    employer.goto(reply)
    assert "对方去不了" in employer.locator("#main").inner_text()
    employer.locator(".pick label", has_text="时间对不上").click()
    press(employer.get_by_role("button", name="发出答复"))
    her.goto(mine)
    assert heading(her) == "这次没选上"
    assert her.locator("article.posting").count() == 3, "three others to look at"
    assert sideways(her) == 0


def test_answering_twice_is_harmless(open_window, town):
    page = open_window("phone")
    apply(page, town, "小区保洁员", name="周大姐")
    open_message(page, "有人想来做“小区保洁员”")
    link = page.url
    page.locator(".pick label", has_text="录用").first.click()
    press(page.get_by_role("button", name="发出答复"))
    page.goto(link)
    assert "答复送到了" in page.locator("#main").inner_text()
    assert page.get_by_role("button", name="发出答复").count() == 0


def test_taking_it_back(phone, town):
    apply(phone, town, "超市收银", name="刘嫂")
    press(phone.get_by_role("link", name="不想去了，撤回"))
    press(phone.get_by_role("button", name="撤回"))
    assert heading(phone) == "已经撤回"


def test_the_same_person_twice_keeps_one_number(phone, town):
    apply(phone, town, "中午洗碗", name="吴姐")
    first = phone.locator(".ticket__no").inner_text()
    phone.go_back()
    press(phone.get_by_role("button", name="同意，我想去"))
    assert phone.locator(".ticket__no").inner_text() == first


def test_a_bad_number_is_said_beside_the_field(phone, town):
    phone.goto(f"/posting/{town['postings']['超市收银']}/apply/")
    press(phone.get_by_role("button", name="同意，我想去"))
    assert "请填您的姓名" in phone.locator("#main").inner_text()
    phone.get_by_label("您的姓名").fill("刘嫂")
    phone.get_by_label("手机号").fill("138 0013")
    press(phone.get_by_role("button", name="同意，我想去"))
    assert "11 位" in phone.locator(".field__error").inner_text().replace("11位", "11 位")
    assert phone.get_by_label("您的姓名").input_value() == "刘嫂", "what was written stays"


def test_somebody_says_a_posting_is_wrong(phone, town):
    phone.goto(f"/posting/{town['postings']['仓库分拣']}/")
    press(phone.get_by_role("link", name="举报"))
    phone.locator(".pick label", has_text="要交钱").click()
    press(phone.get_by_role("button", name="告诉社区"))
    assert heading(phone) == "社区收到了"


def test_a_silent_employer_is_seen_through(phone, town):
    phone.goto(town["applications"]["late"])
    assert heading(phone) == "单位还没答复"
    assert "社区在催" in phone.locator("#main").inner_text()
    phone.goto(town["applications"]["closed_silent"])
    assert heading(phone) == "单位一直没答复"
    assert phone.locator("article.posting").count() == 3
