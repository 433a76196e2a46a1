"""Paper shows what screens fold, in every browser, and no more sheets than a reader wants."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.dash import dash_is_there

pytestmark = pytest.mark.browser
FOLDED = "details[data-paper]"
SHEETS = 14
RESULTS_SHEETS = 18
TRENDS_SHEETS = 5
SCREEN = {"width": 1366, "height": 768}
SHEET = {"width": 703, "height": 1032}
"""A4 within the margins, in px."""
CHARTS = """
() => Array.from(document.querySelectorAll(".chart.is-stale > .chart-stage")).filter(stage =>
  stage.getClientRects().length
).map(stage => {
  const texts = Array.from(stage.querySelectorAll("text"));
  return {
    ink: getComputedStyle(texts[0]).fill,
    to: Math.max(...texts.map(text => text.getBoundingClientRect().right)),
    sheet: stage.closest("section").getBoundingClientRect().right,
  };
})
"""
"""Of each chart drawn since the page came: the colour of its words, how far they go and how far they may."""
WITHOUT_DETAILS_CONTENT = """
() => {
  let taken = 0;
  const strip = group => Array.from(group.cssRules).reverse().forEach(rule => {
    if ((rule.selectorText || "").includes("::details-content")) {
      group.deleteRule(Array.from(group.cssRules).indexOf(rule));
      taken += 1;
    } else if (rule.media) { strip(rule); }
  });
  Array.from(document.styleSheets).forEach(strip);
  return taken;
}
"""
"""What a browser sees of the stylesheet that does not know `::details-content`."""


def sheets(page: Page) -> int:
    """How many A4 sheets the page prints on."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("address", ["/fr/resultats", "/fr/donnees"])
def test_folds_open_on_paper_in_a_browser_that_cannot_style_them(page: Page, open_page, address):
    without_scripts = open_page(java_script_enabled=False)
    without_scripts.goto(address)
    page.goto(address)
    expect(page.locator("form.choices.is-live")).to_have_count(1)
    before = page.locator(f"{FOLDED}[open]").count()
    assert page.evaluate(WITHOUT_DETAILS_CONTENT) > 0
    page.evaluate("""() => window.addEventListener("beforeprint", () => {
        window.folded = document.querySelectorAll("details[data-paper]:not([open])").length;
    })""")
    printed = sheets(page)
    assert page.evaluate("window.folded") == 0
    assert printed == pytest.approx(sheets(without_scripts), abs=1)
    assert page.locator(f"{FOLDED}[open]").count() == before < page.locator(FOLDED).count()


@pytest.mark.parametrize("address", ["/fr/donnees", "/en/data"])
def test_data_and_method_prints_method_findings_sources_and_tables(page: Page, catalog, address):
    page.goto(address)
    assert sheets(page) <= SHEETS
    page.emulate_media(media="print")
    shown = "nodes => nodes.filter(node => node.checkVisibility()).length"
    assert page.locator(".finding-item .comparison").evaluate_all(shown) > len(catalog["findings"]) / 2
    assert page.locator(".finding-item > p:first-of-type").evaluate_all(shown) == len(catalog["findings"])
    assert page.locator(".source-list h3").evaluate_all(shown) == len(catalog["sources"])
    assert page.locator(".dictionary summary").evaluate_all(shown) == len(catalog.package["resources"])
    assert page.locator(".dictionary table").evaluate_all(shown) == 0
    expect(page.locator("#dictionary .on-paper")).to_contain_text(f" {address}.")


@pytest.mark.parametrize("address", ["/fr/resultats", "/en/results"])
def test_results_prints_every_result_with_its_place_in_the_report(page: Page, catalog, address):
    page.goto(address)
    assert sheets(page) <= RESULTS_SHEETS
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details[data-paper]').forEach(fold => { fold.open = true; })")
    shown = "nodes => nodes.filter(node => node.checkVisibility()).length"
    assert page.locator(".result").evaluate_all(shown) == len(catalog["results"])
    expect(page.locator(".path")).not_to_be_empty()
    expect(page.locator(".path"), "all of a filter is not all").to_be_hidden()
    assert page.locator(".result .meta .source").evaluate_all(shown) == len(catalog["results"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_of_a_view_chosen_since_the_page_came_fit_the_sheet(open_page, scheme):
    page = open_page(**SCREEN, color_scheme=scheme)
    page.goto("/fr/tendances")
    dash_is_there(page)
    page.locator(".picker > summary").click()
    page.locator("select[name=axis]").select_option("2")
    expect(page.locator(".chart.is-stale")).not_to_have_count(0)
    expect(page.locator(".chart.is-live")).not_to_have_count(0)
    on_screen = page.evaluate(CHARTS)
    assert sheets(page) <= TRENDS_SHEETS
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    for chart in page.evaluate(CHARTS):
        assert chart["to"] <= chart["sheet"] + 1
        assert chart["ink"] in ("rgb(27, 39, 48)", "rgb(90, 104, 114)"), "the colours of light paper"
    page.emulate_media(media="screen")
    page.set_viewport_size(SCREEN)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"charts => ({CHARTS})()[0].to === charts[0].to", arg=on_screen)
    assert page.evaluate(CHARTS)[0] == on_screen[0]


def test_paper_shows_the_picture_that_came_with_the_page_and_the_colours_of_its_legend(page: Page, awake):
    page.goto("/fr/agence/pam")
    awake(page)
    page.emulate_media(media="print")
    shown = page.locator("#agency-rates-chart > .chart-still")
    assert shown.evaluate("node => getComputedStyle(node).visibility") == "visible"
    assert not page.locator("#agency-rates-chart > .chart-stage").is_visible()
    assert "47" in shown.inner_text()
    keys = page.locator("#agency-rates .key")
    assert keys.count() == 2
    for key in keys.all():
        assert key.evaluate("node => getComputedStyle(node).printColorAdjust") == "exact"
