"""Every figure shown has a passport that resolves; its id outlives the order of the tables."""

import re
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from urllib.parse import unquote

import pandas as pd
import pytest
from lxml import html

from dashboard.components.markup import markup
from dashboard.domain import figure_ids
from dashboard.i18n import LANGUAGES, translator
from dashboard.i18n.translator import spaced
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.passports import citations, passport_of
from dashboard.presenters.reader import Reader, address, speech
from dashboard.settings import ROOT
from dashboard.store import Catalog
from dashboard.web.app import create_app

FIGURE = re.compile(r'<a [^>]*class="[^"]*\bfigure\b[^"]*"[^>]*>')
ADDRESS = re.compile(r'href="/(\w\w)/f/([^"]+)"')
NUMBER_CELL = re.compile(r'<td[^>]*class="number"[^>]*>(.*?)</td>', re.DOTALL)
KEY_FIGURE = re.compile(r'<div class="key-figure"[^>]*>(.*?)</div>', re.DOTALL)
EXEMPT_PAGES = {"figure"}
"""The passport itself: its addends lead to their own passports where they have one."""

KEYS = {"agency": "agencies", "axis": "axes", "place": "places"}


def keys_of(catalog, page):
    """What a profile can be about; localities have none of their own."""
    rows = catalog[KEYS[page]]
    rows = rows[rows["level"].isin(("region", "cercle"))] if page == "place" else rows
    return [str(key) for key in rows.iloc[:, 0]]


def queries(catalog, page, language):
    """The page as it opens, and in the first language with some values of each choice on their own."""
    yield ""
    for choice in PAGES[page].choices(catalog):
        for value in (choice.allowed or ())[:MOST_VALUES] if language == LANGUAGES[0] else ():
            yield f"{choice.name}={value}"


MOST_VALUES = 3
EVERY = 5
"""Of the profiles so many are read once in another language: ids of figures have none."""


@pytest.fixture(scope="session")
def pages_text(catalog):
    @cache
    def text(page, language):
        parts = {}
        t = translator(language)
        keys = keys_of(catalog, page) if page in KEYS else [""]
        for key in keys if language == LANGUAGES[0] else keys[::EVERY]:
            for query in queries(catalog, page, language) if not key else [""]:
                context = context_of(catalog, address(t, page, key), query)
                if context and context.here not in parts:
                    parts[context.here] = markup(PAGES[page].layout(context))
        return list(parts.items())

    return text


@pytest.fixture(scope="session")
def passport(catalog):
    """The passport of a figure in a language; each is made once, however many pages show the figure."""

    @cache
    def of(figure_id, language):
        return passport_of(Reader(catalog, speech(catalog, language)), figure_id)

    return of


PAGES_WITH_FIGURES = [name for name in PAGES if name not in EXEMPT_PAGES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES_WITH_FIGURES)
def test_every_figure_leads_to_a_passport(pages_text, passport, page, language):
    linked = {}
    for where, text in pages_text(page, language):
        for link in FIGURE.findall(text):
            found = ADDRESS.search(link)
            assert found, f"{where}: {link}"
            assert found[1] == language
            linked.setdefault(unquote(found[2]), where)
    missing = {key: where for key, where in linked.items() if passport(key, language) is None}
    assert missing == {}


@pytest.mark.parametrize("page", PAGES_WITH_FIGURES)
def test_every_number_in_a_table_and_every_key_figure_is_a_link(pages_text, page):
    bare = [
        f"{where}: {cell[:80]}"
        for where, text in pages_text(page, "fr")
        for cell in NUMBER_CELL.findall(text) + KEY_FIGURE.findall(text)
        if re.search(r"\d", re.sub(r"<[^>]+>", "", cell)) and not FIGURE.search(cell)
    ]
    assert bare == []


COPIED = re.search(r"NUMBER =\s*/(.*?)/u", (ROOT / "front/js/copying.js").read_text(encoding="utf-8"))[1]
"""What the script that copies tables takes for a number, in a cell of numbers or its one link."""
CELLS = "//td[contains(@class, 'number') or contains(@class, 'amount')]"


def as_copied(element):
    return re.sub(r"[\s\u00a0\u2009\u202f]+", " ", element.text_content()).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_in_a_table_is_copied_as_a_number(pages_text, catalog, language):
    """What has a reserve stays text, and what says its measure (`variation −16 %`), lest they lose it."""
    t = translator(language)
    reserves = [t.of(row).lower() for code, row in catalog.terms("qualifier").items() if code != "="]
    words = (*reserves, t("status.change", value="").split()[0])
    lost, numbers = [], 0
    for page in PAGES_WITH_FIGURES:
        for where, text in pages_text(page, language):
            for cell in html.fromstring(f"<main>{text}</main>").xpath(CELLS):
                linked = cell.xpath(".//a[contains(@class, 'figure')]")
                said = as_copied(linked[0] if len(linked) == 1 else cell)
                numbers += bool(re.match(COPIED, said))
                of_ten = re.fullmatch(r"\d+ \w+ \d+", said)  # `3 sur 10` says itself what it is
                text = said.startswith(words) or of_ten or not re.search(r"\d", said)
                if not text and not re.match(COPIED, said):
                    lost.append((where, said))
    assert numbers > 500
    assert lost == []


def test_counts_shown_are_the_counts_of_their_passports(pages_text, passport):
    wrong = []
    for page in PAGES_WITH_FIGURES:
        for where, text in pages_text(page, "fr"):
            for key, shown in re.findall(r'href="/fr/f/(n~[^"]+)"[^>]*>([^<]*)<', text):
                number = re.search(r"[\d,\u202f]+", shown)
                counted = passport(unquote(key), "fr")
                if number and counted and number[0].strip(",\u202f") != counted.value:
                    wrong.append((where, unquote(key), shown, counted.value))
    assert wrong == []


def test_numbers_in_tables_are_the_numbers_of_their_passports(pages_text, passport):
    cell = re.compile(r'<td[^>]*data-value="([^"]+)"[^>]*><a [^>]*href="/fr/f/([^"]+)"')
    shown = {
        (unquote(key), float(value)): where
        for page in PAGES_WITH_FIGURES
        for where, text in pages_text(page, "fr")
        for value, key in cell.findall(text)
    }
    assert shown
    wrong = []
    for (key, value), where in shown.items():
        found = passport(key, "fr")
        if found is None or found.number != pytest.approx(value, rel=1e-6):
            wrong.append((where, key, value, found and found.number))
    assert wrong == []


def all_ids(catalog):
    """An id of each kind for every row that can have one."""
    yield from map(figure_ids.observation_id, catalog["observations"]["observation_id"].sort_values()[::4])
    for table, frame, column in (
        ("agencies", "finance_agencies", "agency_id"),
        ("axes", "finance_axes", "axis_id"),
        ("totals", "finance_totals", "table"),
    ):
        for row in catalog[frame].to_dict("records"):
            key = (table, row["year"], row[column])
            for measure in ("budget", "mobilised", "gap", "spent", "execution_rate"):
                if pd.notna(row.get(f"{measure}_usd", row.get(f"{measure}_pct"))):
                    yield figure_ids.money_id(*key, measure)
            what = "spent_sum" if table == "totals" else "spent_share"
            yield figure_ids.computed_money_id(*key, what)
    yield from map(figure_ids.result_id, catalog["results"]["result_id"])
    for row in catalog["result_figures"].to_dict("records"):
        yield figure_ids.result_id(row["result_id"], row["seq"])
    for axis in catalog["axes"]["axis_id"]:
        yield figure_ids.count_id("results", axis=axis)


def values(catalog):
    context = Reader(catalog, speech(catalog, "fr"))
    found = {key: passport_of(context, key) for key in all_ids(catalog)}
    assert [key for key, passport in found.items() if passport is None] == []
    return {key: (passport.number, passport.value, passport.name) for key, passport in found.items()}


def test_ids_and_values_outlive_the_order_of_the_tables(catalog):
    frames = {
        name: frame.sample(frac=1, random_state=7, ignore_index=True)
        for name, frame in catalog.frames.items()
    }
    shuffled = Catalog(catalog.package, MappingProxyType(frames), catalog.version)
    assert values(shuffled) == values(catalog)


NO_FIGURES = [
    "~",
    "o~nothing",
    "m~agencies~x~y~z",
    "m~agencies",
    "c~totals~1~a~b",
    "z~1",
    "r~1~2~3",
    "r~%00",
    "n~results~axis.",
    "n~results~axis",
    "n~results~x.y",
    "n~results~axis.1~axis.2",
    "n~results~axis.99",
]


@pytest.mark.parametrize("key", NO_FIGURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_figure_is_not_found(client, key, language):
    assert client.get(address(translator(language), "figure", key)).status_code == 404


def test_the_short_address_leads_to_the_readers_language(client):
    answer = client.get("/f/m~totals~2021~agencies~spent", headers={"Accept-Language": "en"})
    assert answer.location == "/en/f/m~totals~2021~agencies~spent"
    assert client.get("/f/m~totals~2021~agencies~spent").location.startswith("/fr/")


def test_a_passport_says_all_that_is_known(client):
    text = client.get("/fr/f/c~totals~2021~agencies~spent_sum").text
    for part in (
        "334\u202f054\u202f964",  # the value
        "Somme des lignes du tableau",  # the formula
        "7\u202f201\u202f147",  # an addend
        "Erreur de calcul",  # the finding
        "ligne\u00a0787",  # the place
        "Licence",
        'href="/en/f/c~totals~2021~agencies~spent_sum"',
    ):
        assert part in text, part


def test_citations_in_both_languages_name_figure_source_version_and_address(catalog):
    for language in LANGUAGES:
        context = Reader(catalog, speech(catalog, language))
        found = dict(citations(context, "m~totals~2021~agencies~spent"))
        assert next(iter(found)) == language
        assert set(found) == set(LANGUAGES)
        for text in found.values():
            assert catalog.version in text
            assert "/f/m~totals~2021~agencies~spent" in text
            assert "Rapport annuel" in text


def test_citations_hold_the_public_address_where_the_operator_named_one(catalog):
    known = replace(catalog, public_address="https://results.example.org")
    for context in (Reader(known, speech(known, language)) for language in LANGUAGES):
        for _, text in citations(context, "m~totals~2021~agencies~spent"):
            assert "https://results.example.org/f/m~totals~2021~agencies~spent" in text


def test_the_operators_address_reaches_the_citations_of_a_page_without_scripts(settings, catalog):
    named = replace(settings, public_address="https://results.example.org")
    client = create_app(named, catalog).server.test_client()
    text = client.get("/fr/f/m~totals~2021~agencies~spent").text
    assert text.count("https://results.example.org/f/m~totals~2021~agencies~spent") == len(LANGUAGES)


@pytest.mark.parametrize(("language", "column"), [("fr", "note_fr"), ("en", "note")])
def test_reading_notes_are_in_the_readers_language(catalog, language, column):
    context = Reader(catalog, speech(catalog, language))
    value = catalog.row("observations", "school-access-total-2019-report")
    total = catalog["finance_totals"].query("year == 2021 and table == 'agencies'").iloc[0]
    result = catalog.row("results", "2021-3.1.3-01")
    quantity = catalog["result_figures"].query("result_id == '2021-3.1.3-01' and note != ''").iloc[0]
    notes = {
        figure_ids.observation_id(value["observation_id"]): [value],
        figure_ids.money_id("totals", 2021, "agencies", "spent"): [total],
        figure_ids.result_id(result["result_id"], int(quantity["seq"])): [result, quantity],
    }
    for figure_id, rows in notes.items():
        assert passport_of(context, figure_id).note == spaced(" ".join(row[column] for row in rows), language)
