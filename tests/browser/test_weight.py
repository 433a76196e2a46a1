"""Byte budgets: what comes over the wire does not depend on the machine that measures it."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.dash import dash_is_there
from tests.browser.test_views_in_place import choose
from tests.browser.wire import settle, wire_of

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address

pytestmark = pytest.mark.browser

TO_READ = {"overview": 31_000, "meeting": 200_000}
"""Of a meeting with all slides of both languages, which it has before it begins."""
MOST_TO_READ = 54_000
"""Of any other page."""
CHANGE = 5_000


REST = re.compile(r"/static/(app|acronyms|dash|plotly)[\w.-]*js")
"""What a page that is only read does not need."""
SAVER = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_until_it_is_touched(open_page, catalog, name):
    page, asked = open_page(width=360), []
    page.add_init_script(SAVER)
    page.on("request", lambda request: asked.append(request.url))
    wire = wire_of(page)
    page.goto(sample_address(catalog, LANGUAGES[0], name))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if REST.search(url)]
    assert wire.bytes <= TO_READ.get(name, MOST_TO_READ)
    said = int(re.search(r"Poids de cette page\D*(\d+)", page.locator("footer").inner_text())[1]) * 1000
    if name != "meeting":  # its slides come when it begins
        assert abs(said - wire.bytes) <= 0.05 * wire.bytes


def test_the_first_touch_is_answered_though_what_answers_it_comes_with_it(open_page, complaints):
    page = open_page(width=360, has_touch=True, is_mobile=True)
    for lost in (False, True):
        page.goto("/fr/financement")
        if lost:
            page.route("**/app*.js", lambda question: question.abort())
        page.locator(".search-open").tap()
        if lost:
            expect(page.locator('.choice-word [data-said="failed"]')).to_be_visible()
            page.unroute("**/app*.js")
            page.get_by_role("button", name="Réessayer").tap()
        expect(page.locator("#site-search")).to_be_focused()
    complaints.clear()  # the browser's own word on what did not come


def test_a_saver_of_data_gets_the_chart_on_demand(open_page):
    page = open_page(width=360)
    page.add_init_script(SAVER)
    wire = wire_of(page)
    page.goto("/fr/agence/pam")
    assert page.locator("#agency-rates .still").is_visible()
    page.locator("#agency-rates").scroll_into_view_if_needed()
    page.locator("#agency-rates .chart-wake").click()
    page.locator("#agency-rates .chart.is-live").wait_for()
    assert wire.charts > 0


def test_a_saver_of_data_who_changes_the_view_sees_its_picture(open_page):
    page = open_page(width=360)
    page.add_init_script(SAVER)
    page.goto("/fr/tendances")
    shown, picture = page.locator("#trends-1 h2").text_content(), page.locator("#trends-1 .still")
    before = picture.inner_html()
    page.locator(".picker > summary").click()
    page.locator("select[name=axis]").select_option("2")
    expect(page.locator("#trends-1 h2")).not_to_have_text(shown)
    expect(picture).to_be_visible()
    assert picture.inner_html() != before
    page.locator(".picker > summary").click()
    page.locator("#trends-1 .chart").scroll_into_view_if_needed()
    page.locator("#trends-1 .chart-wake").click()
    expect(page.locator("#trends-1 .chart.is-live")).to_be_visible()


@pytest.mark.parametrize("choice", [("by", "axis"), ("unit", "missing")])
def test_a_changed_choice(page, choice):
    page.goto("/fr/financement")
    dash_is_there(page)
    name, value = choice
    with page.expect_response(lambda response: "_dash-update-component" in response.url) as answer:
        choose(page, name, value)
    answer.value.finished()
    sizes = answer.value.request.sizes()
    assert 0 < sizes["responseHeadersSize"] + sizes["responseBodySize"] <= CHANGE


def test_the_page_says_its_weight(page, awake):
    wire = wire_of(page)
    page.goto("/en/trends")
    awake(page)
    settle(page)
    said = page.locator("footer").get_by_text("Weight of this page").text_content()
    with_charts = int(said.split(";")[1].split("kB")[0])
    assert abs(wire.bytes / 1000 - with_charts) <= 0.03 * with_charts
