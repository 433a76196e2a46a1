"""Acronyms are explained on tap and by keyboard, on every page."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def acronym(page):
    page.goto("/fr/donnees")
    # The findings are folded by page: every fold is opened, as a reader would who looks for something.
    page.evaluate("document.querySelectorAll('#findings details').forEach(fold => { fold.open = true; })")
    found = page.locator("#findings .acronym > button").first
    found.wait_for()
    return found


def test_an_acronym_explains_itself_on_tap_and_closes(page, acronym):
    acronym.scroll_into_view_if_needed()
    acronym.click()
    meaning = page.locator(".acronym-meaning")
    assert meaning.inner_text() == page.evaluate(
        """word => [...document.querySelectorAll('.word-list dt')].find(dt => dt.textContent === word)
           .nextSibling.textContent""",
        acronym.inner_text(),
    )
    assert acronym.get_attribute("aria-expanded") == "true"
    page.locator("h1").click()
    assert meaning.count() == 0
    assert acronym.get_attribute("aria-expanded") == "false"


def test_an_acronym_works_by_keyboard_and_escape_returns_to_it(page, acronym):
    acronym.focus()
    page.keyboard.press("Enter")
    assert page.locator(".acronym-meaning").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".acronym-meaning").count() == 0
    assert page.evaluate("document.activeElement.parentElement.className") == "acronym"


def test_a_block_explains_an_acronym_once_and_leaves_links_alone(page, acronym):
    blocks = page.evaluate(
        """[...document.querySelectorAll('#findings details')].map(block =>
           [...block.querySelectorAll('.acronym > button')].filter(b => b.closest('details') === block)
           .map(button => button.textContent))"""
    )
    assert any(blocks)
    assert all(len(words) == len(set(words)) for words in blocks)
    assert page.locator("a .acronym, .chart .acronym, .word-list .acronym").count() == 0


def test_new_content_is_explained_too(page, acronym):
    page.locator("select[name=severity]").select_option("conflict")
    page.locator("#data-findings .acronym > button").first.wait_for()


@pytest.mark.parametrize("page", [320], indirect=True)
def test_the_meaning_stays_on_a_small_screen(page, acronym):
    for button in page.locator("#findings .acronym > button").all()[:6]:
        button.click()
        box = page.locator(".acronym-meaning").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")  # an open meaning may lie over the next acronym


@pytest.mark.parametrize("page", [320, 768], indirect=True)
def test_no_line_parts_an_acronym_from_what_leans_on_it(page, acronym):
    torn = page.evaluate(
        """() => [...document.querySelectorAll('.acronym > button')].filter(button => button.offsetParent)
        .flatMap(button => {
          const walker = document.createTreeWalker(button.closest('p, li, dd'), NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) { texts.push(walker.currentNode); }
          const at = texts.indexOf(button.firstChild);
          const line = (text, from) => {
            const range = document.createRange();
            range.setStart(text, from); range.setEnd(text, from + 1);
            return range.getBoundingClientRect();
          };
          const own = line(button.firstChild, 0);
          const apart = (text, from) => Math.abs(line(text, from).bottom - own.bottom) > own.height / 2;
          const before = texts[at - 1], behind = texts[at + 1];
          const torn = [];
          if (before && /[’'(]$/.test(before.data) && apart(before, before.length - 1)) { torn.push(before); }
          if (behind && /^[.,;:)]/.test(behind.data) && apart(behind, 0)) { torn.push(behind); }
          return torn.map(text => [button.textContent, text.data]);
        })"""
    )
    assert page.locator(".acronym > button:visible").count() > 20
    assert torn == []


WORDS = {
    "/fr/financement": {"axe", "produit", "budget", "mobilisé", "dépensé"},
    "/fr/resultats": {"axe", "effet", "produit", "résultat", "agence"},
}
"""Words of the site that a page explains where they first stand."""


@pytest.mark.parametrize("address", WORDS)
def test_words_of_the_site_are_explained_where_they_stand(page, address):
    """Each by its stem: `produits` is explained as `produit`."""
    page.goto(address)
    page.locator("#main .acronym > button").first.wait_for(state="attached")
    said = {text.lower() for text in page.locator("#main .acronym > button").all_text_contents()}
    assert {word for word in WORDS[address] if not any(text.startswith(word) for text in said)} == set()


def test_a_word_of_the_site_works_by_tap_and_keyboard_and_says_so(page, catalog):
    page.goto("/fr/resultats")
    page.locator("#main .acronym > button").first.wait_for(state="attached")
    page.evaluate("document.querySelectorAll('#main details').forEach(fold => { fold.open = true; })")
    button = page.locator("#main").get_by_role("button", name="effet", exact=True).first
    button.focus()
    page.keyboard.press("Enter")
    meaning = page.get_by_role("status").filter(has_text=catalog.row("glossary", "outcome")["text_fr"][:20])
    expect(meaning).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    expect(button).to_be_focused()
    button.click()
    expect(meaning).to_be_visible()


@pytest.fixture
def funding(page):
    page.goto("/fr/financement")
    page.locator("#main .acronym > button").first.wait_for(state="attached")
    return page


def test_a_heading_explains_its_words_without_saying_more(funding):
    """What is open stands apart from the heading, which keeps its name."""
    heading = funding.locator("h1")
    name = heading.inner_text()
    button = heading.locator(".acronym > button").first
    button.click()
    expect(funding.get_by_role("status").and_(funding.locator(".acronym-meaning"))).to_be_visible()
    assert heading.inner_text() == name
    funding.keyboard.press("Escape")
    expect(funding.locator(".acronym-meaning")).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("page", [360], indirect=True)
def test_no_button_stands_in_a_heading_that_nobody_sees(page):
    page.goto("/fr/")
    page.keyboard.press("Tab")
    page.locator("h1 .acronym > button").first.wait_for(state="attached")
    narrow = page.evaluate(
        """() => Array.from(document.querySelectorAll(":is(h1, h2, h3, h4) .acronym > button"))
        .filter(button => button.offsetParent && button.closest("h1, h2, h3, h4").clientWidth < 10).length"""
    )
    assert narrow == 0


def test_a_link_tells_its_words_to_the_pointer_the_keyboard_and_a_screen_reader(funding, catalog):
    agency = catalog.row("agencies", "oim")
    link = funding.locator("#main a[data-words]:visible", has_text=agency["acronym_fr"]).first
    told = link.get_attribute("aria-description")
    assert agency["acronym_fr"] in told
    assert agency["name_fr"] in link.get_attribute("title")
    note = funding.get_by_role("tooltip")
    link.evaluate("link => link.focus({focusVisible: true})")
    expect(note).to_have_text(told)
    funding.keyboard.press("Escape")
    expect(note).to_have_count(0)
    link.evaluate("link => { link.blur(); link.focus({focusVisible: true}); }")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= funding.viewport_size["width"]


def test_what_stands_where_no_button_can_be_is_explained_at_the_end_of_the_page(page, catalog):
    """By tap, by key, and as a list of words with their meanings to a screen reader."""
    page.goto("/fr/financement")
    fold = page.locator("#main > .page-words")
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    for agency in ("oim", "onusida"):
        acronym = catalog.row("agencies", agency)["acronym_fr"]
        expect(fold.locator("dt", has_text=acronym)).to_be_visible()
    listed = set(fold.locator("dt").all_text_contents())
    assert not listed & set(page.locator("#main .acronym > button").all_text_contents())
    page.goto("/fr/donnees")
    page.locator("#main .acronym > button").first.wait_for(state="attached")
    expect(page.locator(".page-words")).to_have_count(0)
