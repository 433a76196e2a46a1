"""What was found out about the pages at one start serves the next, until code or data change."""

from dataclasses import replace

from dashboard.pages.registry import PAGES
from dashboard.web.exchanges import exchanges_of


def test_the_next_start_finds_the_same_without_making_pages(catalog, tmp_path, monkeypatch):
    first = exchanges_of(catalog, tmp_path)
    monkeypatch.setattr("dashboard.web.exchanges._exchange", lambda *_: None)
    assert {one.page for one in first} <= set(PAGES)
    assert exchanges_of(catalog, tmp_path) == first != []
    assert exchanges_of(replace(catalog, version="other"), tmp_path) == []
