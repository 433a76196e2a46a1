"""Results and profiles stay accessible when filtered, empty, as a table and in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

VIEWS = [
    ("/fr/resultats?axis=2&outcome=2.1&place=ML05", 1366),
    ("/en/results?axis=spotlight&agency=pam", 360),
    ("/fr/resultats?show=table&output=2.1.1", 768),
    ("/en/agency/minusma", 360),
    ("/fr/axe/1", 1366),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("address", "width"), VIEWS)
def test_view_has_no_fault_that_axe_knows(open_page, address, width, scheme):
    page = open_page(width=width, color_scheme=scheme)
    page.goto(address)
    for details in page.locator("details").all():
        details.evaluate("node => { node.open = true; }")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
