"""The search of every page: a form without scripts, one key away, an icon in the one line of a phone."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_without_scripts_the_box_is_a_form(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/financement")
    page.locator("#site-search").fill("eau potable")
    page.locator("#site-search").press("Enter")
    expect(page).to_have_url(re.compile(r"/fr/recherche\?q=eau\+potable$"))
    expect(page.locator("#search-themes")).to_be_visible()


def test_without_scripts_the_icon_of_a_phone_leads_to_the_page(open_page):
    page = open_page(width=360, height=640, java_script_enabled=False)
    page.goto("/en/funding")
    page.locator(".search-open").click()
    expect(page).to_have_url(re.compile(r"/en/search$"))


def test_a_key_goes_to_the_box_unless_somebody_writes(page):
    page.goto("/fr/")
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("#site-search")).to_have_value("a/b")


@pytest.mark.parametrize("page", [320, 360], indirect=True)
def test_on_a_phone_the_icon_opens_the_box_in_the_header(page):
    page.goto("/fr/")
    header = page.locator(".site-header").bounding_box()
    page.locator(".search-open").click()
    expect(page.locator("#site-search")).to_be_focused()
    assert page.locator(".site-header").bounding_box()["height"] <= header["height"] + 1
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()
    expect(page.locator("#site-search")).to_be_hidden()
