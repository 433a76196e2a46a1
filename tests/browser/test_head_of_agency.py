"""A head of agency in a meeting: one chart over the whole screen, and the same chart in a slide."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CARDS = [
    ("/fr/tendances?indicator=ger-primary-1", "trends-1"),
    ("/en/agency/pam", "agency-rates"),
]


def card_of(page, address, section):
    page.goto(address, wait_until="load")
    card = page.locator(f"#{section}")
    card.scroll_into_view_if_needed()
    page.wait_for_selector(f"#{section} .chart.is-live")
    return card


FILLED = (
    "wide => (document.querySelector(':fullscreen .main-svg')?.getBoundingClientRect().width || 0) > wide"
)
"""Whether the chart is drawn anew, for the whole screen."""


@pytest.mark.parametrize(("address", "section"), CARDS)
def test_full_screen_is_one_chart_that_fills_a_projector(page, address, section):
    page.set_viewport_size({"width": 1920, "height": 1080})
    card = card_of(page, address, section)
    before = card.locator(".chart").bounding_box()
    card.locator('[data-tool="full"]').click()
    page.wait_for_function(FILLED, arg=0.9 * 1920)
    drawn = page.locator(":fullscreen .main-svg").first.bounding_box()
    assert drawn["height"] > 0.55 * 1080
    assert drawn["y"] + drawn["height"] <= 1080
    assert not page.locator(":fullscreen .finding-note:visible").count()
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("() => !document.fullscreenElement")
    drawn_again = (
        "([id, high]) => Math.abs(document.querySelector(`#${id} .main-svg`).clientHeight - high) <= 1"
    )
    page.wait_for_function(drawn_again, arg=[section, before["height"]])


MANY_BREAKS = ("/fr/tendances?reference=on&indicator=stunting", "trends-1")
"""A chart with a long list of reasons below it."""


@pytest.mark.parametrize("page", [360, 1366], indirect=True)
@pytest.mark.parametrize(("address", "section"), [*CARDS, MANY_BREAKS])
def test_the_button_of_the_whole_screen_says_and_does_the_way_back(page, address, section):
    card = card_of(page, address, section)
    enter = card.locator('[data-tool="full"]').inner_text()
    card.get_by_role("button", name=enter, exact=True).click()
    page.wait_for_function("() => document.fullscreenElement")
    leave = card.locator('[data-tool="full"]')
    expect(leave).to_have_text(re.compile("^(Quitter le plein écran|Leave full screen)$"))
    assert leave.get_attribute("aria-label") is None  # its name is what it says
    expect(leave).to_be_in_viewport(ratio=1)
    heading = card.locator("h2").bounding_box()
    assert heading["y"] >= leave.bounding_box()["y"] + leave.bounding_box()["height"]
    leave.click()
    page.wait_for_function("() => !document.fullscreenElement")
    expect(card.locator('[data-tool="full"]')).to_have_text(enter)


def test_a_card_written_anew_on_the_whole_screen_still_says_the_way_back(page):
    card = card_of(page, "/fr/tendances?indicator=ger-primary-1", "trends-1")
    card.locator('[data-tool="full"]').click()
    page.wait_for_function("() => document.fullscreenElement")
    page.evaluate(
        """() => {
          const form = document.querySelector('form.choices');
          form.elements.sex.value = 'female';
          form.dispatchEvent(new Event('change'));
        }"""
    )
    expect(card.locator('[data-tool="hxl"]')).to_have_attribute("href", re.compile("sex=female"))
    expect(card.locator('[data-tool="full"]')).to_have_text("Quitter le plein écran")


@pytest.mark.parametrize(("address", "section"), CARDS)
def test_a_picture_says_what_it_shows_and_where_it_comes_from(page, address, section):
    card = card_of(page, address, section)
    with page.expect_download() as download:
        card.locator('[data-tool="svg"]').click()
    written = " ".join(re.findall(r">([^<>]+)<", Path(download.value.path()).read_text()))
    wanted = [
        card.locator("h2").inner_text(),
        *card.locator(".legend li").all_inner_texts(),
        card.locator(".card-foot .source").first.inner_text(),
        page.url.split("#")[0].replace("&", "&amp;"),
    ]
    flat = " ".join(written.split())
    assert [text for text in wanted if " ".join(text.split()) not in flat] == []
