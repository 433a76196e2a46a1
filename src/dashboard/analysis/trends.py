"""Which way an indicator moved, said only as far as its values allow.

One small set of rules, asked in this order; the first that holds gives the word:

    no level at all, a printed change      printed_change   rule `printed_change`
    no value                               no_value         rule `no_value`
    one value                              one_value        rule `one_value`
    values of different series only,
    or the newest stands in another one    not_comparable   rule `series`
    a break leaves one value after it      not_comparable   rule `break`
    `more than` or `less than` hides it    not_comparable   rule `qualifier`
    the two ends are equal                 no_clear_change  rule `same`
    less than the indicator's minimum      no_clear_change  rule `small`
    otherwise                              up or down       rule `clear`
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import nan

import pandas as pd

from dashboard.analysis.grades import grade_between

LEVEL_KINDS = ("baseline", "observed", "estimate", "projection")
"""Kinds of observation that state a level; a target is aimed at, a relative change has none."""

CHANGE_KINDS = ("relative_change", "absolute_change")
"""Kinds that a report prints of a change: in percent of the first value, or in the indicator's own points."""

_TOLERANCE = 1e-9
"""Decimal values that were typed exactly may differ by this much once they are subtracted."""

_UNKNOWN = "unknown"
"""The grade of a value of which nobody says whether it comes from the instrument of the one before."""

_OVER = (">", ">=")
"""Qualifiers of a value that may be higher."""


@dataclass(frozen=True)
class Trend:
    """What can be said of the values of one indicator and sex.

    Attributes:
        word: `up`, `down`, `no_clear_change`, `not_comparable`, `one_value`, `printed_change` or `no_value`.
        rule: the rule that chose the word.
        moved: `right` or `wrong` by the indicator's better direction; empty where it can't be said.
        first: observation_id where the comparison starts; of the printed change or the only value.
        last: observation_id where it ends.
        change: last minus first, in the indicator's unit; NaN where they are not compared.
        relative_change: the change in percent of the first value; NaN where that is zero or not compared.
        caveats: `estimate` (an end is one), `qualifier` (an end is rounded or a bound), `unknown` (it is
            not known whether the values come from one instrument).
        broken_by: break_id of the breaks between the two ends, for the rule `break`.
    """

    word: str
    rule: str
    moved: str = ""
    first: str = ""
    last: str = ""
    change: float = nan
    relative_change: float = nan
    caveats: tuple[str, ...] = field(default=())
    broken_by: tuple[str, ...] = field(default=())

    @property
    def compared(self) -> bool:
        """Whether its two ends may be compared."""
        return self.rule in ("same", "small", "clear")


def moment(year: int, period: str) -> float:
    """Where on a line of years a value stands: the middle of its period, of its year where none is given.

    Args:
        year: the year of the observation.
        period: `2021`, `2021-01`, `2016-06-30`, `2014-06/2014-08`, `2021-2023`; other text is not read.
    """
    found = [_middle(part) for part in _parts(period)]
    known = [value for value in found if value is not None]
    return sum(known) / len(known) if known and len(known) == len(found) else year + 0.5


def _parts(period: str) -> list[str]:
    years = re.fullmatch(r"(\d{4})-(\d{4})", period)
    return list(years.groups()) if years else period.split("/")


def _middle(part: str) -> float | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part)
    if not found:
        return None
    year, month, day = (int(group) if group else None for group in found.groups())
    if year is None or month is None:
        return None if year is None else year + 0.5
    return year + (month - 1) / 12 + ((day - 0.5) / 365 if day else 1 / 24)


def with_segments(levels: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Levels in order of time, each with the piece of its series that it belongs to.

    Args:
        levels: observations of one indicator.
        breaks: columns `break_id`, `indicator_id`, `series`, `year` (first year of the new basis).

    Returns:
        The rows with `moment` (see `moment`) and `segment` (number of breaks passed in the series); only
        values of one sex, series and segment may be joined.
    """
    ordered = levels.assign(
        moment=[moment(int(y), str(p)) for y, p in zip(levels["year"], levels["period"], strict=True)]
    ).sort_values("moment", kind="stable", ignore_index=True)
    return ordered.assign(segment=_breaks_passed(ordered, breaks))


def _breaks_passed(levels: pd.DataFrame, breaks: pd.DataFrame) -> list[int]:
    """How many breaks of its series each level has behind it."""
    begun: dict[tuple[str, str], list[int]] = {}
    for indicator, series, year in _series_and_years(breaks):
        begun.setdefault((indicator, series), []).append(year)
    return [
        sum(first <= year for first in begun.get((indicator, series), ()))
        for indicator, series, year in _series_and_years(levels)
    ]


def _series_and_years(rows: pd.DataFrame) -> Iterator[tuple[str, str, int]]:
    return zip(rows["indicator_id"], rows["series"], rows["year"], strict=True)


def breaks_of(breaks: pd.DataFrame, indicator: str, series: str) -> pd.DataFrame:
    """The breaks of one series of an indicator."""
    return breaks[(breaks["indicator_id"] == indicator) & (breaks["series"] == series)]


def trend_of(values: pd.DataFrame, breaks: pd.DataFrame, better: str, min_change: float) -> Trend:
    """The word for the values of one indicator and sex, and the rule that chose it.

    Args:
        values: observations of one indicator, one sex and one kind of source (report or public record).
        breaks: see `with_segments`.
        better: `up`, `down` or empty.
        min_change: smallest difference that counts, in the indicator's unit; NaN or 0 for none.

    Returns:
        The trend from the first to the last value of the series that reaches furthest (of those with two
        values or more), after its last break. Targets are never part of it.
    """
    levels = with_segments(values[values["kind"].isin(LEVEL_KINDS)], breaks)
    if levels.empty:
        return _printed_change(values, better)
    if len(levels) == 1:
        only = str(levels["observation_id"].iloc[0])
        return Trend("one_value", "one_value", first=only, last=only)
    run = _longest_run(levels)
    if len(run) < 2 or run["moment"].iloc[-1] < levels["moment"].iloc[-1]:
        return _unjoined(levels, breaks)
    return _compared(run, better, 0.0 if min_change != min_change else min_change)


def _unjoined(levels: pd.DataFrame, breaks: pd.DataFrame) -> Trend:
    first, last = levels.iloc[0], levels.iloc[-1]
    broken: tuple[str, ...] = ()
    if (levels["series"] == first["series"]).all():
        own = breaks_of(breaks, first["indicator_id"], first["series"])
        between = own[(own["year"] > first["year"]) & (own["year"] <= last["year"])]
        broken = tuple(between["break_id"])
    return Trend(
        "not_comparable",
        "break" if broken else "series",
        first=str(first["observation_id"]),
        last=str(last["observation_id"]),
        broken_by=broken,
    )


def _printed_change(values: pd.DataFrame, better: str) -> Trend:
    changes = values[values["kind"].isin(CHANGE_KINDS)]
    if changes.empty:
        return Trend("no_value", "no_value")
    last = changes.sort_values("year", kind="stable").iloc[-1]
    key = str(last["observation_id"])
    return Trend("printed_change", "printed_change", _moved(float(last["value"]), better), key, key)


def _longest_run(levels: pd.DataFrame) -> pd.DataFrame:
    """The values after the last break of the series that reaches furthest, among those that have two."""
    runs = []
    for _, series in levels.groupby("series", sort=False):
        run = series[series["segment"] == series["segment"].max()]
        if len(run) >= 2:
            runs.append(run)
    return max(runs, key=lambda run: (run["moment"].iloc[-1], len(run))) if runs else levels.iloc[:1]


def _compared(run: pd.DataFrame, better: str, min_change: float) -> Trend:
    first, last = run.iloc[0], run.iloc[-1]
    change = float(last["value"]) - float(first["value"])
    first_id, last_id = str(first["observation_id"]), str(last["observation_id"])
    if _hidden(change, str(first["qualifier"]), str(last["qualifier"])):
        return Trend("not_comparable", "qualifier", first=first_id, last=last_id)
    small = abs(change) < min_change - _TOLERANCE
    unmoved = abs(change) <= _TOLERANCE
    rule = "same" if unmoved else "small" if small else "clear"
    return Trend(
        word=("up" if change > 0 else "down") if rule == "clear" else "no_clear_change",
        rule=rule,
        moved=_moved(change, better) if rule == "clear" else "",
        first=first_id,
        last=last_id,
        change=change,
        relative_change=100 * change / abs(first["value"]) if first["value"] else nan,
        caveats=_caveats(run),
    )


def _hidden(change: float, first: str, last: str) -> bool:
    """Whether a bound leaves the direction open: `more than 5` after 6 may be more or less than 6."""
    return (change < 0 and (last in _OVER or first == "<")) or (
        change > 0 and (last == "<" or first in _OVER)
    )


def _caveats(run: pd.DataFrame) -> tuple[str, ...]:
    """What weakens a comparison; each grade but the first is against the value before it."""
    first, last = run.iloc[0], run.iloc[-1]
    found = {
        "estimate": bool({first["kind"], last["kind"]} & {"estimate", "projection"}),
        "qualifier": bool({first["qualifier"], last["qualifier"]} - {"="}),
        "unknown": grade_between(run) == _UNKNOWN,
    }
    return tuple(name for name, holds in found.items() if holds)


def _moved(change: float, better: str) -> str:
    if not better or not change:
        return ""
    return "right" if (change > 0) == (better == "up") else "wrong"
