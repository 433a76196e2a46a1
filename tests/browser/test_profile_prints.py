"""Profiles print as a brief."""

import re

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def printed_pages(page: Page, address: str) -> int:
    page.goto(address)
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_an_agency_prints_on_one_page(page: Page, catalog):
    listed = catalog["output_agencies"]["agency_id"]
    longest = listed.value_counts().index[0]
    without_outputs = next((key for key in catalog.rows("agencies") if key not in set(listed)), longest)
    for key in {longest, without_outputs}:
        assert printed_pages(page, f"/fr/agence/{key}") == 1


def test_an_axis_prints_on_one_sheet(page: Page, catalog):
    for key in catalog.rows("axes"):
        assert printed_pages(page, f"/fr/axe/{key}") <= 2
