"""Several things of one kind in a query (`UNICEF et PAM`): a reader wants them side by side."""

from dashboard.components.links import Link
from dashboard.components.search import AnswerGroup, Entry
from dashboard.presenters.agencies.compare import COMPARABLE
from dashboard.presenters.agencies.overlap import MOST_AGENCIES
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.found import results_of_thing
from dashboard.presenters.search.entries import entry_of
from dashboard.search.reading import Reading, Term, key_of, kind_of
from dashboard.store import Catalog

COMPARE = "compare"
"""The group, and the kind of the thing in it: `compare:agency`."""
COMPARED = {"agency": "agencies", **dict.fromkeys(COMPARABLE, COMPARE)}
"""Kind of what stands side by side -> the page that shows it so."""
WITH_PAGES = ("region", "cercle")
"""Levels of places that have a page of their own."""


def side_by_side(reader: Reader, read: Reading, year: int) -> AnswerGroup | None:
    """A link to the page that compares what a query names; None where it names anything else."""
    found = named_together(reader.catalog, read)
    if not found:
        return None
    rows = reader.catalog.results
    common = frozenset.intersection(*(results_of_thing(reader.catalog, thing) for thing in found))
    number = sum(rows[key].year == year for key in common)
    names = ", ".join(entry_of(reader, thing, year).name.text for thing in found)
    link = Link(reader.t("search.compare", names=names), compared_at(reader, found))
    entry = Entry(link, count=reader.t("search.in_common", n=number), thing=f"{COMPARE}:{kind_of(found[0])}")
    return AnswerGroup(COMPARE, reader.t("search.group.compare"), [entry])


def named_together(catalog: Catalog, read: Reading) -> list[str]:
    """Two or three things of one kind that make up the whole query; empty where it says anything else."""
    for kind in COMPARED:
        found = [_likeliest(catalog, term, kind) for term in read.terms]
        if all(found) and 1 < len(set(found)) == len(found) <= MOST_AGENCIES:
            return found
    return []


def compared_at(reader: Reader, things: list[str]) -> str:
    """The address of the page that shows things of one kind side by side."""
    kind = kind_of(things[0])
    chosen = {"by": kind} if kind in COMPARABLE else {}
    return reader.link(COMPARED[kind], **chosen, a=",".join(map(key_of, things)))


def _likeliest(catalog: Catalog, term: Term, kind: str) -> str:
    """The thing of a kind that a term names, best fit first, then as its table has them; empty for none."""
    table = COMPARABLE[kind].table if kind in COMPARABLE else COMPARED[kind]
    order = [f"{kind}:{key}" for key in catalog.rows(table)]
    found = [thing for thing in term.things if thing in order and _can_stand(catalog, thing)]
    return min(found, key=lambda thing: (-term.things[thing], order.index(thing)), default="")


def _can_stand(catalog: Catalog, thing: str) -> bool:
    if kind_of(thing) == "place":
        return catalog.places[key_of(thing)].level in WITH_PAGES
    return bool(results_of_thing(catalog, thing))
