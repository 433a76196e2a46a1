"""Money: printed amounts, and what is computed from them."""

import pandas as pd

AMOUNTS = ("budget", "mobilised", "spent", "gap")
"""The four amounts of the financial tables; each is a column `<measure>_usd`."""
RATES = {"execution_rate": "rate_pct", "mobilised_rate": "mobilised_pct", "spent_rate": "spent_pct"}
"""What a reader may put rows in the order of besides amounts -> its column."""


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


def with_rates_and_shares(finance: pd.DataFrame, year: int) -> pd.DataFrame:
    """Tab1 or Tab2 of a year with what is computed from it.

    Args:
        finance: `finance_agencies` or `finance_axes`.
        year: report year.

    Returns:
        The printed columns plus `rate_pct` (spent over mobilised, in percent; NaN where nothing was
        mobilised), `mobilised_pct` (mobilised over budget, likewise) and, per measure, `<measure>_share`:
        percent of the sum of the rows (for the gap, of the net sum: surpluses count as negative).
    """
    rows = finance[finance["year"] == year].reset_index(drop=True)
    shares = {
        f"{m}_share": 100 * rows[f"{m}_usd"] / (rows[f"{m}_usd"].sum() or float("nan")) for m in AMOUNTS
    }
    return rates_of(rows).assign(**shares)


def rates_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of amounts with what is computed from each.

    Returns:
        The rows plus `unspent_usd` (mobilised less spent; negative where more was spent) and, in percent,
        `rate_pct` (spent over mobilised), `unspent_pct` (unspent over mobilised), and over the budget
        `mobilised_pct`, `spent_pct` and `gap_pct`.
    """
    budget, mobilised, spent = (rows[f"{m}_usd"] for m in ("budget", "mobilised", "spent"))
    unspent = mobilised - spent
    return rows.assign(
        unspent_usd=unspent,
        rate_pct=percent_of(spent, mobilised),
        unspent_pct=percent_of(unspent, mobilised),
        mobilised_pct=percent_of(mobilised, budget),
        spent_pct=percent_of(spent, budget),
        gap_pct=percent_of(rows["gap_usd"], budget),
    )


def percent_of(part: pd.Series, whole: pd.Series) -> pd.Series:
    """One amount as percent of another; NaN where the whole is zero or not given."""
    return 100 * part / whole.where(whole != 0)


def money_in_order(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """Rows with the largest amount of a measure, or the highest rate, first; ties keep their order.

    Args:
        rows: as `rates_of` gives them.
        order: a measure, `unspent`, or one of `RATES`.
    """
    column = RATES.get(order, f"{order}_usd")
    return rows.sort_values(column, ascending=False, kind="stable", ignore_index=True)


def reconciliation(
    finance_agencies: pd.DataFrame, finance_axes: pd.DataFrame, finance_totals: pd.DataFrame, year: int
) -> pd.DataFrame:
    """Each printed total of a year beside the sum of its rows.

    Returns:
        One row per printed total and measure that it gives: `table`, `measure`, `printed`, `computed`
        (sum of the rows; for the text, the printed total of Tab1), `difference` (computed - printed) and
        `addends` (how many rows were summed; 0 for the text, which has none of its own).
    """
    parts = {"agencies": finance_agencies, "axes": finance_axes}
    tab1 = totals(finance_totals, year, "agencies")
    rows = []
    for total in finance_totals[finance_totals["year"] == year].to_dict("records"):
        for measure in AMOUNTS:
            printed = total[f"{measure}_usd"]
            if pd.isna(printed):
                continue
            part = parts.get(total["table"])
            computed = (
                tab1[f"{measure}_usd"]
                if part is None
                else part.loc[part["year"] == year, f"{measure}_usd"].sum()
            )
            addends = 0 if part is None else int((part["year"] == year).sum())
            rows.append((total["table"], measure, printed, computed, computed - printed, addends))
    columns = ["table", "measure", "printed", "computed", "difference", "addends"]
    return pd.DataFrame(rows, columns=columns)
