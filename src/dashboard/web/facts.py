"""What each row of a table says of its numbers when it leaves: unit, qualifier, kind, source and licence.

A table that has such a column itself says it there; only what it lacks stands to the right of its columns. A
table without a number has neither unit nor qualifier nor kind, but source and licence all the same.
"""

from collections.abc import Iterator

from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.presenters.reader import speech
from dashboard.store import Catalog
from dashboard.store.derived import derived
from dashboard.web.longform import long_resource
from dashboard.web.tables import Record, Resource, records_csv, source_of_year, table_records

_EXACT, _OBSERVED, _TARGET = "=", "observed", "target"
_MEASURED = ("unit", "qualifier", "kind")
_TERMS = ("source", "attribution", "licence")
_READ = {"unit": "unit", "qualifier": "qualifier", "kind": "observation_kind"}
"""Fact -> the list of `terms` with its words."""
_QUOTING = frozenset({"source_id", "source_ref", "result_id", "year"})
"""Columns of a table that tells what a report or a public source says; all other tables are our own."""


def told_records(catalog: Catalog, table: str) -> list[Record]:
    """The rows of a table for programs: its own columns, then in codes what it does not say itself."""
    rows, names = table_records(catalog, table), fact_names(catalog, table)
    facts = (_facts(catalog, table, row) for row in rows)
    return [{**row, **{name: told[name] for name in names}} for row, told in zip(rows, facts, strict=True)]


@derived()
def told_csv(catalog: Catalog, table: str) -> bytes:
    """A table for programs: comma, point, UTF-8, names of columns; every row says what it is."""
    fields = told_resource(catalog, catalog.resource(table))["schema"]["fields"]
    return records_csv([field["name"] for field in fields], told_records(catalog, table))


def told_resource(catalog: Catalog, resource: Resource) -> Resource:
    """The description of a table as it leaves, with the columns that `told_records` adds."""
    words = {field["name"]: field for field in long_resource(catalog)["schema"]["fields"]}
    added = [
        {name: text for name, text in words[fact].items() if name != "constraints"}
        for fact in fact_names(catalog, resource["name"])
    ]
    schema = resource["schema"]
    return {**resource, "schema": {**schema, "fields": [*schema["fields"], *added]}}


def described(catalog: Catalog) -> list[Resource]:
    """The description of every table as it leaves, and of the long one."""
    return [*(told_resource(catalog, one) for one in catalog.package["resources"]), long_resource(catalog)]


def codebook_csv(catalog: Catalog) -> bytes:
    """Every column of every table and of the long one: names, type and meaning in every language."""
    rows = [
        {"table": resource["name"], "column": field["name"], "type": field["type"], **_said(field)}
        for resource in described(catalog)
        for field in resource["schema"]["fields"]
    ]
    return records_csv(list(rows[0]), rows)


def _said(field: Resource) -> Record:
    """Heading and meaning of a column; one whose heading says all has no other meaning."""
    texts = [
        (f"{name}_{language}", name, translator(language))
        for name in ("title", "description")
        for language in LANGUAGES
    ]
    return {key: t.bare(field, name) or t.bare(field, "title") for key, name, t in texts}


def fact_names(catalog: Catalog, table: str) -> list[str]:
    """The columns that a table does not have itself, in their order; the code of a source is one of them."""
    fields = catalog.resource(table)["schema"]["fields"]
    own = {field["name"].removesuffix("_id") for field in fields}
    measured = "value" in own or any("unit" in field for field in fields)
    return [name for name in (*(_MEASURED if measured else ()), *_TERMS) if name not in own]


def facts_in_words(catalog: Catalog, table: str, t: Translator) -> list[list[str]]:
    """What stands to the right of each row for readers, below its headings; a list for each."""
    rows, names = table_records(catalog, table), fact_names(catalog, table)
    shown = [name for name in names if name != "source"]
    headings = [t("download.source" if name == "attribution" else f"download.{name}") for name in shown]
    told = (_facts(catalog, table, row) for row in rows)
    return [headings, *([_word(catalog, name, facts, t) for name in shown] for facts in told)]


def _facts(catalog: Catalog, table: str, row: Record) -> dict[str, str]:
    """All facts of a row, in codes."""
    resource = catalog.resource(table)
    units = [str(field["unit"]).lower() for field in resource["schema"]["fields"] if "unit" in field]
    source = _source_of(catalog, table, row)
    known = catalog.sources.get(source)
    return {
        "unit": ", ".join(dict.fromkeys(units)),
        "qualifier": _EXACT,
        "kind": _TARGET if row.get("role") == _TARGET else str(resource.get("kind", _OBSERVED)),
        "source": source or catalog.package["name"],
        "attribution": known.attribution if known else str(catalog.package["title"]),
        "licence": known.licence if known else str(catalog.package["licenses"][0]["name"]),
    }


def _word(catalog: Catalog, fact: str, facts: dict[str, str], t: Translator) -> str:
    """A fact as readers of a language say it."""
    if fact in _READ:
        return ", ".join(_words_of(catalog, fact, facts, t))
    source = catalog.sources.get(facts["source"])
    if source is None:
        return speech(catalog, t.language)("site.name") if fact == "attribution" else facts[fact]
    return t.bare(source, fact)


def _words_of(catalog: Catalog, fact: str, facts: dict[str, str], t: Translator) -> Iterator[str]:
    terms = catalog.terms(_READ[fact])
    if fact == "kind" and facts[fact] == _OBSERVED:
        yield t("download.printed")
        return
    yield from (t.bare(terms[code]) for code in facts[fact].split(", "))


def _source_of(catalog: Catalog, table: str, row: Record) -> str:
    """The source that a row names, that of its result, else the report of its year; empty for our own."""
    if row.get("source_id"):
        return str(row["source_id"])
    if row.get("result_id"):
        return catalog.results[row["result_id"]].source_id
    if not _QUOTING & set(catalog[table].columns):
        return ""
    return source_of_year(catalog, int(row.get("year") or catalog.year))


def licence_of(rows: list[Record]) -> str:
    """The terms of some rows together, each once."""
    return "; ".join(dict.fromkeys(str(row["licence"]) for row in rows))
