"""A changed choice is a changed picture and a changed address, which gives the same view to anybody."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def funding(page, awake):
    page.goto("/fr/financement")
    awake(page)
    return page


def first_label(page):
    return page.locator("#funding-money-chart .ytick text").last.text_content()


def test_a_choice_changes_picture_sentence_and_address(funding):
    before = first_label(funding)
    sentence = funding.locator("#funding-money-finding").text_content()
    funding.locator("label:has(input[value=axis])").click()
    expect(funding).to_have_url(re.compile(r"\?by=axis$"))
    expect(funding.locator("#funding-money-finding")).not_to_have_text(sentence)
    last = "document.querySelector('#funding-money-chart .ytick:last-child text')?.textContent"
    funding.wait_for_function(f"before => {last} != before", arg=before)


def test_the_address_gives_the_same_view_to_another_reader(funding, open_page, awake):
    funding.locator("select[name=sort]").select_option("spent")
    expect(funding).to_have_url(re.compile("sort=spent"))
    funding.wait_for_load_state("networkidle")
    other = open_page()
    other.goto(funding.url)
    awake(other)
    assert first_label(other) == first_label(funding)
    assert other.locator("select[name=sort]").input_value() == "spent"


def test_back_from_another_page_finds_the_view_as_it_was_left(funding, awake):
    funding.locator("select[name=sort]").select_option("spent")
    expect(funding).to_have_url(re.compile("sort=spent"))
    funding.goto("/fr/")
    funding.go_back()
    expect(funding).to_have_url(re.compile("sort=spent"))
    awake(funding)
    assert funding.locator("select[name=sort]").input_value() == "spent"
    assert funding.locator("#funding-money h2").is_visible()


def test_one_readers_choice_is_not_anothers(funding, open_page, awake):
    other = open_page()
    other.goto("/fr/financement")
    awake(other)
    funding.locator("label:has(input[value=axis])").click()
    expect(funding).to_have_url(re.compile("by=axis"))
    assert other.locator("input[value=agency]").is_checked()
    assert "by=" not in other.url


def test_without_scripts_the_form_is_sent_to_the_server(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/financement")
    page.locator("select[name=sort]").select_option("gap")
    page.locator("form.choices button[type=submit]").click()
    assert "sort=gap" in page.url
    assert page.locator("select[name=sort]").input_value() == "gap"


def test_a_lost_connection_is_said_and_the_page_stays(funding, complaints):
    funding.context.set_offline(True)
    funding.locator("select[name=sort]").select_option("gap")
    expect(funding.locator("#trouble")).to_be_visible()
    assert funding.locator("#funding-money-chart .chart-stage").is_visible()
    funding.context.set_offline(False)
    funding.locator("select[name=sort]").select_option("spent")
    expect(funding.locator("#trouble")).to_be_hidden()
    assert complaints
    complaints.clear()


def test_a_way_gone_before_needs_no_server(funding):
    labels = "[...document.querySelectorAll('.ytick text')].map(e => e.textContent).join()"

    def go(order, shown):
        funding.locator("select[name=sort]").select_option(order)
        funding.wait_for_function(f"before => {labels} != before", arg=shown)
        return funding.evaluate(labels)

    first = funding.evaluate(labels)
    other = go("gap", first)
    assert go("own", other) == first
    funding.wait_for_load_state("networkidle")
    funding.context.set_offline(True)
    assert go("gap", first) == other
    assert go("own", other) == first
    expect(funding.locator("#trouble")).to_be_hidden()
    expect(funding).to_have_url(re.compile("/fr/financement$"))
