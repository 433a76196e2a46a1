"""A figure as a small static SVG, drawn from the same traces that plotly.js gets.

Only what our figures use: horizontal bars of a given thickness; markers, lines, texts and annotations without
arrows on linear axes. Across, all positions are percentages of the plot area, so the picture fits
any width without shrinking its letters; it stands where plotly.js will draw, so nothing moves when the chart
comes alive.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import Any

from dashboard.domain.figure import Figure
from dashboard.figures.palette import TOKENS

Scale = Callable[[Any], float]
_Axis = Mapping[str, Any]
Trace = Mapping[str, Any]


def still(figure: Figure) -> str:
    """The SVG text of a figure with explicit margins, height and axis ranges."""
    layout, margin = figure["layout"], figure["layout"]["margin"]
    height = int(layout["height"])
    inner: int = height - margin["t"] - margin["b"]
    across = _scale(layout["xaxis"], 100.0)
    down = _scale(layout["yaxis"], inner)

    def x(value: Any) -> float:
        return across(value)

    def y(value: Any) -> float:
        return inner - down(value)

    axes = (_columns(layout["xaxis"], x, inner), _grid_rows(layout["yaxis"], y))
    parts = (*axes, *_marks(figure, x, y), *_notes(layout, x, y), _row_labels(layout["yaxis"], y))
    sides = f"margin-left:{margin['l']}px;width:calc(100% - {margin['l'] + margin['r']}px)"
    return (
        f'<svg class="still" height="{height}" style="{sides}" overflow="visible" aria-hidden="true"'
        f' focusable="false"><g transform="translate(0,{margin["t"]})">{"".join(parts)}</g></svg>'
    )


def _scale(axis: _Axis, size: float) -> Scale:
    low, high = axis["range"]
    return lambda value: (float(value) - low) / (high - low) * size


def _columns(axis: _Axis, x: Scale, inner: int) -> str:
    """Grid lines and the written values of the horizontal axis."""
    lines, zero = [], f'<line x1="{x(0):.2f}%" x2="{x(0):.2f}%" y2="{inner}" stroke="var(--muted)"/>'
    for value, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        if axis.get("showgrid", True):
            lines.append(
                f'<line x1="{x(value):.2f}%" x2="{x(value):.2f}%" y2="{inner}" stroke="var(--grid)"/>'
            )
        lines.append(f'<text x="{x(value):.2f}%" y="{inner + 17}" text-anchor="middle">{escape(text)}</text>')
    return "".join([*lines, zero] if axis["zeroline"] else lines)


def _marks(figure: Figure, x: Scale, y: Scale) -> Iterator[str]:
    for trace in figure["data"]:
        if trace["type"] == "bar":
            yield from _bars(trace, x, y)
    for trace in figure["data"]:
        if trace["type"] == "scatter":
            yield from _points(trace, x, y)


def _bars(trace: Trace, x: Scale, y: Scale) -> Iterator[str]:
    thick = abs(y(trace["width"]) - y(0))
    for middle, value in zip(trace["y"], trace["x"], strict=True):
        if value is None or value != value:
            continue
        start, end = sorted((x(0), x(value)))
        yield (
            f'<rect x="{start:.2f}%" y="{y(middle) - thick / 2:.1f}" width="{end - start:.2f}%"'
            f' height="{thick:.1f}" fill="{_paint(trace["marker"]["color"])}"/>'
        )


def _points(trace: Trace, x: Scale, y: Scale) -> Iterator[str]:
    spots = [
        None if b is None or b != b else (x(a), y(b)) for a, b in zip(trace["x"], trace["y"], strict=True)
    ]
    points = [spot for spot in spots if spot]
    mode = trace["mode"]
    if "lines" in mode:
        dash = ' stroke-dasharray="3 4"' if trace["line"].get("dash") == "dot" else ""
        for one, other in pairwise(spots):
            if not (one and other):  # a value that is not known parts the line
                continue
            yield (
                f'<line x1="{one[0]:.2f}%" y1="{one[1]:.1f}" x2="{other[0]:.2f}%" y2="{other[1]:.1f}"'
                f' stroke="{_paint(trace["line"]["color"])}" stroke-width="{trace["line"]["width"]}"{dash}/>'
            )
    if "markers" in mode:
        for a, b in points:
            yield _mark(trace["marker"], a, b)
    if "text" in mode:
        for (a, b), text in zip(points, trace["text"], strict=True):
            yield f'<text x="{a:.2f}%" y="{b:.1f}" dy="5">{escape(text)}</text>'


def _mark(marker: Mapping[str, Any], x: float, y: float) -> str:
    """A marker of plotly's shapes that we use: circle, square, diamond, open or filled."""
    symbol, half = marker["symbol"], marker["size"] / 2
    colour = _paint(marker["color"])
    fill = "none" if symbol.endswith("-open") else colour
    style = f'fill="{fill}" stroke="{colour}" stroke-width="{marker.get("line", {}).get("width", 0)}"'
    if symbol.startswith("circle"):
        return f'<circle cx="{x:.2f}%" cy="{y:.1f}" r="{half}" {style}/>'
    # A nested svg carries the percentage, so that the shape itself can be drawn in px.
    turn = ' transform="rotate(45)"' if symbol.startswith("diamond") else ""
    half = half if not turn else half * 0.92
    shape = f'<rect x="{-half}" y="{-half}" width="{2 * half}" height="{2 * half}"{turn} {style}/>'
    return f'<svg x="{x:.2f}%" y="{y:.1f}" overflow="visible">{shape}</svg>'


def _grid_rows(axis: _Axis, y: Scale) -> str:
    """Grid lines of a vertical axis whose values are written, and the line of zero where it is asked for."""
    lines = [(value, "grid") for value in axis["tickvals"] if axis["showgrid"]]
    lines += [(0.0, "muted")] if axis["zeroline"] else []
    return "".join(
        f'<line x1="0" x2="100%" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="var(--{colour})"/>'
        for value, colour in lines
    )


ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def _notes(layout: Mapping[str, Any], x: Scale, y: Scale) -> Iterator[str]:
    for note in layout.get("annotations", ()):
        down = y(note["y"]) - note["yshift"] + 5
        yield (
            f'<text class="halo" x="{x(note["x"]):.2f}%" dx="{note["xshift"]}" y="{down:.1f}"'
            f' text-anchor="{ANCHORS[note["xanchor"]]}" style="fill:{_paint(note["font"]["color"])}">'
            f"{escape(note['text'])}</text>"
        )


def _row_labels(axis: _Axis, y: Scale) -> str:
    return "".join(
        f'<text x="0" dx="-5" y="{y(value) + 5:.1f}" text-anchor="end">{escape(str(label))}</text>'
        for value, label in zip(axis["tickvals"], axis["ticktext"], strict=True)
    )


def _paint(colour: str) -> str:
    return f"var(--{TOKENS[colour]})" if colour in TOKENS else str(colour)
