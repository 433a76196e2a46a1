"""The search in one small file, so that a browser finds the same things without the server.

It holds every name and form of a word with its stem, made here: the browser only looks up. What weighs one
meaning against another goes along, so that it is written once.
"""

from collections.abc import Iterable
from itertools import count, zip_longest
from typing import Any

from dashboard.analysis.results import SPOTLIGHT, undivided
from dashboard.domain.text import words_of
from dashboard.i18n import LANGUAGES
from dashboard.presenters.agencies.overlap import MOST_AGENCIES
from dashboard.presenters.lexicon import all_names, lexicon
from dashboard.presenters.names import ZONE
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.found import NAMED_ONLY, NO_FILTER, results_of_thing, stems_of_results
from dashboard.presenters.search.answer import FOUND, GROUPS, KINDS, PARTLY, RESULTS, WEAKEST
from dashboard.presenters.search.entries import entry_of, home_of, home_sentence
from dashboard.presenters.search.together import COMPARE, COMPARED, WITH_PAGES, compared_at
from dashboard.search.lexicon import EXACT, LONGEST, SENTENCE, WORDS, Lexicon, Name
from dashboard.search.ranking import LEAST, PART, WHOLE
from dashboard.search.reading import MOST_WORDS, SILENCE, key_of, kind_of
from dashboard.search.spelling import LONG, SHORTEST, SHORTEST_BEGINNING, SHORTEST_RIGHT, SILENT
from dashboard.search.stems import FEMININE, SHORTEST_BEFORE, stem

_COMMUNE = "commune"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def search_index(reader: Reader) -> dict[str, Any]:
    """What `front/js/engine.js` reads, in the reader's language, for the results of the latest year.

    Results are numbered in the order of their table; a set of them is a text of `digits` (base 36) each.
    """
    catalog = reader.catalog
    words = lexicon(catalog)
    numbers = _numbers(reader)
    names = _names_by_thing(catalog)
    fits = sorted({name.fit for own in names.values() for name in own})
    return {
        "rules": {**_rules(), "digits": len(next(iter(numbers.values()), "00"))},
        "said": _said(reader),
        "small": {one: " ".join(sorted(words.small[one])) for one in LANGUAGES},
        "forms": {one: _forms(words, one, _meant(names, one)) for one in LANGUAGES},
        "texts": {one: _texts(reader, numbers, one) for one in LANGUAGES},
        "fits": fits,
        "same": undivided(catalog["places"]),
        "inside": _inside(reader),
        "things": _columns([_thing(reader, thing, own, fits, numbers) for thing, own in names.items()]),
    }


def _rules() -> dict[str, Any]:
    return {
        "groups": {key: list(kinds) for key, kinds in GROUPS.items()},
        "kinds": KINDS,
        "named": NAMED_ONLY,
        "unfiltering": sorted(NO_FILTER),
        "whole": WHOLE, "part": PART, "least": LEAST, "weakest": WEAKEST, "found": FOUND, "partly": PARTLY,
        "longest": LONGEST, "words": MOST_WORDS, "sentence": SENTENCE,
        "shortest": SHORTEST, "right": SHORTEST_RIGHT, "long": LONG, "beginning": SHORTEST_BEGINNING,
        "most": MOST_AGENCIES, "alone": WITH_PAGES, "apart": f"axis:{SPOTLIGHT}",
        "silent": SILENT, "feminine": FEMININE, "before": SHORTEST_BEFORE,
    }  # fmt: skip


def _said(reader: Reader) -> dict[str, Any]:
    """The words around what is found; `{n}`, `{names}`, `{text}`, `{typed}` and `{right}` stay open, and so
    does the end of the addresses that compare."""
    t = reader.t
    heads = {key: t(f"search.group.{key}") for key in (*GROUPS, RESULTS, "partly", COMPARE)}
    return heads | {
        "one": t.template("search.all_results", 1),
        "many": t.template("search.all_results", 2),
        "all": t.template("search.box.all"),
        "none": t.template("search.none"),
        "corrected": t.template("search.corrected"),
        "count": t.template("search.box.count", 2),
        "list": t("search.box.list"),
        "page": reader.link("search"),
        "listed": reader.link("results"),
        "beside": t.template("search.compare"),
        "common": [t("search.in_common", n=0), *(t.template("search.in_common", n) for n in (1, 2))],
        "compared": {kind: compared_at(reader, [f"{kind}:-"])[:-1] for kind in COMPARED},
    }


def _inside(reader: Reader) -> dict[str, str]:
    """By the place that has a page, the sentence about what lies in it; `{name}` stays open."""
    homes = {row.place_id for row in reader.catalog.communes.values()}
    return {home: home_sentence(reader, "{name}", home) for home in sorted(homes)}


def _numbers(reader: Reader) -> dict[str, str]:
    """Each result of the latest year as a number of `_digits`."""
    rows = reader.catalog.results
    keys = [key for key, row in rows.items() if row.year == reader.catalog.year]
    digits = _digits(len(keys))
    return {key: in_digits(place, digits) for place, key in enumerate(keys)}


def _digits(results: int) -> int:
    """How many digits the numbers of so many results have: two, as long as these are enough."""
    return next(digits for digits in count(2) if len(_DIGITS) ** digits >= results)


def in_digits(number: int, digits: int) -> str:
    """A number in base 36, `0z`."""
    base = len(_DIGITS)
    return "".join(_DIGITS[number // base**place % base] for place in reversed(range(digits)))


def _set(results: Iterable[str], numbers: dict[str, str]) -> str:
    return "".join(sorted(numbers[key] for key in results if key in numbers))


def _meant(things: Iterable[str], language: str) -> set[str]:
    """The words of a language that readers' words mean."""
    texts = [thing.split(":", 2)[1:] for thing in things if kind_of(thing) == WORDS]
    return {word for spoken, text in texts if spoken == language for word in words_of(text).split()}


def _forms(words: Lexicon, language: str, meant: set[str]) -> list[str]:
    """The words of a language; words of others, and those that readers' words mean, whose stem in this
    language means something; for each of both how many letters it loses (a digit of base 36), `=` where its
    stem is no beginning of it; those stems. Alike beside alike packs better.
    """
    own = sorted(words.words[language])
    strange = sorted(meant.union(*words.words.values()) - words.words[language])
    read = [word for word in strange if stem(word, language) in words.stems[language]]
    shorts = [(word, stem(word, language)) for word in (*own, *read)]
    cuts = [_DIGITS[len(word) - len(short)] if word.startswith(short) else "=" for word, short in shorts]
    others = [short for (_, short), cut in zip(shorts, cuts, strict=True) if cut == "="]
    return [" ".join(own), " ".join(read), "".join(cuts), " ".join(others)]


def _texts(reader: Reader, numbers: dict[str, str], language: str) -> list[str]:
    """Every stem that results say; for each those that do."""
    said = stems_of_results(reader.catalog, language)
    return [" ".join(sorted(said)), " ".join(_set(said[part], numbers) for part in sorted(said))]


def _names_by_thing(catalog: Any) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = {}
    for name in all_names(catalog):
        names.setdefault(name.thing, []).append(name)
    return names


def _columns(rows: list[list[str]]) -> list[list[str]]:
    """Rows of any length as columns: alike beside alike packs better."""
    return [list(column) for column in zip_longest(*rows, fillvalue="")]


def _thing(
    reader: Reader, thing: str, names: list[Name], fits: list[float], numbers: dict[str, str]
) -> list[str]:
    """Key, names, results, level and home, then what is shown: name, address, note, count, text.

    A commune has its name only; results, address and count are those of its home. In the names `=` is the
    shown name; those of one fit and language stand together after `|` and two digits.
    """
    languages = (EXACT, *LANGUAGES)
    written: dict[str, dict[str, str]] = {}
    for name in names:
        sort = f"{fits.index(name.fit)}{languages.index(name.language)}"
        written.setdefault(sort, {})[words_of(name.text)] = ""
    told = kind_of(thing) in KINDS and kind_of(thing) != _COMMUNE
    results = _set(results_of_thing(reader.catalog, thing), numbers) if told else ""
    shown = _shown(reader, thing)
    label = words_of(shown[0]) if shown else ""
    spelled = "|".join(sort + ";".join(own) for sort, own in written.items())
    if label:
        spelled = spelled.replace(label, "=")
    return [thing, spelled, results, *_place(reader, thing), *shown]


def _place(reader: Reader, thing: str) -> tuple[str, str]:
    """The level of a place and the place whose page tells of it."""
    if kind_of(thing) not in GROUPS["places"]:
        return "", ""
    home = home_of(reader.catalog, thing)
    return lexicon(reader.catalog).levels[thing], "" if home == key_of(thing) else home


def _shown(reader: Reader, thing: str) -> tuple[str, ...]:
    catalog, key = reader.catalog, key_of(thing)
    if kind_of(thing) == SILENCE:
        return (reader.t.of(catalog.silences[key], "text"),)
    if kind_of(thing) not in KINDS:
        return ()
    if kind_of(thing) == _COMMUNE:
        return (catalog.communes[key].name_fr,)
    entry = entry_of(reader, thing, catalog.year)
    if kind_of(thing) == "place" and catalog.places[key].level == ZONE:
        return entry.name.text, entry.name.href, reader.t.of(catalog.places[key], "note"), entry.count
    return entry.name.text, entry.name.href, entry.note, entry.count, entry.text
