"""Every number that the report prints, in one small file, so that a browser can check a speech by itself.

What a text says is read by `front/js/speech.js`; here stands what there is to be found.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile
from typing import Any

from dashboard.analysis.trends import LEVEL_KINDS
from dashboard.domain.figure_ids import parts_of
from dashboard.domain.measured import Observation
from dashboard.domain.records import Quantity, TableRecord
from dashboard.domain.text import words_of
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.findings import GRAVE, findings_about
from dashboard.presenters.names import ZONE
from dashboard.presenters.passages import Taken, numbers_of
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import agencies_of, figure_text, figure_value, figures_of, places_of
from dashboard.store import Catalog
from dashboard.store.derived import derived

_KINDS = {"percent": "percent", "percent_change": "percent", "usd": "usd", "xof": "xof"}
"""Unit of the tables -> how a text shows it; all others count things."""
_PEOPLE = "people"
_BEGINNING = 5
"""Letters by which a word is known again, whatever its ending."""
_SHORTEST = 4
_SAID = ("found", "near", "rounded", "contested", "other", "absent", "none", "counted")
_MEASURES = ("budget", "mobilised", "gap", "spent", "execution_rate")
_SPOKEN = (
    *_MEASURES, "female", "male", "child", "between", "up", "down", "usd", "xof", "percent", "people",
    "million", "billion", "thousand", "about", "numbered", "age", "axis", "small", "of", "joined",
)  # fmt: skip
"""Lists of words that a speech uses, in the catalogues as `speech.<name>`."""


def quote_index(reader: Reader) -> dict[str, Any]:
    """What `front/js/speech.js` reads, for the newest report.

    A fact is value, kind of unit, address, name, value in words, the first word of what it counts, what it
    counts, its own words, further words, agencies, places, measure, sex, year, the address and words of the
    finding against it, and whether the value rose or fell; words are beginnings of words in every language.
    """
    catalog, places = reader.catalog, reader.catalog.places
    called = [f"{column}_{language}" for column in ("acronym", "name") for language in LANGUAGES]
    facts = [_fact(reader, taken) for taken in numbers_of(catalog, catalog.year)]
    return {
        "said": {key: reader.t.template(f"quote.{key}") for key in _SAID},
        "beginning": _BEGINNING,
        "shortest": _SHORTEST,
        "spoken": {name: _spoken(name) for name in _SPOKEN},
        "agencies": _names(catalog, "agencies", (*called, "aliases")),
        "places": _names(catalog, "places", ("name_fr", "aliases")),
        "within": {key: row.parent_id for key, row in places.items() if row.parent_id},
        "units": _beginnings(text for row in catalog.terms("unit").values() for text in _in_all(row, "name")),
        "inhabitants": [words_of(name) for name in _in_all(reader.catalog.package["country"], "name")],
        "facts": facts,
    }


def _spoken(name: str) -> str:
    """The words of a list in all languages."""
    return " ".join(translator(language)(f"speech.{name}") for language in LANGUAGES)


def _names(catalog: Catalog, table: str, columns: Iterable[str]) -> dict[str, list[str]]:
    """Names of each row as people write them; areas outside the division are called like common words."""
    rows = ((key, row) for key, row in catalog.rows(table).items() if row.get("level") != ZONE)
    texts = {key: ";".join(str(row.get(column, "")) for column in columns) for key, row in rows}
    return {key: list(dict.fromkeys(filter(None, text.split(";")))) for key, text in texts.items()}


def _fact(reader: Reader, taken: Taken) -> list[Any]:
    facts, (heads, own, more) = _described(reader.catalog, taken)
    mine = facts["own"][LANGUAGES.index(reader.t.language) :: len(LANGUAGES)]
    first = [thing[0] for thing in _things(mine)]
    found = _against(reader, taken, facts["measure"])
    row = [
        taken.value, facts["kind"], reader.figure(taken.figure), *_name_and_value(reader, taken),
        *_each_once([first, heads, own, more]),
        " ".join(facts["agencies"]), " ".join(facts["places"]), facts["measure"], facts["sex"], facts["year"],
        *found, facts["moved"],
    ]  # fmt: skip
    while row[-1] in ("", 0):
        row.pop()
    return row


def _name_and_value(reader: Reader, taken: Taken) -> tuple[str, str]:
    """As the passport of a number says them; most are of results, whose passports tell much more."""
    kind, parts = parts_of(taken.figure)
    if kind == "r":
        figure = _figure(reader.catalog, parts)
        return figure_text(reader, figure), figure_value(reader, figure)
    if (passport := passport_of(reader, taken.figure)) is None:
        raise LookupError(taken.figure)
    return passport.name, passport.value


def _figure(catalog: Catalog, parts: tuple[str, ...]) -> Quantity:
    """The quantity of a result that an id names."""
    return next(row for row in figures_of(catalog, parts[0]) if row.seq == int(parts[1]))


def _against(reader: Reader, taken: Taken, measure: str) -> list[str]:
    """Address and sentence of the gravest finding that puts a number in doubt."""
    key, column = taken.key.partition("~")[0], _COLUMNS.get(measure, "")
    tables = ("results", "result_figures") if taken.table == "result_figures" else (taken.table,)
    found = [
        finding
        for table in tables
        for finding in findings_about(reader, table, [key], column, taken.year)
        if finding.severity in GRAVE
    ]
    return [found[0].href, found[0].sentence] if found else ["", ""]


_COLUMNS = {name: f"{name}_pct" if name == "execution_rate" else f"{name}_usd" for name in _MEASURES}


@derived(bare=True)
def _described(catalog: Catalog, taken: Taken) -> tuple[dict[str, Any], tuple[list[str], ...]]:
    """What the tables say of a number; in beginnings of words what its names count, their words, more."""
    blank = {"agencies": [], "places": [], "measure": "", "sex": "", "year": 0, "own": [], "more": [],
             "moved": ""}  # fmt: skip
    kind, parts = parts_of(taken.figure)
    facts = {**blank, **{"r": _result, "o": _observation, "m": _money}[kind](catalog, taken, parts)}
    heads = [word for thing in _things(facts["own"]) for word in thing]
    return facts, (heads, _beginnings(facts["own"]), _beginnings(facts["more"]))


def _result(catalog: Catalog, taken: Taken, parts: tuple[str, ...]) -> dict[str, Any]:
    result = catalog.results[parts[0]]
    figure = _figure(catalog, parts)
    output = catalog.outputs.get(result.output_id)
    return {
        "kind": _kind(figure.unit),
        "own": [*_in_all(figure, "who"), *_unit_words(catalog, figure.unit)],
        "more": [*_in_all(result, "summary"), *_in_all(output, "label")],
        "agencies": agencies_of(catalog, result.output_id, result.year),
        "places": places_of(catalog, parts[0]),
        "sex": figure.sex,
    }


def _observation(catalog: Catalog, taken: Taken, parts: tuple[str, ...]) -> dict[str, Any]:
    row = catalog.observations[parts[0]]
    indicator = catalog.indicators[row.indicator_id]
    return {
        "kind": _kind(row.unit),
        "own": [*_in_all(indicator, "name"), *_unit_words(catalog, row.unit)],
        "more": _in_all(indicator, "definition"),
        "sex": "" if row.sex == "total" else row.sex,
        "year": row.year,
        "measure": _direction(row, row.value),
        "moved": _moved(catalog, row),
    }


def _moved(catalog: Catalog, row: Observation) -> str:
    """Whether the report's values of an indicator rise or fall to this one and from it; empty for both."""
    own = (row.indicator_id, row.source_id, row.sex)
    same = (one for one in catalog.observations.values() if (one.indicator_id, one.source_id, one.sex) == own)
    levels = sorted((one for one in same if one.kind in LEVEL_KINDS), key=lambda one: one.period_start)
    if row not in levels:
        return ""
    place = levels.index(row)
    earlier = [one.value for one in levels[:place] if one.value != row.value][-1:]
    later = [one.value for one in levels[place + 1 :] if one.value != row.value][:1]
    rises = {row.value > other for other in earlier} | {other > row.value for other in later}
    return ("up" if True in rises else "down") if len(rises) == 1 else ""


def _direction(row: Observation, value: float) -> str:
    """Whether a printed change is a rise or a fall."""
    return ("up" if value > 0 else "down") if row.kind.endswith("_change") else ""


def _money(catalog: Catalog, taken: Taken, parts: tuple[str, ...]) -> dict[str, Any]:
    table, _, key, measure = parts
    own = [f"axis:{key}"] if table == "axes" else []
    return {
        "kind": "percent" if measure == "execution_rate" else "usd",
        "agencies": [key] if table == "agencies" else [],
        "places": own,
        "measure": measure,
        "year": taken.year,
    }


def _kind(unit: str) -> str:
    return _KINDS.get(unit, _PEOPLE if unit == _PEOPLE else "count")


def _unit_words(catalog: Catalog, unit: str) -> list[str]:
    return _in_all(catalog.terms("unit").get(unit), "name")


def _in_all(row: TableRecord | Mapping[str, str] | None, column: str) -> list[str]:
    """A text in every language, empty where there is none."""
    texts = row.texts if isinstance(row, TableRecord) else row or {}
    return [texts.get(f"{column}_{language}", "") for language in LANGUAGES]


def _things(texts: Iterable[str]) -> list[list[str]]:
    """What names count, in beginnings of words: of each thing the words before the first that only joins.

    `Enfants touchés par la fermeture des écoles` counts children, not schools.
    """
    joined, small = _words("joined"), {*_words("between"), *_words("small"), *_words("of")}
    things = (
        [_beginning(word) for word in takewhile(lambda word: word not in small, thing) if len(word) > 1]
        for text in texts
        for thing in _parted(text, joined)
    )
    return [thing for thing in things if thing]


def _each_once(lists: Iterable[list[str]]) -> list[str]:
    """Each list as one text, without the words of those before it."""
    known: set[str] = set()
    texts = []
    for words in lists:
        texts.append(" ".join(word for word in dict.fromkeys(words) if word not in known))
        known.update(words)
    return texts


def _parted(text: str, joined: frozenset[str]) -> list[list[str]]:
    """The words of a text, parted where it joins one thing to another."""
    parts: list[list[str]] = [[]]
    for piece in re.split("[,;:(]", text):
        parts.append([])
        for word in words_of(piece).split():
            parts.append([]) if word in joined else parts[-1].append(word)
    return parts


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of(_spoken(name)).split())


def _beginning(word: str) -> str:
    """What is left of a word for its plural and its forms to be one."""
    return re.sub("s$", "", word)[:_BEGINNING]


def _beginnings(texts: Iterable[str]) -> list[str]:
    """The beginnings of the words that tell something, in their order."""
    words = (re.sub("s$", "", word) for text in texts for word in words_of(text).split())
    telling = (word for word in words if len(word) >= _SHORTEST and not word.isdigit())
    return list(dict.fromkeys(map(_beginning, telling)))
