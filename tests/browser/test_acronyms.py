"""Acronyms are explained on tap and by keyboard, on every page."""

import pytest

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
