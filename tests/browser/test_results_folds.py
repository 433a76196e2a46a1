"""The list of results folds: short on a phone, opened by key, address and printer."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.shift import SHIFT

pytestmark = pytest.mark.browser
PHONE = 12_000
ADDRESSES = ["/fr/resultats", "/en/results"]
FIRST = "#results-list .result-fold"


def is_live(page: Page) -> None:
    expect(page.locator("form.choices.is-live")).to_be_visible()


def some_result(catalog) -> str:
    """The id of a result in the middle of the report."""
    results = catalog["results"].query("year == @catalog.year")["result_id"]
    return str(results.iloc[len(results) // 2])


@pytest.mark.parametrize("page", [360], indirect=True)
@pytest.mark.parametrize("address", [*ADDRESSES, "/fr/resultats?sort=people"])
def test_the_whole_list_is_short_on_a_phone_and_nothing_jumps(page: Page, address):
    page.add_init_script(SHIFT)
    page.goto(address)
    is_live(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollHeight") < PHONE
    assert page.evaluate("window.shift") == 0


def test_a_fold_opens_and_closes_by_key(page: Page):
    page.goto(ADDRESSES[0])
    is_live(page)
    result = page.locator(f"{FIRST} .result").first
    expect(result).to_be_hidden()
    page.locator(f"{FIRST} > summary").first.focus()
    page.keyboard.press("Enter")
    expect(result).to_be_visible()
    page.keyboard.press("Space")
    expect(result).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_of_a_result_opens_the_fold_that_holds_it(open_page, catalog, scripts):
    page, key = open_page(width=360, java_script_enabled=scripts), some_result(catalog)
    page.goto(f"{ADDRESSES[0]}#{key}")
    if scripts:
        is_live(page)
    result = page.locator(f'[id="{key}"]')
    expect(result).to_be_in_viewport()
    assert page.locator(f"{FIRST}[open]").count() == 1


@pytest.mark.parametrize("query", ["", "?sort=people"])
def test_paper_shows_every_result(page: Page, query):
    page.goto(ADDRESSES[0] + query)
    is_live(page)
    summaries = page.locator("#results-list .result .summary")
    every = summaries.count()
    assert every > page.locator("#results-list .result .summary:visible").count()
    page.emulate_media(media="print")
    assert summaries.evaluate_all("nodes => nodes.filter(node => node.checkVisibility()).length") == every
    boxes = [summary.bounding_box() for summary in summaries.all()]
    assert min(box["height"] for box in boxes) > 0
    whole = page.locator("#results-list").bounding_box()
    assert max(box["y"] + box["height"] for box in boxes) <= whole["y"] + whole["height"]
    assert page.locator(f"{FIRST} > .subtitle > a:visible").count() == 0
    head, fold = (page.locator(f"{FIRST}{part}").first.bounding_box() for part in (" .fold-head", ""))
    assert head["width"] > fold["width"] / 2, "the heading of a fold is squeezed"


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_table_fits_a_laptop_and_scrolls_inside_its_frame_on_a_phone(page: Page, address):
    wide = "node => [node.scrollWidth - node.clientWidth, getComputedStyle(node).backgroundImage]"
    page.goto(f"{address}?show=table")
    frame = page.locator("#results-rows .table-frame")
    assert frame.evaluate(wide)[0] == 0
    page.set_viewport_size({"width": 360, "height": 740})
    over, shadow = frame.evaluate(wide)
    assert over > 0 and "gradient" in shadow
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
