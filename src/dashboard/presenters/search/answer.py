"""What a reader's words find, in groups, the likeliest sort first."""

from collections.abc import Callable, Iterator

from dashboard.analysis.people import people_of
from dashboard.analysis.results import undivided
from dashboard.components.links import Link
from dashboard.components.search import AnswerGroup, Answers, Entry
from dashboard.domain.figure_ids import result_id
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.lexicon import lexicon
from dashboard.presenters.names import ZONE
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.found import (
    reading,
    results_meant,
    results_of_term,
    results_of_thing,
    results_saying,
    results_with,
    telling_terms,
)
from dashboard.presenters.search.entries import called, entry_of, home_of
from dashboard.presenters.search.need import need_found
from dashboard.presenters.search.records import told_of
from dashboard.presenters.search.together import side_by_side
from dashboard.search.ranking import Meant, ranked
from dashboard.search.reading import SILENCE, Reading, key_of, kind_of
from dashboard.search.spelling import alike
from dashboard.store import Catalog
from dashboard.store.derived import derived

GROUPS = {
    "places": ("place", "commune"),
    "agencies": ("agency",),
    "themes": ("theme", "concerns", "beneficiary"),
    "indicators": ("indicator",),
    "plan": ("axis", "outcome", "output"),
    "words": ("glossary", "acronym"),
    "pages": ("page",),
    "questions": ("question",),
    "partners": ("partner",),
}
"""Group of answers -> the kinds of things in it; the order decides between equals."""

KINDS = (SILENCE, *(kind for kinds in GROUPS.values() for kind in kinds))
_MOST = 5
"""Entries of a group that are shown."""

WEAKEST = 0.45
"""The share of the best score below which a thing is not worth showing, unless it was named as a whole."""

PARTLY = 1.0
"""The score of results that say some of the words only: after all names."""

LOCATED = GROUPS["places"]
RESULTS = "results"
FOUND = 8.5
"""The score of the results: below a thing named by the whole query, above one that only holds its words."""


def answers(reader: Reader, text: str, year: int) -> Answers:
    """Everything that a text finds.

    Args:
        reader: for whom.
        text: as typed.
        year: of the report whose results are counted.
    """
    catalog = reader.catalog
    read = reading(catalog, text)
    if not read.terms:
        return Answers(text)
    meant, apart = _apart(catalog, meant_things(catalog, text))
    scored = [*_groups(reader, meant, year), *_results(reader, text, read, year)]
    groups = [group for _, group in sorted(scored, key=lambda pair: -pair[0])]
    needed = list(need_found(reader, read, _homes(catalog, [*(one.thing for one in meant), *apart]), year))
    groups = [*needed, *groups] if len(read.terms) > 1 else [*groups, *needed]
    beside = side_by_side(reader, read, year)
    groups = [*([beside] if beside else []), *groups, *told_of(reader, read)]
    said = [*_corrections(reader, read), *_silences(reader, meant), *(_note(reader, zone) for zone in apart)]
    if groups:
        return Answers(text, said, groups)
    if said:
        return Answers(text, said)
    return Answers(text, [reader.t("search.none", text=text)], near=_near(reader, text, year))


@derived(most=256, bare=True)
def meant_things(catalog: Catalog, text: str) -> list[Meant]:
    """The things that a text may mean, the likeliest first, each place once."""
    size = sum(len(term.words) for term in telling_terms(catalog, text))
    found = ranked(reading(catalog, text), lexicon(catalog), KINDS, max(size, 1))
    if not found:
        return []
    best = found[0].score
    return _one_home_each(catalog, [one for one in found if one.whole or one.score >= WEAKEST * best])


def _one_home_each(catalog: Catalog, found: list[Meant]) -> list[Meant]:
    """Without the towns, communes and districts whose page is that of another place found, and without a
    commune that is called and leads like a town found."""
    at_home = {
        key_of(one.thing): home_of(catalog, one.thing) for one in found if kind_of(one.thing) in LOCATED
    }
    same = {cercle: region for region, cercle in undivided(catalog["places"]).items()}
    homes = {key for key, home in at_home.items() if key == home and same.get(key) not in at_home}
    homes |= {cercle for cercle, region in same.items() if region in homes}
    kept: dict[str, Meant] = {}
    for one in found:
        key = key_of(one.thing)
        elsewhere = kind_of(one.thing) in LOCATED and key not in homes
        if not elsewhere:
            kept[one.thing] = one
        elif at_home[key] not in homes:
            kept.setdefault(f"{called(catalog, one.thing)} {at_home[key]}", one)
    return [one for one in kept.values() if same.get(key_of(one.thing)) not in at_home]


def _apart(catalog: Catalog, meant: list[Meant]) -> tuple[list[Meant], list[str]]:
    """Without the zones that no result names, and those zones."""
    zones = [
        one.thing
        for one in meant
        if kind_of(one.thing) == "place"
        and catalog.places[key_of(one.thing)].level == ZONE
        and not results_of_thing(catalog, one.thing)
    ]
    return [one for one in meant if one.thing not in zones], zones


def _homes(catalog: Catalog, things: list[str]) -> list[str]:
    """The places that tell of the places among things, each once."""
    return list(dict.fromkeys(home_of(catalog, thing) for thing in things if kind_of(thing) in LOCATED))


def _note(reader: Reader, zone: str) -> str:
    """What is said of a zone that no result names."""
    return reader.t.of(reader.catalog.places[key_of(zone)], "note")


def _groups(reader: Reader, meant: list[Meant], year: int) -> Iterator[tuple[float, AnswerGroup]]:
    for place, (key, kinds) in enumerate(GROUPS.items()):
        own = [one for one in meant if kind_of(one.thing) in kinds]
        if own:
            entries = [entry_of(reader, one.thing, year) for one in own[:_MOST]]
            yield own[0].score - place / 100, AnswerGroup(key, reader.t(f"search.group.{key}"), entries)


def _results(reader: Reader, text: str, read: Reading, year: int) -> Iterator[tuple[float, AnswerGroup]]:
    """The results found, those first that more words mean; a link to all of them in Results."""
    catalog = reader.catalog
    rows = catalog.results
    found = [key for key in rows if key in results_saying(catalog, text) and rows[key].year == year]
    if not found:
        yield from _partly(reader, read, year)
        return
    found.sort(key=_worth(catalog, read))
    entries = [_result(reader, key) for key in found[:_MOST]]
    more = Link(reader.t("search.all_results", n=len(found)), reader.link("results", q=text))
    yield FOUND, AnswerGroup(RESULTS, reader.t("search.group.results"), entries, more)


def _partly(reader: Reader, read: Reading, year: int) -> Iterator[tuple[float, AnswerGroup]]:
    """Where no result has all terms: those that have most of them, without a link to a list of all."""
    found = [results_of_term(reader.catalog, term) for term in read.terms]
    rows = reader.catalog.results
    having = {key: sum(key in results for results in found) for key in rows if rows[key].year == year}
    most = max(having.values(), default=0)
    if len(found) > 1 and most > 0:
        best = sorted((key for key in having if having[key] == most), key=_worth(reader.catalog, read))
        entries = [_result(reader, key) for key in best[:_MOST]]
        yield PARTLY, AnswerGroup(RESULTS, reader.t("search.group.partly"), entries)


def _worth(catalog: Catalog, read: Reading) -> Callable[[str], tuple[float, ...]]:
    """Results that more terms mean first, then those that say more of them, then those with most people."""
    meant = [results_meant(catalog, term) for term in read.terms]
    said = [results_with(catalog, term) for term in read.terms]
    people = people_of(catalog["result_figures"])

    def worth(key: str) -> tuple[float, ...]:
        return (
            -sum(key in results for results in meant),
            -sum(key in results for results in said),
            -float(people.get(key, 0)),
        )

    return worth


def _result(reader: Reader, key: str) -> Entry:
    row = reader.catalog.results[key]
    return Entry(Link(reader.t.of(row, "summary"), reader.figure(result_id(key))))


def _corrections(reader: Reader, read: Reading) -> Iterator[str]:
    for typed, right in read.corrected:
        yield reader.t("search.corrected", typed=typed, right=right)


def said_instead(reader: Reader, text: str) -> list[str]:
    """What the report says instead of what was looked for, where it is silent on it."""
    return list(_silences(reader, meant_things(reader.catalog, text)))


def _silences(reader: Reader, meant: list[Meant]) -> Iterator[str]:
    for one in meant:
        if kind_of(one.thing) == SILENCE and one.whole:
            yield reader.t.of(reader.catalog.silences[key_of(one.thing)], "text")


def _near(reader: Reader, text: str, year: int) -> list[Entry]:
    """The things whose names look like a text that found nothing."""
    things = _names(reader.catalog)
    near = dict.fromkeys(things[name] for name in alike(text, things, _MOST))
    return [entry_of(reader, thing, year) for thing in near]


@derived(bare=True)
def _names(catalog: Catalog) -> dict[str, str]:
    """A thing by each name that may be proposed."""
    named = {row.name_fr: f"place:{key}" for key, row in catalog.places.items()}
    for language in LANGUAGES:
        for kind, rows in (("theme", catalog.terms("theme")), ("indicator", catalog.indicators)):
            named |= {translator(language).bare(row, "name"): f"{kind}:{key}" for key, row in rows.items()}
    return named
