"""An employer writes what the law does not allow, mends it with one click each; an officer looks and puts it on the shelf."""

import re

import pytest

from tests.journeys.browser import sideways
from tests.journeys.steps import Hand, login_code, new_number, open_message, press, sign_in

pytestmark = pytest.mark.journey

BOTH = pytest.mark.parametrize("kind", ["phone", "desk"])
UNLAWFUL = ".finding:not(.finding--warn)"


def write_posting(page, title):
    sign_in(page, "陈建国")
    press(page.get_by_role("link", name="发一个岗位"))
    page.get_by_label("岗位名称").fill(title)
    page.get_by_label("招聘人数").fill("2")
    page.get_by_label("做什么").fill("扫 4 个单元的楼道，收垃圾。")
    page.get_by_label("要求").fill("限女性，能爬 6 楼；本地户口优先。")
    page.get_by_label("工资从").fill("2600")
    page.get_by_label("招到哪天").fill("2099-01-01")
    press(page.get_by_role("button", name="检查一下"))


@BOTH
@pytest.mark.parametrize("script", [True, False])
def test_stopped_and_mended_with_one_click_each(open_window, kind, script):
    page = open_window(kind, java_script_enabled=script)
    write_posting(page, "楼道保洁")
    assert page.get_by_role("button", name="提交给社区审核").count() == 0
    marks = page.locator("mark.is-block").all_inner_texts()
    assert any("限女性" in mark for mark in marks)
    assert any("本地户口" in mark for mark in marks)
    assert "《" in page.locator(f"{UNLAWFUL} cite").first.inner_text(), "the rule is named"

    hand = Hand(page)
    for left in (1, 0):
        hand.press(page.locator(UNLAWFUL).first.get_by_role("button", name="换掉"))
        assert page.locator(UNLAWFUL).count() == left
    assert hand.taps == 2
    assert "男女都行" in page.locator("#main").inner_text()
    assert sideways(page) == 0
    press(page.get_by_role("button", name="提交给社区审核"))
    assert "等社区审核" in page.locator("h1").first.inner_text()


def test_a_half_written_posting_is_kept_and_says_what_is_missing(phone):
    sign_in(phone, "陈建国")
    press(phone.get_by_role("link", name="发一个岗位"))
    phone.get_by_label("岗位名称").fill("洗菜")
    press(phone.get_by_role("button", name="检查一下"))
    assert phone.get_by_role("button", name="提交给社区审核").count() == 0
    phone.goto("/employer/")
    assert phone.get_by_role("link", name=re.compile("洗菜")).count() == 1


def test_a_firm_joins_and_writes(phone, town):
    phone.goto(f"/where/{town['community']}/")
    press(phone.get_by_role("link", name="我要招人"))
    number = new_number()
    phone.get_by_label("手机号").fill(number)
    press(phone.get_by_role("button", name="收验证码"))
    digits = login_code(phone)
    phone.go_back()
    phone.get_by_label("6 位数字").fill(digits)
    press(phone.get_by_role("button", name="登录"))
    assert phone.get_by_label("联系电话").input_value() == number
    phone.get_by_label("单位名称").fill("青禾包子铺")
    phone.get_by_label("统一社会信用代码").fill("92500107MA5YTE1R0X")
    phone.get_by_label("地址").fill("桐花菜市场 3 号")
    phone.get_by_label("联系人").fill("段红")
    press(phone.get_by_role("button", name="登记"))
    assert "信用代码" in phone.locator(".errors").inner_text(), "one wrong character is seen"
    phone.locator(".pick label", has_text="家庭雇主").click()
    phone.get_by_label("统一社会信用代码").fill("")
    press(phone.get_by_role("button", name="登记"))
    assert "还没核验" in phone.locator("#main").inner_text()
    assert phone.get_by_role("link", name="发一个岗位").count() == 1


def test_an_officer_reviews_and_publishes(open_window, town):
    page = open_window("desk")
    sign_in(page, "何静")
    page.goto(f"/desk/review/{town['postings']['review']}/")
    publish = page.get_by_role("button", name="通过，放上货架")
    assert publish.is_disabled()
    assert "《" in page.locator(".finding cite").first.inner_text()
    page.keyboard.press("a")  # 不能写的都换掉
    page.wait_for_function("!document.querySelector('.finding:not(.finding--warn)')")
    page.get_by_label("保留提醒写法的理由").fill("和单位说过，五十以上也行")
    press(page.get_by_role("button", name="通过，放上货架"))

    shelf = open_window("phone")
    shelf.goto(f"/posting/{town['postings']['review']}/")
    assert "男女都行" in shelf.locator("#main").inner_text()
    assert shelf.get_by_role("link", name="我想去").count() == 1


def test_a_firm_nobody_has_looked_at_is_verified_first(desk, town):
    sign_in(desk, "何静")
    desk.goto(f"/desk/review/{town['postings']['review-new']}/")
    assert desk.get_by_role("button", name="通过，放上货架").is_disabled()
    desk.get_by_label("这家单位").fill("看过执照原件，去过门店")
    press(desk.get_by_role("button", name="核验过了"))
    assert desk.get_by_role("button", name="通过，放上货架").is_enabled()
    desk.get_by_label("退给单位自己改").fill("上班时间请写清楚")
    press(desk.get_by_role("button", name="退回去"))
    desk.goto(f"/desk/review/{town['postings']['review-new']}/")
    assert "退回修改" in desk.locator("main").inner_text()


def test_an_officer_chases_confirms_and_answers(desk):
    sign_in(desk, "何静")
    press(desk.get_by_role("link", name="打电话催"))
    row = desk.locator("tr", has_text="赵**")
    row.get_by_label("单位怎么说").fill("老板出差，明天答复")
    press(row.get_by_role("button", name="记下"))
    assert "催过" in desk.locator("tr", has_text="赵**").inner_text()

    press(desk.get_by_role("button", name="不算失约").first)
    desk.goto("/desk/starts/")
    before = desk.locator("tbody tr").count()
    press(desk.get_by_role("button", name="问过了，到岗").first)
    assert desk.locator("tbody tr").count() == before - 1

    desk.goto("/desk/complaints/")
    desk.get_by_label("处理结果").first.fill("问过了，不收服装费，单位写了保证。")
    press(desk.get_by_role("button", name="答复，岗位照常").first)


def test_an_employer_says_somebody_did_not_come(open_window, town):
    employer = open_window("phone")
    employer.goto(town["replies"]["met"])
    press(employer.get_by_role("link", name="见过面了"))
    employer.locator(".pick label", has_text="约好没来").click()
    press(employer.get_by_role("button", name="发出答复"))
    assert "先听对方怎么说" in employer.locator("#main").inner_text()

    her = open_window("phone")
    her.goto(town["applications"]["met"])
    her.get_by_label("当时是什么情况").fill("公交坏在路上，打过电话")
    press(her.get_by_role("button", name="告诉社区"))
    assert "社区收到了" in her.locator("#main").inner_text()
    open_message(her, "没去")
