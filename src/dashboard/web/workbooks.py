"""The whole package as a workbook: sheets that explain, print and list every number, one per table."""

import io
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from dashboard.i18n import Translator
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import report_names
from dashboard.store import Catalog
from dashboard.web.facts import facts_in_words
from dashboard.web.longform import long_records, long_resource
from dashboard.web.tables import Resource, table_records
from dashboard.web.workbook_money import money_sheet
from dashboard.web.workbook_words import words_of_codes

NAME_LIMIT = 31
"""Excel refuses longer names of sheets."""

_WIDEST = 60
NARROWEST = 9
_WHOLE = "#,##0"
_MOST_DECIMALS = 6
_PLAIN = frozenset({"year", "first_year", "last_year"})
"""Whole numbers that are not amounts: written without separators."""

_BOLD = Font(bold=True)
TITLE = Font(bold=True, size=16)
LINK = Font(color="0072A3", underline="single")
_TOP = Alignment(vertical="top", wrap_text=True)
_MADE = datetime(2000, 1, 1)
"""A fixed date of making: the same data gives the same workbook; the data version says how new it is."""


def workbook_bytes(catalog: Catalog, t: Translator) -> bytes:
    """The package as XLSX with the headings of a language.

    Every sheet has a frozen heading row with filters, widths that fit and true types: numbers are numbers,
    and no text runs as a formula. The sums of money are formulas beside the printed totals.
    """
    book = Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = _MADE
    book.properties.title, book.properties.creator = t("site.name"), t("site.name")
    _readme(book, catalog, t)
    _dictionary(book, catalog, t)
    _long(book, catalog, t)
    money_sheet(book.create_sheet(t("workbook.money.sheet")), catalog, t)
    for resource in catalog.package["resources"]:
        _table(book, catalog, resource, t)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def sheet_name(resource: Resource, t: Translator) -> str:
    """The name of a table's sheet in a language."""
    return t.bare(resource, "title")[:NAME_LIMIT]


def _readme(book: Workbook, catalog: Catalog, t: Translator) -> None:
    sheet = book.create_sheet(t("workbook.readme"))
    for letter, width in (("A", 34), ("B", 90), ("C", 10)):
        sheet.column_dimensions[letter].width = width
    licence = catalog.package["licenses"][0]
    facts = {"version": catalog.version, "reports": report_names(Reader(catalog, t))}
    rows: list[list[Any]] = [
        [t("site.name")],
        *([t(f"workbook.{key}.name"), t(f"workbook.{key}", None, **facts)] for key in ABOUT),
        [t("passport.licence"), f"{licence['title']}, {licence['path']}"],
        [],
        [t("workbook.sheet"), t("workbook.content"), t("workbook.rows")],
    ]
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            _put(sheet.cell(line, column), value, _BOLD if column == 1 or line == len(rows) else None)
    sheet["A1"].font = TITLE
    for line, resource in enumerate(catalog.package["resources"], len(rows) + 1):
        name = sheet_name(resource, t)
        _put(sheet.cell(line, 1), name, LINK)
        # As a place in this book: Excel asks the Web for a target that begins with `#`.
        sheet.cell(line, 1).hyperlink = Hyperlink(ref=f"A{line}", location=f"'{name}'!A1", display=name)
        _put(sheet.cell(line, 2), t.bare(resource, "description"))
        _put(sheet.cell(line, 3), len(catalog[resource["name"]]))


ABOUT = ("what", "words", "long", "money", "types", "empty", "cite")
"""What the first sheet explains, in order."""


def _dictionary(book: Workbook, catalog: Catalog, t: Translator) -> None:
    headings = [t(f"dictionary.{key}") for key in ("table", "column", "name", "type", "required", "meaning")]
    rows: list[list[Any]] = [
        [
            sheet_name(resource, t),
            t.bare(field, "title"),
            field["name"],
            t(f"type.{field['type']}"),
            t("yes") if field.get("constraints", {}).get("required") else t("no"),
            t.bare(field, "description"),
        ]
        for resource in catalog.package["resources"]
        for field in resource["schema"]["fields"]
    ]
    _fill(book.create_sheet(t("workbook.dictionary")), headings, rows, [""] * len(headings))


def _table(book: Workbook, catalog: Catalog, resource: Resource, t: Translator) -> None:
    """A table with its codes; to the right of it the words for them, and whose numbers they are."""
    fields, joined = resource["schema"]["fields"], words_of_codes(catalog, resource, t)
    records = table_records(catalog, resource["name"])
    heading, *facts = facts_in_words(catalog, resource["name"], t)
    rows = [
        [*record.values(), *(words.get(str(record[name]), "") for name, words in joined.items()), *more]
        for record, more in zip(records, facts, strict=True)
    ]
    said = [t("workbook.said", column=t.bare(f, "title")) for f in fields if f["name"] in joined] + heading
    formats = ["0" if f["name"] in _PLAIN else "" for f in fields] + [""] * len(said)
    _fill(
        book.create_sheet(sheet_name(resource, t)),
        [*(t.bare(f, "title") for f in fields), *said],
        rows,
        formats,
    )


def _long(book: Workbook, catalog: Catalog, t: Translator) -> None:
    fields = long_resource(catalog)["schema"]["fields"]
    formats = ["0" if field["type"] == "year" else "" for field in fields]
    rows = [list(record.values()) for record in long_records(catalog)]
    _fill(book.create_sheet(t("long")), [t.bare(field, "title") for field in fields], rows, formats)


def _fill(sheet: Any, headings: list[str], rows: list[list[Any]], formats: list[str]) -> None:
    for column, heading in enumerate(headings, 1):
        longest = max([len(heading) + 3, *(len(str(row[column - 1] or "")) for row in rows)])
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(NARROWEST, longest + 1))
        _put(sheet.cell(1, column), heading, _BOLD)
    for line, row in enumerate(rows, 2):
        for column, (value, form) in enumerate(zip(row, formats, strict=True), 1):
            _put(sheet.cell(line, column), value, number=form)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"


def number_format(value: float) -> str:
    """How a sheet shows a number: groups of three, its own decimals, and no decimal sign without any."""
    decimals = next((n for n in range(_MOST_DECIMALS) if round(value, n) == value), _MOST_DECIMALS)
    return f"{_WHOLE}.{'0' * decimals}" if decimals else _WHOLE


def _put(cell: Cell, value: Any, font: Font | None = None, number: str = "") -> None:
    cell.value = value
    if isinstance(value, str):
        # openpyxl would take a text that begins with `=` for a formula.
        cell.data_type = "s"
        cell.alignment = _TOP
    elif value is not None and not isinstance(value, bool):
        cell.number_format = number or number_format(value)
    if font:
        cell.font = font
