"""A head of agency in a meeting: one chart over the whole screen, and the same chart in a slide."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.menus import tool

from dashboard.i18n import translator

pytestmark = pytest.mark.browser

CARDS = [
    ("/fr/tendances?indicator=ger-primary-1", "trends-1"),
    ("/en/agency/pam", "agency-rates"),
    ("/fr/carte", "map-places"),
]
PROJECTORS = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]
CUT = """() => [...document.querySelectorAll('.screen text:not([aria-hidden])')].filter(text => {
  const box = text.getBoundingClientRect();
  return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
}).map(text => text.textContent)"""
LEAST = """() => Math.min(...[...document.querySelectorAll('.screen text')].map(
  text => parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a)) / innerHeight"""


def card_of(page, address, section):
    page.goto(address, wait_until="load")
    card = page.locator(f"#{section}")
    card.scroll_into_view_if_needed()
    return card


def enter(page, card):
    card.locator('[data-tool="full"]').click()
    page.wait_for_selector(":fullscreen.is-pictured > .screen")


def leave(page):
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("() => !document.fullscreenElement")


@pytest.mark.parametrize(("address", "section"), CARDS)
def test_the_whole_screen_cuts_nothing_and_is_read_from_the_last_row(page, address, section):
    for width, height in PROJECTORS:
        page.set_viewport_size({"width": width, "height": height})
        card = card_of(page, address, section)
        enter(page, card)
        assert page.evaluate(CUT) == [], (width, height)
        assert page.evaluate(LEAST) >= 0.02
        leave(page)
        expect(page.locator(".screen")).to_have_count(0)


def test_the_whole_screen_names_every_row_of_the_table(page):
    card = card_of(page, "/fr/financement", "funding-money")
    names = card.locator("tbody th").all_text_contents()
    enter(page, card)
    shown = " ".join(page.locator(".screen text").all_text_contents())
    assert names
    assert [name for name in names if name.split()[-1] not in shown] == []


def test_the_space_bar_of_a_presenter_does_not_leave_the_whole_screen(page):
    enter(page, card_of(page, *CARDS[0]))
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.evaluate("Boolean(document.fullscreenElement)")
    page.locator(':fullscreen [data-tool="full"]').click()
    page.wait_for_function("() => !document.fullscreenElement")
    expect(page.locator('#trends-1 [data-tool="full"]')).to_be_focused()


def test_arrows_turn_to_the_other_charts_of_the_page(page):
    enter(page, card_of(page, "/fr/tendances?indicator=stunting,ger-primary-1", "trends-1"))
    drawn, first = page.locator(".screen"), "retard de croissance"
    expect(drawn).to_contain_text(first)
    expect(page.locator(".screen-keys")).to_have_text(translator("fr")("card.full.turn"))
    page.keyboard.press("ArrowLeft")  # there is none before
    page.keyboard.press("ArrowRight")
    expect(drawn).not_to_contain_text(first)
    page.keyboard.press("PageUp")
    expect(drawn).to_contain_text(first)
    page.keyboard.press("PageDown")
    expect(drawn).not_to_contain_text(first)
    leave(page)
    expect(page.locator('#trends-2 [data-tool="full"]')).to_be_focused()


@pytest.mark.parametrize("page", [360, 1366], indirect=True)
@pytest.mark.parametrize(("address", "section"), CARDS)
def test_the_button_of_the_whole_screen_says_and_does_the_way_back(page, address, section):
    card = card_of(page, address, section)
    enter_words = card.locator('[data-tool="full"]').inner_text()
    card.get_by_role("button", name=enter_words, exact=True).click()
    page.wait_for_function("() => document.fullscreenElement")
    back = card.locator('[data-tool="full"]')
    expect(back).to_have_text(re.compile("^(Quitter le plein écran|Leave full screen)$"))
    assert back.get_attribute("aria-label") is None  # its name is what it says
    expect(back).to_be_in_viewport(ratio=1)
    back.click()
    page.wait_for_function("() => !document.fullscreenElement")
    expect(card.locator('[data-tool="full"]')).to_have_text(enter_words)


@pytest.mark.parametrize("page", [360], indirect=True)
def test_a_phone_scrolls_the_whole_card(page):
    card = card_of(page, "/fr/tendances?reference=on&indicator=stunting", "trends-1")
    card.locator('[data-tool="full"]').click()
    page.wait_for_function("() => document.fullscreenElement")
    assert not page.locator(".screen").count()
    for part in (".chart", ".card-foot .source"):
        card.locator(part).first.scroll_into_view_if_needed()
        expect(card.locator(part).first).to_be_in_viewport(ratio=0.9)
    heights = card.locator(".chart").evaluate("chart => [chart.clientHeight, parseInt(chart.style.height)]")
    assert heights[0] == heights[1], "the chart keeps its height: nothing of it is cut"


def test_without_network_the_whole_screen_shows_the_card_as_it_is(page, complaints):
    card = card_of(page, *CARDS[1])
    page.route("**/picture/**", lambda asked: asked.abort())
    card.locator('[data-tool="full"]').click()
    page.wait_for_function("() => document.fullscreenElement")
    expect(card.locator("h2")).to_be_visible()
    expect(card.locator(".chart")).to_be_visible()
    assert len(complaints) <= 1  # the browser's own word on the lost request
    complaints.clear()


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
    expect(page.locator(".screen", has_text="Sexe : Femmes et filles")).to_have_count(1)


def saved(page, button):
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, download.value.path().read_bytes()


SAVER = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '2g'}})"


@pytest.mark.parametrize(("address", "section"), CARDS)
def test_pictures_are_taken_before_any_chart_is_drawn_and_on_a_link_that_saves_data(page, address, section):
    page.add_init_script(SAVER)
    page.goto(address)
    card = page.locator(f"#{section}")
    name, svg = saved(page, tool(card, "svg"))
    assert name.endswith(f"_{address[1:3]}.svg") and "2021" in name
    assert card.locator("h2").first.inner_text().split()[-1] in svg.decode()
    name, png = saved(page, tool(card, "png", "wide"))
    assert name.endswith(f"_{address[1:3]}.png")
    assert png.startswith(b"\x89PNG")
    assert [int.from_bytes(png[at : at + 4]) for at in (16, 20)] == [1920, 1080]
    assert not card.locator(".chart.is-live").count()


@pytest.mark.parametrize("page", [360, 1366], indirect=True)
def test_whoever_wants_the_picture_of_a_phone_gets_it(page):
    page.goto("/fr/carte")
    _, png = saved(page, tool(page.locator(".map-card"), "png", "phone"))
    assert [int.from_bytes(png[at : at + 4]) for at in (16, 20)] == [1080, 1350]


def test_a_picture_follows_the_view(page):
    page.goto("/fr/carte")
    page.locator('select[name="level"]').select_option("region")
    link = tool(page.locator(".map-card"), "svg")
    expect(link).to_have_attribute("href", re.compile("level=region"))
    assert "par région" in saved(page, link)[1].decode()


def test_without_scripts_the_picture_is_a_link(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/agence/pam")
    card = page.locator("#agency-rates")
    assert b"<svg" in saved(page, tool(card, "svg"))[1]
    tool(card, "svg")
    assert not card.locator('[data-tool="png"]:visible, [data-tool="copy"]:visible').count()


def test_a_picture_that_does_not_come_is_said(page, complaints):
    card = card_of(page, *CARDS[1])
    page.route("**/picture/**", lambda asked: asked.abort())
    button = tool(card, "png", "wide")
    name = button.inner_text()
    button.click()
    expect(button).to_have_text("Failed: try again")
    expect(button).to_have_text(name)
    complaints.clear()


def test_a_picture_is_copied_where_the_browser_can(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = card_of(page, *CARDS[2])
    button = tool(card, "copy")
    button.click()
    expect(button).to_have_text("Image copiée")
    types = page.evaluate("navigator.clipboard.read().then(items => items.flatMap(item => item.types))")
    assert "image/png" in types


def test_on_an_unsafe_connection_links_are_copied_and_no_button_is_dead(page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    card = card_of(page, *CARDS[2])
    for absent in ("copy", "send"):
        expect(tool(card, absent)).to_be_hidden()
    link = tool(card, "link")
    link.click()
    expect(link).to_have_text("Lien copié")
