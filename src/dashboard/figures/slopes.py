"""Values of an indicator as points joined by a slope, a target as a ring, the public record beside."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from dashboard.domain.figure import Figure
from dashboard.figures.palette import COLOURS
from dashboard.figures.ticks import LETTER, PHONE, round_ticks, time_range, time_ticks

HEIGHT, TOP, FOOT, EDGE = 280, 12, 32, 18
LINE = 18
"""Least distance in px between two labels on the same side."""
LEAST_SPAN = 0.25
"""Least part of the largest value that the height stands for, so that a small change looks small."""

SHAPES = {"female": "circle", "male": "diamond", "total": "square"}
"""Sexes are told apart by shape as well as by colour."""


def slope_chart(points: pd.DataFrame, breaks: Iterable[float], tick_text: Callable[[float], str]) -> Figure:
    """The values of one indicator over time.

    Args:
        points: one row per value: `role` (`value`, `target` or `reference`), `sex`, `line` (values of one
            line are joined; targets and reference marks never are), `moment` (years), `when` (its date in
            words), `value`, `label` (written at the mark; empty for none), `hover`, `link` (passport).
        breaks: moments where a series breaks, marked by a vertical line.
        tick_text: writes a value of the axis in the reader's language.

    Returns:
        A figure of fixed height with explicit margins and ranges; every mark is a row of the frame, nothing
        is drawn between lines or over a break. The value axis has ticks only where reference marks stand, as
        all other marks are labelled.
    """
    marks = points[points["role"] == "reference"]
    low, high = value_range(points["value"])
    first, last = time_range(points["moment"])
    traces = [
        *(_rule([moment, moment], [low, high], "muted") for moment in breaks if first < moment < last),
        *_reference(marks),
        *(_line(line) for _, line in points[points["role"] == "value"].groupby("line", sort=False)),
    ]
    for row in points[points["role"] == "target"].to_dict("records"):
        traces += [_rule([first, row["moment"]], [row["value"]] * 2, row["sex"]), _ring(row)]
    ticks = round_ticks(low, high) if len(marks) else []
    texts = [tick_text(tick) for tick in ticks]
    labels = _labelled(points, bool(ticks))
    sides = _sides(labels, texts)
    layout = {
        "height": HEIGHT,
        "margin": {**sides, "t": TOP, "b": FOOT},
        "hovermode": "closest",
        "xaxis": _time_axis([first, last], time_ticks(points, PHONE - sum(sides.values()))),
        "yaxis": _value_axis([low, high], ticks, texts),
        "annotations": [
            _text(row, shift) for row, shift in _shifts(labels, (HEIGHT - TOP - FOOT) / (high - low))
        ],
    }
    return {"data": traces, "layout": layout}


def _time_axis(ends: list[float], ticks: dict[str, Any]) -> dict[str, Any]:
    return {"range": ends, "showgrid": False, "zeroline": False, "tickangle": 0, **ticks}


def _value_axis(ends: list[float], ticks: list[float], texts: list[str]) -> dict[str, Any]:
    return {
        "range": ends,
        "tickvals": ticks,
        "ticktext": texts,
        "zeroline": ends[0] < 0 < ends[1],
        "showgrid": bool(ticks),
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
            "marker": {"color": COLOURS["reference"], "symbol": SHAPES[str(sex)], "size": 6},
            **_told(line),
        }
        for (sex, _), line in marks.groupby(["sex", "line"], sort=False)
    ]


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


def _rule(x: list[float], y: list[float], token: str) -> dict[str, Any]:
    line = {"color": COLOURS[token], "width": 1, "dash": "dot"}
    return {"type": "scatter", "x": x, "y": y, "mode": "lines", "line": line, "hoverinfo": "skip"}


def _labelled(points: pd.DataFrame, with_ticks: bool) -> list[dict[Any, Any]]:
    """The rows with a label, and the side of the mark where it stands.

    The first value stands left of its mark, the end of a line right of it, a target or a value between them
    above or, where the line rises from it, below. Where the axis has ticks the first value stands inside.
    """
    values = points[points["role"] != "target"]
    start, end = values["moment"].min(), values["moment"].max()
    rows = []
    for row in points[points["label"] != ""].to_dict("records"):
        line = points[points["line"] == row["line"]]
        follows = line[line["moment"] > row["moment"]]
        if row["role"] == "target":
            side = "above"
        elif row["moment"] == end or (len(line) > 1 and follows.empty):
            side = "right"
        elif row["moment"] == start:
            side = "inside" if with_ticks else "left"
        else:
            side = "below" if len(follows) and follows["value"].iloc[0] > row["value"] else "above"
        rows.append({**row, "side": side})
    return rows


def _shifts(rows: list[dict[Any, Any]], px: float) -> list[tuple[dict[Any, Any], float]]:
    """How far each label moves up, so that none beside another's mark touches it."""
    placed = [(row, OVER[row["side"]]) for row in rows if row["side"] in OVER]
    for side in ("left", "right"):
        own = [row for row in rows if row["side"] == side]
        placed += zip(own, _apart([row["value"] * px for row in own]), strict=True)
    return placed


def _sides(rows: list[dict[Any, Any]], ticks: list[str]) -> dict[str, float]:
    """Room left and right of the plot for the labels that stand at its edges."""
    end = max((row["moment"] for row in rows), default=0)
    left = [len(row["label"]) for row in rows if row["side"] == "left"]
    right = [len(row["label"]) for row in rows if row["side"] == "right" and row["moment"] == end]
    middle = [len(row["label"]) / 2 for row in rows if row["side"] in OVER and row["moment"] == end]
    return {
        "l": LETTER * max([*left, *map(len, ticks), 3]) + EDGE,
        "r": LETTER * max([*right, *middle, 3]) + EDGE,
    }


def _apart(heights: list[float]) -> list[float]:
    """How far each label moves up so that none touches another, keeping their order and moving least."""
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    pools: list[list[float]] = []
    for rank, i in enumerate(order):
        # Without the room of those below, labels that would touch share one height: that of their mean.
        pools.append([heights[i] - rank * LINE])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    level = [_mean(pool) for pool in pools for _ in pool]
    wanted = {i: level[rank] + rank * LINE for rank, i in enumerate(order)}
    return [round(wanted[i] - heights[i], 1) for i in range(len(heights))]


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


ANCHORS = {"left": "right", "right": "left", "above": "center", "below": "center", "inside": "left"}
BESIDE = {"left": -12, "right": 12, "above": 0, "below": 0, "inside": 0}
OVER = {"above": 20.0, "below": -20.0, "inside": 17.0}


def _text(row: dict[Any, Any], shift: float) -> dict[str, Any]:
    token = "reference" if row["role"] == "reference" else row["sex"]
    return {
        "x": row["moment"],
        "y": row["value"],
        "text": row["label"],
        "showarrow": False,
        "xanchor": ANCHORS[row["side"]],
        "yanchor": "middle",
        "xshift": BESIDE[row["side"]],
        "yshift": shift,
        "bgcolor": COLOURS["paper"],
        "font": {"color": COLOURS[token], "size": 14},
    }
