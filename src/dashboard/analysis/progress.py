"""Progress to a target: how much of the way is covered, and at what pace.

The status follows the method that Statistics Canada made for Open SDG, after Eurostat (Open SDG,
`docs/progress-methodology.md`, "Indicators with quantitative targets"): the yearly growth rate observed since
the baseline, over the yearly growth rate that would reach the target in time. The share of the way is plain
arithmetic beside it: what was gained since the baseline, over what the target asks for.
"""

from dataclasses import dataclass
from math import nan
from typing import Any

import pandas as pd

from dashboard.analysis.trends import Trend, trend_of

THRESHOLDS = ((0.95, "on_track"), (0.60, "acceleration"), (0.0, "limited"))
"""Least ratio of observed to needed growth for each status, as Open SDG sets them; below: `deterioration`."""


@dataclass(frozen=True)
class Progress:
    """How far an indicator is on the way to its target.

    Attributes:
        status: `achieved`, `on_track`, `acceleration`, `limited`, `deterioration`, or `cannot` be assessed.
        reason: why it can't: `no_target`, the rule of a trend that compares nothing (`series`, `one_value`,
            `printed_change`, ...), `years` (target not after the baseline) or `growth` (no growth rate
            between these values); empty otherwise.
        target: observation_id of the target; empty for none.
        shared_target: whether the target is printed without sex and held against one sex.
        share_of_way: percent of the way from baseline to target that is covered; negative when moving away.
        expected_pace: growth in percent a year that reaches the target in time.
        actual_pace: growth in percent a year since the baseline.
        pace_from_now: growth in percent a year that, from the newest value on, still reaches the target in
            time; NaN when that is not after it.
        ratio: actual over expected pace, positive in the direction of the target.
    """

    status: str
    reason: str = ""
    target: str = ""
    shared_target: bool = False
    share_of_way: float = nan
    expected_pace: float = nan
    actual_pace: float = nan
    pace_from_now: float = nan
    ratio: float = nan


def target_of(values: pd.DataFrame, sex: str) -> str:
    """The target for a sex: its own, else the one printed without sex; empty for none.

    Args:
        values: observations of one indicator, all sexes.
        sex: `total`, `female` or `male`.

    Returns:
        The observation_id of the latest such target. A target printed without sex is for everyone, so each
        sex is held against it; `Progress.shared_target` says so.
    """
    targets = values[values["kind"] == "target"].sort_values("year", kind="stable")
    for wanted in (sex, "total"):
        own = targets[targets["sex"] == wanted]
        if not own.empty:
            return str(own["observation_id"].iloc[-1])
    return ""


def progress_of(values: pd.DataFrame, trend: Trend, sex: str, better: str) -> Progress:
    """Progress of one indicator and sex to its target.

    Args:
        values: observations of one indicator, all sexes, of the source that states the target.
        trend: of this indicator and sex; its two ends are baseline and present.
        sex: `total`, `female` or `male`.
        better: `up`, `down` or empty (then the direction from baseline to target is the wanted one).
    """
    target = target_of(values, sex)
    if not target:
        return Progress("cannot", "no_target")
    rows: dict[str, Any] = {str(row["observation_id"]): row for row in values.to_dict("records")}
    goal = rows[target]
    shared = bool(goal["sex"] != sex)
    if not trend.compared:
        return Progress("cannot", trend.rule, target, shared)
    start, now, end = (
        (int(row["year"]), float(row["value"])) for row in (rows[trend.first], rows[trend.last], goal)
    )
    return pace(start, now, end, better, target=target, shared_target=shared)


def pace(
    start: tuple[int, float],
    now: tuple[int, float],
    goal: tuple[int, float],
    better: str,
    *,
    target: str = "",
    shared_target: bool = False,
) -> Progress:
    """Progress between three (year, value) points by the method of Open SDG.

    Observed growth is `(now / start) ** (1 / years) - 1`, needed growth the same with the goal. The ratio of
    the first to the size of the second, positive when growth goes the wanted way, gives the status.

    Args:
        start: baseline.
        now: newest value.
        goal: target.
        better: `up`, `down` or empty.
        target: id that the result carries on.
        shared_target: mark that the result carries on.
    """
    (year0, value0), (year1, value1), (year2, value2) = start, now, goal
    way = value2 - value0
    share = 100 * (value1 - value0) / way if way else nan
    wanted = {"up": 1, "down": -1}.get(better) or (1 if way > 0 else -1)
    if wanted * (value1 - value2) >= 0:
        status, reason = "achieved", ""
    elif year2 <= year0 or year1 <= year0:
        status, reason = "cannot", "years"
    elif min(value0, value1, value2) <= 0 or not way:
        # A growth rate needs values of one sign, none of them zero.
        status, reason = "cannot", "growth"
    else:
        actual = (value1 / value0) ** (1 / (year1 - year0)) - 1
        expected = (value2 / value0) ** (1 / (year2 - year0)) - 1
        ratio = wanted * actual / abs(expected)
        left = year2 - year1
        from_now = 100 * ((value2 / value1) ** (1 / left) - 1) if left > 0 else nan
        return Progress(
            _status(ratio), "", target, shared_target, share, 100 * expected, 100 * actual, from_now, ratio
        )
    return Progress(status, reason, target, shared_target, share)


def _status(ratio: float) -> str:
    return next((status for least, status in THRESHOLDS if ratio >= least), "deterioration")


def status_board(observations: pd.DataFrame, indicators: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Every indicator with a target or two values, by sex.

    Args:
        observations: those of the report, all kinds.
        indicators: the register; columns `indicator_id`, `axis_id`, `better`, `min_change`.
        breaks: see `trends.with_segments`.

    Returns:
        One row per indicator and sex, in the order of the register: `indicator_id`, `sex`, `axis_id`,
        `trend` (Trend) and `progress` (Progress).
    """
    rows = []
    grouped = dict(tuple(observations.groupby("indicator_id", sort=False)))
    for indicator in indicators.to_dict("records"):
        values = grouped.get(indicator["indicator_id"])
        if values is None:
            continue
        better, least = str(indicator["better"] or ""), float(indicator["min_change"])
        for sex in sexes_of(values):
            trend = trend_of(values[values["sex"] == sex], breaks, better, least)
            progress = progress_of(values, trend, sex, better)
            if progress.target or trend.first != trend.last:
                rows.append((indicator["indicator_id"], sex, indicator["axis_id"], trend, progress))
    return pd.DataFrame(rows, columns=["indicator_id", "sex", "axis_id", "trend", "progress"])


def sexes_of(values: pd.DataFrame) -> list[str]:
    """The sexes that have values of their own (targets aside): `total` first."""
    own = set(values.loc[values["kind"] != "target", "sex"])
    return [sex for sex in ("total", "female", "male") if sex in own]
