"""Profile of a region or cercle: its results, and those of its whole region."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.domain.view import Choice
from dashboard.pages.context import Context
from dashboard.store import Catalog

NAME = "place"


def exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the region or cercle."""
    place = catalog.rows("places").get(key)
    return place is not None and place["level"] != "locality"


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose yet."""
    return ()


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return str(context.catalog.row("places", context.key)["name_fr"]), context.t("place.description")


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    return {}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    heading, description = title(context)
    return [html.H1(heading), html.P(description, className="lead")]
