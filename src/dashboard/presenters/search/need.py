"""The need that a reader's words ask for, of the places beside it: `faim Mopti`, `food insecurity Gao`."""

from collections.abc import Iterator

from dashboard.components.links import Link
from dashboard.components.search import AnswerGroup, Entry
from dashboard.presenters.names import place_link
from dashboard.presenters.places.need import TABLE, country_key, seasons
from dashboard.presenters.places.need_series import NEED_PART, need_fact, season_of
from dashboard.presenters.reader import Reader
from dashboard.search.reading import Reading
from dashboard.store import Catalog
from dashboard.store.derived import derived

NEED_GROUP = "need"
_MOST = 5


def need_found(reader: Reader, read: Reading, homes: list[str], year: int) -> Iterator[AnswerGroup]:
    """Where each place named is told of, year by year; where none is named, the map of all.

    Args:
        reader: for whom.
        read: what was typed; nothing is given where it does not ask for need.
        homes: the places that it names, the likeliest first.
        year: of the report, whose need is told where the words name no other year.
    """
    if not any(_need_things(reader.catalog) & set(term.things) for term in read.terms):
        return
    t, known = reader.t, seasons(reader.catalog)
    named = [word for term in read.terms for word in term.words if word in known]
    season = named[0] if named else season_of(reader, str(year))
    entries = [entry for home in homes[:_MOST] if (entry := _of_place(reader, home, season))]
    if entries or not homes:
        heading = t("search.group.need", first=known[-1], last=known[0])
        yield AnswerGroup(NEED_GROUP, heading, entries or [_of_country(reader, season)])


@derived(bare=True)
def _need_things(catalog: Catalog) -> frozenset[str]:
    """What need is called in the search: the indicators of the same source, and their themes."""
    sources = set(catalog[TABLE]["source_id"])
    table = catalog["observations"]
    indicators = set(table.loc[table["source_id"].isin(sources), "indicator_id"])
    themes = {f"theme:{catalog.row('indicators', key)['theme']}" for key in indicators}
    return frozenset({*(f"indicator:{key}" for key in indicators), *themes})


def _of_place(reader: Reader, home: str, season: str) -> Entry | None:
    """The need of a place, on its page where it has one; none where nothing is told of it."""
    told = need_fact(reader, home, season)
    if not told:
        return None
    has_page = reader.catalog.places[home].level in reader.catalog.levels
    name = place_link(reader, home)
    href = f"{name.href}#{NEED_PART}" if has_page else told[0].href
    return Entry(Link(name.text, href), "", told[0].text)


def _of_country(reader: Reader, season: str) -> Entry:
    told = need_fact(reader, country_key(reader.catalog), season)
    link = Link(reader.t("need.shown"), reader.link("map", measure="crisis", season=season))
    return Entry(link, "", told[0].text if told else "")
