"""What is said of a place beside the map and on its profile."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.need import NEED_MEASURES
from dashboard.analysis.places import MAP_MEASURES, people_reached
from dashboard.analysis.results import SPOTLIGHT, places_within, region_wide
from dashboard.components.links import Link
from dashboard.components.map_lists import PlaceValue, largest_results, neediest_places, place_index
from dashboard.components.maps import PlacePanel, place_panel
from dashboard.components.results import ResultItem
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_kind
from dashboard.presenters.places.need import need_counts
from dashboard.presenters.places.need_series import need_fact
from dashboard.presenters.places.view import PlaceCounts, count_places, map_filters, tile_text
from dashboard.presenters.places.words import asked_filters, figure_address, passport
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import result_items
from dashboard.store.catalog import Row, records

_MOST_FIRST = 6
"""Results to read before a place is chosen."""
_MOST_PLACES = 8
"""Places where need is greatest, to read before one is chosen."""


def map_panel(context: Context, counts: PlaceCounts) -> Component:
    """The panel of the chosen place; without one, the places with most."""
    if not context.view.place:
        return _no_place(context, counts)
    t, place = context.t, context.view.place
    row = context.catalog.places[place]
    own = of_place(context, counts.results, place)
    wide = of_region_only(context, counts.results, place)
    return place_panel(
        PlacePanel(
            id=place,
            name=row.name_fr,
            kind=kind_in_words(context, place),
            facts=[*facts_of(context, counts, place), *need_fact(context, place, context.view.season)],
            none="" if len(own) else t("place.none"),
            groups=by_axis(context, own),
            wide=result_items(context, wide),
            wide_title=wide_title(context, place, len(wide)),
            profile=Link(t("map.profile"), context.link("place", place)),
            close=Link(t("map.close"), f"{context.link('map')}?{context.view.query(place='')}"),
        ),
        t,
    )


def _no_place(context: Context, counts: PlaceCounts) -> Component:
    """The results that name a place and reached most people; any that name one where none counts people.

    Where need is on show: the places where it is greatest, and what the report says of each.
    """
    if counts.season:
        return _most_need(context, counts)
    t, results = context.t, counts.results
    named = results[results["scope"] == "places"]
    people = named["result_id"].map(people_reached(named, context.catalog["result_figures"]))
    largest = named.assign(people=people).dropna(subset="people").sort_values("people", ascending=False)
    title = "map.first.people" if len(largest) else "map.first" if len(named) else "map.first.none"
    shown = (largest if len(largest) else named).head(_MOST_FIRST)
    whole = Link(t("map.first.all"), context.link("results", **asked_filters(context)))
    return largest_results(t(title), result_items(context, shown), whole)


def _most_need(context: Context, counts: PlaceCounts) -> Component:
    """The places where need is greatest, each with the results that the report places there."""
    t, rows = context.t, counts.places[counts.places["state"] == "some"]
    most = rows.sort_values("value", ascending=False, kind="stable").head(_MOST_PLACES)
    items = [
        (
            Link(row["name_fr"], f"{context.link('map')}?{context.view.query(place=row['place_id'])}"),
            f"place={row['place_id']}",
            Link(str(row["text"]), figure_address(context, counts, str(row["place_id"]))),
            placed_words(context, counts.results, str(row["place_id"])),
        )
        for row in records(most)
    ]
    return neediest_places(t(f"need.first.{context.role(counts.level)}"), items)


def placed_words(reader: Reader, results: pd.DataFrame, place: str) -> str:
    """How many results the report places here, and how many it tells of the whole region instead."""
    t, row = reader.t, reader.catalog.places[place]
    own = len(of_place(reader, results, place))
    wide = len(of_region_only(reader, results, place))
    said = t("need.placed", n=own) if own else t("need.placed.none")
    if not wide:
        return said
    region = reader.catalog.places[row.parent_id].name_fr
    return t("need.placed.wide", n=wide, said=said, region=region)


def counted(context: Context, level: str) -> PlaceCounts:
    """What the view of the map counts, at a level."""
    filters, measure = map_filters(context), context.view.measure
    if measure in NEED_MEASURES:
        return need_counts(context, filters, level, measure, int(context.view.season))
    return count_places(context, filters, level, measure)


def index_of(context: Context, counts: PlaceCounts) -> Component:
    """Every region with its value, and its cercles where these are on show."""
    t = context.t
    regions = counts
    if counts.level != context.catalog.levels[0]:
        regions = counted(context, context.catalog.levels[0])
    within: dict[str, list[PlaceValue]] = {}
    if counts.level != context.catalog.levels[0]:
        for row in records(counts.places):
            within.setdefault(row["parent_id"], []).append(_place_value(context, row))
    listed = [_place_value(context, row, within.get(row["place_id"], [])) for row in records(regions.places)]
    return place_index(listed, t(f"map.index.{context.role(counts.level)}"), t)


def _place_value(context: Context, row: dict[str, Any], within: Sequence[PlaceValue] = ()) -> PlaceValue:
    place = str(row["place_id"])
    return PlaceValue(
        link=Link(row["name_fr"], f"{context.link('map')}?{context.view.query(place=place)}"),
        choose=f"place={place}",
        value=str(row.get("text") or tile_text(context, row["value"])) if row["state"] == "some" else "",
        state=row["state"],
        within=list(within),
    )


def kind_in_words(reader: Reader, place: str) -> str:
    """`Cercle, région de Mopti`; `Région`; the kind alone of a place that has one of its own."""
    t, row = reader.t, reader.catalog.places[place]
    level = place_kind(reader, place)
    if row.kind or not row.parent_id:
        return level
    return t("map.kind.in", level=level, region=reader.catalog.places[row.parent_id].name_fr)


def facts_of(context: Context, counts: PlaceCounts, place: str) -> list[Link]:
    """The measures of a place in words, each leading to its passport; people only of this place alone."""
    level = context.catalog.places[place].level
    same = (
        counts
        if counts.level == level
        else count_places(context, map_filters(context), level, MAP_MEASURES[0])
    )
    row = records(same.places[same.places["place_id"] == place])[0]
    counted = [
        Link(context.t(f"map.value.{m}", n=row[m]), passport(context, m, place))
        for m in MAP_MEASURES
        if m != _PEOPLE and (row[m] > 0 or m == MAP_MEASURES[0])
    ]
    return [*counted, *_people_facts(context, row, place)]


_PEOPLE = MAP_MEASURES[-1]


def _people_facts(context: Context, row: Row, place: str) -> list[Link]:
    """The people of the results about this place alone, and how many others share their number with it."""
    t, facts = context.t, []
    if row["people_alone"]:
        results = t("count.results", n=row["people_alone"])
        facts.append(
            Link(t("map.fact.people", n=row[_PEOPLE], results=results), passport(context, _PEOPLE, place))
        )
    if row["people_shared"]:
        # Words only: a count that is given to nobody has no passport.
        facts.append(Link(t("map.fact.shared", n=row["people_shared"]), ""))
    return facts


def of_place(reader: Reader, results: pd.DataFrame, place: str) -> pd.DataFrame:
    """The results that name a place or one in it."""
    named = reader.catalog["result_places"]
    within = places_within(reader.catalog["places"], place)
    return results[results["result_id"].isin(named.loc[named["place_id"].isin(within), "result_id"])]


def of_region_only(reader: Reader, results: pd.DataFrame, place: str) -> pd.DataFrame:
    """For a cercle, the results that name its region but not it; none for a region."""
    row = reader.catalog.places[place]
    if row.level != reader.catalog.levels[-1]:
        return results.head(0)
    wide = region_wide(reader.catalog["result_places"], reader.catalog["places"], place)
    return results[results["result_id"].isin(wide)]


def wide_title(reader: Reader, place: str, number: int) -> str:
    """Heading of the region-wide results of a cercle; empty for a region."""
    row = reader.catalog.places[place]
    if row.level != reader.catalog.levels[-1]:
        return ""
    region = reader.catalog.places[row.parent_id].name_fr
    return reader.t("map.wide", n=number, region=region)


def by_axis(reader: Reader, results: pd.DataFrame) -> list[tuple[str, list[ResultItem]]]:
    """Results under their axis, in the order of the axes; Spotlight last."""
    t, axes = reader.t, reader.catalog.axes
    names = {key: t.of(row, "short") for key, row in axes.items()} | {SPOTLIGHT: t("cross_cutting.short")}
    groups = [(name, results[results["axis_id"] == key]) for key, name in names.items()]
    return [(name, result_items(reader, rows)) for name, rows in groups if not rows.empty]
