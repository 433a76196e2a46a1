"""Passports of counts over the results that pass filters."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from dashboard.analysis.people import women_of
from dashboard.analysis.places import homes, people_reached
from dashboard.analysis.results import Filters
from dashboard.components.links import Link
from dashboard.components.passports import Addend, Computation, Passport, Whereabouts
from dashboard.domain.figure_ids import count_id, result_id
from dashboard.presenters.names import agency_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.filters import ADDRESS, filter_value, filter_values
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.sources import report_place
from dashboard.store.catalog import records


def count_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A count over the results that pass filters: `n~results~axis.1~place.ML05`."""
    measure, *pairs = parts
    asked = dict(pair.split(".", 1) for pair in pairs)
    if measure not in _MEASURES or count_id(measure, **asked) != figure_id or not _exist(reader, asked):
        return None
    year = int(asked.pop("year", reader.catalog.year))
    rows = _counted_rows(reader, measure, year, asked)
    if measure == _PEOPLE and "place" in asked and rows.empty:
        return None  # its numbers are shared with other places: none is its own
    value, addends = _MEASURES[measure](reader, rows)
    t = reader.t
    listed = reader.link("results", **{ADDRESS.get(name, name): value for name, value in asked.items()})
    return Passport(
        id=figure_id,
        name=t(f"passport.count.{measure}", filters=_in_words(reader, asked), year=year),
        value=t.number(value),
        number=float(value),
        unit=t(f"passport.count.{measure}.unit"),
        definition=t(f"passport.count.{measure}.definition"),
        origin="computed",
        about=[
            (t("passport.about.year"), [Link(str(year), "")]),
            (t("passport.about.filters"), [Link(_in_words(reader, asked), listed)]),
            *(_women(reader, rows) if measure == _PEOPLE else []),
        ],
        place=_whole_report(reader, year),
        year=year,
        computation=Computation(t(f"passport.formula.{measure}"), addends()),
        shown=[Link(t("passport.shown.list"), listed)],
    )


def count_of_rows(reader: Reader, measure: str, year: int, **filters: str) -> float:
    """The number of such a passport, without the list of what it counts, which takes longer than to count."""
    return float(_MEASURES[measure](reader, _counted_rows(reader, measure, year, filters))[0])


def _counted_rows(reader: Reader, measure: str, year: int, filters: dict[str, str]) -> pd.DataFrame:
    rows = chosen_results(reader.catalog, Filters(year, **filters))
    place = filters.get("place", "")
    alone = _about_alone(reader, place) if measure == _PEOPLE and place else None
    return rows if alone is None else rows[rows["result_id"].isin(alone)]


def _whole_report(reader: Reader, year: int) -> Whereabouts:
    return report_place(reader, reader.t("passport.whole_report"), year)


def _exist(reader: Reader, asked: dict[str, str]) -> bool:
    """Whether every filter and its value exist."""
    allowed = filter_values(reader.catalog)
    return all(
        name == "text" or (value and set(value.split(",")) <= set(allowed.get(name, ())))
        for name, value in asked.items()
    )


def _in_words(reader: Reader, asked: dict[str, str]) -> str:
    """`axe Gouvernance et paix, lieu Mopti`; all results without a filter."""
    t = reader.t
    names = {name: t(f"filter.{name}").lower() for name in asked}
    said = [
        t("finding.label", word=names[name], text=filter_value(reader, name, value))
        for name, value in asked.items()
    ]
    return ", ".join(said) or t("passport.count.all")


Counted = tuple[float, Callable[[], list[Addend]]]
"""How many, and what was counted, for whoever asks that too."""


def _count_results(reader: Reader, rows: pd.DataFrame) -> Counted:
    return len(rows), partial(_result_addends, reader, rows)


def _result_addends(reader: Reader, rows: pd.DataFrame) -> list[Addend]:
    return [
        Addend(reader.t.of(row, "summary"), "1", reader.figure(result_id(row["result_id"])))
        for row in records(rows)
    ]


def _count_outputs(reader: Reader, rows: pd.DataFrame) -> Counted:
    keys = list(dict.fromkeys(key for key in rows["output_id"] if key))
    labels = [(key, reader.t.of(reader.catalog.outputs[key], "label")) for key in keys]
    return len(keys), lambda: [
        Addend(f"{k} {label}", "1", reader.link("results", output=k)) for k, label in labels
    ]


def _count_agencies(reader: Reader, rows: pd.DataFrame) -> Counted:
    listed = reader.catalog["output_agencies"]
    here = listed[listed["output_id"].isin(rows["output_id"]) & listed["year"].isin(rows["year"])]
    links = [agency_link(reader, agency) for agency in dict.fromkeys(here["agency_id"])]
    return len(links), lambda: [Addend(link.title or link.text, "1", link.href) for link in links]


def _count_places(reader: Reader, rows: pd.DataFrame) -> Counted:
    named = reader.catalog["result_places"]
    here = named.loc[named["result_id"].isin(rows["result_id"]), "place_id"]
    links = [place_link(reader, place) for place in dict.fromkeys(here)]
    return len(links), lambda: [Addend(link.text, "1", link.href) for link in links]


_PEOPLE = "people"


def _about_alone(reader: Reader, place: str) -> set[str]:
    """The results that name no place outside this one: only their numbers of people are its own."""
    at_home = homes(reader.catalog["result_places"], reader.catalog["places"])
    return set(at_home.loc[at_home["alone"] & at_home["place_id"].eq(place), "result_id"])


def _women(reader: Reader, rows: pd.DataFrame) -> list[tuple[str, list[Link]]]:
    """The share of women and girls, of the results that say it of everybody they count."""
    t, figures = reader.t, reader.catalog["result_figures"]
    reached = people_reached(rows, figures)
    women = women_of(figures).reindex(reached.index).dropna()
    people = reached[women.index].sum()
    if not people:
        return []
    facts = {"women": t.number(women.sum()), "people": t.number(people), "all": t.number(len(reached))}
    share = t.percent(100 * women.sum() / people, 1)
    return [
        (
            t("passport.count.women"),
            [Link(t("passport.count.women.of", n=len(women), share=share, **facts), "")],
        )
    ]


def _count_people(reader: Reader, rows: pd.DataFrame) -> Counted:
    reached = people_reached(rows, reader.catalog["result_figures"])
    told = rows[rows["result_id"].isin(reached.index)]
    return float(reached.sum()), lambda: [
        Addend(
            reader.t.of(row, "summary"),
            reader.t.number(reached[row["result_id"]]),
            reader.figure(result_id(row["result_id"])),
        )
        for row in records(told)
    ]


_MEASURES = {
    "results": _count_results,
    "outputs": _count_outputs,
    "agencies": _count_agencies,
    "places": _count_places,
    _PEOPLE: _count_people,
}
"""What a count counts -> how, with what was counted."""
