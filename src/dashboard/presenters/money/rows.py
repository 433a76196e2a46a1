"""The rows of the tables of money in a reader's words: names, amounts, shares, rates, and their passports."""

import pandas as pd

from dashboard.analysis.finance import AMOUNTS, reconciliation, with_rates_and_shares
from dashboard.domain.figure_ids import computed_money_id, money_id
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link, axis_link
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.naming import AMOUNT, amount_column

MONEY_TABLES = {"agency": "finance_agencies", "axis": "finance_axes"}
TOTALS = {"agency": "agencies", "axis": "axes"}
"""Name of each table in figure ids and in the table of printed totals."""
ENTITIES = {"agency": agency_link, "axis": axis_link}
"""Whose a row is, by its short name."""
SMALL_SHARE = 0.05
"""In percent: what one decimal would write as 0,0."""


def folder_column(reader: Reader, column: str) -> str:
    """What the folder's own tables, and so its findings, call a column of `catalog.money`."""
    return column.replace(AMOUNT, amount_column(reader.catalog.package, ""))


def reconciled(catalog: Catalog, year: int) -> pd.DataFrame:
    """Each printed total of a year beside the sum of its rows, see `reconciliation`."""
    agencies, axes = catalog.money("finance_agencies"), catalog.money("finance_axes")
    return reconciliation(agencies, axes, catalog.money("finance_totals"), year)


def rows_of(context: Context, by: str) -> pd.DataFrame:
    """The year's rows by agency or by axis, with what readers see."""
    rows = with_rates_and_shares(context.catalog.money(MONEY_TABLES[by]), int(context.view.year))
    return money_rows(context, rows, by)


def money_rows(reader: Reader, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of `with_rates_and_shares` with what readers see.

    Returns:
        The rows with `label`, `name`, `link`; for each number its text and the address of its passport:
        `<measure>_text` (short), `<measure>_bare` (the same without unit), `<measure>_exact`,
        `<measure>_share_text`, `rate_text`, `mobilised_rate_text`, `printed_rate_text`, and `<same>_figure`.
    """
    t = reader.t
    entities = [ENTITIES[by](reader, str(key)) for key in rows[f"{by}_id"]]
    texts: dict[str, list[str]] = {}
    for m in AMOUNTS:
        texts[f"{m}_text"] = [t.scaled(value) for value in rows[f"{m}_usd"]]
        texts[f"{m}_bare"] = [
            t.number(value / t.scale, 1 if t.scale > 1 else 0) for value in rows[f"{m}_usd"]
        ]
        texts[f"{m}_exact"] = [t.dollars(value) for value in rows[f"{m}_usd"]]
        texts[f"{m}_share_text"] = [_share_text(reader, value) for value in rows[f"{m}_share"]]
        texts[f"{m}_figure"] = _passports(reader, rows, by, m, f"{m}_usd", printed=True)
        texts[f"{m}_share_figure"] = _passports(reader, rows, by, f"{m}_share", f"{m}_share")
    return rows.assign(
        label=[entity.text for entity in entities],
        name=[entity.title for entity in entities],
        link=[entity.href for entity in entities],
        rate_text=[rate_text(reader, value) for value in rows["rate_pct"]],
        rate_figure=_passports(reader, rows, by, "rate", "rate_pct"),
        mobilised_rate_text=[rate_text(reader, value) for value in rows["mobilised_pct"]],
        mobilised_rate_figure=_passports(reader, rows, by, "mobilised_rate", "mobilised_pct"),
        printed_rate_text=[rate_text(reader, value) for value in rows["execution_rate_pct"]],
        printed_rate_figure=_passports(reader, rows, by, "execution_rate", "execution_rate_pct", True),
        **texts,
    )


def _share_text(reader: Reader, value: float) -> str:
    """A share with one decimal, or with the two that keep a small one from being read as none."""
    return reader.t.percent(value, 2 if 0 < abs(value) < SMALL_SHARE else 1)


def rate_text(reader: Reader, value: float) -> str:
    """A rate in whole percent; in words where it can't be computed or is not printed."""
    return reader.t.percent(value, 0) if pd.notna(value) else reader.t("finance.no_rate")


def _passports(
    reader: Reader, rows: pd.DataFrame, by: str, what: str, column: str, printed: bool = False
) -> list[str]:
    """The address of a number's passport in each row; empty where its column has none."""
    make = money_id if printed else computed_money_id
    return [
        reader.figure(make(TOTALS[by], int(year), str(key), what)) if pd.notna(value) else ""
        for year, key, value in zip(rows["year"], rows[f"{by}_id"], rows[column], strict=True)
    ]
