"""The whole package as a workbook: a sheet that explains, a dictionary, one sheet per table."""

import io
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from dashboard.i18n import Translator
from dashboard.store import Catalog
from dashboard.web.tables import Record, Resource, table_records

NAME_LIMIT = 31
"""Excel refuses longer names of sheets."""

_WIDEST = 60
NARROWEST = 9
_FORMATS = {"integer": "#,##0", "number": "#,##0.######"}
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
    and no text runs as a formula.
    """
    book = Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = _MADE
    book.properties.title, book.properties.creator = t("site.name"), t("site.name")
    _readme(book, catalog, t)
    _dictionary(book, catalog, t)
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
    facts = {"version": catalog.version, "year": catalog.year}
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
        sheet.cell(line, 1).hyperlink = f"#'{name}'!A1"
        _put(sheet.cell(line, 2), t.bare(resource, "description"))
        _put(sheet.cell(line, 3), len(catalog[resource["name"]]))


ABOUT = ("what", "words", "types", "empty", "cite")
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
    fields = resource["schema"]["fields"]
    records: list[Record] = table_records(catalog, resource["name"])
    formats = ["0" if f["name"] in _PLAIN else _FORMATS.get(f["type"], "") for f in fields]
    sheet = book.create_sheet(sheet_name(resource, t))
    _fill(sheet, [t.bare(f, "title") for f in fields], [list(r.values()) for r in records], formats)


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


def _put(cell: Cell, value: Any, font: Font | None = None, number: str = "") -> None:
    cell.value = value
    if isinstance(value, str):
        # openpyxl would take a text that begins with `=` for a formula.
        cell.data_type = "s"
        cell.alignment = _TOP
    elif number:
        cell.number_format = number
    if font:
        cell.font = font
