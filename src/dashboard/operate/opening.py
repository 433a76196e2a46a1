"""The data as the server opens them: what `validate`, the start and a reload ask is one and the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

from dashboard.components.markup import markup
from dashboard.domain.errors import Problem
from dashboard.domain.view import read_view
from dashboard.i18n import LANGUAGES, translator
from dashboard.i18n.languages import languages_of
from dashboard.pages import Page
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.context import Context
from dashboard.presenters.reader import address, speech
from dashboard.settings import DESCRIPTOR
from dashboard.store import Catalog, load, problems_of
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived
from dashboard.store.naming import names_of

_ID = re.compile(r'\bid="([^"]+)"')


def open_data(folder: Path) -> Catalog:
    """The data of a folder, fit for every page.

    Raises:
        BrokenPackageError: with every problem.
    """
    return load(folder, view_problems)


def faults_of(folder: Path) -> list[Problem]:
    """Every problem that would keep the server from opening a folder."""
    return problems_of(folder, view_problems)


def view_problems(catalog: Catalog) -> Iterator[Problem]:
    """Ready questions, readers' words and slides lead to pages, and to choices that these have.

    The country has a name for all that pages call by one.
    """
    unnamed = [place for language in languages_of(catalog.package) for place in _unnamed(catalog, language)]
    if unnamed:
        yield from (Problem(DESCRIPTOR, 0, place, "", "descriptor_lacks") for place in unnamed)
        return
    for table, faults in (
        ("questions", _question_faults),
        ("decks", _slide_faults),
        ("synonyms", _word_faults),
    ):
        for number, row in enumerate(records(catalog[table])):
            for rule, column, facts in faults(catalog, row):
                line = catalog.row_in_file(table, number)
                yield Problem(table, line, column, row[column], rule, tuple(facts.items()))


def _unnamed(catalog: Catalog, language: str) -> list[str]:
    """The names that the description does not give in any language: `country › in_fr`."""
    languages = languages_of(catalog.package)
    lacking = translator(language).places() - names_of(catalog.package, language, languages).keys()
    return [f"{place.replace('.', ' › ')}_{language}" for place in sorted(lacking)]


_Fault = tuple[str, str, dict[str, str]]


def _question_faults(catalog: Catalog, question: Row) -> Iterator[_Fault]:
    page = PAGES.get(question["page"])
    if page is None:
        yield "question_page", "page", {"allowed": ", ".join(PAGES)}
        return
    if question["figure"] and not PAGES["figure"].exists(catalog, question["figure"]):
        yield "question_key", "figure", {"page": "figure"}
    if not page.exists(catalog, question["key"]):
        yield "question_key", "key", {"page": page.name}
        return
    refused = _refused(catalog, page, question["query"])
    if refused:
        yield "question_query", "query", {"page": page.name, "refused": refused}
    elif question["anchor"] and not _has_anchor(catalog, page, question):
        yield "question_anchor", "anchor", {"page": page.name}


def _has_anchor(catalog: Catalog, page: Page, question: Row) -> bool:
    """Whether the view has a card or a part of that name, to which a browser goes."""
    path = address(translator(LANGUAGES[0]), page.name, question["key"])
    context = context_of(catalog, path, question["query"])
    if context is None:
        return False
    return question["anchor"] in page.cards(context) or question["anchor"] in _parts(catalog, context.here)


@derived()
def _parts(catalog: Catalog, here: str) -> frozenset[str]:
    """The names of all parts of a view; to lay one out takes long, and questions share it."""
    path, _, query = here.partition("?")
    context = context_of(catalog, path, query)
    return frozenset(_ID.findall(markup(PAGES[context.page].layout(context)))) if context else frozenset()


def _slide_faults(catalog: Catalog, slide: Row) -> Iterator[_Fault]:
    page = PAGES.get(slide["card"].partition("-")[0])
    if page is None:
        yield "slide_page", "card", {"allowed": ", ".join(f"{name}-…" for name in PAGES)}
    elif not page.exists(catalog, slide["key"]):
        yield "question_key", "key", {"page": page.name}
    elif refused := _refused(catalog, page, slide["query"]):
        yield "question_query", "query", {"page": page.name, "refused": refused}
    else:
        view = read_view(page.choices(catalog), slide["query"])
        cards = page.cards(Context(catalog, speech(catalog, LANGUAGES[0]), page.name, view, slide["key"]))
        if slide["card"] not in cards:
            yield "slide_card", "card", {"page": page.name, "allowed": ", ".join(cards)}
        elif not ((card := cards[slide["card"]]()) and (card.drawing or card.board)):
            yield "slide_picture", "card", {}


def _word_faults(catalog: Catalog, synonym: Row) -> Iterator[_Fault]:
    kind, _, page = synonym["means"].partition(":")
    if kind == "page" and page not in PAGES:
        yield "question_page", "means", {"allowed": ", ".join(f"page:{name}" for name in PAGES)}


def _refused(catalog: Catalog, page: Page, query: str) -> str:
    """The part of a query that the page does not know."""
    choices = page.choices(catalog)
    known = {choice.name for choice in choices}
    asked = parse_qsl(query, keep_blank_values=True)
    strange = [f"{name}={value}" for name, value in asked if name not in known]
    strange += [f"{name}={value}" for name, value in read_view(choices, query).refused]
    return ", ".join(strange) or ("" if asked or not query else query)
