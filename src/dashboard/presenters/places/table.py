"""The numbers of the map: one row per place, the same as the picture."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.places import MAP_MEASURES
from dashboard.components.cards import Card
from dashboard.components.sentences import plain
from dashboard.components.tables import Column
from dashboard.presenters.context import Context
from dashboard.presenters.findings import findings_about, remarks_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.places.need import apart_words, season_words
from dashboard.presenters.places.need_table import need_columns, need_source, need_table_rows
from dashboard.presenters.places.scene import scene_drawing
from dashboard.presenters.places.view import PlaceCounts, value_words
from dashboard.presenters.places.words import credit_line, map_finding, passport
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import results_source
from dashboard.store.catalog import records

_PEOPLE = "people"
"""The measure that counts people; also their unit."""


@guarded(chart=False)
def map_card_of(context: Context, counts: PlaceCounts, card_id: str) -> Card:
    """The card of the map: words, the rows of its table and what must be known beside it."""
    t = context.t
    rows, columns, source, subtitle = _of_need(context, counts) if counts.season else _of(context, counts)
    return Card(
        id=card_id,
        heading=t(f"map.heading.{counts.measure}.{context.role(counts.level)}"),
        subtitle=subtitle,
        said=map_finding(context, counts),
        brief=plain(map_finding(context, counts, in_short=True)) if counts.season else "",
        figure=None,
        picture="",
        rows=rows,
        columns=columns,
        source=source,
        csv=context.csv(card_id),
        notes=place_notes(context, counts.results),
        findings=findings_about(context, "results", _placed(counts.results)),
        drawing=scene_drawing(context, counts),
        image=context.image(card_id),
        cited=[
            *apart_words(context, counts.measure, counts.season),
            t("map.disclaimer"),
            *([] if context.view.view == "tiles" else [credit_line(context)]),
        ],
    )


_Told = tuple[pd.DataFrame, list[Column], str, str]
"""Rows, columns, source and subtitle of the card."""


def _of(context: Context, counts: PlaceCounts) -> _Told:
    """What the report's results say of each place."""
    t, unit = context.t, context.t(f"map.unit.{counts.measure}")
    subtitle = t("map.subtitle", measure=unit, year=context.view.year)
    return table_rows(context, counts), _columns(context, counts.level), results_source(context), subtitle


def _of_need(context: Context, counts: PlaceCounts) -> _Told:
    """What the source of need says of each place."""
    t, season = context.t, counts.season
    unit, months = t(f"map.unit.{counts.measure}"), season_words(context, season)
    subtitle = t("need.subtitle", measure=unit, months=months)
    columns = need_columns(context, counts.level)
    return need_table_rows(context, counts), columns, need_source(context, season), subtitle


def table_rows(context: Context, counts: PlaceCounts) -> pd.DataFrame:
    """The places that the legend keeps, with what readers see and the passport of each number."""
    kept, rows, t = context.view.keys, counts.places, context.t
    rows = rows[rows["key"] == kept] if kept else rows
    regions = context.catalog.places
    texts = {
        f"{m}_text": [t.number(value, 0) if value == value else t("map.no_number") for value in rows[m]]
        for m in MAP_MEASURES
    }
    passports = {
        f"{m}_passport": [
            passport(context, m, place) if value == value else ""
            for place, value in zip(rows["place_id"], rows[m], strict=True)
        ]
        for m in MAP_MEASURES
    }
    return rows.assign(
        link=[context.link("place", place) for place in rows["place_id"]],
        region=[regions[parent].name_fr if parent in regions else "" for parent in rows["parent_id"]],
        region_link=[
            context.link("place", parent) if parent in regions else "" for parent in rows["parent_id"]
        ],
        state_text=[value_words(context, counts.measure, row) for row in records(rows)],
        **texts,
        **passports,
    )


def _columns(reader: Reader, level: str) -> list[Column]:
    t, role = reader.t, reader.role(level)
    tag = f"#adm{reader.catalog.levels.index(level) + 1}"
    region = [Column("region", t("map.level.one.upper"), link="region_link")] if role == "lower" else []
    return [
        Column("name_fr", t(f"map.level.one.{role}"), link="link", hxl=f"{tag}+name"),
        Column("place_id", t("map.pcode"), hxl=f"{tag}+code"),
        *region,
        *(_count_column(reader, measure) for measure in MAP_MEASURES),
        Column("state_text", t("map.shown")),
    ]


def _count_column(reader: Reader, measure: str) -> Column:
    people = measure == _PEOPLE
    return Column(
        f"{measure}_text",
        reader.t(f"map.measure.{measure}"),
        True,
        measure,
        figure=f"{measure}_passport",
        hxl="#reached+num" if people else f"#indicator+{measure}+num",
        unit=reader.term("unit", measure) if people else reader.t("download.number"),
        computed=True,
    )


def place_notes(reader: Reader, results: pd.DataFrame) -> list[Component]:
    """The findings about results whose places took a judgement to read."""
    return remarks_about(reader, "results", _placed(results))


def _placed(results: pd.DataFrame) -> pd.Series:
    """The ids of the results that name a place."""
    return results.loc[results["scope"] == "places", "result_id"]
