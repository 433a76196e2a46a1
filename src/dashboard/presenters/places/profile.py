"""What stands beside the results on the profile of a place."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters, places_within
from dashboard.components.islands import data
from dashboard.components.links import Link, link_to, links_in_line, skippable
from dashboard.components.map_lists import fold
from dashboard.components.results import result_list
from dashboard.components.sentences import Piece
from dashboard.domain.measured import Place
from dashboard.figures.shapes import neighbours_of
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link, place_kind
from dashboard.presenters.places.panel import of_place, of_region_only, placed_words
from dashboard.presenters.places.view import PlaceCounts, count_places, value_words
from dashboard.presenters.places.words import passport
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import result_items
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.derived import derived

_LONG = 10
"""Results of which a reader may want to skip the list."""
_FEW = 3
"""Other places that a result may name and still say something of this one."""


def place_finding(context: Context, counts: PlaceCounts) -> list[Piece]:
    """The place and how many results the report places there."""
    t, row = context.t, context.catalog.places[context.key]
    level = place_kind(context, context.key).lower()
    name = t("place.heading", name=row.name_fr, level=level)
    return [t("place.finding", place=name, said=placed_words(context, counts.results, context.key))]


def results_here(context: Context, counts: PlaceCounts) -> list[Component]:
    """The results of the place, those that name the fewest places first, then what is told of more."""
    t, place = context.t, context.key
    own = of_place(context, counts.results, place)
    named = context.catalog["result_places"].groupby("result_id")["place_id"].nunique()
    others = own["result_id"].map(named) - _named_inside(context, own, place)
    shown: list[Component] = [html.H2(t("place.results", n=len(own)))]
    if own.empty:
        shown.append(html.P(t("place.none"), className="empty"))
    parts = {"alone": others <= 0, "few": (others > 0) & (others <= _FEW), "many": others > _FEW}
    for part, chosen in parts.items():
        rows = own[chosen].assign(others=others[chosen]).sort_values("others", kind="stable")
        if rows.empty:
            continue
        heading, items = t(f"place.{part}", n=len(rows)), result_list(result_items(context, rows), t)
        is_long = part == "many" and len(rows) < len(own)
        listed = skippable([items], part, t) if len(rows) >= _LONG else [items]
        shown += [fold(heading, listed)] if is_long else [html.H3(heading), *listed]
    return [*shown, *_wide(context, counts), *_national(context, counts)]


def _named_inside(reader: Reader, results: pd.DataFrame, place: str) -> pd.Series:
    """How many of the places that each result names lie in this one."""
    named = reader.catalog["result_places"]
    inside = named[named["place_id"].isin(places_within(reader.catalog["places"], place))]
    return results["result_id"].map(inside.groupby("result_id")["place_id"].nunique())


def _wide(context: Context, counts: PlaceCounts) -> list[Component]:
    """The results that name the whole region, folded: they are none of the cercle's own."""
    t, wide = context.t, of_region_only(context, counts.results, context.key)
    if wide.empty:
        return []
    parent = context.catalog.places[context.key].parent_id
    region = context.catalog.places[parent].name_fr
    heading = t("place.wide", n=len(wide), region=region)
    listed = skippable([result_list(result_items(context, wide), t)], "wide", t)
    return [fold(heading, listed, "fold region-wide")]


def _national(reader: Reader, counts: PlaceCounts) -> list[Component]:
    """The results that are told of the whole country."""
    number = int((counts.results["scope"] == "national").sum())
    href = reader.link("results", scope="national")
    return [html.P(html.A(reader.t("place.national", n=number), href=href))] if number else []


def neighbours(context: Context) -> list[Component]:
    """The places around, where the installed borders tell them; the other cercles of the region."""
    t, catalog, place = context.t, context.catalog, context.key
    row = catalog.places[place]
    around = sorted(_neighbours(catalog, row.level).get(place, ()))
    if around:
        heading = t("place.neighbours.lower" if row.parent_id else "place.neighbours.upper")
        return [html.H2(heading), html.P(links_in_line([_plain_link(context, one) for one in around]))]
    beside = catalog["places"].query("parent_id == @row.parent_id and level == @row.level")
    others = [str(key) for key in beside["place_id"] if key != place] if row.parent_id else []
    links = links_in_line([_plain_link(context, one) for one in others])
    return [html.H2(t("place.siblings")), html.P(links)] if others else []


def _plain_link(reader: Reader, place: str) -> Link:
    return Link(reader.catalog.places[place].name_fr, reader.link("place", place))


@derived()
def _neighbours(catalog: Catalog, level: str) -> dict[str, set[str]]:
    """By the official borders; empty where none are installed."""
    keys = catalog["places"].loc[catalog["places"]["level"] == level, "place_id"]
    paths = catalog.maps.paths
    return neighbours_of({str(key): paths[key] for key in keys if key in paths})


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
    if inside.empty or context.catalog.places[place].kind:
        return []
    if context.catalog.places[place].level != context.catalog.levels[0]:
        names = sorted(set(inside["name_fr"]))
        return [html.H2(t("place.localities")), html.P(", ".join(names))]
    counts = count_places(context, filters, context.catalog.levels[-1], "results").places
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
    return [html.H2(t("place.lower", n=len(items))), html.Ul(items, className="inner-places")]


def reform_note(reader: Reader, place: str) -> list[Component]:
    """The later regions of the place and of the cercles that go there; no number goes along."""
    t, row = reader.t, reader.catalog.places[place]
    untold = html.P(t("place.reform.untold"), className="source")
    if row.after_reform:
        said: list[Component | str] = [t("place.reform", region=row.after_reform), " "]
        beside = [key for key in _by_later_region(reader.catalog)[_later(row)] if key != place]
        links = links_in_line([_plain_link(reader, key) for key in beside])
        said += [t("place.reform.with"), " ", *links, "."] if beside else [t("place.reform.alone")]
        return [html.P(said, className="source"), untold]
    parts = []
    for region, cercles in _by_later_region(reader.catalog).items():
        inside = [one for one in (reader.catalog.places[key] for key in cercles) if one.parent_id == place]
        if inside:
            parts.append(f"{region} ({t.listing([one.name_fr for one in inside])})")
    later = [html.P(t("place.reform.parts", regions=t.listing(parts)), className="source"), untold]
    return [
        *(later if parts else []),
        html.P(t.of(reader.catalog.package["country"], "division"), className="source"),
    ]


def _later(row: Place) -> str:
    """The later region of a place without what is said of a part of it."""
    return row.after_reform.partition(" (")[0]


@derived(bare=True)
def _by_later_region(catalog: Catalog) -> dict[str, list[str]]:
    """The places of today that go to each later region, by its name."""
    later: dict[str, list[str]] = {}
    for key, row in catalog.places.items():
        if row.after_reform:
            later.setdefault(_later(row), []).append(key)
    return dict(sorted(later.items()))


def qr_code(context: Context) -> Component:
    """The address of this page, and for a phone's camera where it is known what it begins with for others."""
    t, public = context.t, context.catalog.public_address
    path, _, query = context.here.partition("?")
    shown = public + context.here
    code = [
        html.Img(
            src=f"/qr{path}.svg" + (f"?{query}" if query else ""),
            alt=t("place.qr.alt"),
            width="96",
            height="96",
        )
    ]
    return html.Figure(
        [
            *(code if public else []),
            html.Figcaption([t("place.qr"), " ", html.Code(shown, **data(address="true"))]),
        ],
        className="qr",
    )
