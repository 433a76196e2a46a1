"""Every page, in both languages: it draws, is quiet, light and accessible, asks nobody else, fits a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.shift import SHIFT
from tests.browser.wire import settle, wire_of

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address

pytestmark = pytest.mark.browser
FIRST_VISIT = 550_000
SECOND_VISIT = 25_000
"""Bytes over the wire."""
TARGETS_TOO = {"rules": {"target-size": {"enabled": True}}}
WORDS_ONLY = {"rules": {"color-contrast": {"enabled": False}}}
"""Of a further language: its names and headings are its own, colours and sizes are those of the first."""
COLOURS_ONLY = {"runOnly": ["color-contrast"]}
FAULTS_ONLY = {"resultTypes": ["violations"]}
"""What is right is not told node by node: to carry all of it over takes longer than to check it."""


@pytest.fixture(params=[(language, name) for language in LANGUAGES for name in PAGES], ids="-".join)
def address(request, catalog):
    return sample_address(catalog, *request.param)


def violations(page, options):
    found = Axe().run(page, options=FAULTS_ONLY | options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def test_a_page_draws_without_a_jump_is_accessible_light_and_fits_a_small_phone(page, awake, address):
    page.add_init_script(SHIFT)
    wire = wire_of(page)
    page.goto(address)
    awake(page)
    settle(page)
    assert 0 < wire.bytes <= FIRST_VISIT
    assert page.evaluate("window.shift") == 0, "something jumped when the charts came alive"
    assert page.locator("h1").count() == 1
    if address.startswith(f"/{LANGUAGES[0]}/"):
        assert violations(page, TARGETS_TOO) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS_ONLY) == []
    else:
        assert violations(page, WORDS_ONLY) == []
    page.set_viewport_size({"width": 320, "height": 640})
    wire.bytes = 0
    page.reload()
    awake(page)
    settle(page)
    assert wire.bytes <= SECOND_VISIT
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 360, "height": 640})
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_page_reads_without_scripts(open_page, address):
    page = open_page(java_script_enabled=False)
    page.goto(address)
    assert page.locator("main h1").is_visible()
    assert page.locator(".chart").count() == page.locator(".chart .still").count()
