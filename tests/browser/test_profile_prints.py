"""Profiles print as a brief."""

import re

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def printed_pages(page: Page, address: str) -> int:
    page.goto(address)
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_an_agency_prints_on_one_sheet_with_what_it_did(page: Page, catalog):
    listed = catalog["output_agencies"]["agency_id"].value_counts().index
    assert printed_pages(page, f"/fr/agence/{listed[-1]}") == 1
    assert printed_pages(page, f"/fr/agence/{listed[0]}") <= 2
    page.emulate_media(media="print")
    assert page.locator(".strongest .result:visible").count() >= 10


def test_an_axis_prints_on_one_sheet(page: Page, catalog):
    for key in catalog.rows("axes"):
        assert printed_pages(page, f"/fr/axe/{key}") <= 2
