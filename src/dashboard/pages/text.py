"""Prose pages: each Markdown file of `texts/` has an address of its own."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.prose import prose_block
from dashboard.i18n import LANGUAGES
from dashboard.i18n.prose import Prose
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.reader import prose_of
from dashboard.store import Catalog


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether there is such a text in every language."""
    return all(key in prose_of(catalog, language) for language in LANGUAGES)


def _title(context: Context) -> tuple[str, str]:
    text = _text(context)
    return text.title, text.description


def _layout(context: Context) -> list[Component]:
    text = _text(context)
    return [
        html.H1(text.title),
        html.P(text.description, className="lead"),
        prose_block(text.body, lambda page: context.link(page)),
    ]


def _text(context: Context) -> Prose:
    return prose_of(context.catalog, context.t.language)[context.key]


PAGE = Page(
    "text",
    title=_title,
    layout=_layout,
    exists=_exists,
    assets=("data.css",),
)
