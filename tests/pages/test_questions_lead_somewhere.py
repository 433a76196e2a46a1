"""A ready question opens a view that has an answer."""

from dashboard.analysis.results import Filters
from dashboard.pages.filter_words import filters_of
from dashboard.pages.questions import question_address
from dashboard.pages.registry import context_of
from dashboard.pages.result_items import chosen_results


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
