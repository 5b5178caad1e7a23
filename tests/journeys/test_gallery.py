"""Every component and sample page as each reader sees it: nothing too small, nothing cut, nothing axe objects to."""

from pathlib import Path

import pytest

from portal.gallery import SAMPLES
from tests.journeys.browser import axe, sideways

pytestmark = pytest.mark.journey

MEASURE = (Path(__file__).parents[1] / "look/measure.js").read_text(encoding="utf-8")
MODES = ("", "&mode=elder", "&contrast=high", "&mode=elder&contrast=high")
# 320 is 1280 at 400 %; 640 is 1280 at 200 %; 180 is a small phone at 200 %.
WIDTHS = (320, 360, 640, 1280)


@pytest.mark.parametrize("mode", MODES)
def test_every_sample_is_readable(open_window, mode):
    troubles = []
    for width in WIDTHS:
        page = open_window("desk", viewport={"width": width, "height": 780})
        for sample in SAMPLES:
            page.goto(f"/gallery/?page={sample}{mode}")
            found = page.evaluate(MEASURE) + ([f"{sideways(page)} px too wide"] if sideways(page) > 0 else [])
            found += axe(page) if width in (360, 1280) else []
            troubles += [f"{sample} at {width}{mode}: {trouble}" for trouble in found]
    assert troubles == [], troubles


def test_elder_mode_at_double_size_on_a_small_phone(open_window):
    page = open_window("desk", viewport={"width": 180, "height": 390})
    wide = {}
    for sample in ("shelf", "posting", "applied", "form", "reply"):
        page.goto(f"/gallery/?page={sample}&mode=elder")
        wide[sample] = sideways(page)
    assert wide == dict.fromkeys(wide, 0)


def test_three_postings_fit_one_screen(open_window):
    page = open_window("desk", viewport={"width": 360, "height": 780})
    page.goto("/gallery/?page=shelf")
    assert (
        page.locator(".posting").nth(2).bounding_box()["y"] + page.locator(".posting").nth(2).bounding_box()["height"]
        <= 780
    )


def test_reading_aloud_hides_without_a_chinese_voice(open_window):
    page = open_window("phone")
    page.add_init_script("speechSynthesis.getVoices = () => [{lang: 'en-US', name: 'one'}]")
    page.goto("/gallery/?page=posting")
    assert page.locator("[data-say]").is_hidden()


def test_reading_aloud_reads_the_page_in_short_pieces(open_window):
    page = open_window("phone")
    page.add_init_script(
        "window.said = [];"
        "speechSynthesis.getVoices = () => [{lang: 'zh-CN', name: 'one'}];"
        "window.SpeechSynthesisUtterance = function (text) { this.text = text; };"
        "speechSynthesis.speak = (piece) => window.said.push(piece.text);"
        "speechSynthesis.cancel = () => { window.said.push('-'); };"
    )
    page.goto("/gallery/?page=posting")
    button = page.locator("[data-say]")
    button.click()
    said = page.evaluate("said")
    assert "学校食堂帮厨" in said[0]
    assert any("2,800元/月" in piece for piece in said)
    assert max(map(len, said)) < 80
    assert button.inner_text() == "停下"
    button.click()
    assert page.evaluate("said.pop()") == "-"
    assert button.inner_text() == "读给我听"


def test_a_form_is_sent_once(open_window):
    page = open_window("phone")
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.goto("/gallery/?page=form")
    page.route("**/*", lambda route: None)  # the answer takes its time
    page.locator("form[data-keep]").evaluate(
        "form => { form.requestSubmit(); setTimeout(() => form.requestSubmit(), 150); }"
    )
    page.wait_for_timeout(500)
    assert len(sent) == 1


def test_typed_text_survives_a_slip_of_the_thumb(open_window):
    page = open_window("phone")
    page.goto("/gallery/?page=form")
    page.click("summary")
    page.fill("textarea", "会开三轮，能搬东西")
    page.goto("/gallery/?page=mine")
    page.goto("/gallery/?page=form")
    assert page.input_value("textarea") == "会开三轮，能搬东西"


def test_the_sheet_is_one_page_of_paper(open_window):
    page = open_window("desk")
    page.goto("/gallery/?page=sheet")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
