"""Need of one place over the years: what it was, how it stands to the report's year, where it is counted."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.need import IN_CRISIS, SHARE, counted_with
from dashboard.components.links import Link
from dashboard.components.map_lists import YearBar, year_bars
from dashboard.components.sentences import figure_link, sentence
from dashboard.presenters.places.need import (
    need_of,
    need_passport_address,
    need_words,
    rows_of_year,
    season_words,
    seasons,
    year_note,
)
from dashboard.presenters.places.need_table import need_source
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import Row


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
    name = reader.catalog.row("places", together[place])["name_fr"]
    return reader.t("need.elsewhere", name=name)


def need_section(reader: Reader, place: str, season: str) -> list[Component]:
    """The need of a place in words and by year; nothing where the data tell none."""
    if not season:
        return []
    t, row = reader.t, need_of(reader.catalog, place, int(season))
    known, bars = seasons(reader.catalog), need_bars(reader, place, season)
    told = _sentence(reader, row, int(season)) if row else html.P(_without(reader, place, season))
    shown = [year_bars(bars, t("need.years"))] if bars else []
    notes = [
        html.P(reader.t("named", name=year, value=note), className="source")
        for year, note in _notes(reader, place)
        if bars
    ]
    return [
        html.H2(t("need.title", first=known[-1], last=known[0])),
        told,
        *shown,
        *notes,
        html.P(need_source(reader, int(season)), className="source"),
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
    t, catalog = reader.t, reader.catalog
    years = [int(year) for year in reversed(seasons(catalog))]
    rows = {year: row for year in years if (row := need_of(catalog, place, year))}
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


def _notes(reader: Reader, place: str) -> list[tuple[int, str]]:
    years = [int(year) for year in reversed(seasons(reader.catalog))]
    told = [(year, year_note(reader, year)) for year in years if need_of(reader.catalog, place, year)]
    return [(year, note) for year, note in told if note]
