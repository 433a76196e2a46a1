"""The officer's workbook comes back: `dashboard workbook in FILE.xlsx`, told by sheet and cell."""

import csv
import io
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.operate.officer_book import FIRST_ROW
from dashboard.operate.officer_keys import keyed_rows
from dashboard.operate.opening import open_data
from dashboard.operate.releases import replace_folder, staged
from dashboard.store import Catalog
from dashboard.web.tables import package_csv

_Cells = list[list[str]]


@dataclass(frozen=True)
class _Sheet:
    """A table of the workbook: the sheet's own name, its columns in their order, its rows as texts."""

    name: str
    columns: list[str]
    rows: _Cells


def read_book(file: Path, folder: Path) -> Catalog:
    """The tables of a workbook, with those of the folder that it does not hold.

    Raises:
        BrokenPackageError: with every problem by sheet and cell.
    """
    sheets = _sheets(file)
    with tempfile.TemporaryDirectory() as room:
        package = Path(shutil.copytree(folder, Path(room) / "data"))
        for table, sheet in sheets.items():
            (package / f"{table}.csv").write_text(_csv(sheet), encoding="utf-8")
        try:
            return open_data(package)
        except BrokenPackageError as broken:
            raise BrokenPackageError([_in_sheet(problem, sheets) for problem in broken.problems]) from None


def take_in(before: Catalog, after: Catalog, folder: Path, tables: Sequence[str]) -> None:
    """Write the tables that changed, all at one moment: nobody ever reads some of them without the others."""
    paths = {resource["name"]: resource["path"] for resource in before.package["resources"]}
    with staged(folder, folder) as fresh:
        for table in tables:
            (fresh / paths[table]).write_bytes(package_csv(after, table))
        replace_folder(folder, fresh)


def _sheets(file: Path) -> dict[str, _Sheet]:
    """The sheets by the table that the first cell of their hidden row names; others are the officer's own."""
    try:
        book = load_workbook(file, data_only=True, read_only=True)
    except Exception:
        # Whatever a library finds wrong with it: no workbook.
        raise BrokenPackageError([Problem(file.name, 0, "", "", "no_workbook")]) from None
    found = {}
    for sheet in book.worksheets:
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        heads = [head.partition(".") for head in rows[0]] if rows else []
        if heads and heads[0][1] and heads[0][2]:
            width = max(n for n, head in enumerate(heads, 1) if head[2])
            body = [[*row, *[""] * width][:width] for row in rows[FIRST_ROW - 1 :]]
            table, columns = heads[0][0], [head[2] for head in heads[:width]]
            found[table] = _Sheet(sheet.title, columns, keyed_rows(table, columns, body))
    if not found:
        raise BrokenPackageError([Problem(file.name, 0, "", "", "no_workbook")])
    book.close()
    return found


def _text(value: Any) -> str:
    """A cell as an officer sees it: days in ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _csv(sheet: _Sheet) -> str:
    """The sheet as a file; row `n` of it is row `n + 1` of the sheet, which has the codes above."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(sheet.columns)
    for row in sheet.rows:
        writer.writerow(row if any(row) else [])
    return text.getvalue()


def _in_sheet(problem: Problem, sheets: dict[str, _Sheet]) -> Problem:
    """The problem where the officer finds it: `Argent par entité, D14`."""
    sheet = sheets.get(problem.table.removesuffix(".csv"))
    if sheet is None:
        return problem
    column = problem.column.split(", ")[0]
    row = str(problem.row + 1) if problem.row else ""
    letter = get_column_letter(sheet.columns.index(column) + 1) if column in sheet.columns else ""
    place = ", ".join(filter(None, (sheet.name, letter + row)))
    return replace(problem, table=place, row=0, column="" if letter and row else problem.column)
