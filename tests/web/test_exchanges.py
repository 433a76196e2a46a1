"""What was found out about the pages at one start serves the next, until code or data change."""

from dataclasses import replace

from dashboard.pages.registry import PAGES
from dashboard.web.dash.exchanges import page_callbacks


def test_the_next_start_finds_the_same_without_making_pages(catalog, tmp_path, monkeypatch):
    first = page_callbacks(catalog, tmp_path)
    monkeypatch.setattr("dashboard.web.dash.exchanges._callback", lambda *_: None)
    assert {one.page for one in first} <= set(PAGES)
    assert page_callbacks(catalog, tmp_path) == first != []
    assert page_callbacks(replace(catalog, version="other"), tmp_path) == []
