"""A thing of the tables as an entry of a search."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.analysis.results import SPOTLIGHT, region_wide
from dashboard.components.links import Link
from dashboard.components.search import Entry
from dashboard.domain.text import words_of
from dashboard.presenters.names import (
    agency_link,
    axis_link,
    indicator_link,
    outcome_link,
    output_link,
    place_kind,
    place_link,
)
from dashboard.presenters.places.need_series import need_span
from dashboard.presenters.questions import question_address
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.found import results_of_thing
from dashboard.search.reading import key_of, kind_of
from dashboard.store import Catalog

VOWELS = frozenset("aeiou")


def entry_of(reader: Reader, thing: str, year: int) -> Entry:
    """What a thing is called, what it is, how many results of the year it has."""
    return replace(_MAKERS[kind_of(thing)](reader, key_of(thing), year), thing=thing)


def _counted(reader: Reader, thing: str, year: int) -> str:
    """The number of results of a thing in the report of a year, as its own page counts them."""
    return reader.t("count.results", n=results_in(reader, thing, year))


def results_in(reader: Reader, thing: str, year: int) -> int:
    """How many results of the year a thing has."""
    results = reader.catalog.results
    return sum(results[key].year == year for key in results_of_thing(reader.catalog, thing))


def home_of(catalog: Catalog, thing: str) -> str:
    """The place whose page tells of a place or commune: a cercle for what lies in it."""
    if kind_of(thing) == "commune":
        return catalog.communes[key_of(thing)].place_id
    row = catalog.places[key_of(thing)]
    return row.parent_id if row.level == "locality" else key_of(thing)


def called(catalog: Catalog, thing: str) -> str:
    """The name of a place or commune."""
    table = "communes" if kind_of(thing) == "commune" else "places"
    return str(catalog.row(table, key_of(thing))["name_fr"])


def _place(reader: Reader, key: str, year: int) -> Entry:
    t, row = reader.t, reader.catalog.places[key]
    home = home_of(reader.catalog, f"place:{key}")
    if home != key:
        return _inside(reader, row.name_fr, home, year)
    above = reader.catalog.places.get(row.parent_id)
    within = t("search.place.in", region=above.name_fr) if above else ""
    name, note = place_link(reader, key), " · ".join(filter(None, (within, _need_years(reader, key))))
    return Entry(name, note, _counted(reader, f"place:{key}", year), _without_results(reader, key, year))


def _need_years(reader: Reader, key: str) -> str:
    """Of which years the page of a place tells need; empty where of none."""
    span = need_span(reader, key)
    return reader.t("search.place.need", first=str(span[0]), last=str(span[1])) if span else ""


def _without_results(reader: Reader, key: str, year: int) -> str:
    """For a cercle that no result names: how many are told for its region."""
    row = reader.catalog.places[key]
    if row.level != reader.catalog.levels[1] or results_in(reader, f"place:{key}", year):
        return ""
    results = reader.catalog.results
    wide = region_wide(reader.catalog["result_places"], reader.catalog["places"], key)
    count = sum(results[result].year == year for result in wide)
    region = reader.catalog.places[row.parent_id].name_fr
    return reader.t("search.place.none", n=count, region=region)


def _commune(reader: Reader, key: str, year: int) -> Entry:
    row = reader.catalog.communes[key]
    return _inside(reader, row.name_fr, row.place_id, year)


def home_sentence(reader: Reader, name: str, home: str) -> str:
    """`Konna est dans le cercle de Mopti`; some languages elide before a vowel (`d’Ansongo`)."""
    cercle = reader.catalog.places[home].name_fr
    key = "search.place.inside_vowel" if words_of(cercle)[:1] in VOWELS else "search.place.inside"
    return reader.t(key, name=name, kind=place_kind(reader, home).lower(), home=cercle)


def _inside(reader: Reader, name: str, home: str, year: int) -> Entry:
    """A commune or town, which leads to the page of its cercle and says so."""
    link = Link(home_sentence(reader, name, home), place_link(reader, home).href)
    return Entry(link, "", _counted(reader, f"place:{home}", year), _without_results(reader, home, year))


def _agency(reader: Reader, key: str, year: int) -> Entry:
    link = agency_link(reader, key)
    return Entry(link, link.title, _counted(reader, f"agency:{key}", year))


def _filter(name: str) -> Callable[[Reader, str, int], Entry]:
    def entry(reader: Reader, key: str, year: int) -> Entry:
        link = Link(reader.term(name, key), reader.link("results", **{name: key}))
        return Entry(link, reader.term(name, key, "description"), _counted(reader, f"{name}:{key}", year))

    return entry


def _axis(reader: Reader, key: str, year: int) -> Entry:
    note = "" if key == SPOTLIGHT else reader.t.of(reader.catalog.axes[key])
    return Entry(axis_link(reader, key), note, _counted(reader, f"axis:{key}", year))


def _outcome(reader: Reader, key: str, year: int) -> Entry:
    return Entry(
        outcome_link(reader, key), reader.t("filter.outcome"), _counted(reader, f"outcome:{key}", year)
    )


def _output(reader: Reader, key: str, year: int) -> Entry:
    return Entry(output_link(reader, key), reader.t("filter.output"), _counted(reader, f"output:{key}", year))


def _indicator(reader: Reader, key: str, year: int) -> Entry:
    return Entry(indicator_link(reader, key))


def _glossary(reader: Reader, key: str, year: int) -> Entry:
    row = reader.catalog.glossary[key]
    return Entry(Link(reader.t.of(row), ""), "", "", reader.t.of(row, "text"))


def _acronym(reader: Reader, key: str, year: int) -> Entry:
    row = reader.catalog.acronyms[key]
    return Entry(Link(key, ""), reader.t.of(row))


def _partner(reader: Reader, key: str, year: int) -> Entry:
    row = reader.catalog.partners[key]
    return Entry(Link(reader.t.of(row), ""), reader.term("partner_kind", row.kind))


def _question(reader: Reader, key: str, year: int) -> Entry:
    row = reader.catalog.questions[key]
    return Entry(Link(reader.t.of(row, "text"), question_address(reader, row)))


def _page(reader: Reader, key: str, year: int) -> Entry:
    return Entry(Link(reader.t(f"menu.{key}"), reader.link(key)))


_MAKERS: dict[str, Callable[[Reader, str, int], Entry]] = {
    "place": _place,
    "commune": _commune,
    "agency": _agency,
    "theme": _filter("theme"),
    "concerns": _filter("concerns"),
    "beneficiary": _filter("beneficiary"),
    "axis": _axis,
    "outcome": _outcome,
    "output": _output,
    "indicator": _indicator,
    "glossary": _glossary,
    "acronym": _acronym,
    "partner": _partner,
    "question": _question,
    "page": _page,
}
"""Kind of a thing -> how it is told."""
