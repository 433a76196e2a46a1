"""Horizontal bars: one group of bars per row, starting at zero."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.look import SEPARATORS
from dashboard.figures.palette import COLOURS

BAR_HEIGHT = 18
GROUP_GAP = 14
MARGIN = {"l": 108, "r": 74, "t": 8, "b": 34}


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


def group_bars(rows: pd.DataFrame, series: list[Series], language: str, suffix: str = "") -> go.Figure:
    """Horizontal bars in groups, first row on top.

    Args:
        rows: columns `label`, `link` (address opened by a click, may be empty) and those of the series;
            NaN draws no bar and its text says why.
        series: the bars of a group, top to bottom.
        language: decides decimal and thousands marks.
        suffix: unit written after the ticks of the value axis.
    """
    figure = go.Figure()
    for bar in reversed(series):
        figure.add_bar(
            orientation="h",
            name=bar.name,
            y=rows["label"].tolist(),
            x=rows[bar.column].tolist(),
            text=rows[bar.text].tolist(),
            customdata=rows["link"].tolist(),
            marker={"color": COLOURS[bar.colour]},
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}<br>" + bar.name + " : %{text}<extra></extra>",
        )
    values = rows[[bar.column for bar in series]]
    low, high = min(0.0, values.min().min()), max(0.0, values.max().max())
    pad = 0.02 * (high - low or 1)
    figure.update_layout(
        barmode="group",
        bargap=0.28,
        separators=SEPARATORS[language],
        height=chart_height(len(rows), len(series)),
        margin=MARGIN,
        xaxis={
            "range": [low - pad * (low < 0), high + pad],
            "ticksuffix": suffix,
            "nticks": 5,
            "zeroline": True,
        },
        yaxis={"categoryorder": "array", "categoryarray": rows["label"].tolist()[::-1]},
    )
    return figure


def chart_height(groups: int, bars: int) -> int:
    """Height in px that gives each bar the same thickness whatever their number."""
    return MARGIN["t"] + MARGIN["b"] + max(groups, 1) * (bars * BAR_HEIGHT + GROUP_GAP)
