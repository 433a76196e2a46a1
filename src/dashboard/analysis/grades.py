"""How far two values of one series compare: the weakest of the grades that lie between them."""

from collections.abc import Iterable

import pandas as pd

GRADES_OF_PAIRS = ("same_instrument", "unknown", "other_instrument", "other_definition")
"""Grades of a value against the one before in its series, the strongest first; the first has none."""


def weakest(grades: Iterable[str]) -> str:
    """The grade that says least; empty for none."""
    return max((grade for grade in grades if grade), key=GRADES_OF_PAIRS.index, default="")


def grade_between(run: pd.DataFrame) -> str:
    """The grade of the first and last of values in order of time, by all the steps between them.

    Args:
        run: observations of one indicator, sex and series; column `comparable`. Without it nothing is known.
    """
    return weakest(run["comparable"].iloc[1:]) if "comparable" in run else ""


def grades_by_year(observations: pd.DataFrame, source: str) -> dict[int, str]:
    """The grade of each year of a source against the year before, where one analysis makes all its values."""
    own = observations[observations["source_id"] == source]
    return {int(str(year)): weakest(rows["comparable"]) for year, rows in own.groupby("year")}
