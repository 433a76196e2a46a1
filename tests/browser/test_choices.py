"""A changed choice is a changed picture and a changed address, which gives the same view to anybody."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.dash import dash_is_there

pytestmark = pytest.mark.browser
FAILED = '.choice-word [data-said="failed"]'


@pytest.fixture
def funding(page):
    page.goto("/fr/financement")
    expect(page.locator("form.choices.is-live")).to_be_visible()
    return page


def first_label(page):
    return page.locator(".board tbody tr:not(.total) th").first.text_content()


def order(page, value):
    """Choose the order of the rows, behind "Plus de choix"."""
    if not page.locator("details.more[open]").count():
        page.locator("details.more > summary").click()
    page.locator("select[name=sort]").select_option(value)


def test_a_choice_changes_picture_finding_and_address(funding):
    before = first_label(funding)
    finding = funding.locator("h1").text_content()
    funding.locator("input[name=by][value=axis]").click()
    expect(funding).to_have_url(re.compile(r"\?by=axis$"))
    expect(funding.locator("h1")).not_to_have_text(finding)
    expect(funding.locator(".board tbody tr:not(.total) th").first).not_to_have_text(before)


def test_marked_rows_are_in_the_address_and_in_the_picture(funding):
    funding.locator("details.more > summary").click()
    for agency in ("unicef", "pam"):
        funding.locator(f"input[name=hi][value={agency}]").check()
    expect(funding.locator(".board tr.chosen")).to_have_count(2)
    expect(funding).to_have_url(re.compile("hi=unicef,pam"))


def test_the_address_gives_the_same_view_to_another_reader(funding, open_page):
    order(funding, "spent")
    expect(funding).to_have_url(re.compile("sort=spent"))
    funding.wait_for_load_state("networkidle")
    other = open_page()
    other.goto(funding.url)
    assert first_label(other) == first_label(funding)
    assert other.locator("select[name=sort]").input_value() == "spent"


def test_back_from_another_page_finds_the_view_as_it_was_left(funding):
    order(funding, "spent")
    expect(funding).to_have_url(re.compile("sort=spent"))
    funding.goto("/fr/")
    funding.go_back()
    expect(funding).to_have_url(re.compile("sort=spent"))
    assert funding.locator("select[name=sort]").input_value() == "spent"
    assert funding.locator(".board").is_visible()


def test_one_readers_choice_is_not_anothers(funding, open_page):
    other = open_page()
    other.goto("/fr/financement")
    funding.locator("input[name=by][value=axis]").click()
    expect(funding).to_have_url(re.compile("by=axis"))
    assert other.locator("input[name=by]:checked").input_value() == "agency"
    assert "by=" not in other.url


def test_without_scripts_the_form_is_sent_to_the_server(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/financement")
    order(page, "gap")
    page.locator("form.choices button[type=submit]").click()
    assert "sort=gap" in page.url
    assert page.locator("select[name=sort]").input_value() == "gap"


def test_a_lost_connection_is_said_and_the_page_stays(funding, complaints):
    funding.context.set_offline(True)
    order(funding, "gap")
    expect(funding.locator(FAILED)).to_be_visible()
    assert funding.locator(".board").is_visible()
    funding.context.set_offline(False)
    order(funding, "spent")
    expect(funding.locator(FAILED)).to_be_hidden()
    assert complaints
    complaints.clear()


def test_a_way_gone_before_needs_no_server(funding):
    dash_is_there(funding)
    labels = "[...document.querySelectorAll('.board th[scope=row]')].map(e => e.textContent).join()"

    def go(value, shown):
        order(funding, value)
        funding.wait_for_function(f"before => {labels} != before", arg=shown)
        return funding.evaluate(labels)

    first = funding.evaluate(labels)
    other = go("execution_rate", first)
    assert go("own", other) == first
    funding.wait_for_load_state("networkidle")
    funding.context.set_offline(True)
    assert go("execution_rate", first) == other
    assert go("own", other) == first
    expect(funding.locator(FAILED)).to_be_hidden()
    expect(funding).to_have_url(re.compile("/fr/financement$"))
