"""Need beside what the report names: each cercle by both, the years side by side, one table of all."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.need import IN_CRISIS, SHARE
from dashboard.components.cards import Card, card_foot, card_head, card_tools, section
from dashboard.components.islands import Fragment
from dashboard.components.links import Link
from dashboard.components.sentences import Piece, plain
from dashboard.components.tables import Column, data_table
from dashboard.components.two_way import two_way_table, year_line, year_pictures
from dashboard.figures.map_tiles import tiles_small
from dashboard.presenters.context import Context
from dashboard.presenters.guard import guarded
from dashboard.presenters.places.need import (
    need_passport_address,
    need_states,
    season_words,
    seasons,
    year_note,
)
from dashboard.presenters.places.need_grid import (
    NEED_MEASURE,
    beside_counts,
    two_ways,
    two_ways_drawing,
)
from dashboard.presenters.places.need_table import need_facts, need_source
from dashboard.presenters.places.view import PlaceCounts
from dashboard.presenters.places.words import passport
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import results_source
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived

OTHER_KIND = "†"
"""Marks a year that the source tells otherwise than the rest."""
_MOST = 2 / 3
"""The part of all people in crisis that the sentence tells of."""


@guarded(chart=False)
def beside_card(context: Context, card_id: str) -> Card:
    """The card of need and results: one row per cercle, the greatest need first."""
    t, counts = context.t, beside_counts(context)
    months = season_words(context, counts.season)
    rows = counts.places.sort_values("value", ascending=False, kind="stable")
    return Card(
        id=card_id,
        heading=t("beside.heading"),
        subtitle=t("beside.subtitle", months=months, year=context.view.year),
        said=_finding(context, rows),
        figure=None,
        picture="",
        rows=pd.DataFrame([{**row, **_told(context, counts, row)} for row in records(rows)]).assign(
            **need_facts(context, counts.season)
        ),
        columns=_columns(context),
        source=f"{need_source(context, counts.season)} · {results_source(context)}",
        csv=context.csv(card_id),
        drawing=two_ways_drawing(context),
        brief=plain(_finding(context, rows)[:1]),
        image=context.image(card_id),
        cited=[t("beside.brackets")],
    )


def _finding(reader: Reader, rows: pd.DataFrame) -> list[Piece]:
    """How few cercles hold most of the people in crisis, and in which of them the report places no result."""
    t, total = reader.t, rows["value"].sum()
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
    region = context.catalog.places[str(row["parent_id"])].name_fr
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


def _columns(reader: Reader) -> list[Column]:
    t = reader.t
    return [
        Column("name_fr", t("map.level.one.lower"), link="link", hxl="#adm2+name"),
        Column("place_id", t("map.pcode"), hxl="#adm2+code"),
        Column("region", t("map.level.one.upper"), link="region_link", hxl="#adm1+name"),
        Column("season", t("need.season"), hxl="#date+year"),
        Column("people_text", t("need.column.phase3_5"), True, IN_CRISIS, figure="people_passport",
               hxl="#affected+phase3_5+num", unit=reader.term("unit", "people")),
        Column("share_text", t("need.column.share"), True, SHARE, figure="share_passport",
               hxl="#affected+phase3_5+pct", unit=reader.term("unit", "percent"), computed=True),
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


def season_line(context: Context, counts: PlaceCounts) -> list[Component]:
    """The years of need as links, oldest first, while the map shows one; a note of a year is its title."""
    if not counts.season:
        return []
    years = []
    for year in reversed(seasons(context.catalog)):
        href = f"{context.link('map')}?{context.view.query(season=year)}"
        note = year_note(context, int(year))
        mark = f"{year} {OTHER_KIND}" if note else year
        years.append((Link(mark, href, note), f"season={year}", int(year) == counts.season))
    return [year_line(years, context.t("need.season"))]


def _years(context: Context) -> list[Component]:
    """The years of need as small maps, oldest first; each opens the map of its year."""
    t = context.t
    pictures, notes = [], []
    for year in reversed(seasons(context.catalog)):
        asked = context.view.query(measure=NEED_MEASURE, season=year)
        note = year_note(context, int(year))
        notes += [html.P(t("named", name=year, value=note), className="source")] if note else []
        mark = f"{year} {OTHER_KIND}" if note else year
        link = Link(mark, f"{context.link('map')}?{asked}", t("beside.year", year=year))
        on = context.view.season == year
        pictures.append(
            (link, f"measure={NEED_MEASURE}&season={year}", _small_map(context.catalog, int(year)), on)
        )
    return [year_pictures(pictures, t("beside.years")), *notes]


@derived()
def _small_map(catalog: Catalog, year: int) -> str:
    states, _ = need_states(catalog, catalog.levels[-1], NEED_MEASURE, year)
    rows = catalog.places
    return tiles_small(
        [
            (rows[key].tile_row or 0, rows[key].tile_col or 0, state, klass)
            for key, state, klass in zip(
                states["place_id"], states["state"], states["klass"].astype(int), strict=True
            )
        ]
    )
