"""All pages, and the way from an address to one of them."""

from dataclasses import replace

from dash.development.base_component import Component

from dashboard.components.asked import with_question
from dashboard.components.cards import Card
from dashboard.components.sentences import plain
from dashboard.domain.figure_ids import with_keys
from dashboard.domain.text import folded
from dashboard.domain.view import Choice, read_view
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages import Page
from dashboard.pages.agencies import PAGE as AGENCIES
from dashboard.pages.agency import PAGE as AGENCY
from dashboard.pages.axis import PAGE as AXIS
from dashboard.pages.changes import PAGE as CHANGES
from dashboard.pages.compare import PAGE as COMPARE
from dashboard.pages.corrigendum import PAGE as CORRIGENDUM
from dashboard.pages.cycle import PAGE as CYCLE
from dashboard.pages.data import PAGE as DATA
from dashboard.pages.figure import PAGE as FIGURE
from dashboard.pages.funding import PAGE as FUNDING
from dashboard.pages.map import PAGE as MAP
from dashboard.pages.meeting import meeting_page
from dashboard.pages.offline import PAGE as OFFLINE
from dashboard.pages.overview import PAGE as OVERVIEW
from dashboard.pages.place import PAGE as PLACE
from dashboard.pages.quote import PAGE as QUOTE
from dashboard.pages.report import PAGE as REPORT
from dashboard.pages.results import PAGE as RESULTS
from dashboard.pages.search import PAGE as SEARCH
from dashboard.pages.summary import PAGE as SUMMARY
from dashboard.pages.text import PAGE as TEXT
from dashboard.pages.trends import PAGE as TRENDS
from dashboard.presenters.context import Context
from dashboard.presenters.questions import QUESTION, questions_of
from dashboard.presenters.reader import address, speech
from dashboard.presenters.search.ready import asked_here
from dashboard.presenters.sheet import sheet_foot, sheet_head
from dashboard.presenters.years import year_carried
from dashboard.store import Catalog
from dashboard.store.codes import all_spellings, spellings
from dashboard.store.derived import derived

_MENU = (
    OVERVIEW,
    FUNDING,
    AGENCIES,
    MAP,
    TRENDS,
    RESULTS,
    DATA,
)
_BESIDE = (
    SEARCH,
    CYCLE,
    COMPARE,
    AGENCY,
    AXIS,
    PLACE,
    CORRIGENDUM,
    CHANGES,
    REPORT,
    QUOTE,
    FIGURE,
    TEXT,
    OFFLINE,
    SUMMARY,
)


def _answering(page: Page) -> Page:
    """The page as ready questions open it: the question is its heading and title.

    On a page that shows all reports the year is a choice too, to be carried on.
    """

    def choices(catalog: Catalog) -> tuple[Choice, ...]:
        asked = questions_of(catalog, page.name)
        own = page.choices(catalog)
        carried = len(catalog.years) > 1 and "year" not in [choice.name for choice in own]
        return (
            *own,
            *([Choice(QUESTION, asked)] if asked else []),
            *([year_carried(catalog)] if carried else []),
        )

    def title(context: Context) -> tuple[str, str]:
        asked = asked_here(context)
        return (asked.text, plain(asked.answer)) if asked else page.title(context)

    def layout(context: Context) -> list[Component]:
        asked, content = asked_here(context), page.layout(context)
        return with_question(content, asked.text, asked.answer, asked.more) if asked else content

    return replace(page, choices=choices, title=title, layout=layout)


def _printable(page: Page) -> Page:
    """The page with what its sheets say of it."""

    def layout(context: Context) -> list[Component]:
        return [sheet_head(context, page.title(context)[0]), *page.layout(context), sheet_foot(context)]

    return replace(page, layout=layout)


PAGES: dict[str, Page] = {page.name: _printable(_answering(page)) for page in (*_MENU, *_BESIDE)}
"""Every page by name, in the order of the menu; the meeting, which shows cards of all others, comes last."""


@derived()
def _choices(catalog: Catalog, page: str) -> tuple[Choice, ...]:
    """What can be chosen on a page; asked with every request, made once per version of the data."""
    return PAGES[page].choices(catalog)


def find(path: str) -> tuple[str, Page, str] | None:
    """(language, page, key) of a path such as `/fr/agence/pam`; None where there is no such page."""
    parts = [part for part in path.split("/") if part]
    language, slug, key = [*parts, "", "", ""][:3]
    language = language.lower()
    if language not in LANGUAGES or len(parts) > 3:
        return None
    for page in PAGES.values():
        fits = page.keyed if key else page.listed or not page.keyed
        if fits and translator(language)(f"slug.{page.name}") == slug.lower():
            return language, page, key
    return None


SUBJECTS = {"agency": "agencies", "axis": "axes", "place": "places"}
"""The table that lists what the pages of a kind are about."""


def known_key(catalog: Catalog, page: Page, text: str) -> str | None:
    """The key that a text of an address stands for on a page; None where the data knows no such thing."""
    meant = (text, _meant(catalog, page, text)) if page.keyed else (text,)
    return next((key for key in dict.fromkeys(meant) if page.exists(catalog, key)), None)


def _meant(catalog: Catalog, page: Page, text: str) -> str:
    if page.name in SUBJECTS:
        return spellings(catalog, SUBJECTS[page.name]).get(folded(text), text)
    return with_keys(text, all_spellings(catalog)) if page.name == FIGURE.name else text.lower()


def card_of(
    catalog: Catalog, language: str, card_id: str, key: str, query: str
) -> tuple[Context, Card] | None:
    """The card of a download's address and its view; None where there is none.

    A card's id begins with its page's name. One that the view lacks is that of the view that shows it.
    """
    page = PAGES.get(card_id.split("-")[0])
    if page is None or language not in LANGUAGES:
        return None
    there = address(translator(language), page.name, key)
    for asked in dict.fromkeys((query, "&".join(filter(None, (query, page.showing(card_id)))))):
        context = context_of(catalog, there, asked)
        card = page.card(context, card_id) if context else None
        if context and card:
            return context, card
    return None


PAGES["meeting"] = meeting_page(card_of)


def context_of(catalog: Catalog, path: str, query: str) -> Context | None:
    """The context of an address; None where there is no such page or the data lacks what it is about.

    Codes are understood as people write them; the context's own address is the right one.
    """
    found = find(path)
    key = found and known_key(catalog, found[1], found[2])
    if found is None or key is None:
        return None
    language, page, _ = found
    return Context(
        catalog, speech(catalog, language), page.name, read_view(_choices(catalog, page.name), query), key
    )
