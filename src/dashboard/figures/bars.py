"""Horizontal bars: one group of bars per row, starting at zero."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd

from dashboard.domain.figure import Figure
from dashboard.figures.lettering import widest
from dashboard.figures.palette import COLOURS
from dashboard.figures.ticks import LETTERS, PHONE, axis_ticks

BAR = 16
BETWEEN_BARS = 2
BETWEEN_GROUPS = 14
LABEL_LINE = 22
"""Heights in px; the vertical axis of these charts counts px from the top, so bars never grow or shrink."""
_GAP = "\u00a0"
"""Between the end of a bar, or the axis, and what is written there."""
LONGEST_BESIDE = 12
"""Labels longer than this stand above their bars: beside them they would eat a phone's width."""
_TOP, _FOOT, _EDGE = 6, 30, 8
ABOVE_EDGE = 20
"""Left margin when labels stand above: room for half of the first written value of the axis."""


@dataclass(frozen=True)
class Series:
    """One bar of each group.

    Attributes:
        column: numeric column of the frame.
        text: column with the written value, shown at the bar's end and on hover.
        name: the reader's word for it.
        colour: a token of the palette.
        bare: column with the value written without the unit, for columns of numbers; `text` where empty.
    """

    column: str
    text: str
    name: str
    colour: str
    bare: str = ""


def group_bars(rows: pd.DataFrame, series: list[Series], tick_text: Callable[[float], str]) -> Figure:
    """Horizontal bars in groups, first row on top.

    Args:
        rows: columns `label`, `link` (address opened by a click, may be empty) and those of the series;
            NaN draws no bar and its text says why.
        series: the bars of a group, top to bottom.
        tick_text: writes a value of the axis in the reader's language, unit included.

    Returns:
        A figure with explicit height, margins and ranges. Bars carry the values of the frame; the written
        values stand right of the bar, or right of zero where the bar runs to the left.
    """
    labels = rows["label"].astype(str).tolist()
    plan = _Plan(len(rows), len(series), max(map(len, labels), default=0) > LONGEST_BESIDE)
    low, high = bar_range(rows[[bar.column for bar in series]])
    traces = [
        trace
        for place, bar in enumerate(series)
        for trace in _bars(rows, bar, [plan.middle(row, place) for row in range(len(rows))])
    ]
    if plan.above and labels:
        traces.append(_written([low] * len(labels), [plan.label(row) for row in range(len(rows))], labels))
    written = [str(text) for bar in series for text in rows[bar.text]]
    left = ABOVE_EDGE if plan.above else _EDGE * 2 + _width(labels)
    right = _EDGE * 2 + _width(written)
    ticks, tick_texts = axis_ticks(low, high, PHONE - left - right, tick_text)
    layout = {
        "height": _TOP + plan.height + _FOOT,
        "margin": {
            "l": left,
            "r": right,
            "t": _TOP,
            "b": _FOOT,
        },
        "xaxis": {
            "range": [low, high],
            "tickvals": ticks,
            "ticktext": tick_texts,
            "zeroline": True,
            "tickangle": 0,
        },
        "yaxis": {
            "range": [plan.height, 0],
            "tickvals": [] if plan.above else [plan.label(row) for row in range(len(rows))],
            "ticktext": [] if plan.above else labels,
            "showgrid": False,
            "zeroline": False,
        },
    }
    return {"data": traces, "layout": layout}


@dataclass(frozen=True)
class _Plan:
    """Where the bars and labels of a chart stand, in px from the top."""

    rows: int
    bars: int
    above: bool

    @property
    def group(self) -> int:
        bars = self.bars * (BAR + BETWEEN_BARS) - BETWEEN_BARS
        return bars + BETWEEN_GROUPS + (LABEL_LINE if self.above else 0)

    @property
    def height(self) -> int:
        return max(self.rows, 1) * self.group

    def middle(self, row: int, bar: int) -> float:
        first = row * self.group + BETWEEN_GROUPS / 2 + (LABEL_LINE if self.above else 0)
        return first + bar * (BAR + BETWEEN_BARS) + BAR / 2

    def label(self, row: int) -> float:
        if self.above:
            return row * self.group + BETWEEN_GROUPS / 2 + LABEL_LINE / 2
        return (self.middle(row, 0) + self.middle(row, self.bars - 1)) / 2


def _bars(rows: pd.DataFrame, bar: Series, middles: list[float]) -> list[dict[str, Any]]:
    """The bars of one series, and what is written at their ends."""
    values = [None if pd.isna(value) else float(value) for value in rows[bar.column]]
    texts = rows[bar.text].astype(str).tolist()
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": bar.name,
        "x": values,
        "y": middles,
        "width": BAR,
        "text": texts,
        "textposition": "none",
        "hovertext": rows["label"].tolist(),
        "customdata": rows["link"].tolist(),
        "marker": {"color": COLOURS[bar.colour]},
        "hovertemplate": f"%{{hovertext}}<br>{bar.name} : %{{text}}<extra></extra>",
    }
    ends = [max(value or 0.0, 0.0) for value in values]
    return [bars, _written(ends, middles, texts)]


def _written(x: list[float], y: list[float], texts: list[str]) -> dict[str, Any]:
    """Words right of a point of the plot."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": [_GAP + text for text in texts],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _width(texts: list[str]) -> int:
    """Px that the longest of the texts takes."""
    return ceil(widest(texts, LETTERS))


def bar_range(values: pd.DataFrame) -> tuple[float, float]:
    """From zero, or the lowest value below it, to the highest; an empty frame gets a range all the same."""
    known = [value for value in values.to_numpy(dtype=float).ravel().tolist() if value == value]
    low, high = min([0.0, *known]), max([0.0, *known])
    return (low, high) if high > low else (0.0, 1.0)
