"""A view that was changed in place reads the same as the view that its address opens."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect
from tests.browser.dash import dash_is_there

pytestmark = pytest.mark.browser

READ = r"""
() => {
  const address = link => {
    const url = new URL(link.getAttribute("href"), location.href);
    const pairs = Array.from(url.searchParams).map(pair => pair.join("=")).sort();
    return [url.pathname, ...pairs, url.hash].join(" ");
  };
  const page = document.querySelector("main").cloneNode(true);
  const names = Array.from(page.querySelectorAll("section")).map(part => {
    const heading = document.getElementById(part.getAttribute("aria-labelledby"));
    return (part.getAttribute("aria-label") || "") + (heading ? heading.textContent : "");
  });
  page.querySelectorAll("form, .chart, .chart-wake, .page-words").forEach(part => part.remove());
  page.querySelectorAll("h2, h3, p, li, dt, dd, th, td, summary, text").forEach(part => part.append("\n"));
  const drawn = Array.from(document.querySelectorAll(".chart")).map(chart => chart.style.height);
  return {
    text: page.textContent.split("\n").map(line => line.trim()).filter(Boolean), names, drawn,
    links: Array.from(page.querySelectorAll("a[href]")).map(address),
    language: address(document.querySelector(".languages a[hreflang]")),
  };
}
"""
"""What a reader or a screen reader finds in the page: texts, links, names of parts, room of charts."""

CHANGES = [
    ("/fr/financement", "by", "axis"),
    ("/fr/financement", "unit", "missing"),
    ("/en/funding", "sort", "spent"),
    ("/fr/tendances", "axis", "2"),
    ("/fr/tendances", "reference", "on"),
    ("/en/trends", "sex", "female"),
    ("/en/trends", "search", "hunger"),
    ("/fr/carte", "level", "region"),
    ("/fr/carte", "view", "points"),
    ("/fr/carte", "place", "ML05"),
    ("/en/map", "measure", "people"),
    ("/fr/resultats", "q", "eau"),
    ("/en/results", "show", "table"),
    ("/en/results", "sort", "people"),
    ("/fr/donnees", "severity", "error"),
]


UNFOLD = """node => {
  for (let at = node; (at = at.closest("details")); at = at.parentElement) at.open = true;
}"""


def choose(page: Page, name: str, value: str) -> None:
    control = page.locator(f"form.choices [name={name}]").first
    control.evaluate(UNFOLD)
    kind = control.evaluate("node => node.type")
    if kind == "select-one":
        control.select_option(value)
    elif kind == "radio":
        page.locator(f"form.choices label:has([name={name}][value='{value}'])").click()
    else:
        control.fill(value)


@pytest.mark.parametrize(("address", "name", "value"), CHANGES)
@pytest.mark.parametrize("way", ["dash", "page"])
def test_changed_in_place_and_opened_by_address_read_the_same(
    page: Page, open_page, address, name, value, way
):
    if way == "page":
        page.route("**/dash.*.js", lambda asked: None)
    page.goto(address)
    expect(page.locator("form.choices.is-live")).to_be_visible()
    if way == "dash":
        dash_is_there(page)
    choose(page, name, value)
    expect(page).to_have_url(re.compile(f"[?&]{name}="))
    other = open_page()
    other.goto(page.evaluate("location.href"))
    expected = other.evaluate(READ)
    assert expected["text"]
    with suppress(TimeoutError):
        same = f"expected => JSON.stringify(({READ})()) === JSON.stringify(expected)"
        page.wait_for_function(same, arg=expected)
    assert page.evaluate(READ) == expected
