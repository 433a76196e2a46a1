"""Money: printed amounts, and what is computed from them."""

import pandas as pd


def totals(finance_totals: pd.DataFrame, year: int, table: str) -> dict[str, float]:
    """The printed totals of a year.

    Args:
        finance_totals: the table of that name.
        year: report year.
        table: `agencies` (Tab1), `axes` (Tab2) or `text` (section 2.6).

    Raises:
        LookupError: when the report prints no such total.
    """
    rows = finance_totals[(finance_totals["year"] == year) & (finance_totals["table"] == table)]
    if rows.empty:
        raise LookupError(f"no {table} total for {year}")
    return {str(column): value for column, value in rows.iloc[0].items()}


def by_agency(finance_agencies: pd.DataFrame, year: int, order: str = "budget") -> pd.DataFrame:
    """Tab1 of a year with the computed rate, largest first.

    Args:
        finance_agencies: the table of that name.
        year: report year.
        order: `budget`, `mobilised`, `spent`, `gap`, `execution_rate` or `name`.

    Returns:
        The printed columns plus `rate_pct`: spent over mobilised in percent, NaN where nothing was mobilised.
    """
    rows = finance_agencies[finance_agencies["year"] == year]
    rows = rows.assign(
        rate_pct=100 * rows["spent_usd"] / rows["mobilised_usd"].where(rows["mobilised_usd"] != 0)
    )
    if order == "name":
        return rows.sort_values("agency_id", ignore_index=True)
    column = "rate_pct" if order == "execution_rate" else f"{order}_usd"
    return rows.sort_values(column, ascending=False, ignore_index=True)
