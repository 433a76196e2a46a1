"""The same value told by two reports: the newest report's stands, the older one is its revision's past."""

from collections.abc import Mapping

import pandas as pd

from dashboard.analysis.trends import LEVEL_KINDS

_KEY = ["indicator_id", "series", "sex", "what", "year", "period"]


def revised_by(values: pd.DataFrame, order: Mapping[str, int]) -> dict[str, str]:
    """Which value of an older report a newer report tells again.

    Args:
        values: observations; columns `observation_id`, `indicator_id`, `series`, `sex`, `kind`, `year`,
            `period`, `source_id`.
        order: year of each report by its source_id; values of other sources are revised by nothing.

    Returns:
        observation_id of the newest telling by that of an older one, of the same measure, sex and time.
        Levels of any kind tell the same thing: what was an estimate may come back as observed.
    """
    own = values[values["source_id"].isin(order.keys())]
    levels = own["kind"].isin(LEVEL_KINDS)
    told = own.assign(told=own["source_id"].map(order), what=own["kind"].where(~levels, "level"))
    found: dict[str, str] = {}
    for _, rows in told[told.duplicated(_KEY, keep=False)].groupby(_KEY, sort=False):
        newest = rows[rows["told"] == rows["told"].max()]
        older = rows[rows["told"] < rows["told"].max()]
        found |= dict.fromkeys(older["observation_id"], str(newest["observation_id"].iloc[-1]))
    return found
