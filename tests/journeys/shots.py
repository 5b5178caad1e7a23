"""Pictures of the real pages for the README: `make shots` writes docs/img/*.png from the demonstration."""

import os
import sys
from datetime import date, timedelta

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.browser import launch, window
from tests.journeys.steps import new_number, open_message, press, sign_in
from tests.servers.database import ROOT
from tests.servers.site import site

FOLDER = ROOT / "docs" / "img"
COMMUNITY = "锦纺社区"  # a mill's housing estate: weavers, a school, a market
OFFICER = "周敏"
POSTING = "学校食堂帮厨"
UNLAWFUL = "限女性，能爬 6 楼；本地户口优先，50 岁以下。"
MOST_WAITING = 12
LARGEST = 250_000  # bytes; a README is read on slow lines too
# Twice as fine as a phone's points, but the pictures stay small: flat colours pack well.
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}
DESK = {"viewport": {"width": 1280, "height": 800}}


def keep(page: Page, name: str) -> None:
    target = FOLDER / f"{name}.png"
    page.wait_for_load_state()
    page.wait_for_timeout(300)  # a phone's window settles after the page has loaded
    page.screenshot(path=target)
    assert target.stat().st_size < LARGEST, f"{name}: {target.stat().st_size} bytes"
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB", file=sys.stderr)


def near_the_door(page: Page, door: str) -> None:
    """She has small children and says so; the shelf answers with what fits."""
    page.goto(door)
    press(page.get_by_role("button", name="接送孩子"))
    keep(page, "shelf")
    press(page.get_by_role("link", name=POSTING, exact=True).first)
    keep(page, "posting")
    press(page.get_by_role("link", name="我想去"))
    page.get_by_label("您的姓名").fill("王秀英")
    page.get_by_label("手机号").fill(new_number())
    press(page.get_by_role("button", name="同意，我想去"))
    keep(page, "applied")
    open_message(page, f"有人想来做“{POSTING}”")
    page.locator(".pick label", has_text="10:00").first.click()
    keep(page, "reply")


def at_the_desk(page: Page) -> str:
    """Pictures of the officer's day; returns the way to a building's door."""
    sign_in(page, OFFICER)
    keep(page, "today")
    page.goto("/desk/review/")
    for _ in range(MOST_WAITING):
        if page.locator("mark").count():
            break
        press(page.get_by_role("link", name="下一个"))
    keep(page, "review")
    page.goto("/desk/doors/")
    sheet = page.locator("main a[href*='/desk/doors/']").first.get_attribute("href")
    return sheet.replace("/desk/doors/", "/d/")


def stopped_by_the_law(page: Page) -> None:
    """An employer writes as always, and is shown what may not stand and what to write instead."""
    page.goto("/demo/inbox/")
    group = page.locator("details", has_text=COMMUNITY)
    group.evaluate("one => { one.open = true; }")
    press(group.get_by_role("button", name="招人").first)
    press(page.get_by_role("link", name="发一个岗位").first)
    page.get_by_label("岗位名称").fill("楼道保洁员")
    page.get_by_label("招聘人数").fill("2")
    page.get_by_label("做什么").fill("扫 4 个单元的楼道，收垃圾，每周擦一次扶手。")
    page.get_by_label("要求").fill(UNLAWFUL)
    page.get_by_label("工资从").fill("2600")
    page.get_by_label("招到哪天").fill(str(date.today() + timedelta(days=30)))
    press(page.get_by_role("button", name="检查一下"))
    keep(page, "check")


def walk(browser: Browser, address: str) -> None:
    with window(browser, address, "desk", **DESK) as (context, _trouble):
        page = context.new_page()
        door = at_the_desk(page)
        stopped_by_the_law(page)
    with window(browser, address, "phone", **PHONE) as (context, _trouble):
        near_the_door(context.new_page(), door)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with site("doorstep_shots", server=os.environ.get("DATABASE_URL", "")) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        walk(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
