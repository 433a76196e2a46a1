"""Profile of a place: what was done there, on a page that prints as one sheet."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.places import MAP_MEASURES
from dashboard.analysis.results import Filters
from dashboard.components.frame import print_button, view_head
from dashboard.components.maps import fact_line
from dashboard.components.tools import page_share
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_kind
from dashboard.presenters.places.need_series import NEED_PART, need_section, need_years, season_of
from dashboard.presenters.places.panel import facts_of, kind_in_words, of_place
from dashboard.presenters.places.profile import (
    agencies_here,
    neighbours,
    parts_of_region,
    place_finding,
    qr_code,
    reform_note,
    results_here,
)
from dashboard.presenters.places.small import small_map
from dashboard.presenters.places.view import PlaceCounts, count_places
from dashboard.presenters.results.items import results_source
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog

_NEED = "place-need"


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether the place is a region or cercle of the data."""
    place = catalog.places.get(key)
    return place is not None and place.level in catalog.levels


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The report year."""
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    """Title and description; name and level, for a region and its seat share their name."""
    t, row = context.t, context.catalog.places[context.key]
    level = place_kind(context, context.key).lower()
    return t("place.heading", name=row.name_fr, level=level), t(
        "place.description", name=row.name_fr, year=context.view.year
    )


def _cards(context: Context) -> Cards:
    return {_NEED: lambda: need_years(context, _NEED)}


def _layout(context: Context) -> list[Component]:
    place = context.key
    level = context.catalog.places[place].level
    filters = Filters(int(context.view.year))
    counts = count_places(context, filters, level, MAP_MEASURES[0])
    said = [kind_in_words(context, place), " · ", _title(context)[1]]
    season = season_of(context, context.view.year)
    return [
        view_head("place-finding", place_finding(context, counts), said),
        *year_links(context),
        html.Article(
            [
                html.Div(
                    [
                        fact_line(facts_of(context, counts, place)),
                        html.Section(need_section(context, season, _NEED), id=NEED_PART, className="need"),
                        *results_here(context, counts),
                    ],
                    className="place-results",
                ),
                html.Aside(_beside(context, filters, counts), className="place-beside"),
            ],
            className="place-profile",
        ),
    ]


def _beside(context: Context, filters: Filters, counts: PlaceCounts) -> list[Component]:
    """The place on the map, where to go from there, who is listed, what lies in it and around it."""
    place = context.key
    return [
        small_map(context, filters, "place", counts.level, place),
        _ways(context, counts.level),
        *agencies_here(context, of_place(context, counts.results, place)),
        *parts_of_region(context, filters, place),
        *neighbours(context),
        *reform_note(context, place),
        html.P(results_source(context), className="source"),
        qr_code(context),
    ]


def _ways(context: Context, level: str) -> Component:
    """On the map, in the list of results, and up to the region."""
    t, row = context.t, context.catalog.places[context.key]
    links = [
        html.A(t("place.on_map"), href=context.link("map", level=level, place=context.key)),
        html.A(t("place.in_list"), href=context.link("results", place=context.key)),
        html.A(t("compare.with"), href=context.link("compare", by="place", a=context.key)),
    ]
    if row.parent_id and not row.kind:
        region = context.catalog.places[row.parent_id].name_fr
        links.append(html.A(t("place.region", name=region), href=context.link("place", row.parent_id)))
    shared = page_share(context.here, context.page, context.key, t)
    ways = [*links, print_button(t("print.page")), shared]
    return html.Ul([html.Li(way) for way in ways], className="ways")


PAGE = Page(
    "place",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    exists=_exists,
    assets=("place.css", "brief.js"),
)
