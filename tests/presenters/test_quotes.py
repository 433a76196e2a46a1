"""What a browser needs to check a speech: every printed number once, in a small file, with its passport."""

import json

import brotli
import pytest

from dashboard.domain.figure_ids import parts_of
from dashboard.i18n import LANGUAGES
from dashboard.presenters.passages import numbers_of
from dashboard.presenters.passports import passport_of
from dashboard.presenters.quotes import quote_index
from dashboard.presenters.reader import Reader, speech

BUDGET = 60_000


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(request, catalog):
    return Reader(catalog, speech(catalog, request.param))


@pytest.fixture(scope="module")
def index(reader):
    return quote_index(reader)


def test_every_printed_number_is_there_with_its_passport(reader, index):
    figures = [fact[2].rpartition("/f/")[2] for fact in index["facts"]]
    assert figures == [taken.figure for taken in numbers_of(reader.catalog, reader.catalog.year)]
    for fact, figure in zip(index["facts"], figures, strict=True):
        passport = passport_of(reader, figure)
        assert (fact[0], fact[3], fact[4]) == (passport.number, passport.name, passport.value)


def test_numbers_of_results_need_no_passport(reader, monkeypatch):
    """A year has thousands of them: to make all their passports took a start of many years half its time."""
    asked = []
    monkeypatch.setattr(
        "dashboard.presenters.quotes.passport_of",
        lambda reader, figure: asked.append(figure) or passport_of(reader, figure),
    )
    quote_index(reader)
    assert {parts_of(figure)[0] for figure in asked} == {"o", "m"}


def test_the_file_is_small(index):
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    assert len(brotli.compress(text.encode())) <= BUDGET


def test_a_number_in_doubt_leads_to_its_finding(index, reader):
    """The printed total of spending is not the sum of its rows; that of the budget is."""
    against = {fact[2].partition("~totals~")[2]: fact[14:] for fact in index["facts"]}
    year = reader.catalog.year
    assert "tab1-spent-total" in against[f"{year}~agencies~spent"][0]
    assert against[f"{year}~agencies~budget"] == []
