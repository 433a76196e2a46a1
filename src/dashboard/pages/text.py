"""Prose pages: each Markdown file of `texts/` has an address of its own."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.components.prose import prose_block
from dashboard.domain.view import Choice
from dashboard.i18n import LANGUAGES
from dashboard.i18n.prose import Prose, prose
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog

NAME = "text"


def exists(catalog: Catalog, key: str) -> bool:
    """Whether there is such a text in every language."""
    return all(key in prose(language) for language in LANGUAGES)


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose."""
    return ()


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    text = _text(context)
    return text.title, text.description


def cards(reader: Reader) -> dict[str, Card]:
    """No chart."""
    return {}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    text = _text(context)
    return [
        html.H1(text.title),
        html.P(text.description, className="lead"),
        prose_block(text.body, lambda page: context.link(page)),
    ]


def _text(context: Context) -> Prose:
    return prose(context.t.language)[context.key]
