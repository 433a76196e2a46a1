"""A long list of results comes in pages."""

from dataclasses import replace

import pytest

from dashboard.analysis.results import Filters
from dashboard.components.markup import markup
from dashboard.domain.view import read_view
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.results import paging
from dashboard.presenters.results.items import chosen_results


@pytest.fixture
def contexts(catalog, monkeypatch):
    """Views of the list as they are where a page shows fifty."""
    monkeypatch.setattr(paging, "MOST_ON_A_PAGE", 50)
    page = PAGES["results"]
    choices = [choice for choice in page.choices(catalog) if choice.name != "question"]
    assert "page" in [choice.name for choice in choices]
    start = context_of(catalog, "/fr/resultats", "")
    return lambda query: replace(start, view=read_view(choices, query))


def test_pages_together_show_every_result_once_in_its_order(contexts, catalog):
    rows = chosen_results(catalog, Filters(catalog.year))
    pages = -(-len(rows) // 50)
    shown = [
        key for n in range(pages) for key in paging.page_shown(contexts(f"page={n + 1}"), rows)["result_id"]
    ]
    assert shown == list(rows["result_id"])
    text = markup(paging.page_links(contexts("page=2&sort=people"), rows))
    assert 'href="/fr/resultats?sort=people&amp;page=3#results-list"' in text
    assert text.count('aria-current="page"') == 1


def test_a_short_list_has_no_pages(contexts, catalog):
    rows = chosen_results(catalog, Filters(catalog.year)).head(50)
    assert paging.page_links(contexts("page=2"), rows) == []
    assert len(paging.page_shown(contexts("page=2"), rows)) == 50, "the first, where there is no second"


def test_today_nothing_is_chosen_by_page(catalog):
    assert [choice.name for choice in PAGES["results"].choices(catalog)].count("page") == 0
