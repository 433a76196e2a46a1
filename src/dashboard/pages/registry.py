"""All pages, and the way from an address to one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.domain.view import Choice, read_view
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages import (
    agency,
    axis,
    data,
    figure,
    funding,
    map,
    overview,
    place,
    results,
    text,
    trends,
)
from dashboard.presenters.context import Context
from dashboard.presenters.reader import address
from dashboard.store import Catalog


@dataclass(frozen=True)
class Page:
    """A page as the server knows it.

    Attributes:
        name: key of its words and ids (`slug.funding`, `funding-bars`).
        in_menu: whether the main menu lists it.
        keyed: whether its address ends in what it is about.
        choices: what the reader can choose, from the data.
        cards: the chart cards of a view by id; their numbers are also served as files.
        layout: the content of `<main>`; always with the same islands, whatever the view.
        title: title and one-sentence description of this view.
        exists: whether the data knows what the address is about.
    """

    name: str
    in_menu: bool
    keyed: bool
    choices: Callable[[Catalog], tuple[Choice, ...]]
    cards: Callable[[Context], dict[str, Card]]
    layout: Callable[[Context], list[Component]]
    title: Callable[[Context], tuple[str, str]]
    exists: Callable[[Catalog, str], bool]


def _page(module: ModuleType, in_menu: bool = True) -> Page:
    keyed = hasattr(module, "exists")
    return Page(
        name=module.NAME,
        in_menu=in_menu,
        keyed=keyed,
        choices=lru_cache(maxsize=8)(module.choices),  # asked with every request
        cards=module.cards,
        layout=module.layout,
        title=module.title,
        exists=module.exists if keyed else lambda catalog, key: key == "",
    )


IN_MENU = (overview, trends, map, funding, results, data)
BESIDE_MENU = (agency, axis, place, figure, text)

PAGES: dict[str, Page] = {
    page.name: page
    for page in (
        *(_page(module) for module in IN_MENU),
        *(_page(module, in_menu=False) for module in BESIDE_MENU),
    )
}
"""Every page by name, in the order of the menu."""


def find(path: str) -> tuple[str, Page, str] | None:
    """(language, page, key) of a path such as `/fr/agence/pam`; None where there is no such page."""
    parts = [part for part in path.split("/") if part]
    if not parts or parts[0] not in LANGUAGES:
        return None
    slug, key = [*parts[1:], "", ""][:2]
    for page in PAGES.values():
        if translator(parts[0])(f"slug.{page.name}") == slug and page.keyed == bool(key) and len(parts) <= 3:
            return parts[0], page, key
    return None


def card_of(
    catalog: Catalog, language: str, card_id: str, key: str, query: str
) -> tuple[Context, Card] | None:
    """The card of a download's address and its view; None where there is none.

    A card's id begins with its page's name.
    """
    page = PAGES.get(card_id.split("-")[0])
    if page is None or language not in LANGUAGES:
        return None
    context = context_of(catalog, address(translator(language), page.name, key), query)
    card = page.cards(context).get(card_id) if context else None
    return (context, card) if context and card else None


def context_of(catalog: Catalog, path: str, query: str) -> Context | None:
    """The context of an address; None where there is no such page or the data lacks what it is about."""
    found = find(path)
    if found is None or not found[1].exists(catalog, found[2]):
        return None
    language, page, key = found
    return Context(catalog, translator(language), page.name, read_view(page.choices(catalog), query), key)
