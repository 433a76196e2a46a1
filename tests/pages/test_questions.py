"""Every ready question of the Overview opens a view that exists and has an answer."""

import pytest
from dashboard.pages.overview import question_address

from dashboard.analysis.results import Filters
from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.results.filters import filters_of
from dashboard.presenters.results.items import chosen_results


@pytest.fixture(params=LANGUAGES)
def overview(request, catalog):
    return context_of(catalog, f"/{request.param}/", "")


def test_questions_open_views_that_exist(overview):
    for row in overview.catalog.rows("questions").values():
        path, _, query = question_address(overview, row).partition("#")[0].partition("?")
        view = context_of(overview.catalog, path, query)
        assert view is not None, row["question_id"]
        assert view.view.refused == (), row["question_id"]
        assert not row["anchor"] or f'id="{row["anchor"]}"' in markup(PAGES[view.page].layout(view))


def test_each_kind_of_reader_has_six(overview):
    readers = [row["reader"] for row in overview.catalog.rows("questions").values()]
    assert {readers.count(reader) for reader in overview.catalog.terms("reader")} == {6}


def test_questions_about_results_are_answered_by_some_of_them(catalog):
    here = context_of(catalog, "/fr/", "")
    every = len(chosen_results(catalog, Filters(catalog.year)))
    asked = [row for row in catalog.rows("questions").values() if row["page"] == "results"]
    assert asked
    for row in asked:
        path, _, query = question_address(here, row).partition("?")
        view = context_of(catalog, path, query).view
        assert not view.refused
        assert 0 < len(chosen_results(catalog, filters_of(view))) < every, row["question_id"]
