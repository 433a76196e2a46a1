"""Profiles print as a brief."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.app.test_pictures import flat

pytestmark = pytest.mark.browser
LEAST = 8.0
"""Points of the smallest letters on paper."""
SMALL = """least => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, holder = text.parentElement;
    if (!text.textContent.trim() || holder.closest("svg, script, style")) continue;
    if (!holder.checkVisibility()) continue;
    const points = parseFloat(getComputedStyle(holder).fontSize) * 0.75;
    if (points > 0 && points < least) found.push(`${text.textContent.trim()} ${points}`);
  }
  return found;
}"""
"""Words too small to read on paper; of the size of nothing are those that a sheet leaves out."""
BLUE = """() => Array.from(document.querySelectorAll("main :is(a, summary)"))
  .filter(link => link.checkVisibility() && !link.closest("svg"))
  .filter(link => getComputedStyle(link).color !== getComputedStyle(link.parentElement).color)
  .map(link => link.textContent)"""
"""Links that stand out on paper, where they lead nowhere."""


def printed_pages(page: Page, address: str) -> int:
    page.goto(address)
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


FURNITURE = (".site-header", ".site-footer", ".compare", "[data-print]", ".way")


def test_a_brief_holds_what_it_is_of_and_fills_its_sheets(page: Page, catalog):
    listed = catalog["output_agencies"]["agency_id"].value_counts().index
    assert printed_pages(page, f"/fr/agence/{listed[-1]}") == 1
    assert printed_pages(page, f"/fr/agence/{listed[0]}") <= 3
    page.emulate_media(media="print")
    assert page.locator(".strongest .result:visible").count() >= 10
    for axis in catalog.rows("axes"):
        for address in (f"/fr/axe/{axis}", f"/en/axis/{axis}"):
            assert printed_pages(page, address) == 2
    expect(page.locator(".small-map svg")).to_be_visible()
    expect(page.locator(".qr code")).to_contain_text(f"/en/axis/{axis}")
    last = page.locator(".sheet-words").last
    expect(last).to_contain_text(catalog.version)
    expect(last.locator("time")).to_have_text(re.compile(r"^\d+ \w+ \d{4}|^\w+ \d+, \d{4}"))
    for furniture in FURNITURE:
        for found in page.locator(furniture).all():
            expect(found).to_be_hidden()


def test_every_sheet_of_a_list_says_its_filters_in_words(page: Page, open_page):
    """As it came, without scripts, and of the choice made since."""
    head = "getComputedStyle(document.documentElement).getPropertyValue('--sheet-head')"
    page.goto("/fr/resultats?agency=unicef&place=ML05")
    wanted = "Agence : UNICEF · Lieu : Mopti (région) · 2021"
    page.emulate_media(media="print")
    expect(page.locator("#sheet-head")).to_contain_text("Mopti")
    expect(page.locator("#results-priorities")).to_be_hidden()
    assert flat(wanted) in flat(page.evaluate(head))
    page.goto("/fr/resultats?agency=unicef")
    page.emulate_media(media="screen")
    expect(page.locator("form.choices.is-live")).to_have_count(1)
    page.locator("#results-choices input[name=q]").fill("vitamine")
    page.keyboard.press("Enter")
    words = page.locator("#sheet-head [data-sheet=head]")
    expect(words).to_contain_text("vitamine")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert flat(words.text_content()) in flat(page.evaluate(head))


def test_no_letters_of_a_brief_are_too_small_and_no_link_is_blue(page: Page):
    page.emulate_media(media="print")
    for address in ("/fr/agence/unicef", "/fr/axe/3", "/fr/lieu/ML05", "/fr/lieu/ML0803"):
        page.goto(address)
        assert page.evaluate(SMALL, LEAST) == [], address
        assert page.evaluate(BLUE) == [], address


def test_letters_of_a_brief_are_as_large_as_its_sheets_allow(page: Page):
    """From 11 points down to 8, then on another sheet."""
    told = {}
    for place in ("ML05", "ML0803"):
        sheets = printed_pages(page, f"/fr/lieu/{place}")
        letters = page.evaluate("document.documentElement.style.getPropertyValue('--sheet-type')")
        told[place] = (sheets, float(letters.removesuffix("pt")))
    assert told["ML0803"] == (1, 11)
    sheets, points = told["ML05"]
    assert sheets == 2 and LEAST <= points < 11
    assert page.locator("iframe").count() == 0, "the copy that was measured is gone"
