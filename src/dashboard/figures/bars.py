"""Horizontal bars: one group of bars per row, starting at zero."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.palette import COLOURS
from dashboard.figures.ticks import round_ticks

BAR_HEIGHT = 18
GROUP_GAP = 14
MARGIN = {"l": 104, "r": 84, "t": 8, "b": 30}
LEFT_ROOM = 0.34
"""Part of the range kept free left of the longest negative bar, for its label."""


@dataclass(frozen=True)
class Series:
    """One bar of each group.

    Attributes:
        column: numeric column of the frame.
        text: column with the written value, shown at the bar's end and on hover.
        name: the reader's word for it.
        colour: a token of the palette.
    """

    column: str
    text: str
    name: str
    colour: str


def group_bars(rows: pd.DataFrame, series: list[Series], tick_text: Callable[[float], str]) -> go.Figure:
    """Horizontal bars in groups, first row on top.

    Args:
        rows: columns `label`, `link` (address opened by a click, may be empty) and those of the series;
            NaN draws no bar and its text says why. Labels are unique.
        series: the bars of a group, top to bottom.
        tick_text: writes a value of the axis in the reader's language, unit included.

    Returns:
        A figure with explicit height, margins and range; values are those of the frame.
    """
    figure = go.Figure()
    for bar in reversed(series):
        figure.add_bar(
            orientation="h",
            name=bar.name,
            y=rows["label"].tolist(),
            x=[None if pd.isna(value) else float(value) for value in rows[bar.column]],
            text=rows[bar.text].tolist(),
            customdata=rows["link"].tolist(),
            marker={"color": COLOURS[bar.colour]},
            textposition="outside",
            cliponaxis=False,
            hovertemplate=f"%{{y}}<br>{bar.name} : %{{text}}<extra></extra>",
        )
    low, high = _range(rows[[bar.column for bar in series]])
    ticks = round_ticks(low, high)
    figure.update_layout(
        barmode="group",
        bargap=0.28,
        height=chart_height(len(rows), len(series)),
        margin=MARGIN,
        xaxis={
            "range": [low, high],
            "tickvals": ticks,
            "ticktext": [tick_text(tick) for tick in ticks],
            "zeroline": True,
        },
        yaxis={"categoryorder": "array", "categoryarray": rows["label"].tolist()[::-1], "showgrid": False},
    )
    return figure


def _range(values: pd.DataFrame) -> tuple[float, float]:
    """From zero, or from below the lowest value, to just above the highest."""
    low, high = min(0.0, float(values.min().min())), max(0.0, float(values.max().max()))
    span = high - low or 1.0
    return (low - LEFT_ROOM * span if low < 0 else 0.0), high + 0.02 * span


def chart_height(groups: int, bars: int) -> int:
    """Height in px that gives each bar the same thickness whatever their number."""
    return MARGIN["t"] + MARGIN["b"] + max(groups, 1) * (bars * BAR_HEIGHT + GROUP_GAP)
