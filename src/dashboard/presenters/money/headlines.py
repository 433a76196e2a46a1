"""What heads the board of money: the finding of each measure, by rules from the table."""

from collections.abc import Callable

import pandas as pd

from dashboard.analysis.finance import AMOUNTS, money_in_order
from dashboard.presenters.context import Context
from dashboard.presenters.money.board import IN_SHORT, cell_text, measure_text, total_row
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import Row, records

LARGE = 5
"""Percent of the budget from which a row may be named in a headline."""


def headline(context: Context, rows: pd.DataFrame, by: str, unit: str) -> str:
    """The finding that heads the board, by rules from the table.

    Of rates, it names the lowest (all that round to it) and the highest among the rows that hold at least
    `LARGE` percent of the budget; of amounts, the two largest.
    """
    total = total_row(context, by, int(context.view.year))
    told = any(total[f"{name}_usd"] for name in AMOUNTS)
    return HEADLINES[unit](context, rows, total) if told else context.t("board.headline.nothing")


def _of_rates(reader: Reader, rows: pd.DataFrame, total: Row) -> str:
    t = reader.t
    large = rows[(rows["budget_share"] >= LARGE) & rows["mobilised_pct"].notna()]
    mobilised = cell_text(reader, total, "mobilised_pct")
    if len(large) < 2:
        return t("board.headline.rate", mobilised=mobilised)
    rates: pd.Series = large["mobilised_pct"].round()
    lowest, highest = (_names(reader, large[rates == rates.agg(end)]) for end in ("min", "max"))
    return t(
        "board.headline.rates",
        mobilised=mobilised,
        lowest=lowest,
        low=t.percent(rates.min(), 0),
        highest=highest,
        high=t.percent(rates.max(), 0),
    )


def _names(reader: Reader, rows: pd.DataFrame) -> str:
    return reader.t.listing([_name(reader, row) for row in records(rows)])


def _name(reader: Reader, row: Row) -> str:
    """Whose a row is, in the few letters that a headline has."""
    return reader.t("axis.number", number=row["axis_id"]) if "axis_id" in row else str(row["label"])


def _of_unspent(reader: Reader, rows: pd.DataFrame, total: Row) -> str:
    return _of_two_largest(reader, rows, "unspent", reader.t.scaled(total["unspent_usd"]))


def _of_missing(reader: Reader, rows: pd.DataFrame, total: Row) -> str:
    """The gross lack: what those lacked that lacked something. The net one is that of the total row."""
    lacking = rows[rows["gap_usd"] > 0]
    return _of_two_largest(reader, lacking, "gap", reader.t.scaled(lacking["gap_usd"].sum()))


def _of_two_largest(reader: Reader, rows: pd.DataFrame, what: str, whole: str) -> str:
    t = reader.t
    largest = money_in_order(rows[rows[f"{what}_usd"] > 0], what).head(2)
    names = [
        t(
            "board.headline.one",
            name=_name(reader, row),
            amount=measure_text(reader, row[f"{what}_usd"], False),
        )
        for row in records(largest)
    ]
    return t(f"board.headline.{what}", whole=whole, names=t.listing(names) if names else t("board.none"))


HEADLINES: dict[str, Callable[[Reader, pd.DataFrame, Row], str]] = {
    "percent": _of_rates,
    "amount": _of_rates,
    IN_SHORT: _of_rates,
    "unspent": _of_unspent,
    "missing": _of_missing,
}
