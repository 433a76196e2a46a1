"""Back undoes the last choice and nothing else, on every page, by every kind of control; Forward redoes."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_views_in_place import READ

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address

pytestmark = pytest.mark.browser

KINDS = {
    "list": "select[name]:not([multiple]):has(option + option)",
    "button": "input[type=radio]:not(:checked)",
    "box": "input[type=checkbox]",
    "text": "input[type=search]",
}
WORD = "eau"
MENU = [name for name, page in PAGES.items() if page.in_menu]
COUNT = "window.drawn = 0; document.addEventListener('answered', () => { window.drawn += 1; })"
OPEN = "document.querySelectorAll('form.choices details').forEach((fold) => { fold.open = true; })"
STATE = """() => Array.from(new FormData(document.querySelector('form.choices')))
  .filter(([, value]) => value).map(String).sort()"""


def controls(page, kind):
    """Those of a kind that a reader can reach."""
    page.evaluate(OPEN)
    found = page.locator("form.choices").locator(KINDS[kind])
    return [control for control in found.all() if control.locator("xpath=..").is_visible()]


def change(page, kind, control):
    """Another choice than the one on show, drawn."""
    before = page.evaluate("window.drawn")
    if kind == "list":
        values = control.locator("option").evaluate_all("all => all.map((one) => one.value)")
        control.select_option(next(value for value in values if value != control.input_value()))
    elif kind == "text":
        control.press_sequentially(WORD, delay=20)
    else:
        control.locator("xpath=..").click()
    page.wait_for_function("before => window.drawn > before", arg=before)


def view(page):
    return {"url": page.evaluate("location.href"), "form": page.evaluate(STATE), "page": page.evaluate(READ)}


def settles(page, expected):
    """The address, the form and all that is read are those of a view that was shown before."""
    expect(page).to_have_url(expected["url"])
    page.wait_for_function(
        f"wanted => JSON.stringify(({STATE})()) === JSON.stringify(wanted)", arg=expected["form"]
    )
    page.wait_for_function(
        f"wanted => JSON.stringify(({READ})()) === JSON.stringify(wanted)", arg=expected["page"]
    )


def opened(page, name, catalog, language=LANGUAGES[0]):
    page.add_init_script(COUNT)
    page.goto(sample_address(catalog, language, name))
    return page.locator("form.choices").count()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MENU)
def test_back_undoes_the_last_choice_and_forward_does_it_again(page, name, kind, catalog):
    if not opened(page, name, catalog):
        return
    expect(page.locator("form.choices.is-live")).to_have_count(1)
    for control in controls(page, kind)[:1]:
        before, entries = view(page), page.evaluate("history.length")
        change(page, kind, control)
        after = view(page)
        assert after["url"] != before["url"]
        assert page.evaluate("history.length") == entries + 1
        page.go_back()
        settles(page, before)
        page.go_forward()
        settles(page, after)


def test_each_kind_of_control_is_met_on_some_page(page, catalog):
    met = set()
    for name in MENU:
        if opened(page, name, catalog):
            met |= {kind for kind in KINDS if controls(page, kind)}
    assert met == set(KINDS)


@pytest.mark.parametrize(("name", "field"), [("results", "q"), ("trends", "search")])
def test_a_word_is_one_entry_however_slowly_it_is_typed(page, name, field, catalog):
    opened(page, name, catalog)
    page.evaluate(OPEN)
    box = page.locator(f"form.choices input[name={field}]")
    before, entries = view(page), page.evaluate("history.length")
    for letters in ("for", "mation"):
        change_from = page.evaluate("window.drawn")
        box.press_sequentially(letters)
        page.wait_for_function("before => window.drawn > before", arg=change_from)
    expect(page).to_have_url(re.compile(f"{field}=formation"))
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    settles(page, before)


def test_choices_made_before_dash_is_there_are_undone_one_by_one(page):
    page.route("**/dash.*.js", lambda asked: None)
    page.goto("/fr/financement")
    expect(page.locator("form.choices.is-live")).to_be_visible()
    page.locator("input[name=by][value=axis]").click()
    page.locator("select[name=unit]").select_option("amount")
    expect(page).to_have_url(re.compile("by=axis&unit=amount$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?by=axis$"))
    expect(page.locator("select[name=unit]")).to_have_value("percent")
    page.go_back()
    expect(page).to_have_url(re.compile("financement$"))
    expect(page.locator("input[name=by]:checked")).to_have_value("agency")


def test_back_after_a_choice_by_link_undoes_just_that(page):
    page.add_init_script(COUNT)
    page.goto("/fr/resultats?axis=2")
    before = view(page)
    drawn = page.evaluate("window.drawn")
    page.locator(".facet.is-agency > summary").click()
    page.locator("#results-facet-agency a").first.click()
    page.wait_for_function("before => window.drawn > before", arg=drawn)
    expect(page).not_to_have_url(before["url"])
    page.go_back()
    settles(page, before)
