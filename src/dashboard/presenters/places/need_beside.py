"""Need beside what the report names: each cercle by both, the years side by side, one table of all."""

from dataclasses import replace

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.need import IN_CRISIS, SHARE
from dashboard.analysis.places import class_of
from dashboard.analysis.results import region_wide
from dashboard.components.cards import Card, card_foot, card_head, card_tools, section
from dashboard.components.islands import Fragment
from dashboard.components.links import Link
from dashboard.components.sentences import Piece
from dashboard.components.tables import Column, data_table
from dashboard.components.two_way import TwoWay, two_way_table, year_pictures
from dashboard.figures.map_tiles import tiles_small
from dashboard.presenters.context import Context
from dashboard.presenters.guard import guarded
from dashboard.presenters.places.need import (
    need_counts,
    need_passport_address,
    need_states,
    season_words,
    seasons,
    year_note,
)
from dashboard.presenters.places.need_table import need_facts, need_source
from dashboard.presenters.places.view import PlaceCounts, map_filters
from dashboard.presenters.places.words import class_names, need_classes, passport
from dashboard.presenters.results.items import results_source
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived

_MEASURE = "crisis"
_STEPS = (0.0, 1.0, 3.0)
"""Where the classes of results begin: none, a few, more."""
OTHER_KIND = "†"
"""Marks a year that the source tells otherwise than the rest."""
_MOST = 2 / 3
"""The part of all people in crisis that the sentence tells of."""


def beside_counts(context: Context) -> PlaceCounts:
    """The cercles by need in the year of the view, with the view's results and the region's (`wide`)."""
    season = int(context.view["season"])
    counts = need_counts(context, map_filters(context), context.catalog.levels[-1], _MEASURE, season)
    chosen = set(counts.results["result_id"])
    wide = [len(_wide_results(context.catalog)[place] & chosen) for place in counts.places["place_id"]]
    return replace(counts, places=counts.places.assign(wide=wide))


@derived(bare=True)
def _wide_results(catalog: Catalog) -> dict[str, set[str]]:
    """The results that name the region of each cercle but not the cercle."""
    places = catalog["places"]
    cercles = places.loc[places["level"] == catalog.levels[-1], "place_id"]
    return {str(key): region_wide(catalog["result_places"], places, str(key)) for key in cercles}


@guarded(chart=False)
def beside_card(context: Context, card_id: str) -> Card:
    """The card of need and results: one row per cercle, the greatest need first."""
    t, counts = context.t, beside_counts(context)
    months = season_words(context, counts.season)
    rows = counts.places.sort_values("value", ascending=False, kind="stable")
    return Card(
        id=card_id,
        heading=t("beside.heading"),
        subtitle=t("beside.subtitle", months=months, year=context.view["year"]),
        said=_finding(context, rows),
        figure=None,
        picture="",
        rows=pd.DataFrame([{**row, **_told(context, counts, row)} for row in records(rows)]).assign(
            **need_facts(context, counts.season)
        ),
        columns=_columns(context),
        source=f"{need_source(context, counts.season)} · {results_source(context)}",
        csv=context.csv(card_id),
    )


def _finding(context: Context, rows: pd.DataFrame) -> list[Piece]:
    """How few cercles hold most of the people in crisis, and in which of them the report places no result."""
    t, total = context.t, rows["value"].sum()
    if not total:
        return [t("beside.none")]
    most = rows[rows["value"].cumsum().shift(fill_value=0) < _MOST * total]
    names = [str(name) for name in most.loc[most["results"] == 0, "name_fr"]]
    said = t("beside.finding", n=len(most))
    if not names:
        return [said]
    return [said, " ", t("beside.unnamed", n=len(names), names=t.listing(names))]


def _told(context: Context, counts: PlaceCounts, row: Row) -> Row:
    t, place, known = context.t, str(row["place_id"]), row[IN_CRISIS] == row[IN_CRISIS]
    region = str(context.catalog.row("places", str(row["parent_id"]))["name_fr"])
    said = t("need.placed", n=row["results"]) if row["results"] else t("need.placed.none")
    wide = t("need.placed.wide", n=row["wide"], said=said, region=region) if row["wide"] else said

    def address(what: str) -> str:
        return need_passport_address(context, place, counts.season, what) if known else ""

    return {
        "link": context.link("place", place),
        "region": region,
        "region_link": context.link("place", str(row["parent_id"])),
        "season": str(counts.season),
        "people_text": t.number(row[IN_CRISIS], 0) if known else row["said"],
        "people_passport": address(IN_CRISIS),
        "share_text": t.percent(row[SHARE]) if known else t("map.no_number"),
        "share_passport": address(SHARE),
        "results_text": t.number(row["results"], 0),
        "results_passport": passport(context, "results", place),
        "placed": wide,
    }


def _columns(context: Context) -> list[Column]:
    t = context.t
    return [
        Column("name_fr", t("map.level.one.lower"), link="link", hxl="#adm2+name"),
        Column("place_id", t("map.pcode"), hxl="#adm2+code"),
        Column("region", t("map.level.one.upper"), link="region_link", hxl="#adm1+name"),
        Column("season", t("need.season"), hxl="#date+year"),
        Column("people_text", t("need.column.phase3_5"), True, IN_CRISIS, figure="people_passport",
               hxl="#affected+phase3_5+num", unit=context.term("unit", "people")),
        Column("share_text", t("need.column.share"), True, SHARE, figure="share_passport",
               hxl="#affected+phase3_5+pct", unit=context.term("unit", "percent"), computed=True),
        Column("results_text", t("need.column.results"), True, "results", figure="results_passport",
               hxl="#indicator+results+num", unit=t("download.number"), computed=True),
        Column("placed", t("beside.placed")),
    ]  # fmt: skip


def beside_section(context: Context, card_id: str) -> Component:
    """The card with its table of two ways, the years, and the list of all; nothing where no need is told."""
    t, card = context.t, beside_card(context, card_id)
    table = Fragment(id=f"{card_id}-table", children=data_table(card.rows, card.columns, card.heading))
    return section(
        card_head(card),
        card_id,
        [
            Fragment(id=f"{card_id}-finding", children=html.P(card.said), live=True, className="finding"),
            Fragment(id=f"{card_id}-grid", children=two_way_table(two_ways(context))),
            html.P(t("beside.reading"), className="source"),
            html.H3(t("beside.years")),
            Fragment(id=f"{card_id}-years", children=_years(context)),
            html.Details([html.Summary(t("card.table")), table], className="twin"),
            card_foot(card_id, card.source, card_tools(card, t)),
        ],
        "card need-card",
    )


def two_ways(context: Context) -> TwoWay:
    """The cercles with a number by class of need, the greatest first, and by results placed there."""
    t, counts = context.t, beside_counts(context)
    rows = [row for row in records(counts.places) if row["state"] == "some"]
    names = [*class_names(context, [_STEPS[1], _STEPS[2]])]
    classes = list(enumerate(need_classes(context, counts), start=1))[::-1]
    return TwoWay(
        caption=t("beside.caption"),
        columns=[t("beside.column.none"), *(t("beside.column", name=name) for name in names)],
        rows=[
            (
                name,
                f"is-some k{klass}",
                [_things(context, rows, klass, column) for column in range(len(_STEPS))],
            )
            for klass, name in classes
        ],
    )


def _things(context: Context, rows: list[Row], klass: int, column: int) -> list[tuple[Link, str]]:
    inside = [row for row in rows if row["klass"] == klass and _column_of(row) == column]
    inside.sort(key=lambda row: -float(row["value"]))
    return [
        (
            Link(str(row["name_fr"]), context.link("place", str(row["place_id"]))),
            context.t("beside.wide", n=row["wide"]) if row["wide"] and not column else "",
        )
        for row in inside
    ]


def _column_of(row: Row) -> int:
    return class_of(row["results"], list(_STEPS)) - 1


def _years(context: Context) -> list[Component]:
    """The years of need as small maps, oldest first; each opens the map of its year."""
    t = context.t
    pictures, notes = [], []
    for year in reversed(seasons(context.catalog)):
        asked = context.view.query(measure=_MEASURE, season=year)
        note = year_note(context, int(year))
        notes += [html.P(t("named", name=year, value=note), className="source")] if note else []
        mark = f"{year} {OTHER_KIND}" if note else year
        link = Link(mark, f"{context.link('map')}?{asked}", t("beside.year", year=year))
        on = context.view["season"] == year
        pictures.append(
            (link, f"measure={_MEASURE}&season={year}", _small_map(context.catalog, int(year)), on)
        )
    return [year_pictures(pictures, t("beside.years")), *notes]


@derived()
def _small_map(catalog: Catalog, year: int) -> str:
    states, _ = need_states(catalog, catalog.levels[-1], _MEASURE, year)
    rows = catalog.rows("places")
    return tiles_small(
        [
            (int(rows[key]["tile_row"]), int(rows[key]["tile_col"]), state, klass)
            for key, state, klass in zip(
                states["place_id"], states["state"], states["klass"].astype(int), strict=True
            )
        ]
    )
