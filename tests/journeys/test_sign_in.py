"""Coming back with a number and a code; a phone that a family shares; registering alone."""

import re

import pytest

from tests.journeys.steps import Hand, heading, login_code, new_number, press, sign_in

pytestmark = pytest.mark.journey


def ask_for_code(page, number):
    page.goto("/sign-in/")
    page.get_by_label("手机号").fill(number)
    press(page.get_by_role("button", name="收验证码"))


def type_code(page):
    """She leaves the page to read the message and comes back, as one does on a phone."""
    digits = login_code(page)
    page.go_back()
    page.get_by_label("6 位数字").fill(digits)
    press(page.get_by_role("button", name="登录"))


def test_one_person_one_number(phone, town):
    ask_for_code(phone, town["phones"]["wang"])
    phone.get_by_label("6 位数字").fill("000000")
    press(phone.get_by_role("button", name="登录"))
    assert "验证码不对" in phone.locator("#main").inner_text()
    phone.goto("/sign-in/code/")
    type_code(phone)
    assert phone.url.endswith("/me/")
    assert "王秀英" in phone.locator("#main").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_a_shared_phone_asks_who_it_is(open_window, town, script):
    page = open_window("phone", java_script_enabled=script)
    number = town["phones"]["shared" if script else "shared-too"]
    ask_for_code(page, number)
    type_code(page)
    assert heading(page) == "您是哪一位"
    assert "赵**" in page.locator("#main").inner_text()
    assert "赵德福" not in page.content(), "a shared phone tells nothing it does not have to"
    page.locator(".pick label", has_text="赵**").click()
    page.get_by_label("您的全名").fill("赵得福")
    press(page.get_by_role("button", name="是我"))
    assert page.locator(".field__error").count() == 1
    page.get_by_label("您的全名").fill("赵德福")
    press(page.get_by_role("button", name="是我"))
    assert "赵德福" in page.locator("#main").inner_text()


def test_a_new_number_goes_on_to_register(phone):
    ask_for_code(phone, new_number())
    type_code(phone)
    assert heading(phone) == "登记找活"


def count_fits(page) -> int:
    return int(re.search(r"现在有 (\d+) 个", page.locator("#main").inner_text())[1])


@pytest.mark.parametrize("kind", ["phone", "desk"])
def test_she_registers_alone(open_window, town, kind):
    page = open_window(kind)
    page.goto(f"/d/{town['doors']['12栋']}/")
    press(page.get_by_role("link", name="登记找活"))
    hand = Hand(page)
    hand.write("您的姓名", "古丽·阿依夏木汗")
    hand.button("同意，开始")
    everything = count_fits(page)
    hand.write("最想做的活", "洗碗")
    hand.pick("保洁员")
    hand.pick("全天上班")
    hand.pick("半天/小时工")
    hand.button("下一步")
    hand.pick("要")
    hand.pick("不上夜班")
    hand.button("下一步")
    assert page.get_by_label("住在哪里").input_value() == "12栋", "the door she scanned"
    hand.pick("走路")
    hand.pick("30 分钟")
    hand.button("下一步")
    assert count_fits(page) < everything, "what she said has changed the list"
    hand.pick("打扫卫生")
    hand.write("做过什么活", "纺织厂挡车工")
    hand.write("做了几年", "12")
    hand.button("下一步")
    hand.write("出生日期", "1981.9.22")
    hand.pick("初中")
    hand.button("写好了，去看活")
    assert hand.taps <= 25
    assert len(hand.screens) <= 6
    assert page.get_by_role("button", name="接送孩子").get_attribute("aria-pressed") == "true"
    assert "学校食堂帮厨" in page.locator("article.posting h3").all_inner_texts()

    press(page.get_by_role("link", name="我的", exact=True))
    assert "古丽·阿依夏木汗" in page.locator("#main").inner_text()
    press(page.get_by_role("link", name="您的情况"))
    assert page.get_by_label("出生日期").input_value().startswith("1981-09-22")


def test_an_address_that_is_not_on_the_map_is_asked_once_more(phone, town):
    phone.goto(f"/where/{town['community']}/")
    phone.goto("/me/register/")
    phone.get_by_label("您的姓名").fill("何玉梅")
    press(phone.get_by_role("button", name="同意，开始"))
    phone.goto("/me/register/where/")
    phone.get_by_label("住在哪里").fill("112栋3单元")
    press(phone.get_by_role("button", name="下一步"))
    if "/where/" in phone.url:
        phone.locator(".pick label", has_text="12栋").click()
        press(phone.get_by_role("button", name="下一步"))
    assert "/can/" in phone.url


def test_order_by_fit_can_be_switched_off_and_on(phone, town):
    sign_in(phone, "王秀英")
    phone.goto("/")
    assert phone.get_by_role("button", name="接送孩子").get_attribute("aria-pressed") == "true"
    press(phone.get_by_role("button", name="按发布时间排"))
    assert phone.get_by_role("button", name="接送孩子").get_attribute("aria-pressed") == "false", (
        "the profile is not read"
    )
    press(phone.get_by_role("button", name="按合不合适排"))
    assert phone.get_by_role("button", name="接送孩子").get_attribute("aria-pressed") == "true"


def test_signed_in_it_is_two_taps(phone, town):
    sign_in(phone, "王秀英")
    phone.goto(f"/posting/{town['postings']['小区保洁员']}/")
    hand = Hand(phone)
    hand.link("我想去")
    assert "王秀英" in phone.locator("#main").inner_text()
    hand.button("同意，我想去")
    assert hand.taps == 2
    phone.goto("/me/")
    assert "小区保洁员" in phone.locator("#main").inner_text()
    phone.goto(f"/posting/{town['postings']['学校食堂帮厨']}/")
    assert "差一步" in phone.locator("#main").inner_text()
    assert "健康证" in phone.locator("#main").inner_text()
