"""For web: a page lays out what presenters tell; trees of components out, and pages are strangers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.domain.view import Choice
from dashboard.presenters.context import Context
from dashboard.store import Catalog

Cards = Mapping[str, Callable[[], Card | None]]
"""Id of a card -> what makes it, for the file of one card is asked far more often than all cards together;
None where the data gives nothing to draw."""


def _without_choices(catalog: Catalog) -> tuple[Choice, ...]:
    return ()


def _without_cards(context: Context) -> Cards:
    return {}


def _without_query(card_id: str) -> str:
    return ""


def _without_key(catalog: Catalog, key: str) -> bool:
    return not key


@dataclass(frozen=True)
class Page:
    """A page as the server knows it; each file of this room gives one, called PAGE.

    Attributes:
        name: key of its words and ids (`slug.funding`, `funding-bars`).
        title: title and one-sentence description of a view.
        layout: the content of `<main>`; always with the same islands, whatever the view.
        choices: what the reader can choose, from the data.
        cards: the chart cards of a view; their numbers are also served as files.
        showing: the query of the view that shows a card of that id, where the first view may not.
        exists: whether the data knows what the address is about; only for a page whose address ends in it.
        in_menu: whether the main menu lists it.
        listed: whether a page whose address ends in a key has one without, which lists them.
        assets: names of the style sheets and scripts that it needs beside those of every page.
    """

    name: str
    title: Callable[[Context], tuple[str, str]]
    layout: Callable[[Context], list[Component]]
    choices: Callable[[Catalog], tuple[Choice, ...]] = _without_choices
    cards: Callable[[Context], Cards] = _without_cards
    showing: Callable[[str], str] = _without_query
    exists: Callable[[Catalog, str], bool] = _without_key
    in_menu: bool = False
    listed: bool = False
    assets: tuple[str, ...] = ()

    @property
    def keyed(self) -> bool:
        """Whether its address ends in what it is about."""
        return self.exists is not _without_key

    def card(self, context: Context, card_id: str) -> Card | None:
        """One card of a view, made alone; None where there is none of that id."""
        make = self.cards(context).get(card_id)
        return make() if make else None

    def every_card(self, context: Context) -> list[Card]:
        """All cards of a view, in their order."""
        return [card for card in (make() for make in self.cards(context).values()) if card]
