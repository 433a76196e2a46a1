"""A head of agency in a meeting: one chart over the whole screen, and the same chart in a slide."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

CARDS = [
    ("/fr/tendances?indicator=ger-primary-1", "trends-1"),
    ("/fr/financement", "funding-money"),
    ("/en/agency/pam", "agency-rates"),
]


def card_of(page, address, section):
    page.goto(address, wait_until="load")
    card = page.locator(f"#{section}")
    card.scroll_into_view_if_needed()
    page.wait_for_selector(f"#{section} .chart.is-live")
    return card


@pytest.mark.parametrize(("address", "section"), CARDS)
def test_full_screen_is_one_chart_that_fills_a_projector(page, address, section):
    page.set_viewport_size({"width": 1920, "height": 1080})
    card = card_of(page, address, section)
    before = card.locator(".chart").bounding_box()
    card.locator('[data-tool="full"]').click()
    page.wait_for_function("document.fullscreenElement && document.querySelector(':fullscreen .main-svg')")
    page.wait_for_timeout(500)
    drawn = page.locator(":fullscreen .main-svg").first.bounding_box()
    assert drawn["width"] > 0.9 * 1920
    assert drawn["height"] > 0.55 * 1080
    assert drawn["y"] + drawn["height"] <= 1080
    assert not page.locator(":fullscreen .finding-note:visible").count()
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("!document.fullscreenElement")
    page.wait_for_timeout(500)
    assert card.locator(".main-svg").first.bounding_box()["height"] == pytest.approx(before["height"], abs=1)


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
