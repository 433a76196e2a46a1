"""A server that hangs, fails, comes back, or a login page in its place: form, address, view never differ."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.dash import dash_is_there

pytestmark = pytest.mark.browser

ADDRESS = "/fr/financement"
PORTAL = "<!doctype html><title>Wi-Fi</title><form><input type=password></form>"
TROUBLES = {
    "no network": lambda asked: asked.abort(),
    "no service": lambda asked: asked.fulfill(status=503, body=""),
    "a login page": lambda asked: asked.fulfill(status=200, content_type="text/html", body=PORTAL),
}
IMPATIENT = """
const timer = window.setTimeout;
window.setTimeout = (act, delay, ...more) => timer(act, delay === 20000 ? 1500 : delay, ...more);
"""
"""The limit of an answer, in a fraction of its time."""
COUNT = "window.drawn = 0; document.addEventListener('contentchange', () => { window.drawn += 1; })"


def by_page(open_page):
    """A phone: it asks for the page of the view."""
    page = open_page(width=360, height=740, has_touch=True, is_mobile=True)
    return page, lambda: page.goto(ADDRESS), re.compile(r"/fr/financement(\?|$)")


def by_dash(open_page):
    page = open_page()

    def opened():
        page.goto(ADDRESS)
        dash_is_there(page)

    return page, opened, re.compile("_dash-update-component")


@pytest.fixture(params=[by_page, by_dash])
def reader(request, open_page, complaints):
    """A page, what opens it, and the address that it asks for another view."""
    yield request.param(open_page)
    complaints.clear()  # the browser's own words on what did not come


def shows(page, by, unit="percent"):
    """Form, address and table say one view."""
    expect(page.locator("input[name=by]:checked")).to_have_value(by)
    expect(page.locator("select[name=unit]")).to_have_value(unit)
    said = {"by": by != "agency" and by, "unit": unit != "percent" and unit}
    query = "&".join(f"{name}={value}" for name, value in said.items() if value)
    expect(page).to_have_url(re.compile(re.escape(f"{ADDRESS}?{query}" if query else ADDRESS) + "$"))
    rows = page.locator(".board tbody tr:not(.total)")
    expect(rows).to_have_count(3) if by == "axis" else expect(rows.nth(4)).to_be_visible()


def beside(page, control, word):
    """The word is seen, on the screen and at the control."""
    expect(word).to_be_in_viewport()
    of, at = word.bounding_box(), page.locator(control).bounding_box()
    assert 0 <= of["y"] - at["y"] - at["height"] <= 24
    assert of["x"] >= 0 and of["x"] + of["width"] <= page.evaluate("document.documentElement.clientWidth")


def test_what_is_not_answered_is_not_chosen_and_can_be_tried_again(reader):
    page, opened, asked = reader
    opened()
    failed = page.locator('.choice-word [data-said="failed"]')
    for trouble in TROUBLES.values():
        page.route(asked, trouble)
        page.locator("input[name=by][value=axis]").click()
        expect(failed).to_be_visible()
        beside(page, "fieldset:has([name=by])", failed)
        shows(page, "agency")
        page.unroute(asked)
    entries = page.evaluate("history.length")
    failed.get_by_role("button", name="Réessayer").click()
    shows(page, "axis")
    expect(failed).to_be_hidden()
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    shows(page, "agency")


def test_the_choice_is_taken_up_by_itself_when_the_link_is_back(reader):
    page, opened, _ = reader
    opened()
    page.context.set_offline(True)
    page.locator("input[name=by][value=axis]").click()
    expect(page.locator('.choice-word [data-said="failed"]')).to_be_visible()
    shows(page, "agency")
    page.context.set_offline(False)
    shows(page, "axis")
    expect(page.locator(".choice-word [data-said]:visible")).to_have_count(0)


def test_a_later_choice_does_not_wait_for_an_answer_that_hangs(reader):
    page, opened, asked = reader
    held = []
    opened()
    page.evaluate(COUNT)
    page.route(asked, lambda question: held.append(question), times=1)
    page.locator("input[name=by][value=axis]").click()
    expect(page.locator('.choice-word [data-said="busy"]')).to_be_visible()
    expect(page.locator("main [aria-busy=true]:visible").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))  # it is not ahead of the view
    page.locator("select[name=unit]").select_option("amount")
    shows(page, "axis", "amount")
    expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    assert held
    assert page.evaluate("window.drawn") == 1, "what was taken back is drawn late"


def test_an_answer_has_a_limit_of_time(reader):
    page, opened, asked = reader
    page.add_init_script(IMPATIENT)
    opened()
    page.route(asked, lambda _: None)
    page.locator("input[name=by][value=axis]").click()
    expect(page.locator('.choice-word [data-said="failed"]')).to_be_visible()
    shows(page, "agency")


def test_back_without_a_network_stays_at_what_is_shown(reader):
    page, opened, asked = reader
    opened()
    page.locator("input[name=by][value=axis]").click()
    shows(page, "axis")
    page.route(asked, TROUBLES["no network"])
    page.go_back()
    expect(page.locator('.choice-word [data-said="failed"]')).to_be_visible()
    shows(page, "axis")
    page.unroute(asked)
    page.get_by_role("button", name="Réessayer").click()
    shows(page, "agency")


def test_a_choice_made_before_any_script_came_is_kept(open_page):
    page, scripts = open_page(width=360, has_touch=True, is_mobile=True), []
    page.route("**/choices*.js", lambda question: scripts.append(question))
    page.goto(ADDRESS, wait_until="commit")
    page.locator("input[name=by][value=axis]").click()
    scripts[0].continue_()
    shows(page, "axis")


def choose_axis(page, axis):
    page.locator(".picker > summary").tap()
    page.locator("select[name=axis]").select_option(axis)
    page.locator(".picker > summary").tap()


def test_a_choice_after_one_that_was_lost_is_the_one_that_counts(open_page, complaints):
    page, opened, asked = by_page(open_page)
    opened()
    page.route(asked, TROUBLES["no network"], times=1)
    page.locator("input[name=by][value=axis]").click()
    expect(page.locator('.choice-word [data-said="failed"]')).to_be_visible()
    page.locator("select[name=unit]").select_option("amount")
    shows(page, "agency", "amount")
    complaints.clear()  # the browser's own words on what did not come


def test_a_first_choice_is_one_way_to_the_server_the_one_of_a_plain_form(open_page):
    """Nothing else travels until its view is there, so it takes as long as that page on any link."""
    page, opened, _ = by_page(open_page)
    asked, travelled = [], []
    opened()
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda request: travelled.append((request.url, list(asked))))
    page.locator("input[name=by][value=axis]").click()
    shows(page, "axis")
    expect(page.locator("script[src*='/app.']")).to_have_count(1)  # now there is time for it
    view = page.url
    assert travelled[0] == (view, [view])


def test_a_phone_gets_neither_dash_nor_plotly_unless_asked_and_the_picture_of_each_view(open_page):
    page, asked = open_page(width=360, height=740, has_touch=True, is_mobile=True), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/fr/tendances")
    picture = page.locator("#trends-1 .still")
    heading, before = page.locator("#trends-1 h2"), picture.inner_html()
    said = heading.text_content()
    choose_axis(page, "2")
    expect(heading).not_to_have_text(said)
    chosen = heading.text_content()
    expect(picture).to_be_visible()
    assert picture.inner_html() != before
    page.locator(".site-footer").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search("plotly|/dash", url)]
    page.locator("#trends-1").get_by_role("button", name="Explorer").tap()
    expect(page.locator("#trends-1 .chart.is-live")).to_be_visible()
    choose_axis(page, "1")
    expect(heading).not_to_have_text(chosen)
    expect(page.locator("#trends-1 .chart.is-live")).to_be_visible()
