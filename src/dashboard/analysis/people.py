"""How many people results count, and how many of them are women, by the roles of their figures."""

import pandas as pd

_COUNTED = ("total", "other_group")
"""Roles that count people once: a part lies in its total, a target and a denominator reach nobody."""

FEMALE = "female"


def people_of(result_figures: pd.DataFrame) -> pd.Series:
    """The people that each result counts: its total and the other groups beside it.

    Args:
        result_figures: the quantities of the results; columns `result_id`, `value`, `unit`, `role`.

    Returns:
        Number of people by result_id; results that count none are left out.
    """
    return _counted(result_figures).groupby("result_id", sort=False)["value"].sum()


def women_of(result_figures: pd.DataFrame) -> pd.Series:
    """The women and girls among the people that each result counts, where the report prints them.

    Args:
        result_figures: as for `people_of`, with `seq`, `part_of` and `sex`.

    Returns:
        Number of women and girls by result_id; only of results that say it of everybody they count.
    """
    groups = _counted(result_figures)
    parts = result_figures[result_figures["role"].eq("part") & result_figures["unit"].eq("people")]
    women = parts[parts["sex"] == FEMALE].groupby(["result_id", "part_of"])["value"].sum()
    keys = pd.MultiIndex.from_arrays([groups["result_id"], groups["seq"]])
    told = pd.Series(women.reindex(keys).to_numpy(), index=groups.index)
    told = told.mask(groups["sex"].ne(""), 0.0).mask(groups["sex"].eq(FEMALE), groups["value"])
    return told.groupby(groups["result_id"], sort=False).sum(skipna=False).dropna()


def _counted(result_figures: pd.DataFrame) -> pd.DataFrame:
    return result_figures[result_figures["unit"].eq("people") & result_figures["role"].isin(_COUNTED)]
