"""The years of reports side by side: what adds up, what changed, what is new, continued or silent."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

STATES_OVER_YEARS = ("new", "continued", "resumed", "silent", "never")
"""What the newest report says of a thing that reports tell results of, see `state_over_years`."""


def over_years(finance: pd.DataFrame, key: str, measure: str) -> pd.DataFrame:
    """One amount of each row of a table of money over its report years.

    Args:
        finance: `finance_agencies`, `finance_axes` or `finance_totals`.
        key: its column that says whose a row is.
        measure: `budget`, `mobilised`, `spent` or `gap`.

    Returns:
        Columns `<key>`, `year`, `value` (printed; NaN where the report prints none), `cumulated` (sum of what
        is printed up to that year) and `change` (percent of the value of the report before; NaN where that
        prints none or nothing): all keys in their order, each with all years.
    """
    grid = pd.MultiIndex.from_product([finance[key].unique(), sorted(finance["year"].unique())])
    value = finance.set_index([key, "year"])[f"{measure}_usd"].reindex(grid.set_names([key, "year"]))
    own = value.groupby(level=0, sort=False)
    before = own.shift()
    change = 100 * (value - before) / before.where(before > 0)
    columns = {"value": value, "cumulated": own.cumsum(), "change": change}
    return pd.DataFrame(columns).reset_index()


def told_by_year(keys: Sequence[str], told: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """How many results each report tells of each thing.

    Args:
        keys: the things, in their order.
        told: one row per result and thing: `key`, `year`, `result_id`.
        years: of the reports, oldest first.

    Returns:
        Index the keys, one column of counts per year: 0 where the report tells none.
    """
    once = told.drop_duplicates()
    counts = pd.crosstab(once["key"], once["year"])
    return counts.reindex(index=list(keys), columns=list(years), fill_value=0)


def state_over_years(counts: Sequence[int]) -> str:
    """What the newest of several reports says of a thing: one of `STATES_OVER_YEARS`.

    Args:
        counts: results by report, oldest first; two at least.
    """
    *before, newest = [count > 0 for count in counts]
    if not newest:
        return "silent" if any(before) else "never"
    if before[-1]:
        return "continued"
    return "resumed" if any(before) else "new"


def returning(challenges: pd.DataFrame) -> pd.DataFrame:
    """The challenges of the subjects of which more than one report tells some.

    Args:
        challenges: the table of that name; an empty outcome stands for Spotlight and the whole programme.

    Returns:
        Its rows, those of one `outcome_id` together, by year.
    """
    own = challenges[challenges["outcome_id"] != ""]
    several = own.groupby("outcome_id")["year"].transform("nunique") > 1
    return own[several].sort_values(["outcome_id", "year"], kind="stable", ignore_index=True)


def between(told: pd.DataFrame, older: int, newer: int) -> pd.DataFrame:
    """What one of two reports tells of and the other does not.

    Args:
        told: a row per report and thing: `kind`, `key`, `year`.
        older: year of the one report.
        newer: year of the other.

    Returns:
        Columns `kind`, `key` and `change`: `new` or `gone`; kinds and keys in the order of `told`.
    """
    pair = told[told["year"].isin([older, newer])].drop_duplicates()
    alone = pair[~pair.duplicated(["kind", "key"], keep=False)]
    change = alone["year"].map({older: "gone", newer: "new"})
    return alone[["kind", "key"]].assign(change=change).reset_index(drop=True)


def values_between(values: pd.DataFrame, breaks: pd.DataFrame, older: int, newer: int) -> pd.DataFrame:
    """The last value that each of two reports tells of a measure, where both tell one and they differ.

    Args:
        values: levels that reports tell: `observation_id`, `indicator_id`, `series`, `sex`, `year`, `value`
            and `told`, the year of the report.
        breaks: where a series breaks: `indicator_id`, `series`, `year` of the first value after it.
        older: year of the one report.
        newer: year of the other.

    Returns:
        Columns `before` and `after` (observation_ids) and `change`: `value`, or `definition` where the series
        is another or breaks between the two, so that nothing may be said of up or down.
    """
    last = values.sort_values("year", kind="stable").drop_duplicates(
        ["indicator_id", "sex", "told"], keep="last"
    )
    one, other = (last[last["told"] == year] for year in (older, newer))
    pairs = one.merge(other, on=["indicator_id", "sex"], suffixes=("_before", "_after"))
    pairs = pairs[
        (pairs["value_before"] != pairs["value_after"]) | (pairs["year_before"] != pairs["year_after"])
    ]
    changes = [_kind_of_change(row, breaks) for row in pairs.to_dict("records")]
    names = {"observation_id_before": "before", "observation_id_after": "after"}
    return pairs[[*names]].rename(columns=names).assign(change=changes).reset_index(drop=True)


def _kind_of_change(pair: dict[Hashable, Any], breaks: pd.DataFrame) -> str:
    """Whether two values of a measure may be set against each other."""
    own = breaks[
        (breaks["indicator_id"] == pair["indicator_id"]) & (breaks["series"] == pair["series_after"])
    ]
    broken = own["year"].between(pair["year_before"], pair["year_after"], inclusive="right").any()
    return "definition" if broken or pair["series_before"] != pair["series_after"] else "value"
