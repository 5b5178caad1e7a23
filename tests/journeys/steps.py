"""What a person does again and again: taps, signs in at the demonstration, opens the newest message."""

import itertools
import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

_number = itertools.count(1)


def new_number() -> str:
    """A mobile number nobody else in this run leaves."""
    return f"139000{next(_number):05d}"


def press(target: Locator) -> None:
    """A button or a link that leads to another page: done when that page stands."""
    with target.page.expect_navigation():
        target.click()


@dataclass
class Hand:
    """Counts what a finger does: a tap on a button, a tick, a field it taps to write into. Screens are pages sent."""

    page: Page
    taps: int = 0
    screens: set[str] = field(default_factory=set)

    def tap(self, target: Locator) -> None:
        self.taps += 1
        target.click()

    def press(self, target: Locator) -> None:
        self.taps += 1
        self.screens.add(self.page.url.partition("?")[0])
        press(target)

    def button(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name=name))

    def link(self, name: str) -> None:
        self.press(self.page.get_by_role("link", name=name).first)

    def pick(self, label: str) -> None:
        self.tap(
            self.page.locator(".pick label, .tick label").filter(has_text=re.compile(f"^\\s*{re.escape(label)}")).first
        )

    def write(self, label: str, text: str) -> None:
        self.taps += 1
        self.page.get_by_label(label).fill(text)


def sign_in(page: Page, name: str) -> None:
    """With one click, as at the demonstration."""
    page.goto("/demo/inbox/")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    press(page.get_by_role("button", name=re.compile(f"^{name}")))


def newest_message(page: Page, words: str) -> Locator:
    page.goto("/demo/inbox/")
    return page.locator("li", has_text=words).first


def open_message(page: Page, words: str) -> None:
    press(newest_message(page, words).get_by_role("link"))


def login_code(page: Page) -> str:
    return re.search(r"\d{6}", newest_message(page, "验证码").inner_text())[0]


def card(page: Page, title: str) -> Locator:
    return page.locator("article.posting", has=page.get_by_role("link", name=title, exact=True))


def heading(page: Page) -> str:
    return page.locator("#main h1").first.inner_text()
