"""Passport of a figure: its value, meaning, place in the report, computation and findings."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.domain.figure_ids import parts_of
from dashboard.domain.view import Choice
from dashboard.pages.context import Context
from dashboard.store import Catalog

NAME = "figure"


def exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the figure."""
    return bool(parts_of(key)[0])


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose yet."""
    return ()


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return context.t("figure.title"), context.t("figure.description", id=context.key)


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    return {}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    heading, description = title(context)
    return [html.H1(heading), html.P(description, className="lead")]
