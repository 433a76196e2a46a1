"""A figure as a small static SVG, drawn from the same traces that plotly.js gets.

Only what our figures use: horizontal bars; markers, lines and texts on linear or category axes. Across, all
positions are percentages of the plot area, so the picture fits any width without shrinking its letters.
"""

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.palette import TOKENS

Scale = Callable[[Any], float]


def still(figure: go.Figure) -> str:
    """The SVG text of a figure with explicit margins, height and axis ranges."""
    layout = figure.layout
    margin = {side: layout.margin[side] or 0 for side in "lrtb"}
    height = int(layout.height)
    inner = height - margin["t"] - margin["b"]
    across = _scale(layout.xaxis, figure, "x", 100.0)
    down = _scale(layout.yaxis, figure, "y", float(inner))

    def x(value: Any) -> float:
        return across(value)

    def y(value: Any) -> float:
        return inner - down(value)

    marks = "".join(_marks(figure, x, y, inner))
    width = f"calc(100% - {margin['l'] + margin['r']}px)"
    return (
        f'<svg class="still" width="100%" height="{height}" aria-hidden="true" focusable="false">'
        f'<svg x="{margin["l"]}" y="{margin["t"]}" height="{inner}" overflow="visible" style="width:{width}">'
        f"{marks}{_row_labels(figure, y)}</svg></svg>"
    )


def _categories(axis: Any, figure: go.Figure, letter: str) -> list[Any] | None:
    if axis.categoryarray is not None:
        return list(axis.categoryarray)
    values = [
        value for trace in figure.data for value in (trace[letter] if trace[letter] is not None else [])
    ]
    return list(dict.fromkeys(values)) if any(isinstance(value, str) for value in values) else None


def _scale(axis: Any, figure: go.Figure, letter: str, size: float) -> Scale:
    categories = _categories(axis, figure, letter)
    if categories is not None:
        step = size / max(len(categories), 1)
        return lambda value: (categories.index(value) + 0.5) * step
    low, high = axis.range
    return lambda value: (float(value) - low) / (high - low) * size


def _marks(figure: go.Figure, x: Scale, y: Scale, inner: int) -> Iterator[str]:
    bars = [trace for trace in figure.data if trace.type == "bar"]
    for place, trace in enumerate(bars):
        yield from _bars(trace, x, y, len(bars), place, inner / max(len(set(trace.y)), 1))
    for trace in figure.data:
        if trace.type == "scatter":
            yield from _points(trace, x, y)


def _bars(trace: Any, x: Scale, y: Scale, bars: int, place: int, group: float) -> Iterator[str]:
    thick = group * 0.72 / bars
    for label, value, text in zip(trace.y, trace.x, trace.text, strict=True):
        top = y(label) + thick * (bars / 2 - 1 - place)
        start, end = sorted((x(0), x(value if value == value else 0)))
        yield (
            f'<rect x="{start:.2f}%" y="{top:.1f}" width="{end - start:.2f}%" height="{thick:.1f}"'
            f' fill="{_paint(trace.marker.color)}"/>'
        )
        yield f'<text x="{end:.2f}%" dx="4" y="{top + thick / 2 + 4:.1f}">{escape(str(text))}</text>'


def _points(trace: Any, x: Scale, y: Scale) -> Iterator[str]:
    points = [(x(a), y(b)) for a, b in zip(trace.x, trace.y, strict=True) if b is not None and b == b]
    mode = trace.mode or ""
    if "lines" in mode:
        dash = ' stroke-dasharray="3 4"' if trace.line.dash == "dot" else ""
        for (x1, y1), (x2, y2) in pairwise(points):
            yield (
                f'<line x1="{x1:.2f}%" y1="{y1:.1f}" x2="{x2:.2f}%" y2="{y2:.1f}"'
                f' stroke="{_paint(trace.line.color)}" stroke-width="{trace.line.width or 2}"{dash}/>'
            )
    if "markers" in mode:
        hollow = str(trace.marker.symbol or "").endswith("-open")
        for a, b in points:
            colour = _paint(trace.marker.color)
            fill = "none" if hollow else colour
            yield (
                f'<circle cx="{a:.2f}%" cy="{b:.1f}" r="5" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
            )
    if "text" in mode:
        for (a, b), text in zip(points, trace.text, strict=False):
            yield f'<text x="{a:.2f}%" y="{b - 10:.1f}" text-anchor="middle">{escape(str(text))}</text>'


def _row_labels(figure: go.Figure, y: Scale) -> str:
    labels = figure.layout.yaxis.categoryarray
    return "".join(
        f'<text x="0" dx="-8" y="{y(label) + 5:.1f}" text-anchor="end">{escape(str(label))}</text>'
        for label in labels or ()
    )


def _paint(colour: str) -> str:
    return f"var(--{TOKENS[colour]})" if colour in TOKENS else str(colour)
