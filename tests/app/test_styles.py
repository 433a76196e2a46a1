"""A page gets the rules of what stands in it, and those of no other page."""

import re

import brotli
import pytest

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address
from dashboard.web.head import STYLE

HEAVIEST = 12_500
"""Bytes of styles of a page, packed."""
ANYWHERE = {"on", "summary", "value"}
"""Names that many parts have, and that a rule takes from the part around them."""
NAMES = re.compile(r"[.#]([A-Za-z][\w-]*)")


def rules_of(sheet):
    """The classes and ids that a style sheet has rules for."""
    selectors = re.findall(r"([^{};]+)\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    return {name for one in selectors if not one.startswith("@") for name in NAMES.findall(one)}


def sheets_of(page):
    return [STYLE, *(name for name in PAGES[page].assets if name.endswith(".css"))]


@pytest.fixture(scope="module")
def sheets(settings):
    return {path.name: path.read_text(encoding="utf-8") for path in settings.assets.glob("*.css")}


@pytest.mark.parametrize("page", PAGES)
def test_the_styles_of_a_page_know_what_stands_in_it(client, catalog, sheets, page):
    html = client.get(sample_address(catalog, LANGUAGES[0], page)).text
    stands = {name for said in re.findall(r'\b(?:class|id)="([^"]*)"', html) for name in said.split()}
    known = set().union(*(rules_of(sheets[name]) for name in sheets_of(page)))
    styled = set().union(*map(rules_of, sheets.values()))
    assert (stands & styled) - known - ANYWHERE == set()


@pytest.mark.parametrize("page", PAGES)
def test_the_styles_of_a_page_are_light(sheets, page):
    assert sum(len(brotli.compress(sheets[name].encode())) for name in sheets_of(page)) <= HEAVIEST
