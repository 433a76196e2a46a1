"""What readers open, choose and meet keeps the rules of access too, one state after the other."""

import pytest
from playwright.sync_api import expect
from tests.browser.test_every_page import COLOURS_ONLY, TARGETS_TOO, violations

pytestmark = pytest.mark.browser
LIGHTS = ({"color_scheme": "dark"}, {"forced_colors": "active"})
PLAIN = {"color_scheme": "light", "forced_colors": "none"}


@pytest.fixture
def faults(complaints):
    """Looks at a page in light, dark and forced colours: what is wrong, by the name of its state."""
    found = []

    def look(page, state):
        found.extend((state, one) for one in violations(page, TARGETS_TOO))
        for light in LIGHTS:
            page.emulate_media(**PLAIN | light)
            found.extend((state, light, one) for one in violations(page, COLOURS_ONLY))
        page.emulate_media(**PLAIN)

    yield look
    complaints.clear()  # the browser's own words on a network that is gone
    assert found == []


def test_states_of_a_wide_page(page, faults):
    page.goto("/fr/agences?region=ML05&agency=unicef,pam")
    faults(page, "dimmed and chosen")
    page.goto("/fr/financement?by=axis&hi=1")
    faults(page, "a marked row")
    page.locator("#funding-money details.tool-menu > summary").first.click()
    expect(page.locator("details.tool-menu[open]")).to_be_visible()
    faults(page, "a menu")
    page.keyboard.press("Escape")
    page.locator("#site-search").press_sequentially("eau")
    expect(page.get_by_role("option").first).to_be_visible()
    faults(page, "search")
    page.keyboard.press("Escape")
    page.context.set_offline(True)
    page.locator("input[name=by][value=agency]").click()
    expect(page.locator('.choice-word [data-said="failed"]')).to_be_visible()
    faults(page, "no network")


def test_states_of_a_phone(open_page, faults):
    page = open_page(width=360, height=740, has_touch=True, is_mobile=True)
    page.goto("/fr/carte?place=ML05")
    faults(page, "a place")
    page.goto("/fr/financement")
    page.get_by_role("button", name="Plein écran").first.tap()
    expect(page.locator(".card:fullscreen")).to_be_visible()
    faults(page, "the whole screen")
