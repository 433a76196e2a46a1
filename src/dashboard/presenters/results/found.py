"""Which results a reader's words find: by what they mean first, by what a result says else."""

from collections.abc import Iterator

from dashboard.analysis.results import places_within
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.lexicon import lexicon
from dashboard.presenters.results.prepared import prepared_results
from dashboard.search.reading import SILENCE, Reading, Term, key_of, kind_of, read
from dashboard.search.texts import Texts, texts_of
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.derived import derived

NAMED_ONLY = ("agency", "place", "commune")
"""Kinds whose names find what belongs to them, not every text that holds the same word."""

NO_FILTER = {"page", "glossary", "acronym", "level", "question", "partner"}
"""Kinds that say nothing of a result; a word of such a meaning narrows nothing beside others."""

_ZONE = "zone"


@derived(most=256, bare=True)
def reading(catalog: Catalog, text: str) -> Reading:
    """A query as the lexicon of the data reads it."""
    return read(text, lexicon(catalog))


def telling_terms(catalog: Catalog, text: str) -> tuple[Term, ...]:
    """The terms of a text that say something of a result; all where none does."""
    terms = reading(catalog, text).terms
    return tuple(term for term in terms if not term.kinds() or term.kinds() - NO_FILTER) or terms


@derived(most=256, bare=True)
def results_saying(catalog: Catalog, text: str) -> frozenset[str]:
    """The results that every term of a text finds; all of them where it says nothing.

    Where no result has all terms, those of the things whose names hold all the words (`alimentaire mondial`),
    unless it asks for what nothing is said about.
    """
    terms = telling_terms(catalog, text)
    found = [results_of_term(catalog, term) for term in terms]
    if not found:
        return frozenset(catalog["results"]["result_id"])
    silent = any(SILENCE in term.kinds() for term in terms)
    return frozenset.intersection(*found) or (frozenset() if silent else _results_named_so(catalog, terms))


def _results_named_so(catalog: Catalog, terms: tuple[Term, ...]) -> frozenset[str]:
    things: set[str] = set()
    names = lexicon(catalog)
    for language in names.small:
        parts = [part for term in terms for part in names.key(term.words, language)]
        holders = [set(names.parts[language].get(part, ())) for part in parts]
        things |= set.intersection(*holders) if len(holders) > 1 else set()
    return frozenset().union(*(results_of_thing(catalog, thing) for thing in things))


def results_of_term(catalog: Catalog, term: Term) -> frozenset[str]:
    """The results of what a term names, and those that say it, unless it is an entity's or a place's name."""
    meant = results_meant(catalog, term)
    if any(_names_only(catalog, thing) for thing in term.things):
        return meant
    return meant | results_with(catalog, term)


def results_with(catalog: Catalog, term: Term) -> set[str]:
    """The results whose text says a term."""
    return _texts(catalog).saying(term)


def stems_of_results(catalog: Catalog, language: str) -> dict[str, set[str]]:
    """The results that say each stem of a language."""
    return _texts(catalog).holders[language]


def results_meant(catalog: Catalog, term: Term) -> frozenset[str]:
    """The results of the things that a term names."""
    return frozenset().union(*(results_of_thing(catalog, thing) for thing in term.things))


@derived(bare=True)
def results_of_thing(catalog: Catalog, thing: str) -> frozenset[str]:
    """The results of one thing; those of a commune are its cercle's."""
    holders = _members(catalog)
    if kind_of(thing) == "commune":
        thing = f"place:{catalog.communes[key_of(thing)].place_id}"
    if kind_of(thing) == "place":
        within = places_within(catalog["places"], key_of(thing))
        return frozenset().union(*(holders.get(f"place:{place}", set()) for place in within))
    return frozenset(holders.get(thing, ()))


def _names_only(catalog: Catalog, thing: str) -> bool:
    place = catalog.places.get(key_of(thing)) if kind_of(thing) == "place" else None
    return kind_of(thing) in NAMED_ONLY and not (place and place.level == _ZONE)


@derived(bare=True)
def _members(catalog: Catalog) -> dict[str, set[str]]:
    """The results of each thing that has some."""
    members: dict[str, set[str]] = {}
    for thing, result in _memberships(catalog):
        members.setdefault(thing, set()).add(result)
    return members


def _memberships(catalog: Catalog) -> Iterator[tuple[str, str]]:
    results = prepared_results(catalog)
    for row in records(results):
        key = str(row["result_id"])
        for kind in ("axis", "outcome", "output"):
            yield f"{kind}:{row[f'{kind}_id']}", key
        yield f"beneficiary:{row['beneficiary']}", key
        for kind, column in (("theme", "themes"), ("concerns", "concerns")):
            yield from ((f"{kind}:{code}", key) for code in row[column])
    for row in records(catalog["result_places"]):
        yield f"place:{row['place_id']}", str(row["result_id"])
    listed = results[["result_id", "output_id", "year"]].merge(
        catalog["output_agencies"], on=["output_id", "year"]
    )
    for row in records(listed):
        yield f"agency:{row['agency_id']}", str(row["result_id"])


@derived(bare=True)
def _texts(catalog: Catalog) -> Texts:
    """What each result says: summary, figures, notes of its themes."""
    return texts_of(_said(catalog), lexicon(catalog))


def _said(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    first, *others = LANGUAGES
    for row in records(catalog["results"]):
        for language in LANGUAGES:
            yield str(row["result_id"]), language, translator(language).bare(row, "summary")
    for row in records(catalog["result_figures"]):
        yield str(row["result_id"]), "", f"{row['value']:.10g}"
        for language in LANGUAGES:
            yield str(row["result_id"]), language, translator(language).bare(row, "who")
    for about in catalog.result_themes:
        yield about.result_id, first, about.texts[f"note_{first}"]
        yield from ((about.result_id, language, about.note) for language in others)
