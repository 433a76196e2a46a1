"""Need by place and year: the people in food crisis as the map, the lists and the profiles tell them."""

from dataclasses import replace

import pandas as pd

from dashboard.analysis.need import (
    NEED_MEASURES,
    SHARE,
    apart_of,
    counted_with,
    need_at_levels,
    need_bounds,
    note_of_year,
)
from dashboard.analysis.places import MAP_MEASURES, class_of
from dashboard.analysis.results import Filters
from dashboard.domain.figure_ids import need_id
from dashboard.domain.view import Choice
from dashboard.presenters.indicators.words import period_words
from dashboard.presenters.places.view import PlaceCounts, count_places, tile_text
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived

TABLE = "food_insecurity"
JOINT = "*"
"""Stands behind the number of a row that counts several places."""


@derived(bare=True)
def need_frame(catalog: Catalog) -> pd.DataFrame:
    """`need_at_levels` of the data; never changed."""
    return need_at_levels(catalog[TABLE], catalog["places"], country_key(catalog))


def country_key(catalog: Catalog) -> str:
    """What stands for the whole country in a figure's id."""
    return str(catalog.package["country"]["iso3"]).lower()


def seasons(catalog: Catalog) -> tuple[str, ...]:
    """The years of which need is told, newest first."""
    return tuple(str(year) for year in sorted(catalog[TABLE]["year"].unique(), reverse=True))


def season_choice(catalog: Catalog) -> Choice:
    """The choice of the year of need: at first that of the newest report, else the newest."""
    years, report = seasons(catalog), str(catalog.year)
    return Choice("season", years, report if report in years else next(iter(years), ""), moves=True)


@derived(bare=True)
def rows_of_year(catalog: Catalog, year: int) -> pd.DataFrame:
    """The rows of the source of a year; never changed."""
    table = catalog[TABLE]
    return table[table["year"] == year]


def need_of(catalog: Catalog, place: str, year: int) -> Row | None:
    """What is told of a place in a year; None where the source has no row."""
    return _needs(catalog).get((place, year))


@derived(bare=True)
def _needs(catalog: Catalog) -> dict[tuple[str, int], Row]:
    return {(str(row["place_id"]), int(row["year"])): row for row in records(need_frame(catalog))}


def need_counts(reader: Reader, filters: Filters, level: str, measure: str, season: int) -> PlaceCounts:
    """The places of a level by need: `PlaceCounts` whose value is people or a share of them.

    Its rows have besides the counts of results those of `need_states`, `said` (the value in words,
    or why there is none) and `text` (short enough for a tile). The filters choose results only.
    """
    counts = count_places(reader, filters, level, MAP_MEASURES[0])
    states, bounds = need_states(reader.catalog, level, measure, season)
    kept = counts.places.drop(columns=["value", "full", "state", "klass", "key"])
    rows = kept.merge(states, on="place_id", how="left")
    together = counted_with(rows_of_year(reader.catalog, season))
    rows["said"] = [_said(reader, measure, row, together, season) for row in records(rows)]
    rows["text"] = [_short(reader, measure, row) for row in records(rows)]
    return replace(counts, measure=measure, places=rows, bounds=bounds, season=season)


@derived(bare=True)
def need_states(catalog: Catalog, level: str, measure: str, season: int) -> tuple[pd.DataFrame, list[float]]:
    """The need of the places of a level in a year, and where its classes begin; never changed.

    One row per place: `place_id`, the columns of `need_at_levels` but the year, `value` and `full` (the
    measure, 0 where there is none), `state`, `klass` and `key` as `PlaceCounts` has them.
    """
    frame, column, places = need_frame(catalog), NEED_MEASURES[measure], catalog["places"]
    ids = places.loc[places["level"] == level, ["place_id"]].reset_index(drop=True)
    rows = ids.merge(frame[frame["year"] == season].drop(columns="year"), on="place_id", how="left")
    rows[["stands_for", "note", "note_fr"]] = rows[["stands_for", "note", "note_fr"]].fillna("")
    value = rows[column].fillna(0)
    bounds = need_bounds(frame.loc[frame["place_id"].isin(ids["place_id"]), column])
    state = (
        pd.Series("some", index=rows.index).mask(value == 0, "none").mask(rows[column].isna(), "uncovered")
    )
    klass = [class_of(one, bounds) if one > 0 else 0 for one in value]
    key = [f"k{k}" if k else one for k, one in zip(klass, state, strict=True)]
    return rows.assign(value=value, full=value, state=state, klass=klass, key=key), bounds


def _said(reader: Reader, measure: str, row: Row, together: dict[str, str], season: int) -> str:
    """The value of a place in words, or where it is counted, or that the source has no row."""
    t, place = reader.t, str(row["place_id"])
    if row["state"] == "uncovered":
        names = reader.catalog.places
        if place in together:
            return t("need.with", name=names[together[place]].name_fr)
        return t("need.missing", year=season)
    value = need_words(reader, measure, float(row["value"]))
    return t("need.joint", value=value, names=_others(reader, row)) if row["stands_for"] else value


def _others(reader: Reader, row: Row) -> str:
    names = reader.catalog.places
    return reader.t.listing(
        [names[key].name_fr for key in row["stands_for"].split(";") if key != row["place_id"]]
    )


def need_words(reader: Reader, measure: str, value: float) -> str:
    """A value of need in words: `160 257 personnes`, `19,4 % de la population`."""
    share = reader.t.percent(value)
    return reader.t(f"map.value.{measure}", n=value, share=share)


def _short(reader: Reader, measure: str, row: Row) -> str:
    value = float(row["value"])
    text = reader.t.percent(value) if NEED_MEASURES[measure] == SHARE else tile_text(reader, value)
    return text + (JOINT if row["stands_for"] else "")


def need_passport_address(reader: Reader, place: str, year: int, what: str) -> str:
    """The address of the passport of a number of people or share of a place and year."""
    return reader.figure(need_id(place, year, what))


def season_words(reader: Reader, season: int) -> str:
    """The months that a year's rows project: `juin 2021 – août 2021`."""
    rows = rows_of_year(reader.catalog, season)
    return period_words(reader.t, str(rows["period"].iloc[0]), season)


def year_note(reader: Reader, season: int) -> str:
    """What most rows of a year have noted; empty for nothing."""
    return reader.t.of(_notes(reader.catalog, season), "note")


@derived(bare=True)
def _notes(catalog: Catalog, season: int) -> dict[str, str]:
    rows = rows_of_year(catalog, season)
    both = {name: note_of_year(rows, name) for name in ("note", "note_fr")}
    return {**both, "note_en": both["note"]}


def apart_rows(catalog: Catalog, season: int) -> list[Row]:
    """What is told of places outside the division in a year."""
    frame = need_frame(catalog)
    of_year = frame[(frame["year"] == season) & (frame["place_id"] != country_key(catalog))]
    return records(apart_of(of_year, catalog["places"], catalog.levels[0]))


def apart_words(reader: Reader, measure: str, season: int) -> list[str]:
    """The same in words, for a picture: no place on it holds them; nothing where results are counted."""
    names = reader.catalog.places
    return [
        reader.t(
            "named",
            name=names[str(row["place_id"])].name_fr,
            value=reader.t(
                "need.is_apart", value=need_words(reader, measure, float(row[NEED_MEASURES[measure]]))
            ),
        )
        for row in (apart_rows(reader.catalog, season) if season else [])
    ]
