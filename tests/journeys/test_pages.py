"""Every page as axe and a ruler see it on a phone; the ten main pages at three widths, in three ways of reading."""

import re
from pathlib import Path

import pytest
from django.urls import get_resolver, resolve

from tests.journeys.browser import axe, sideways, unlabelled
from tests.journeys.steps import press, sign_in

pytestmark = pytest.mark.journey

MEASURE = (Path(__file__).parents[1] / "look/measure.js").read_text(encoding="utf-8")
WIDTHS = (360, 768, 1280)
MODES = {"normal": {}, "elder": {"mode": "elder"}, "high": {"contrast": "high"}}
# Routes that only take what a form sends, or show nothing of their own.
WITHOUT_A_PAGE = {
    "portal:door", "portal:where", "portal:explain-no-show", "portal:sign-in-code", "portal:sign-in-who", "portal:sign-out",
    "portal:personalisation", "portal:employer-posting-move", "portal:display", "portal:demo-sign-in", "desk:review-list",
    "desk:review-move", "desk:chase", "desk:confirm-start", "desk:clear-no-show", "desk:complaint", "health", "gallery",
}  # fmt: skip


def anybody(town) -> list[str]:
    postings = town["postings"]
    long_title = next(title for title in postings if title.startswith("社区综合"))
    steps = ("", "why/?set=1&care=1&walk=1", "?q=宇航员", "sign-in/", "sign-in/staff/", "me/register/", "about/", "privacy/",
             "algorithm/", "demo/inbox/", "no-such-page/")  # fmt: skip
    return [
        *(f"/{step}" for step in steps),
        *(f"/posting/{postings[title]}/" for title in ("学校食堂帮厨", "在家穿珠子", long_title)),
        *(f"/posting/{postings['学校食堂帮厨']}/{what}/" for what in ("print", "apply", "report")),
        f"/report/{town['complaint']}/",
        *town["applications"].values(),
        *(town["applications"]["interview"] + what for what in ("withdraw/", "cannot-come/")),
        *town["replies"].values(),
        f"{town['replies']['met']}?change=1",
    ]


def resident(town) -> list[str]:
    steps = ("what", "when", "where", "can", "who")
    posting = f"/posting/{town['postings']['学校食堂帮厨']}/"
    return [
        "/",
        "/me/",
        "/me/messages/",
        "/me/settings/",
        *(f"/me/register/{step}/" for step in steps),
        posting,
        f"{posting}apply/",
    ]


def employer(town) -> list[str]:
    postings = town["postings"]
    mine = [f"/employer/posting/{postings[key]}/" for key in ("早餐帮工", "draft", "paused", "closed")]
    draft = f"/employer/posting/{postings['draft']}/"
    return [
        "/employer/",
        "/employer/join/",
        f"/employer/{town['employer']}/new/",
        *mine,
        f"{draft}edit/",
        f"{draft}check/",
    ]


def officer(town) -> list[str]:
    pages = ("", "chase/", "starts/", "complaints/", "doors/", f"doors/{town['doors']['12栋']}/")
    return [
        *(f"/desk/{page}" for page in pages),
        *(f"/desk/review/{town['postings'][key]}/" for key in ("review-new", "review")),
    ]


WALKS = {"": anybody, "王秀英": resident, "陈建国": employer, "何静": officer}


def found_on(page, url) -> list[str]:
    """What is wrong with the page as it stands; addresses of walks are told apart by their route, links are long."""
    wrong = page.evaluate(MEASURE) + unlabelled(page) + axe(page)
    if sideways(page) > 0:
        wrong.append(f"{sideways(page)} px too wide")
    if page.locator("h1").count() != 1:
        wrong.append(f"{page.locator('h1').count()} headings of the first rank")
    return [f"{url}: {one}" for one in wrong]


@pytest.mark.parametrize("who", WALKS)
def test_every_page_on_a_phone(open_window, town, who):
    page = open_window("phone")
    if who:
        sign_in(page, who)
    troubles = []
    for url in WALKS[who](town):
        page.goto(url)
        troubles += found_on(page, url)
    assert troubles == [], "\n".join(troubles)


def test_the_walk_leaves_no_page_out(town):
    names = set()
    for namespace, (_prefix, resolver) in get_resolver().namespace_dict.items():
        names |= {f"{namespace}:{name}" for name in resolver.reverse_dict if isinstance(name, str)}
    walked = {
        resolve(url.partition("?")[0]).view_name
        for walk in WALKS.values()
        for url in walk(town)
        if "no-such" not in url
    }
    assert names - WITHOUT_A_PAGE - walked == set()


def main_pages(town) -> dict[str, list[str]]:
    posting = f"/posting/{town['postings']['学校食堂帮厨']}/"
    return {
        "": [posting, f"{posting}apply/", town["applications"]["submitted"], town["replies"]["submitted"]],
        "王秀英": ["/", "/me/", "/me/register/when/"],
        "陈建国": [f"/employer/posting/{town['postings']['draft']}/check/"],
        "何静": ["/desk/", f"/desk/review/{town['postings']['review-new']}/"],
    }


@pytest.mark.parametrize("mode", MODES)
def test_main_pages_at_three_widths(open_window, address, town, mode):
    troubles = []
    for who, urls in main_pages(town).items():
        page = open_window("desk")
        if who:
            sign_in(page, who)
        page.context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in MODES[mode].items()]
        )
        for url in urls:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(url)
                troubles += found_on(page, f"{width} {url}")
    assert troubles == [], "\n".join(troubles)


@pytest.mark.parametrize("width", [180, 640])
def test_elder_mode_at_double_size(open_window, town, width):
    """200 % zoom halves the window: a phone of 360 is 180 wide, a desk of 1280 is 640."""
    page = open_window("desk", viewport={"width": width, "height": 450})
    page.goto(f"/d/{town['doors']['12栋']}/")
    press(page.get_by_role("link", name=re.compile(r"大\s*字")))
    assert page.locator("html").get_attribute("data-mode") == "elder"
    troubles = []
    for url in ["/", *main_pages(town)[""], "/why/?set=1&care=1", "/sign-in/", "/me/register/", "/about/"]:
        page.goto(url)
        troubles += [f"{url}: {sideways(page)} px too wide"] if sideways(page) > 0 else []
        troubles += [f"{url}: {one}" for one in page.evaluate(MEASURE) if "target of" in one]
    assert troubles == [], "\n".join(troubles)
    page.goto("/")
    press(page.get_by_role("link", name="小字"))
    assert page.locator("html").get_attribute("data-mode") == ""


def test_high_contrast_is_black_on_white(phone):
    phone.goto("/about/")
    press(phone.get_by_role("link", name="黑白分明"))
    assert phone.locator("html").get_attribute("data-contrast") == "high"
    colours = phone.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
