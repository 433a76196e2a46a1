"""The three controls of a card: by mouse, by key, without scripts, where the connection is not safe."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.menus import tool

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address

pytestmark = pytest.mark.browser

MENU = "details.tool-menu"
OPEN = f"{MENU}[open]"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.in_menu])
def test_every_card_has_three_controls(page, language, name, catalog):
    page.goto(sample_address(catalog, language, name))
    rows = page.locator(".card-foot .tools")
    for row in rows.all():
        assert row.locator(":scope > *").count() == 3
        assert row.locator(f":scope > {MENU}").count() == 2
        expect(row.locator(".tool-list a:visible, .tool-list button:visible")).to_have_count(0)


def test_menus_are_walked_by_key_and_give_the_focus_back(page):
    page.goto("/fr/financement")
    card = page.locator("#funding-money")
    names = card.locator(f"{MENU} > summary")
    names.first.focus()
    page.keyboard.press("Enter")
    expect(card.locator(OPEN)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(card.locator('[data-tool="png"]').first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(names.first).to_be_focused()
    page.keyboard.press("Tab")
    expect(names.last).to_be_focused()
    page.keyboard.press("Space")
    expect(card.locator(OPEN)).to_have_count(1)


def test_one_menu_is_open_at_a_time_and_a_touch_elsewhere_closes_it(page):
    page.goto("/fr/financement")
    names = page.locator(f"{MENU} > summary")
    for at in range(names.count()):
        names.nth(at).click()
        expect(page.locator(OPEN)).to_have_count(1)
        assert names.nth(at).evaluate("name => name.parentElement.open")
    page.locator("h1").click()
    expect(page.locator(OPEN)).to_have_count(0)


def test_what_was_taken_closes_the_menu(page):
    page.goto("/fr/financement")
    card = page.locator("#funding-money")
    item = tool(card, "csv")
    with page.expect_download():
        item.click()
    expect(page.locator(OPEN)).to_have_count(0)
    expect(card.locator(f"{MENU} > summary").first).to_be_focused()


@pytest.mark.parametrize("page", [320, 360, 1366], indirect=True)
@pytest.mark.parametrize("address", ["/fr/financement", "/fr/", "/fr/agence/pam", "/en/trends", "/fr/carte"])
def test_an_open_menu_is_seen_whole(page, address):
    page.goto(address)
    for menu in page.locator(f"{MENU}:visible").all():
        menu.locator("summary").click()
        box = menu.locator(".tool-list").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]
        assert box["y"] >= -1
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_what_is_shared_is_the_view_on_show(page):
    page.goto("/fr/financement")
    page.locator("form.choices.is-live input[name=by][value=axis]").click()
    expect(page).to_have_url(re.compile("by=axis"))
    card = page.locator("#funding-money")
    for way in ("link", "whatsapp", "mail", "qr"):
        expect(tool(card, way)).to_have_attribute("href", re.compile("by=axis"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = tool(card, "link")
    link.click()
    expect(link).to_have_text("Lien copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    page.goto(copied)
    expect(page.locator("input[name=by]:checked")).to_have_value("axis")
    expect(page.locator("#funding-money")).to_be_in_viewport()


SENT = "navigator.share = (said) => { window.sent = said.url; return Promise.resolve(); }"


def test_the_device_sends_the_view_where_it_can(page):
    page.add_init_script(SENT)
    page.goto("/fr/financement?by=axis")
    tool(page.locator("#funding-money"), "send").click()
    assert re.search(r"/fr/financement\?.*by=axis.*#funding-money$", page.evaluate("window.sent"))


def test_without_scripts_the_menus_hold_links_alone_and_each_leads_somewhere(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/financement?by=axis")
    card = page.locator("#funding-money")
    for kind in ("csv", "link"):
        tool(card, kind)
        assert card.locator(".tool-list button:visible").count() == 0
        assert card.locator(".tool-list a:visible").count() >= 3
    tool(card, "link").click()
    page.wait_for_url(re.compile(r"/fr/financement\?.*by=axis.*#funding-money$"))


def test_findings_of_a_card_are_one_line_that_opens(page):
    page.goto("/fr/financement")
    notes = page.locator("#funding-money-notes")
    expect(notes.locator("summary:visible")).to_have_count(1)
    said = notes.locator("summary").inner_text()
    assert int(re.match(r"\d+", said)[0]) == notes.locator(".finding-note").count() > 1
    expect(notes.locator(".finding-note:visible")).to_have_count(0)
    notes.locator("summary").click()
    for note in notes.locator(".finding-note").all():
        expect(note).to_be_visible()
        assert "…" not in note.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_of_contradictions_have_no_colour_of_money_or_direction(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/fr/donnees")
    colours = """() => {
      const shown = (element) => getComputedStyle(element).color;
      const styles = getComputedStyle(document.documentElement);
      const grey = document.createElement("i");
      grey.style.color = "var(--muted)";
      document.body.append(grey);
      const signs = [...document.querySelectorAll(".finding-sign")].map(shown);
      const edge = (note) => getComputedStyle(note).borderLeftColor;
      const edges = [...document.querySelectorAll(".finding-note")].map(edge);
      return [shown(grey), [...new Set([...signs, ...edges])]];
    }"""
    grey, found = page.evaluate(colours)
    assert found == [grey]
