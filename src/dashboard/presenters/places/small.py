"""A small static map for other pages: the Overview and the profiles."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.places import MAP_MEASURES
from dashboard.analysis.results import Filters
from dashboard.components.maps import plain_legend
from dashboard.components.markup import Raw
from dashboard.components.sentences import Piece, plain
from dashboard.presenters.context import Context
from dashboard.presenters.places.view import (
    PlaceCounts,
    count_places,
    drawn_places,
    picture_of,
    sheet_of,
)
from dashboard.presenters.places.words import legend_names, map_finding, swatch_of
from dashboard.presenters.reader import Reader


def small_map(
    context: Context,
    filters: Filters,
    map_id: str,
    level: str,
    place: str = "",
    measure: str = MAP_MEASURES[0],
    whole: str = "",
) -> Component:
    """The map as a picture of the server: no script, no plotly.js, each place a link to its profile.

    Args:
        context: of any page.
        filters: which results to count, as `Filters(year, agency="...")`.
        map_id: beginning of the ids inside; unique on the page.
        level: the code of one of the two levels of the division.
        place: the place to mark; empty for none.
        measure: what to count.
        whole: where the picture leads as one link; empty where each place has its own.

    Returns:
        A figure with a sentence and the disclaimer; borders where the operator installed them, else tiles.
    """
    t = context.t
    counts = count_places(context, filters, level, measure)
    name = context.catalog.places[place].name_fr if place else ""
    said: list[Piece] = [t("map.marked", name=name)] if place else map_finding(context, counts)
    heading = t(f"map.heading.{measure}.{context.role(level)}")
    sheet = sheet_of(context.catalog, map_id, f"{heading}. {plain(said)}")
    view = "borders" if sheet.borders else "tiles"
    places = drawn_places(context, counts, place)
    if whole:
        places = [replace(one, href="") for one in places]
    drawn = Raw(picture_of(context, counts, places, sheet, view))
    caption = html.Figcaption(
        [html.P(said), *_legend(context, counts), html.P(t("map.disclaimer"), className="disclaimer")]
    )
    picture = html.A(drawn, href=whole, title=t("place.on_map"), className="whole") if whole else drawn
    return html.Figure([picture, caption], className="small-map")


def _legend(reader: Reader, counts: PlaceCounts) -> list[Component]:
    """What colours and hatches mean, unless each place says its number."""
    if counts.level == reader.catalog.levels[0] and (counts.places["state"] == "some").all():
        return []
    occur = set(counts.places["key"])
    names = legend_names(reader, counts)
    keys = [(swatch_of(key), name) for key, name in names.items() if key in occur]
    heading = reader.t(f"map.heading.{counts.measure}.{reader.role(counts.level)}")
    return [html.P(heading), plain_legend(keys, reader.t)]
