"""Windows of a real browser: a phone, a desk, with and without JavaScript; and what axe says of a page."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

VENDOR = Path(__file__).resolve().parents[1] / "vendor"
WECHAT = (
    "Mozilla/5.0 (Linux; Android 9; PBAM00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 "
    "Mobile Safari/537.36 MicroMessenger/8.0.49.2600 NetType/4G Language/zh_CN"
)
WINDOWS = {
    "phone": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True, "user_agent": WECHAT},
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "small": {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True},
}
# Besides the sandbox (root may not use it): no lookups of the browser's own; the machine may have no network.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch(playwright: Playwright) -> Browser:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "no Chromium here: apt-get install chromium fonts-noto-cjk"
    return playwright.chromium.launch(executable_path=program, args=ARGUMENTS)


class Trouble(list[str]):
    """What went wrong inside the pages of a window: script errors, blocked resources, answers of 500."""

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.append(f"{page.url}: {error}"))
        page.on("console", lambda said: said.type == "error" and self.heard(page, said.text))
        page.on("response", lambda got: got.status >= 500 and self.append(f"{got.url}: {got.status}"))

    def heard(self, page: Page, text: str) -> None:
        # A refusal (404, 409, 422 …) is an answer; the browser reports it as an error of the page all the same.
        if "the server responded with a status of 4" not in text:
            self.append(f"{page.url}: {text}")


@contextmanager
def window(browser: Browser, address: str, kind: str = "phone", **options) -> Iterator[tuple[BrowserContext, Trouble]]:
    context = browser.new_context(
        base_url=address, locale="zh-CN", timezone_id="Asia/Shanghai", **{**WINDOWS[kind], **options}
    )
    context.set_default_timeout(10_000)
    trouble = Trouble()
    context.on("page", trouble.watch)
    try:
        yield context, trouble
    finally:
        context.close()


def axe(page: Page) -> list[str]:
    """Serious and critical findings of axe-core, one line each."""
    page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url}: {rule['id']} ({rule['impact']}): {json.dumps(node['target'], ensure_ascii=False)} {rule['help']}"
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def unlabelled(page: Page) -> list[str]:
    """Fields without a visible label: axe is content with a placeholder, a person is not."""
    return page.evaluate(
        """() => [...document.querySelectorAll("input, select, textarea")]
          .filter(field => !["hidden", "submit", "button", "image", "reset"].includes(field.type))
          .filter(field => field.offsetParent !== null && !field.closest("details:not([open])"))
          .filter(field => ![...(field.labels || [])].some(
            label => label.innerText.trim() && label.getBoundingClientRect().width > 1))
          .map(field => location.pathname + ": " + field.outerHTML.slice(0, 120))"""
    )


def sideways(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
