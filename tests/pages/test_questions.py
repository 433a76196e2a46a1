"""Every ready question of the Overview opens a view that exists and holds the answer.

`tests/expected/answers.csv` says what each must find, listed by reading the report, not by running a filter.
"""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.results import Filters
from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.passports import passport_of
from dashboard.presenters.questions import question_address
from dashboard.presenters.results.filters import result_filters
from dashboard.presenters.results.items import chosen_results


@pytest.fixture(params=LANGUAGES)
def overview(request, catalog):
    return context_of(catalog, f"/{request.param}/", "")


@cache
def opened(catalog, address):
    """The view of an address, and its page."""
    view = context_of(catalog, *address.partition("?")[::2])
    return view, markup(PAGES[view.page].layout(view)) if view else ""


def test_questions_open_views_that_exist(overview):
    for row in overview.catalog.questions.values():
        view, html = opened(overview.catalog, question_address(overview, row).partition("#")[0])
        assert view is not None, row.question_id
        assert view.view.refused == (), row.question_id
        assert not row.anchor or f'id="{row.anchor}"' in html
        assert not row.anchor or f'href="#{row.anchor}"' in html


HEADED = re.compile(
    r'<div (?=[^>]*class="asked")[^>]*><h1>(.*?)</h1><p class="asked-answer">(.*?)</p>', re.DOTALL
)


def test_a_question_is_the_heading_of_its_view_and_the_number_stands_in_the_first_sentence(overview):
    for row in overview.catalog.questions.values():
        view, html = opened(overview.catalog, question_address(overview, row).partition("#")[0])
        headed = HEADED.search(html)
        assert headed, row.question_id
        assert html.count("<h1") == 1
        assert unescape(headed[1]) == overview.t.of(row, "text")
        assert re.search(r"\d", headed[2]), row.question_id
        if row.figure:
            assert f'href="{overview.figure(row.figure)}"' in headed[2]
        assert PAGES[view.page].title(view)[0] == overview.t.of(row, "text")


def test_the_money_question_opens_with_the_amount(catalog):
    view = context_of(catalog, "/fr/financement", "question=q-public-5")
    first = HEADED.search(markup(PAGES["funding"].layout(view)))[2]
    assert "332,4 M $" in first.replace("\u00a0", " ")


def test_without_a_question_a_page_has_its_own_heading(catalog):
    view = context_of(catalog, "/fr/financement", "")
    assert 'class="asked"' not in markup(PAGES["funding"].layout(view))


def test_each_kind_of_reader_has_six_or_more(overview):
    readers = [row.reader for row in overview.catalog.questions.values()]
    assert min(readers.count(reader) for reader in overview.catalog.terms("reader")) == 6


EXPECTED = pd.read_csv(Path(__file__).parents[1] / "expected" / "answers.csv")
FOUND = {
    "figure": r'href="/[a-z]+/[^/"]+/([a-z]~[^"]+)"',
    "result": r'<li (?=[^>]*class="result")[^>]*?\bid="([^"]+)"',
    "finding": r'id="finding-([^"]+)"',
    "file": r'href="(/data/[^"]+)"',
    "source": r'id="source-([^"]+)"',
    "place": r'<\w+ (?=[^>]*class="place is-some k[1-9]")[^>]*?data-place="([^"]+)"',
}
"""What is found -> how a page shows it."""


@pytest.mark.parametrize("question", EXPECTED["question_id"].unique())
def test_a_question_finds_what_the_report_says_about_it(overview, question):
    row = overview.catalog.questions[question]
    path, _, query = question_address(overview, row).partition("#")[0].partition("?")
    view = context_of(overview.catalog, path, query)
    html = markup(PAGES[view.page].layout(view))
    for kind, ids in EXPECTED[EXPECTED["question_id"] == question].groupby("kind")["id"]:
        found = set(re.findall(FOUND[kind], html))
        assert set(ids) - found == set(), "these must be found"
        assert kind != "result" or found == set(ids), "and no result that is about something else"


def test_the_figure_that_answers_has_a_passport(overview):
    figures = [row.figure for row in overview.catalog.questions.values() if row.figure]
    assert figures
    assert [figure for figure in figures if passport_of(overview, figure) is None] == []


def test_every_question_has_its_list(catalog):
    assert set(EXPECTED["question_id"]) == set(catalog.questions)


def test_questions_about_results_are_answered_by_some_of_them(catalog):
    here = context_of(catalog, "/fr/", "")
    every = len(chosen_results(catalog, Filters(catalog.year)))
    asked = [row for row in catalog.questions.values() if row.page == "results"]
    assert asked
    for row in asked:
        path, _, query = question_address(here, row).partition("?")
        view = context_of(catalog, path, query).view
        assert not view.refused
        assert 0 < len(chosen_results(catalog, result_filters(view))) < every, row.question_id


def test_what_is_counted_by_us_says_how_much_of_it_is_told_twice(overview):
    """175 rows are 169 results: a count that the report does not give is not said as if it did."""
    results = overview.catalog["results"].query(f"year == {overview.year}")
    said = re.sub(r"<[^>]+>", "", unescape(markup(PAGES["overview"].layout(overview))))
    repeats = overview.t("overview.repeats", n=int((results["duplicate_of"] != "").sum()))
    assert f"{overview.t('count.results', n=len(results))}{repeats}" in said
