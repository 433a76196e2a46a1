"""The page of answers: readable without scripts, in every language."""

import pytest

from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of

PATHS = {"fr": "/fr/recherche", "en": "/en/search"}


def page(catalog, query, language="fr"):
    context = context_of(catalog, PATHS[language], query)
    return markup(PAGES["search"].layout(context))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_sends_what_is_typed_to_the_same_page(catalog, language):
    html = page(catalog, "", language)
    assert f'action="{PATHS[language]}"' in html
    assert 'name="q"' in html


def test_answers_are_grouped_and_lead_on(catalog):
    html = page(catalog, "q=Gao")
    assert html.index('id="search-places"') < html.index('id="search-results"')
    assert 'href="/fr/lieu/ML07"' in html
    assert "19 résultats" in html
    assert 'href="/fr/resultats?q=Gao"' in html


def test_a_subject_that_the_report_is_silent_on_is_told(catalog):
    told = translator("fr").of(catalog.row("silences", "fertiliser"), "text")
    assert told.split(".")[0] in page(catalog, "q=engrais")


def test_a_misspelling_is_told(catalog):
    assert "« deplassees » a été lu « deplacees »" in page(catalog, "q=deplassées").replace("\u00a0", " ")


def test_what_finds_nothing_says_so(catalog):
    assert "search-results" not in page(catalog, "q=zzzzzz")


def test_what_was_typed_runs_nowhere(catalog):
    assert "<script>" not in page(catalog, "q=%3Cscript%3Ealert(1)%3C/script%3E")
