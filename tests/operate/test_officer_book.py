"""The tables go out as a workbook and come back: nothing is lost, and what is wrong is told by its cell."""

import re

import pytest
from openpyxl import load_workbook

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import translator
from dashboard.operate.commands import main
from dashboard.operate.officer_book import FIRST_ROW, write_book
from dashboard.operate.officer_return import read_book
from dashboard.operate.report import problem_lines
from dashboard.store.changes import changes_between


@pytest.fixture(scope="module")
def written(catalog, tmp_path_factory):
    file = tmp_path_factory.mktemp("book") / "next.xlsx"
    write_book(catalog, file, translator("fr"), next_year=True)
    return file


@pytest.fixture
def book(written):
    return load_workbook(written)


def of_table(book, table):
    """The sheet of a table: by its hidden row."""
    return next(sheet for sheet in book.worksheets if str(sheet["A1"].value).startswith(f"{table}."))


def column(sheet, name):
    return next(cell.column_letter for cell in sheet[1] if str(cell.value).endswith(f".{name}"))


def test_an_untouched_workbook_changes_nothing(catalog, settings, tmp_path):
    write_book(catalog, tmp_path / "all.xlsx", translator("fr"))
    assert changes_between(catalog, read_book(tmp_path / "all.xlsx", settings.data)) == []


def test_the_sheets_help_whoever_fills_them(book, catalog):
    sheet = of_table(book, "results")
    assert sheet.row_dimensions[1].hidden
    assert len(book.sheetnames) == len(catalog.package["resources"]) + 2
    output = sheet[f"{column(sheet, 'output_id')}{FIRST_ROW + 60}"]
    assert (output.data_type, output.number_format) == ("s", "@"), "no date is made of 1.1.1"
    assert len(sheet.data_validations.dataValidation) >= 3
    assert any(cell.comment for cell in sheet[2]), "a heading says what it means"
    assert sheet.column_dimensions[column(sheet, "output_id")].number_format == "@"


def test_the_next_year_has_its_frame_and_no_amounts(book):
    sheet = of_table(book, "finance_agencies")
    year, budget, agency = (column(sheet, name) for name in ("year", "budget_usd", "agency_id"))
    rows = [row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet[f"{year}{row}"].value == 2022]
    assert len(rows) == sum(
        sheet[f"{year}{row}"].value == 2021 for row in range(FIRST_ROW, sheet.max_row + 1)
    )
    assert all(sheet[f"{agency}{row}"].value for row in rows)
    assert not any(sheet[f"{budget}{row}"].value for row in rows)


def test_a_fault_is_told_by_sheet_and_cell(book, settings, tmp_path):
    sheet = of_table(book, "finance_agencies")
    place = f"{column(sheet, 'budget_usd')}{FIRST_ROW + 2}"
    sheet[place].value = "12,5 M"
    book.save(tmp_path / "wrong.xlsx")
    with pytest.raises(BrokenPackageError) as broken:
        read_book(tmp_path / "wrong.xlsx", settings.data)
    lines = problem_lines(broken.value.problems, translator("fr"))
    assert any(line.startswith(f"{sheet.title}, {place}") and "12,5 M" in line for line in lines), lines


def test_the_command_takes_a_change_into_the_tables(package, tmp_path, capsys):
    file = tmp_path / "mine.xlsx"
    assert main(["workbook", "out", str(file), str(package)]) == 0
    book = load_workbook(file)
    sheet = of_table(book, "agencies")
    sheet[f"{column(sheet, 'name_fr')}{FIRST_ROW}"].value = "Un autre nom"
    book.save(file)
    assert main(["workbook", "in", str(file), str(package)]) == 0
    assert re.search(r"Un autre nom", capsys.readouterr().out)
    assert "Un autre nom" in (package / "agencies.csv").read_text(encoding="utf-8")


def test_another_file_is_refused_in_words(package, tmp_path, capsys):
    (tmp_path / "text.xlsx").write_text("no workbook", encoding="utf-8")
    assert main(["workbook", "in", str(tmp_path / "text.xlsx"), str(package)]) == 1
    assert "text.xlsx" in capsys.readouterr().out
