"""From the view to the places of the map: counts, classes and words; shared by the map and the profiles."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from dashboard.analysis.need import NEED_MEASURES
from dashboard.analysis.places import MAP_MEASURES, class_of, homes, lower_bounds, measured, place_counts
from dashboard.analysis.results import Filters
from dashboard.domain.maps import WIDTH
from dashboard.figures.map_borders import borders_picture
from dashboard.figures.map_marks import MapPlace, Sheet
from dashboard.figures.map_points import points_picture
from dashboard.figures.map_tiles import tiles_picture
from dashboard.i18n.scales import MILLION
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_name
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import chosen_results
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.derived import derived

THOUSAND = 1000
_ROOM = 1.0
"""Degrees; enough for any word."""
FILTERS = ("axis", "outcome", "agency", "theme")


@dataclass(frozen=True)
class PlaceCounts:
    """The places of a level as the reader's choice counts them.

    Attributes:
        level: the code of one of the two levels of the division.
        measure: what is counted.
        places: `place_counts` with `klass` (class of the value, 0 for none) and `key`: `k1`, .. or the state.
        bounds: where the classes begin; they come from the unfiltered values, so a colour keeps its meaning.
        results: the results that pass the filters.
        season: the year of which need is shown; 0 where results are counted.
        asked: the filters that are on, by name.
    """

    level: str
    measure: str
    places: pd.DataFrame
    bounds: list[float]
    results: pd.DataFrame
    season: int = 0
    asked: Mapping[str, str] = field(default_factory=dict)


def count_places(reader: Reader, filters: Filters, level: str, measure: str) -> PlaceCounts:
    """The counts of every place of a level; never changed."""
    return _counted(reader.catalog, filters, level, measure)


@derived(most=64, bare=True)
def _counted(catalog: Catalog, filters: Filters, level: str, measure: str) -> PlaceCounts:
    chosen = chosen_results(catalog, filters)
    everything = _everything(catalog, filters.year)
    counted = _measured(catalog, chosen)
    rows = place_counts(level, catalog["places"], counted, everything, measure)
    bounds = lower_bounds(rows["full"])
    klass = [max(1, class_of(value, bounds)) if value > 0 else 0 for value in rows["value"]]
    key = [f"k{k}" if k else state for k, state in zip(klass, rows["state"], strict=True)]
    asked = {name: value for name in FILTERS if (value := getattr(filters, name))}
    return PlaceCounts(level, measure, rows.assign(klass=klass, key=key), bounds, chosen, asked=asked)


@derived(bare=True)
def _everything(catalog: Catalog, year: int) -> pd.DataFrame:
    """The measures of all results of a year, which every view needs; never changed."""
    return _measured(catalog, chosen_results(catalog, Filters(year)))


@derived(bare=True)
def _homes(catalog: Catalog) -> pd.DataFrame:
    return homes(catalog["result_places"], catalog["places"])


def _measured(catalog: Catalog, results: pd.DataFrame) -> pd.DataFrame:
    return measured(results, _homes(catalog), catalog["output_agencies"], catalog["result_figures"])


def tile_text(reader: Reader, value: float) -> str:
    """A value on the map, short enough for a tile: `940`, `1 k`, `2,2 k`, `94 k`, `1,4 M`."""
    t = reader.t
    if value < THOUSAND:
        return t.number(value, 0)
    if round(value / THOUSAND) >= THOUSAND:
        return t("map.millions", value=t.number(round(value / MILLION, 1)))
    rounded = round(value / THOUSAND, 1 if value < 10 * THOUSAND else 0)
    return t("map.thousands", value=t.number(rounded))


def value_words(reader: Reader, measure: str, row: dict[str, Any]) -> str:
    """What a place's value means, in words: `3 résultats`, or why there is none; its own words first."""
    if "said" in row:
        return str(row["said"])
    if row["state"] == "some":
        return reader.t(f"map.value.{measure}", n=row["value"])
    return state_words(reader, measure, str(row["state"]), str(row["parent_id"]) != "")


def state_words(reader: Reader, measure: str, state: str, is_cercle: bool) -> str:
    """Why a place has no value."""
    if measure in NEED_MEASURES:
        return reader.t(f"need.state.{state}")
    if state == "uncovered" and is_cercle and measure == MAP_MEASURES[0]:
        return reader.t("map.state.region_only")
    return reader.t(f"map.state.{state}")


def drawn_places(context: Context, counts: PlaceCounts, place: str, keys: str = "") -> list[MapPlace]:
    """The places as the pictures take them.

    Args:
        context: of the page.
        counts: what to draw.
        place: the chosen place; its region, or all cercles in it, are marked where the level is another.
        keys: the one class or state that the legend keeps; the others are drawn as outside the filter.
    """
    parents = {key: row.parent_id for key, row in context.catalog.places.items()}
    drawn = []
    for row in records(counts.places):
        key = str(row["place_id"])
        shown = row if not keys or row["key"] == keys else {**row, "state": "filtered", "klass": 0}
        name, value = row["name_fr"], value_words(context, counts.measure, row)
        drawn.append(
            MapPlace(
                place_id=key,
                parent_id=row["parent_id"],
                lon=row["lon"],
                lat=row["lat"],
                name=name,
                value=row["value"],
                text=str(row.get("text") or tile_text(context, row["value"])),
                state=shown["state"],
                klass=shown["klass"],
                title=context.t("map.place.title", name=place_name(context, key), value=value),
                href=_address_of(context, key),
                choose=f"place={key}" if context.page == "map" else "",
                chosen=(bool(place) and place in (key, parents[key])) or parents.get(place) == key,
            )
        )
    return drawn


def _address_of(context: Context, place: str) -> str:
    """On the map, the same view with the place chosen; elsewhere the place's profile."""
    if context.page != "map":
        return context.link("place", place)
    return f"{context.link('map')}?{context.view.query(place=place)}"


def sheet_of(catalog: Catalog, sheet_id: str, label: str, of_years: bool = False) -> Sheet:
    """What maps of this country are drawn on; `of_years` as `Sheet` has it."""
    files = catalog.maps.files
    return Sheet(
        sheet_id,
        label,
        catalog.frame,
        catalog.package["country"]["iso3"],
        files.get("outlines.svg", ""),
        files.get("borders.svg", ""),
        of_years,
    )


def picture_of(reader: Reader, counts: PlaceCounts, places: list[MapPlace], sheet: Sheet, view: str) -> str:
    """The SVG text of one of the three ways to see."""
    catalog, role = reader.catalog, reader.role(counts.level)
    if view == "tiles":
        tiles = tiles_of(catalog, counts.level, places)
        return tiles_picture(tiles, sheet.id, sheet.label, role == "upper")
    if view == "borders" and sheet.borders:
        above = [] if role == "upper" else sorted(set(counts.places["parent_id"]))
        return borders_picture(within_borders(catalog, places), sheet, role, above)
    return points_picture(places, sheet, role, float(counts.places["full"].max()))


def within_borders(catalog: Catalog, places: list[MapPlace]) -> list[MapPlace]:
    """The places with the middle of their area for their seat, and the room around it; that for words too.

    A card that an earlier version wrote knows no room, then there is enough; and none for words.
    """
    card, unit = catalog.maps.card, WIDTH / (catalog.frame.east - catalog.frame.west)
    moved = []
    for place in places:
        longitude, latitude, room = (*card["labels"][place.place_id], _ROOM)[:3]
        words = card.get("names", {}).get(place.place_id, [longitude, latitude, 0])
        spot = replace(place, lon=longitude, lat=latitude, room=room * unit)
        moved.append(replace(spot, word_lon=words[0], word_lat=words[1], word_room=words[2] * unit))
    return moved


def tiles_of(catalog: Catalog, level: str, places: list[MapPlace]) -> list[MapPlace]:
    """One tile per cercle; at the level of regions it stands for its region."""
    by_id = {place.place_id: place for place in places}
    return [
        replace(
            by_id[key if level == row.level else row.parent_id],
            row=row.tile_row or 0,
            column=row.tile_col or 0,
            short=row.tile_label,
            group=row.parent_id,
        )
        for key, row in catalog.places.items()
        if row.level == catalog.levels[-1]
    ]


def map_filters(context: Context) -> Filters:
    """The reader's filters, on pages that offer them; the chosen place is no filter of the map."""
    asked = {name: context.view[name] for name in FILTERS if name in context.view.defaults}
    return Filters(int(context.view.year), **asked)
