"""Passports of need: people by phase of food insecurity in a place, a region or the country."""

from dashboard.analysis.need import IN_CRISIS, PEOPLE, SHARE
from dashboard.components.links import Link
from dashboard.components.passports import Addend, Computation, Passport
from dashboard.domain.figure_ids import need_id
from dashboard.presenters.names import ZONE, place_link
from dashboard.presenters.places.need import (
    TABLE,
    country_key,
    need_of,
    need_passport_address,
    rows_of_year,
    season_words,
    year_note,
)
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import place_of
from dashboard.store.catalog import Row, records


def need_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """People of a place, year and phase, or their share: `f~ML0503~2021~phase3_5`."""
    place, written, what = parts
    year = int(written)
    row = need_of(reader.catalog, place, year)
    if row is None or what not in (*PEOPLE, SHARE) or need_id(place, year, what) != figure_id:
        return None
    t, number = reader.t, float(row[what])
    printed = rows_of_year(reader.catalog, year)
    source = str(printed["source_id"].iloc[0])
    is_printed = what != SHARE and place in set(printed["place_id"])
    name = t("need.passport", what=_what(reader, what), place=_place(reader, place).text, year=year)
    return Passport(
        id=figure_id,
        name=name,
        value=t.percent(number) if what == SHARE else t("map.value.people", n=number),
        number=number,
        unit=t("map.unit.crisis_share") if what == SHARE else t("map.unit.people"),
        definition=t.of(reader.catalog.resource(TABLE), "description"),
        origin="printed" if is_printed else "computed",
        about=[
            (t("filter.place"), [_place(reader, place)]),
            (t("passport.about.period"), [Link(season_words(reader, year), "")]),
        ],
        place=place_of(reader, source, f"{TABLE}, {year}"),
        computation=None if is_printed else _computation(reader, row, what),
        shown=[_on_map(reader, year)],
        note=t.of(row, "note") or year_note(reader, year),
    )


def _what(reader: Reader, what: str) -> str:
    """The name of a column of the table in the reader's words."""
    if what == SHARE:
        return reader.t("map.measure.crisis_share")
    fields = {field["name"]: field for field in reader.catalog.resource(TABLE)["schema"]["fields"]}
    return reader.t.of(fields[what], "title")


def _place(reader: Reader, place: str) -> Link:
    """A place as a link; the country and a place apart have no page of their own."""
    if place == country_key(reader.catalog):
        return Link(reader.t("map.everywhere"), reader.link("map"))
    row = reader.catalog.places[place]
    return Link(row.name_fr, "") if row.level == ZONE else place_link(reader, place)


def _on_map(reader: Reader, year: int) -> Link:
    return Link(reader.t("need.shown"), reader.link("map", measure="crisis", season=str(year)))


def _computation(reader: Reader, row: Row, what: str) -> Computation:
    """A share of two numbers of people, or the sum of the rows of a region or of the country."""
    t, place, year = reader.t, str(row["place_id"]), int(row["year"])
    if what == SHARE:
        parts = [_addend(reader, place, year, key, _what(reader, key)) for key in (IN_CRISIS, PEOPLE[0])]
        return Computation(t("need.formula.share"), parts)
    rows, names = rows_of_year(reader.catalog, year), reader.catalog.places
    if place != country_key(reader.catalog):
        rows = rows[[names[key].parent_id == place for key in rows["place_id"]]]
    parts = [
        _addend(reader, str(one["place_id"]), year, what, names[str(one["place_id"])].name_fr)
        for one in records(rows)
    ]
    return Computation(t("need.formula.sum"), parts)


def _addend(reader: Reader, place: str, year: int, what: str, name: str) -> Addend:
    row = need_of(reader.catalog, place, year)
    number = reader.t.number(float(row[what]) if row else 0)
    return Addend(name, number, need_passport_address(reader, place, year, what))
