"""Profile of a place: what was done there, on a page that prints as one sheet."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.maps import fact_line, results_by_axis, wide_results
from dashboard.domain.view import Choice
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_kind
from dashboard.presenters.places.panel import (
    by_axis,
    facts_of,
    kind_in_words,
    of_place,
    of_region_only,
    wide_title,
)
from dashboard.presenters.places.profile import agencies_here, parts_of_region, qr_code, reform_note
from dashboard.presenters.places.small import small_map
from dashboard.presenters.places.view import MAP_LEVELS, PlaceCounts, count_places
from dashboard.presenters.results.items import result_items, results_source
from dashboard.presenters.years import report_year
from dashboard.store import Catalog


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether the place is a region or cercle of the data."""
    place = catalog.rows("places").get(key)
    return place is not None and place["level"] in MAP_LEVELS


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The report year."""
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    """Title and description; name and level, for a region and its seat share their name."""
    t, row = context.t, context.catalog.row("places", context.key)
    level = place_kind(context, context.key).lower()
    return t("place.heading", name=row["name_fr"], level=level), t(
        "place.description", name=row["name_fr"], year=context.view["year"]
    )


def _layout(context: Context) -> list[Component]:
    place = context.key
    level = context.catalog.row("places", place)["level"]
    filters = Filters(int(context.view["year"]))
    counts = count_places(context, filters, level, "results")
    heading, description = _title(context)
    return [
        html.Article(
            [
                html.Header(
                    [
                        html.H1(heading),
                        html.P([kind_in_words(context, place), " · ", description], className="lead"),
                        fact_line(facts_of(context, counts, place)),
                        _ways(context, level),
                    ]
                ),
                html.Div(_results(context, counts), className="place-results"),
                html.Aside(
                    [
                        small_map(context, filters, "place", level, place),
                        *agencies_here(context, of_place(context, counts.results, place)),
                        *parts_of_region(context, filters, place),
                        *reform_note(context, place),
                        html.P(results_source(context), className="source"),
                        qr_code(context),
                    ],
                    className="place-beside",
                ),
            ],
            className="place-profile",
        )
    ]


def _results(context: Context, counts: PlaceCounts) -> list[Component]:
    t, place = context.t, context.key
    own = of_place(context, counts.results, place)
    wide = of_region_only(context, counts.results, place)
    groups = by_axis(context, own)
    return [
        html.H2(t("place.results", n=len(own))),
        *(results_by_axis(groups, t, html.H3) if groups else [html.P(t("place.none"), className="empty")]),
        *wide_results(wide_title(context, place, len(wide)), result_items(context, wide), t, html.H3),
    ]


def _ways(context: Context, level: str) -> Component:
    """On the map, in the list of results, and up to the region."""
    t, row = context.t, context.catalog.row("places", context.key)
    links = [
        html.A(t("place.on_map"), href=context.link("map", level=level, place=context.key)),
        html.A(t("place.in_list"), href=context.link("results", place=context.key)),
    ]
    if row["parent_id"] and not row["kind"]:
        region = context.catalog.row("places", row["parent_id"])["name_fr"]
        links.append(html.A(t("place.region", name=region), href=context.link("place", row["parent_id"])))
    return html.Ul([html.Li(link) for link in links], className="ways")


PAGE = Page(
    "place",
    title=_title,
    layout=_layout,
    choices=_choices,
    exists=_exists,
)
