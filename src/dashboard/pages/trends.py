"""Trends: indicators over the years, against baseline and target."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.domain.view import Choice
from dashboard.pages.context import Context
from dashboard.store import Catalog

NAME = "trends"


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose yet."""
    return ()


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return context.t("trends.title"), context.t("trends.description")


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    return {}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    heading, description = title(context)
    return [html.H1(heading), html.P(description, className="lead")]
