"""Need of one place over the years: what it was, how it stands to the report's year, where it is counted."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.need import IN_CRISIS, SHARE, counted_with
from dashboard.components.cards import Card
from dashboard.components.links import Link
from dashboard.components.map_lists import YearBar, year_bars
from dashboard.components.sentences import figure_link, sentence
from dashboard.components.tables import Column
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_link
from dashboard.presenters.places.need import (
    need_of,
    need_passport_address,
    need_words,
    rows_of_year,
    season_words,
    seasons,
    year_note,
)
from dashboard.presenters.places.need_table import need_facts, need_source, number_columns, told_numbers
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import Row

NEED_PART = "need"
"""Id of the part of a profile that tells of it."""


def season_of(reader: Reader, year: str) -> str:
    """The year of need that belongs to a report's year: the same, else the newest; empty for none."""
    known = seasons(reader.catalog)
    return year if year in known else next(iter(known), "")


def need_fact(reader: Reader, place: str, season: str) -> list[Link]:
    """The people in food crisis in a place and year, with the passport; or where it is counted."""
    row = need_of(reader.catalog, place, int(season)) if season else None
    if row is None:
        told = _told_elsewhere(reader, place, season) if season else ""
        return [Link(told, "")] if told else []
    value = need_words(reader, "crisis", row[IN_CRISIS])
    said = reader.t("need.fact", value=value, year=season)
    return [Link(said, need_passport_address(reader, place, int(season), IN_CRISIS))]


def _told_elsewhere(reader: Reader, place: str, season: str) -> str:
    together = counted_with(rows_of_year(reader.catalog, int(season)))
    if place not in together:
        return ""
    name = reader.catalog.places[together[place]].name_fr
    return reader.t("need.elsewhere", name=name)


def need_years(context: Context, card_id: str) -> Card | None:
    """The need of the page's place, a row per year, to be taken away; None where nothing is told of it."""
    t, place = context.t, context.key
    rows = _rows(context, place)
    if not rows:
        return None
    newest, about = max(rows), context.catalog.places[place]
    level = about.level
    tag = f"#adm{context.catalog.levels.index(level) + 1}"
    told = [
        {
            **row,
            **told_numbers(context, row, year),
            "season": str(year),
            "name_fr": about.name_fr,
            "note_text": t.of({key: row[key] for key in ("note", "note_fr")}, "note")
            or year_note(context, year),
        }
        for year, row in rows.items()
    ]
    return Card(
        id=card_id,
        heading=t("named", name=place_link(context, place).text, value=t("need.years")),
        subtitle=t("need.title", first=min(rows), last=newest),
        said=[t("need.years")],
        figure=None,
        picture="",
        rows=pd.DataFrame(told).assign(**need_facts(context, newest)),
        columns=[
            Column("season", t("need.season"), hxl="#date+year"),
            Column("name_fr", t(f"map.level.one.{context.role(level)}"), hxl=f"{tag}+name"),
            Column("place_id", t("map.pcode"), hxl=f"{tag}+code"),
            *number_columns(context),
            Column("note_text", t("need.column.note")),
        ],
        source=need_source(context, newest, f"{min(rows)} – {newest}"),
        csv=context.csv(card_id),
    )


def need_span(reader: Reader, place: str) -> tuple[int, int] | None:
    """The first and the last year of which the need of a place is told; None for no year."""
    rows = _rows(reader, place)
    return (min(rows), max(rows)) if rows else None


def _rows(reader: Reader, place: str) -> dict[int, Row]:
    """The rows of a place by year, oldest first."""
    years = [int(year) for year in reversed(seasons(reader.catalog))]
    return {year: row for year in years if (row := need_of(reader.catalog, place, year))}


def need_section(context: Context, season: str, csv: str) -> list[Component]:
    """The need of the page's place in words and by year; nothing where the data tell none.

    Args:
        context: of the page.
        season: the year that belongs to the report's.
        csv: id of the card that holds the years.
    """
    if not season:
        return []
    t, place = context.t, context.key
    row, known = need_of(context.catalog, place, int(season)), seasons(context.catalog)
    told = _sentence(context, row, int(season)) if row else html.P(_without(context, place, season))
    bars = need_bars(context, place, season)
    source: list[Component | str] = [need_source(context, int(season))]
    shown: list[Component] = []
    if bars:
        shown = [year_bars(bars, t("need.years")), *_notes(context, place)]
        source += [" ", html.A(t("card.csv"), href=context.csv(csv), download="")]
    return [
        html.H2(t("need.title", first=known[-1], last=known[0])),
        told,
        *shown,
        html.P(source, className="source"),
    ]


def _without(reader: Reader, place: str, season: str) -> str:
    return _told_elsewhere(reader, place, season) or reader.t("need.missing", year=season)


def _sentence(reader: Reader, row: Row, season: int) -> Component:
    """People and share of the year, each with its passport."""
    t, place = reader.t, str(row["place_id"])
    people = figure_link(
        need_words(reader, "crisis", row[IN_CRISIS]), need_passport_address(reader, place, season, IN_CRISIS)
    )
    share = figure_link(t.percent(row[SHARE]), need_passport_address(reader, place, season, SHARE))
    said = sentence(t.template("need.said"), people=people, share=share, months=season_words(reader, season))
    note = t.of(row, "note") if row["stands_for"] else ""
    return html.P([*said, *([" ", note] if note else [])])


def need_bars(reader: Reader, place: str, season: str) -> list[YearBar]:
    """The years of a place, oldest first; those of which most rows have a note are of another kind."""
    t, rows = reader.t, _rows(reader, place)
    most = max((row[IN_CRISIS] for row in rows.values()), default=0)
    return [
        YearBar(
            year=str(year),
            part=100 * row[IN_CRISIS] / most if most else 0,
            value=Link(t.number(row[IN_CRISIS]), need_passport_address(reader, place, year, IN_CRISIS)),
            more=t.percent(row[SHARE]),
            is_other=bool(year_note(reader, year)),
            on=str(year) == season,
        )
        for year, row in rows.items()
    ]


def _notes(reader: Reader, place: str) -> list[Component]:
    """What is noted of the years of a place."""
    told = [(year, year_note(reader, year)) for year in _rows(reader, place)]
    return [
        html.P(reader.t("named", name=year, value=note), className="source") for year, note in told if note
    ]
