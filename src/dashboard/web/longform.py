"""Every number of the tables in one long table, whose rows say all that a program must know of each.

Values of indicators, money, figures of results and food insecurity by cercle have one form: what, of whom,
where, when, how much, on what terms, and the passport that explains it.
"""

from collections.abc import Iterator, Mapping

from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import speech
from dashboard.store import Catalog
from dashboard.store.derived import derived
from dashboard.web.long_rows import SDMX_SEXES, long_rows
from dashboard.web.tables import Record, Resource

LONG_TABLE = "long"
"""Name of the table in addresses, files and the archive."""


_COLUMNS: dict[str, str] = {
    "dataset": "string", "indicator": "string", "indicator_{}": "string", "subject": "string",
    "subject_{}": "string", "area": "string", "area_name": "string", "areas": "string", "sex": "string",
    "age": "string", "year": "year", "time": "string", "time_range": "string", "period_start": "string",
    "period_end": "string", "value": "number", "qualifier": "string", "unit": "string", "unit_{}": "string",
    "kind": "string", "role": "string", "comparable": "string", "series": "string", "source": "string",
    "attribution": "string", "licence": "string", "line": "string", "passport": "string",
}  # fmt: skip
"""Columns and their types; `{}` stands for each language. Their words are `long.<column>` in catalogues."""

LONG_FILTERS = ("dataset", "indicator", "sex", "year", "source", "area")
"""Columns by which programs ask for a part."""


@derived()
def long_resource(catalog: Catalog) -> Resource:
    """The long table described as the tables of the package are."""
    return {
        "name": LONG_TABLE,
        "path": f"{LONG_TABLE}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_words(catalog, "title", "long"),
        **_words(catalog, "description", "long.what"),
        "schema": {"fields": [_field(catalog, *column) for column in _columns()], "missingValues": [""]},
    }


def _columns() -> Iterator[tuple[str, str, str]]:
    """Name, type and language of each column."""
    for column, kind in _COLUMNS.items():
        for language in LANGUAGES if "{}" in column else ("",):
            yield column.format(language), kind, language


def _field(catalog: Catalog, name: str, kind: str, language: str) -> Resource:
    key = f"long.{name.removesuffix(f'_{language}')}_in" if language else f"long.{name}"
    field = {"name": name, "type": kind, **_words(catalog, "title", key, language)}
    required = {"constraints": {"required": True}} if name in ("indicator", "time", "value", "unit") else {}
    return {**field, **_words(catalog, "description", f"{key}.what", language), **required}


def _words(catalog: Catalog, name: str, key: str, language: str = "") -> dict[str, str]:
    """A text of the description in every language, and one for other tools, as the package has them."""
    said = {}
    for reader in LANGUAGES:
        t = speech(catalog, reader)
        said[f"{name}_{reader}"] = t(key, None, language=t.language_name(language) if language else "")
    return {name: said[f"{name}_{LANGUAGES[-1]}"], **said}


def long_records(catalog: Catalog, asked: dict[str, str] | None = None) -> list[Record]:
    """The rows, values of indicators first; with the columns of `long_resource` in their order.

    Args:
        catalog: the data.
        asked: the codes of `LONG_FILTERS` that rows must have; nothing for all rows.
    """
    names = [name for name, _, _ in _columns()]
    wanted = (asked or {}).items()
    return [
        {name: row.get(name) for name in names}
        for row in long_rows(catalog)
        if all(_has(row, name, code) for name, code in wanted)
    ]


def _has(row: Record, name: str, code: str) -> bool:
    return str(row[name]) == code or code in _more_areas(row, name)


def asked_codes(catalog: Catalog, given: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The codes of `LONG_FILTERS` that a query means, in any case, and in words what is wrong with it."""
    asked, wrong = {}, [f"unknown parameter {name}" for name in given if name not in LONG_FILTERS]
    for name in (name for name in LONG_FILTERS if given.get(name)):
        text = given[name].strip().casefold()
        text = SDMX_SEXES.get(text, text).casefold() if name == "sex" else text
        code = next((code for code in filter_codes(catalog)[name] if code.casefold() == text), None)
        if code is None:
            wrong.append(f"{name}={given[name]} does not exist")
        else:
            asked[name] = code
    return asked, wrong


def _more_areas(row: Record, name: str) -> list[str]:
    """The areas that a row is about together, for the filter of areas."""
    return str(row["areas"] or "").split() if name == "area" else []


@derived()
def filter_codes(catalog: Catalog) -> dict[str, list[str]]:
    """What each of `LONG_FILTERS` takes, in the order in which rows have it."""
    found: dict[str, dict[str, None]] = {name: {} for name in LONG_FILTERS}
    for row in long_rows(catalog):
        for name, codes in found.items():
            codes.update(dict.fromkeys([str(row[name]), *_more_areas(row, name)]))
    return {name: list(codes) for name, codes in found.items()}
