"""The tables of the package as files and as records for programs."""

import csv
import io
import re
from functools import cache
from typing import Any

from babel.dates import get_month_names

from dashboard.i18n import translator
from dashboard.i18n.manners import NARROW_NO_BREAK, NO_BREAK
from dashboard.store import Catalog
from dashboard.store.derived import derived

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a CSV file is UTF-8."""

_CODE = re.compile(r"\d+(?:\.\d+)+|0\d+|\d+[eE]\d+|\d{1,2}[-/]\d{1,2}(?:[-/]\d+)?|\d{4}-\d\d")
"""What is no number but a code, and looks like a date, a fraction or a number to a spreadsheet."""
_MONTH = re.compile(r"(?:\d{1,2} )?([^\W\d]+)\.? \d{4}")
"""A month in words: a spreadsheet would take it for its first day."""

_PLAIN_SPACES = str.maketrans({NO_BREAK: " ", NARROW_NO_BREAK: " "})
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.])")
"""How a text begins that a spreadsheet would run as a formula."""

Resource = dict[str, Any]
Record = dict[str, Any]


def table_records(catalog: Catalog, table: str) -> list[Record]:
    """The rows of a table with the types that its schema states; None for an empty cell."""
    resource = catalog.resource(table)
    if not resource:
        return []
    kinds = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    return [
        {name: _typed(row[name], kind) for name, kind in kinds.items()}
        for row in catalog[table].to_dict("records")
    ]


def _typed(value: Any, kind: str) -> Any:
    if value == "" or value != value:
        return None
    if kind in ("integer", "year"):
        return int(value)
    if kind == "number":
        return float(value)
    return bool(value) if kind == "boolean" else str(value)


@derived()
def package_csv(catalog: Catalog, table: str) -> bytes:
    """A table as the package holds it: comma, point, UTF-8, names of columns.

    Written from what was loaded, never read from the folder: what is half typed there is nobody's yet.
    """
    return records_csv(list(catalog[table].columns), table_records(catalog, table))


def records_csv(names: list[str], rows: list[Record]) -> bytes:
    """Records as the package holds them, below the names of their columns."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_plain(value) for value in record.values()] for record in rows)
    return text.getvalue().encode()


def _plain(value: Any) -> str:
    """A cell of the package: `true`, `12.5`, a whole number without point; empty where nothing is given."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def spreadsheet_csv(
    resource: Resource, rows: list[Record], language: str, terms: list[list[str]] | None = None
) -> bytes:
    """The rows of a table as a CSV file that a spreadsheet of that language opens right, with headings.

    Args:
        resource: the table's description.
        rows: its records.
        language: of headings and numbers.
        terms: what stands to the right of heading and rows, `facts_in_words`; a list for each.
    """
    headings = [translator(language).bare(field, "title") for field in resource["schema"]["fields"]]
    table = [headings, *(list(record.values()) for record in rows)]
    beside = terms or [[]] * len(table)
    return csv_bytes([[*row, *more] for row, more in zip(table, beside, strict=True)], language)


@derived()
def source_of_year(catalog: Catalog, year: int) -> str:
    """The report of a year: that of its results, else the only report."""
    results, sources = catalog["results"], catalog["sources"]
    own = results.loc[results["year"] == year, "source_id"]
    return str((own if len(own) else sources.loc[sources["kind"] == "report", "source_id"]).iloc[0])


def csv_bytes(rows: list[list[Any]], language: str) -> bytes:
    """Rows as CSV in the manner of a language: separator and decimal sign; no cell runs as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=translator(language).manners.delimiter)
    writer.writerows([_cell_text(value, language) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def exchange_csv(rows: list[list[Any]]) -> bytes:
    """Rows as CSV for programs that exchange data: comma, point, UTF-8, the same in every language."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_number_text(value, ".") or _plain(_given(value)) for value in row] for row in rows)
    return text.getvalue().encode()


def _given(value: Any) -> Any:
    """A cell, or None for one that is not given; a text with the spaces that every program knows."""
    if isinstance(value, str):
        return value.translate(_PLAIN_SPACES)
    return None if value != value else value


def _number_text(value: Any, decimal: str) -> str:
    """A number that may be a fraction, with that sign; empty for everything else and for NaN."""
    if not isinstance(value, float) or value != value:
        return ""
    return f"{value:.12g}".replace(".", decimal)


def _cell_text(value: Any, language: str) -> str:
    """A value as the spreadsheet of a language reads it; empty for None and NaN."""
    text = _number_text(value, translator(language).manners.decimal) or _plain(_given(value))
    return kept_text(harmless(text), language) if isinstance(value, str) else text


def kept_text(text: str, language: str) -> str:
    """A code or month that a spreadsheet would take for a date or a number, as it keeps it: `="1.1.1"`."""
    month = _MONTH.fullmatch(text)
    kept = _CODE.fullmatch(text) or (month and month[1] in _months(language))
    return f'="{text}"' if kept else text


@cache
def _months(language: str) -> frozenset[str]:
    """The names of months, whole and short, without their points."""
    names = (get_month_names(width, locale=language).values() for width in ("wide", "abbreviated"))
    return frozenset(name.removesuffix(".") for some in names for name in some)


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it."""
    return f"'{text}" if len(text) > 1 and _FORMULA.match(text) else text
