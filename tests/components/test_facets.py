"""Facets, chips and paths: links that say what they do."""

import pytest

from dashboard.components.facets import Option, Step, chips, facet_options, no_rows, path_of
from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES, translator


@pytest.fixture(params=LANGUAGES)
def t(request):
    return translator(request.param)


def test_a_choice_shows_its_count_and_the_chosen_one_is_marked(t):
    below = Option("c", "Djenné", "1", "/c")
    html = markup(facet_options([Option("a", "Mopti", "33", "/a", chosen=True, below=[below])], "none"))
    assert html.count("<a ") == 2 and html.count('aria-current="true"') == 1
    assert ">33<" in html and html.index("Mopti") < html.index("Djenné")


def test_a_facet_without_choices_says_so():
    assert "none" in markup(facet_options([], "none"))


def test_a_chip_says_that_it_removes(t):
    html = markup(chips([Step("Lieu : Mopti", "", "/x")], "/all", t))
    assert f'aria-label="Lieu : Mopti, {t("choices.remove")}"' in html
    assert 'href="/all"' in html


def test_no_choice_shows_no_chips(t):
    assert chips([], "/all", t) is None


def test_the_last_step_of_a_path_is_where_the_reader_is(t):
    html = markup(path_of([Step("Tous", "9", "/"), Step("Axe", "4")], t, "path"))
    assert html.count("<a ") == 1 and html.count('aria-current="page"') == 1


def test_nothing_left_always_offers_a_way_back(t):
    assert 'href="/all"' in markup(no_rows("rien", [], "/all", t))
