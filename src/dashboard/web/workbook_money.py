"""A sheet of money to print: rows as printed, sums and rates as live formulas, beside printed totals."""

from typing import Any

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dashboard.analysis.finance import AMOUNTS, totals
from dashboard.i18n import Translator
from dashboard.store import Catalog
from dashboard.store.catalog import records

_STRONG = Font(bold=True)
_AMOUNT_FORMAT, _RATE_FORMAT = "#,##0", "0.0"
_WIDTH = 20
_PARTS = (("agency", "finance_agencies", "agencies", "acronym"), ("axis", "finance_axes", "axes", "short"))
"""Whose money, its table, the name of its printed total, what names a row."""
_LETTERS = {measure: get_column_letter(column) for column, measure in enumerate(AMOUNTS, 2)}
_PRINTED_RATE, _COMPUTED_RATE = len(AMOUNTS) + 2, len(AMOUNTS) + 3


def money_sheet(sheet: Any, catalog: Catalog, t: Translator) -> None:
    """Both tables of the newest year, one below the other; a formula follows what a reader changes."""
    line = 1
    for by, table, total, name in _PARTS:
        money = catalog.money(table)
        rows = records(money[money["year"] == catalog.year])
        owners = catalog.rows(total)
        for row in rows:
            row["label"] = t.bare(owners[str(row[f"{by}_id"])], name)
        _heading(sheet, line, t(f"funding.total.{total}"), t)
        printed = totals(catalog.money("finance_totals"), catalog.year, total)
        line = _part(sheet, line + 2, rows, {**printed, "label": t("workbook.printed")}, t)
    for column in range(1, _COMPUTED_RATE + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH if column > 1 else 2 * _WIDTH
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _heading(sheet: Any, line: int, title: str, t: Translator) -> None:
    usd = [f"{t(f'finance.{measure}')} ({t.currency.upper()})" for measure in AMOUNTS]
    rates = [f"{t(f'finance.rate.{kind}')} (%)" for kind in ("printed", "computed")]
    sheet.cell(line, 1, title).font = _STRONG
    for column, heading in enumerate([*usd, *rates], 2):
        sheet.cell(line + 1, column, heading).font = _STRONG


def _part(sheet: Any, first: int, rows: list[Any], printed: dict[str, Any], t: Translator) -> int:
    """The rows of a table from a line on, sum, printed total and difference; gives the next line."""
    for line, row in enumerate(rows, first):
        _row(sheet, line, row)
    end = first + len(rows)
    sums = {f"{m}_usd": f"=SUM({letter}{first}:{letter}{end - 1})" for m, letter in _LETTERS.items()}
    _row(sheet, end, {**sums, "label": t("workbook.sum")}, strong=True)
    _row(sheet, end + 1, printed, strong=True)
    apart = {f"{m}_usd": f"={letter}{end}-{letter}{end + 1}" for m, letter in _LETTERS.items()}
    _row(sheet, end + 2, {**apart, "label": t("workbook.apart")}, strong=True, rate=False)
    return end + 5


def _row(sheet: Any, line: int, row: dict[str, Any], strong: bool = False, rate: bool = True) -> None:
    """A name, its amounts, the rate as printed and, as a formula, spent over mobilised."""
    sheet.cell(line, 1, row["label"])
    for column, measure in enumerate(AMOUNTS, 2):
        sheet.cell(line, column, row[f"{measure}_usd"]).number_format = _AMOUNT_FORMAT
    if row.get("execution_rate_pct") is not None:
        sheet.cell(line, _PRINTED_RATE, row["execution_rate_pct"])
    if rate:
        spent, mobilised = f"{_LETTERS['spent']}{line}", f"{_LETTERS['mobilised']}{line}"
        formula = f'=IF({mobilised}=0,"",100*{spent}/{mobilised})'
        sheet.cell(line, _COMPUTED_RATE, formula).number_format = _RATE_FORMAT
    if strong:
        for cell in sheet[line]:
            cell.font = _STRONG
