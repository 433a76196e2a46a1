"""The tables as a workbook that an officer fills in: `dashboard workbook out FILE.xlsx`.

A sheet per table, headed in the reader's language; a hidden first row names table and column of each cell
below it (`results.year`), so that sheets and columns may be moved, and renamed, without harm.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.i18n import Translator
from dashboard.store import Catalog
from dashboard.store.vocabularies import VOCABULARIES
from dashboard.web.tables import package_csv

FIRST_ROW = 3
"""The first row of a sheet that holds a row of its table: below codes and headings."""
_TEXT = "@"
_NUMERIC = ("integer", "number", "year")
_WIDE, _NARROW, _SHEET_NAME = 48, 14, 31
_SPARE = 500
"""Empty rows below the last that have drop-downs too."""
_LISTS = "_"
"""The hidden sheet with the codes of the drop-downs."""
_MONEY = ("finance_agencies", "finance_axes", "finance_totals")
_AMOUNTS = ("budget_", "mobilised_", "gap_", "spent_")
_OWN = ("execution_rate_pct", "note", "note_fr")


def write_book(catalog: Catalog, file: Path, t: Translator, next_year: bool = False) -> None:
    """The workbook of all tables.

    Args:
        catalog: the tables.
        file: where it goes.
        t: the officer's language.
        next_year: whether the frame of the newest year is copied for the year after, with empty amounts.
    """
    book = Workbook()
    _help(book.active, t)
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for resource in catalog.package["resources"]:
        rows = _table_rows(catalog, resource["name"])
        added = list(_next(resource["name"], rows, catalog.year)) if next_year else []
        sheet = book.create_sheet(t.bare(resource, "title")[:_SHEET_NAME])
        _fill(sheet, resource, [*rows, *added], t)
        for column, codes in _codes(catalog, resource).items():
            _drop_down(sheet, lists, column, codes)
    book.save(file)


def _table_rows(catalog: Catalog, table: str) -> list[dict[str, str]]:
    """The rows of a table as the package writes them."""
    return list(csv.DictReader(io.StringIO(package_csv(catalog, table).decode("utf-8"))))


def _help(sheet: Worksheet, t: Translator) -> None:
    sheet.title = t("officer.help")
    sheet.column_dimensions["A"].width = 110
    for line, key in enumerate(("what", "codes", "keys", "numbers", "years", "back"), 1):
        cell = sheet.cell(line, 1, t(f"officer.help.{key}"))
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _fill(sheet: Worksheet, resource: dict[str, Any], rows: Sequence[dict[str, str]], t: Translator) -> None:
    """Codes in a hidden row, headings with what they mean, then the rows; what is no number is text."""
    for place, field in enumerate(resource["schema"]["fields"], 1):
        name, number = field["name"], field["type"] in _NUMERIC
        sheet.cell(1, place, f"{resource['name']}.{name}")
        heading = sheet.cell(2, place, t.bare(field, "title"))
        heading.font = Font(bold=True)
        if meaning := t.bare(field, "description"):
            heading.comment = Comment(meaning, t("site.name"), height=120, width=320)
        letter = get_column_letter(place)
        if not number:
            sheet.column_dimensions[letter].number_format = _TEXT
        sheet.column_dimensions[letter].width = _WIDE if name.endswith(("_fr", "_en")) else _NARROW
        for line, row in enumerate(rows, FIRST_ROW):
            cell = sheet.cell(line, place, _number(row[name]) if number else row[name] or None)
            if not number:
                _as_text(cell)
    sheet.row_dimensions[1].hidden = True
    sheet.freeze_panes = f"B{FIRST_ROW}"


def _as_text(cell: Any) -> None:
    """No spreadsheet makes a date of 1.1.1, or a formula of a sentence."""
    cell.number_format = _TEXT
    if cell.value is not None:
        cell.data_type = "s"


def _number(text: str) -> float | int | None:
    if not text:
        return None
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _codes(catalog: Catalog, resource: dict[str, Any]) -> dict[int, list[str]]:
    """The codes that a column may hold, by the column's place: of its list, vocabulary, other table."""
    table, schema = resource["name"], resource["schema"]
    other = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    found: dict[int, list[str]] = {}
    for place, field in enumerate(schema["fields"], 1):
        name, listed = field["name"], (field.get("constraints") or {}).get("enum")
        if listed:
            found[place] = list(map(str, listed))
        elif (table, name) in VOCABULARIES:
            found[place] = list(catalog.terms(VOCABULARIES[table, name]))
        elif name in other:
            rows = _table_rows(catalog, other[name]["resource"] or table)
            found[place] = [row[other[name]["fields"][0]] for row in rows]
    return found


def _drop_down(sheet: Worksheet, lists: Worksheet, place: int, codes: list[str]) -> None:
    """A list to choose from; other entries are taken too, and told when the workbook comes back."""
    column = 1 if lists["A1"].value is None else lists.max_column + 1
    for line, code in enumerate(codes, 1):
        _as_text(lists.cell(line, column, code))
    letter, target = get_column_letter(column), get_column_letter(place)
    formula = f"'{_LISTS}'!${letter}$1:${letter}${max(len(codes), 1)}"
    choice = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    choice.add(f"{target}{FIRST_ROW}:{target}{sheet.max_row + _SPARE}")
    sheet.add_data_validation(choice)


def _next(table: str, rows: Sequence[dict[str, str]], year: int) -> Iterator[dict[str, str]]:
    """The frame of the year after: who has a row in each table of money, who works on what, the report."""
    old, new = str(year), str(year + 1)
    for row in rows:
        if table in _MONEY and row["year"] == old:
            empty = [name for name in row if name in _OWN or name.startswith(_AMOUNTS)]
            yield {**row, "year": new, **dict.fromkeys(empty, ""), "source_ref": ""}
        elif table == "output_agencies" and row["year"] == old:
            yield {**row, "year": new}
        elif table == "reports" and row["year"] == old:
            yield {name: text.replace(old, new) for name, text in row.items()}
        elif table == "sources" and row["kind"] == "report" and old in row["source_id"]:
            yield {**{name: text.replace(old, new) for name, text in row.items()}, "url": ""}
