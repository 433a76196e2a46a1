"""Profiles print as a brief."""

import re

import pytest
from playwright.sync_api import Page

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
BLUE = """() => Array.from(document.querySelectorAll("main a"))
  .filter(link => link.checkVisibility() && !link.closest("svg"))
  .filter(link => getComputedStyle(link).color !== getComputedStyle(link.parentElement).color)
  .map(link => link.textContent)"""
"""Links that stand out on paper, where they lead nowhere."""


def printed_pages(page: Page, address: str) -> int:
    page.goto(address)
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_an_agency_prints_on_one_sheet_with_what_it_did(page: Page, catalog):
    listed = catalog["output_agencies"]["agency_id"].value_counts().index
    assert printed_pages(page, f"/fr/agence/{listed[-1]}") == 1
    assert printed_pages(page, f"/fr/agence/{listed[0]}") <= 2
    page.emulate_media(media="print")
    assert page.locator(".strongest .result:visible").count() >= 10


def test_an_axis_prints_on_one_sheet(page: Page, catalog):
    for key in catalog.rows("axes"):
        assert printed_pages(page, f"/fr/axe/{key}") <= 2


def test_no_letters_of_a_brief_are_too_small_and_no_link_is_blue(page: Page):
    page.emulate_media(media="print")
    for address in ("/fr/agence/unicef", "/fr/axe/3", "/fr/lieu/ML05", "/fr/lieu/ML0803"):
        page.goto(address)
        assert page.evaluate(SMALL, LEAST) == [], address
        assert page.evaluate(BLUE) == [], address


def test_a_brief_of_a_place_has_larger_letters_where_there_is_less_to_tell(page: Page):
    page.emulate_media(media="print")
    size = "node => parseFloat(getComputedStyle(node).fontSize) * 0.75"
    page.goto("/fr/lieu/ML05")
    long = page.locator(".place-profile").evaluate(size)
    page.goto("/fr/lieu/ML0803")
    assert (long, page.locator(".place-profile").evaluate(size)) == pytest.approx((LEAST, 11), abs=0.01)
