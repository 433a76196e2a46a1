"""The cercles by need and by the results that the report places in each: as a table, and as a picture."""

from dataclasses import replace

from dashboard.analysis.places import class_of
from dashboard.analysis.results import region_wide
from dashboard.components.links import Link
from dashboard.components.two_way import TwoWay
from dashboard.domain.picture import Box, Drawing
from dashboard.figures.map_chart import CLASSES
from dashboard.figures.picture_two_way import NameGrid, grid_drawing
from dashboard.presenters.context import Context
from dashboard.presenters.places.need import need_counts
from dashboard.presenters.places.view import PlaceCounts, map_filters
from dashboard.presenters.places.words import class_names, need_classes
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived

NEED_MEASURE = "crisis"
_STEPS = (0.0, 1.0, 3.0)
"""Where the classes of results begin: none, a few, more."""


def beside_counts(context: Context) -> PlaceCounts:
    """The cercles by need in the year of the view, with the view's results and the region's (`wide`)."""
    season = int(context.view.season)
    counts = need_counts(context, map_filters(context), context.catalog.levels[-1], NEED_MEASURE, season)
    chosen = set(counts.results["result_id"])
    wide = [len(_wide_results(context.catalog)[place] & chosen) for place in counts.places["place_id"]]
    return replace(counts, places=counts.places.assign(wide=wide))


@derived(bare=True)
def _wide_results(catalog: Catalog) -> dict[str, set[str]]:
    """The results that name the region of each cercle but not the cercle."""
    places = catalog["places"]
    cercles = places.loc[places["level"] == catalog.levels[-1], "place_id"]
    return {str(key): region_wide(catalog["result_places"], places, str(key)) for key in cercles}


def two_ways(context: Context) -> TwoWay:
    """The cercles with a number by class of need, the greatest first, and by results placed there."""

    def thing(row: Row) -> tuple[Link, str]:
        place = Link(str(row["name_fr"]), context.link("place", str(row["place_id"])))
        return place, context.t("beside.wide", n=row["wide"]) if _is_wide(row) else ""

    return TwoWay(
        caption=context.t("beside.caption"),
        columns=_columns(context),
        rows=[
            (name, f"is-some k{klass}", [[thing(row) for row in cell] for cell in cells])
            for name, klass, cells in _told_apart(context, beside_counts(context))
        ],
    )


def two_ways_drawing(context: Context) -> Drawing:
    """The same as a picture, each name with its people, and below it the places without a number.

    Its rows are made when it is drawn.
    """

    def draw(box: Box) -> str:
        counts = beside_counts(context)
        return grid_drawing([_grid(context, counts, fewer) for fewer in range(3)])(box)

    return draw


def _grid(context: Context, counts: PlaceCounts, fewer: int) -> NameGrid:
    """Names with their people and what is told of the region; with 1 without people, with 2 names alone."""

    def said(row: Row) -> str:
        people = str(row["text"]) if not fewer else ""
        wide = f"({context.t.number(row['wide'], 0)})" if _is_wide(row) and fewer < 2 else ""
        return " ".join(filter(None, (str(row["name_fr"]), people, wide))).replace(" ", "\u00a0")

    rows = [
        (name, CLASSES[klass], [[said(row) for row in cell] for cell in cells])
        for name, klass, cells in _told_apart(context, counts)
    ]
    return NameGrid(
        corner=context.t("need.column.phase3_5"),
        columns=_columns(context),
        rows=rows,
        others=_without(context, counts),
        between=context.t("named", name="", value=""),
    )


def _without(reader: Reader, counts: PlaceCounts) -> list[str]:
    """The places that stand in no cell, by what is said of them."""
    by_words: dict[str, list[str]] = {}
    for row in records(counts.places[counts.places["state"] != "some"]):
        by_words.setdefault(str(row["said"]), []).append(str(row["name_fr"]))
    return [reader.t("named", name=said, value=", ".join(names)) for said, names in by_words.items()]


def _columns(context: Context) -> list[str]:
    t, names = context.t, class_names(context, [_STEPS[1], _STEPS[2]])
    return [t("beside.column.none"), *(t("beside.column", name=name) for name in names)]


def _told_apart(context: Context, counts: PlaceCounts) -> list[tuple[str, int, list[list[Row]]]]:
    """Each class of need, the greatest first: its name and number, and its rows by class of results."""
    rows = [row for row in records(counts.places) if row["state"] == "some"]
    rows.sort(key=lambda row: -float(row["value"]))
    return [(name, klass, _by_results(rows, klass)) for klass, name in _classes(context, counts)]


def _classes(context: Context, counts: PlaceCounts) -> list[tuple[int, str]]:
    return list(enumerate(need_classes(context, counts), start=1))[::-1]


def _by_results(rows: list[Row], klass: int) -> list[list[Row]]:
    return [
        [row for row in rows if (row["klass"], _column_of(row)) == (klass, at)] for at in range(len(_STEPS))
    ]


def _is_wide(row: Row) -> bool:
    """Whether results are told of the region of a cercle in which none is placed."""
    return bool(row["wide"]) and not _column_of(row)


def _column_of(row: Row) -> int:
    return class_of(row["results"], list(_STEPS)) - 1
