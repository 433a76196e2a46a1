"""What stands beside the results on the profile of a place."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.islands import data
from dashboard.components.links import link_to
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link
from dashboard.presenters.places.view import MAP_LEVELS, count_places, value_words
from dashboard.presenters.places.words import passport
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import records


def agencies_here(reader: Reader, results: pd.DataFrame) -> list[Component]:
    """The entities that the report lists under the outputs of these results."""
    listed = reader.catalog["output_agencies"]
    here = listed[listed["output_id"].isin(results["output_id"]) & listed["year"].isin(results["year"])]
    links = [agency_link(reader, agency) for agency in sorted(set(here["agency_id"]))]
    if not links:
        return []
    items = [html.Li(link_to(link)) for link in links]
    return [html.H2(reader.t("place.agencies", n=len(links))), html.Ul(items, className="inline-list")]


def parts_of_region(context: Context, filters: Filters, place: str) -> list[Component]:
    """The cercles of a region with their own counts; the localities that the report names in a cercle."""
    t, places = context.t, context.catalog["places"]
    inside = places[places["parent_id"] == place]
    if inside.empty or context.catalog.row("places", place)["kind"]:
        return []
    if context.catalog.row("places", place)["level"] != MAP_LEVELS[0]:
        names = sorted(set(inside["name_fr"]))
        return [html.H2(t("place.localities")), html.P(", ".join(names))]
    counts = count_places(context, filters, MAP_LEVELS[-1], "results").places
    rows = records(counts[counts["parent_id"] == place].sort_values("value", ascending=False, kind="stable"))
    items = [
        html.Li(
            [
                html.A(row["name_fr"], href=context.link("place", row["place_id"])),
                " ",
                html.A(
                    value_words(context, "results", row),
                    href=passport(context, "results", row["place_id"]),
                    className="figure",
                )
                if row["value"]
                else html.Span(value_words(context, "results", row)),
            ]
        )
        for row in rows
    ]
    return [html.H2(t("place.cercles", n=len(items))), html.Ul(items, className="cercles")]


def reform_note(reader: Reader, place: str) -> list[Component]:
    """In which region of the later division the place lies; the division itself for a region."""
    t, row = reader.t, reader.catalog.row("places", place)
    if row["after_reform"]:
        return [html.P(t("place.reform", region=row["after_reform"]), className="source")]
    return [html.P(t.of(reader.catalog.package["country"], "division"), className="source")]


def qr_code(context: Context) -> Component:
    """The address of this page for a phone's camera, above all on paper."""
    t = context.t
    address = context.link("place", context.key)
    shown = context.catalog.public_address + address
    return html.Figure(
        [
            html.Img(src=f"/qr{address}.svg", alt=t("place.qr.alt"), width="96", height="96"),
            html.Figcaption([t("place.qr"), " ", html.Code(shown, **data(address="true"))]),
        ],
        className="qr",
    )
