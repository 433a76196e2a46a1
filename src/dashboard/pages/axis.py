"""Profile of a strategic axis: money, outcomes, outputs, results."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.domain.view import Choice
from dashboard.pages.context import Context
from dashboard.store import Catalog

NAME = "axis"


def exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the axis."""
    return key in catalog.rows("axes")


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose yet."""
    return ()


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return context.t.of(context.catalog.row("axes", context.key)), context.t("axis.description")


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    return {}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    heading, description = title(context)
    return [html.H1(heading), html.P(description, className="lead")]
