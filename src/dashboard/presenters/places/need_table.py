"""Need by place as a table: one row per place of the level, then what is told apart from the division."""

import pandas as pd

from dashboard.analysis.need import IN_CRISIS, NEED_MEASURES, PEOPLE, SHARE
from dashboard.components.passports import Whereabouts
from dashboard.components.tables import Column
from dashboard.domain.phases import PHASES
from dashboard.presenters.context import Context
from dashboard.presenters.places.need import (
    TABLE,
    apart_rows,
    need_passport_address,
    need_words,
    rows_of_year,
    season_words,
)
from dashboard.presenters.places.view import PlaceCounts
from dashboard.presenters.places.words import passport
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import place_of
from dashboard.store.catalog import Row, records

SHOWN = (PEOPLE[0], *PHASES[2:], IN_CRISIS, SHARE)
"""The numbers of a row, beside those of the results that the report places there."""
COUNTED = "results"
IS_APART = "apart"
"""The state of a row that is on no map."""
PROJECTED = "projection"
"""What the numbers of people in need are: announced in March for the months of hunger."""
_HXL = {
    "population": "#population+total+num",
    **{phase: f"#affected+{phase}+num" for phase in (*PHASES, IN_CRISIS)},
    SHARE: "#affected+phase3_5+pct",
}


def need_table_rows(context: Context, counts: PlaceCounts) -> pd.DataFrame:
    """The places that the legend keeps and those apart, each number with its text and its passport."""
    kept, places = context.view.keys, counts.places
    places = places[places["key"] == kept] if kept else places
    apart = (
        [] if kept else [_apart(context, counts, row) for row in apart_rows(context.catalog, counts.season)]
    )
    rows = [*records(places), *apart]
    return pd.DataFrame([{**row, **_told(context, counts, row)} for row in rows]).assign(
        **need_facts(context, counts.season)
    )


def _apart(context: Context, counts: PlaceCounts, row: Row) -> Row:
    """A row of the source whose place lies in no region; the report's results are not asked of it."""
    name = context.catalog.places[str(row["place_id"])].name_fr
    said = context.t("need.is_apart", value=need_words(context, "crisis", row[IN_CRISIS]))
    state = {"state": IS_APART, "key": IS_APART, "klass": 0, "value": row[NEED_MEASURES[counts.measure]]}
    return {**row, **state, "name_fr": name, "parent_id": "", COUNTED: float("nan"), "said": said}


def _told(context: Context, counts: PlaceCounts, row: Row) -> Row:
    t, place, names = context.t, str(row["place_id"]), context.catalog.places
    is_known = row[COUNTED] == row[COUNTED]
    return {
        **told_numbers(context, row, counts.season),
        f"{COUNTED}_text": _number(context, COUNTED, row[COUNTED]),
        f"{COUNTED}_passport": passport(context, COUNTED, place) if is_known else "",
        "link": context.link("place", place) if row["state"] != IS_APART else "",
        "region": names[row["parent_id"]].name_fr if row["parent_id"] in names else "",
        "region_link": context.link("place", str(row["parent_id"])) if str(row["parent_id"]) in names else "",
        "season": str(counts.season),
        "note_text": t.of({key: row[key] or "" for key in ("note", "note_fr")}, "note"),
        "state_text": row["said"],
    }


def told_numbers(reader: Reader, row: Row, season: int) -> Row:
    """The numbers of `SHOWN` of a place and year as texts, each with the address of its passport."""
    place = str(row["place_id"])
    told = {f"{what}_text": _number(reader, what, row[what]) for what in SHOWN}
    known = [what for what in SHOWN if row[what] == row[what]]
    addresses = {what: need_passport_address(reader, place, season, what) for what in known}
    return {**told, **{f"{what}_passport": addresses.get(what, "") for what in SHOWN}}


def _number(reader: Reader, what: str, value: float) -> str:
    if value != value:
        return reader.t("map.no_number")
    return reader.t.percent(value) if what == SHARE else reader.t.number(value, 0)


def need_columns(reader: Reader, level: str) -> list[Column]:
    """The columns of `need_table_rows` that readers see and files hold."""
    t, tag = reader.t, f"#adm{reader.catalog.levels.index(level) + 1}"
    above = Column("region", t("map.level.one.upper"), link="region_link")
    region = [] if level == reader.catalog.levels[0] else [above]
    return [
        Column("name_fr", t(f"map.level.one.{reader.role(level)}"), link="link", hxl=f"{tag}+name"),
        Column("place_id", t("map.pcode"), hxl=f"{tag}+code"),
        *region,
        Column("season", t("need.season"), hxl="#date+year"),
        *number_columns(reader),
        Column(f"{COUNTED}_text", t("need.column.results"), True, COUNTED, figure=f"{COUNTED}_passport",
               hxl="#indicator+results+num", computed=True, unit=t("download.number")),
        Column("state_text", t("map.shown")),
        Column("note_text", t("need.column.note")),
    ]  # fmt: skip


def number_columns(reader: Reader) -> list[Column]:
    """The columns of `told_numbers`."""
    t = reader.t
    return [
        Column(f"{what}_text", t(f"need.column.{what}"), True, what, figure=f"{what}_passport",
               hxl=_HXL[what], computed=what == SHARE,
               unit=reader.term("unit", "percent" if what == SHARE else "people"))
        for what in SHOWN
    ]  # fmt: skip


def need_facts(reader: Reader, season: int) -> dict[str, str]:
    """What a file says of the kind and terms of the numbers of need, for columns `said_...`."""
    return {
        "said_kind": reader.term("observation_kind", PROJECTED),
        "said_licence": _place(reader, season).licence,
    }


def _place(reader: Reader, season: int) -> Whereabouts:
    """The source of the rows of a year."""
    return place_of(reader, str(rows_of_year(reader.catalog, season)["source_id"].iloc[0]), TABLE)


def need_source(reader: Reader, season: int, months: str = "") -> str:
    """Publisher, title, months (those of the year where not given) and terms of the rows of a year."""
    place = _place(reader, season)
    return reader.t(
        "need.source",
        title=place.title,
        publisher=place.publisher,
        months=months or season_words(reader, season),
        licence=place.terms,
    )
