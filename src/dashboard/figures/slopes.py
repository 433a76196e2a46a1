"""Values of an indicator as points joined by a slope, a target as a ring, the public record beside."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from dashboard.domain.figure import Figure
from dashboard.figures.breaks import ROOM, break_lines, break_numbers, grouped
from dashboard.figures.palette import COLOURS
from dashboard.figures.slope_labels import Plane, annotations, margins, sided_labels, width_before
from dashboard.figures.ticks import PHONE, round_ticks, time_range, time_ticks

HEIGHT, _TOP, _FOOT = 280, 12, 32
_MOST_BEFORE = 0.6
"""Most of the width that the labels before the first date take."""
LEAST_SPAN = 0.25
"""Least part of the largest value that the height stands for, so that a small change looks small."""

SHAPES = {"female": "circle", "male": "diamond", "total": "square"}
"""Sexes are told apart by shape as well as by colour."""


def slope_chart(
    points: pd.DataFrame,
    breaks: Iterable[float],
    tick_texts: Callable[[list[float]], list[str]],
    across: float = PHONE,
    height: float = HEIGHT,
    span: tuple[float, float] | None = None,
) -> Figure:
    """The values of one indicator over time.

    Args:
        points: one row per value: `role` (`value`, `target` or `reference`), `sex`, `line` (values of one
            line are joined; targets and reference marks never are), `moment` (years), `when` (its date in
            words), `value`, `label` (written at the mark; empty for none), `hover`, `link` (passport),
            `modelled` (a reference that was computed, not observed: drawn open).
        breaks: moments where a series breaks, in order of time: marked by an upright and, where there are
            several, by their numbers.
        tick_texts: writes the values of the axis in the reader's language.
        across: width in px that no two words touch in.
        height: in px.
        span: the values at the foot and the top of the axis; as near as the values allow where None.

    Returns:
        A figure of that height with explicit margins and ranges; every mark is a row of the frame, nothing
        is drawn between lines or over a break.
    """
    low, high = span or value_range(points["value"])
    ticks = round_ticks(low, high)
    texts = tick_texts(ticks)
    labels = sided_labels(points, bool((points["role"] == "reference").any()))
    sides = margins(labels, texts)
    width = across - sum(sides.values())
    first, last = _time_range(points, width_before(labels) / width)
    shown = [moment for moment in breaks if first < moment < last]
    year = width / (last - first)
    groups = grouped(shown, year)
    numbers = break_numbers(shown, groups, high)
    top = _TOP + ROOM if numbers else _TOP
    inner = height - top - _FOOT
    plane = Plane(width, inner, first, low, year, inner / (high - low))
    layout = {
        "height": height,
        "margin": {**sides, "t": top, "b": _FOOT},
        "hovermode": "closest",
        "xaxis": _time_axis([first, last], time_ticks(points, width - width_before(labels))),
        "yaxis": _value_axis([low, high], ticks, texts),
        "annotations": [*annotations(labels, points, plane), *numbers],
    }
    traces = [*break_lines(shown, groups, low, high), *_marks(points, first)]
    return {"data": traces, "layout": layout}


def _marks(points: pd.DataFrame, first: float) -> list[dict[str, Any]]:
    """The public record, over it the lines of the report, over them its targets."""
    traces = [
        *_reference(points[points["role"] == "reference"]),
        *(_line(line) for _, line in points[points["role"] == "value"].groupby("line", sort=False)),
    ]
    for row in points[points["role"] == "target"].to_dict("records"):
        traces += [_guide(first, row), _ring(row)]
    return traces


def _time_range(points: pd.DataFrame, before: float) -> tuple[float, float]:
    """From before the first date, where its labels take `before` of the width, to the last."""
    low, high = time_range(points["moment"])
    start = float(points["moment"].min())
    share = min(before, _MOST_BEFORE)
    return min(low, start - (high - start) * share / (1 - share)), high


def _time_axis(ends: list[float], ticks: dict[str, Any]) -> dict[str, Any]:
    return {"range": ends, "showgrid": False, "zeroline": False, "tickangle": 0, **ticks}


def _value_axis(ends: list[float], ticks: list[float], texts: list[str]) -> dict[str, Any]:
    return {
        "range": ends,
        "tickvals": ticks,
        "ticktext": texts,
        "zeroline": ends[0] <= 0 < ends[1],
        "showgrid": True,
    }


def value_range(values: pd.Series) -> tuple[float, float]:
    """From below the lowest to above the highest value; never less than a quarter of the largest one."""
    low, high = float(values.min()), float(values.max())
    span = max(high - low, LEAST_SPAN * max(abs(low), abs(high))) or 1.0
    middle, half = (low + high) / 2, 0.5 * span * 1.3
    bottom = max(middle - half, 0.0) if low >= 0 else middle - half
    return bottom, middle + half


def _line(line: pd.DataFrame) -> dict[str, Any]:
    sex = line["sex"].iloc[0]
    return {
        "mode": "lines+markers",
        "line": {"color": COLOURS[sex], "width": 2},
        "marker": {"color": COLOURS[sex], "symbol": SHAPES[sex], "size": 11},
        **_told(line),
    }


def _reference(marks: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {
            "mode": "markers",
            "marker": _small(str(sex), bool(modelled)),
            **_told(line),
        }
        for (sex, _, modelled), line in marks.groupby(["sex", "line", "modelled"], sort=False)
    ]


def _small(sex: str, modelled: bool) -> dict[str, Any]:
    """A mark of the public record: filled where it was observed, open where a model gave it."""
    marker = {"color": COLOURS["reference"], "symbol": SHAPES[sex], "size": 6}
    return {**marker, "symbol": f"{SHAPES[sex]}-open", "line": {"width": 1.5}} if modelled else marker


def _ring(row: dict[Any, Any]) -> dict[str, Any]:
    marker = {"color": COLOURS[row["sex"]], "symbol": "circle-open", "size": 14, "line": {"width": 2}}
    return {"mode": "markers", "marker": marker, **_told(pd.DataFrame([row]))}


def _told(line: pd.DataFrame) -> dict[str, Any]:
    """Marks that say on hover what they are, and lead to their passports."""
    return {
        "type": "scatter",
        "x": line["moment"].tolist(),
        "y": line["value"].tolist(),
        "text": line["hover"].tolist(),
        "customdata": line["link"].tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }


def _guide(first: float, row: dict[Any, Any]) -> dict[str, Any]:
    """A dotted line from the left edge to a target."""
    line = {"color": COLOURS[row["sex"]], "width": 1, "dash": "dot"}
    ends = {"x": [first, row["moment"]], "y": [row["value"]] * 2}
    return {"type": "scatter", **ends, "mode": "lines", "line": line, "hoverinfo": "skip"}
