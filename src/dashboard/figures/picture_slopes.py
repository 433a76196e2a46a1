"""The values of an indicator as a still picture: the chart of the page, laid out for the room of that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.domain.figure import Figure
from dashboard.domain.picture import Box, Drawing, Key
from dashboard.figures.lettering import wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, MIDDLE, legend, line, lines_of, word
from dashboard.figures.slopes import slope_chart
from dashboard.figures.still import ANCHORS
from dashboard.figures.ticks import LETTERS

_ROOMY = 14
"""Letters of height below which the chart needs all the room: the breaks keep their numbers in it."""
REASONS = 0.3
"""Most of the height that the reasons of breaks take."""
AXIS_AIR = 6.0
"""Px of the chart between the edge of its plot and the values of its axis."""


def slopes_drawing(
    points: pd.DataFrame,
    breaks: Iterable[float],
    tick_texts: Callable[[list[float]], list[str]],
    keys: Sequence[Key],
    reasons: Sequence[tuple[str, str]],
    span: tuple[float, float] | None = None,
) -> Drawing:
    """The chart of `slope_chart` for a picture.

    Args:
        points: see `slope_chart`.
        breaks: see `slope_chart`.
        tick_texts: see `slope_chart`.
        keys: the legend.
        reasons: when each break is, and why; only the first where all would leave the chart no room.
        span: see `slope_chart`.
    """
    moments = list(breaks)

    def draw(box: Box) -> str:
        head, under = legend(keys, box)
        told = _told(reasons, box) if box.height - under > _ROOMY * box.letter else []
        over = (len(told) + 0.4) * box.letter * LINE_HEIGHT if told else 0.0
        room = box.below(under).above(over)
        scale = box.letter / LETTERS
        figure = slope_chart(points, moments, tick_texts, room.width / scale, room.height / scale, span)
        return (
            head + _drawn(figure, room, scale) + lines_of(box.x, box.foot - over, told, box.letter, "muted")
        )

    return draw


def _told(reasons: Sequence[tuple[str, str]], box: Box) -> list[str]:
    """The breaks by their numbers in the chart, as far as there is room."""
    several = len(reasons) > 1
    whole = [f"{n}. {why}" if several else why for n, (_, why) in enumerate(reasons, 1)]
    lines = [part for text in whole for part in wrapped(text, box.width, box.letter)]
    if len(lines) * box.letter * LINE_HEIGHT <= REASONS * box.height:
        return lines
    short = " · ".join(f"{n}.\u00a0{when}" for n, (when, _) in enumerate(reasons, 1))
    return wrapped(short, box.width, box.letter)


@dataclass(frozen=True)
class _Plane:
    """From values, and px of the chart, to px of the picture."""

    layout: Mapping[str, Any]
    box: Box
    scale: float

    @property
    def left(self) -> float:
        return self.box.x + float(self.layout["margin"]["l"]) * self.scale

    @property
    def right(self) -> float:
        return self.box.right - float(self.layout["margin"]["r"]) * self.scale

    @property
    def top(self) -> float:
        return self.box.y + float(self.layout["margin"]["t"]) * self.scale

    @property
    def foot(self) -> float:
        return self.box.foot - float(self.layout["margin"]["b"]) * self.scale

    def x(self, value: float) -> float:
        low, high = self.layout["xaxis"]["range"]
        return self.left + float((value - low) / (high - low)) * (self.right - self.left)

    def y(self, value: float) -> float:
        low, high = self.layout["yaxis"]["range"]
        return self.foot - float((value - low) / (high - low)) * (self.foot - self.top)


def _drawn(figure: Figure, box: Box, scale: float) -> str:
    plane = _Plane(figure["layout"], box, scale)
    marks = (part for trace in figure["data"] for part in _trace(plane, trace))
    return "".join([*_axes(plane), *marks, *_labels(plane)])


def _axes(plane: _Plane) -> Iterator[str]:
    across, down = plane.layout["xaxis"], plane.layout["yaxis"]
    size = plane.box.letter
    above = float("inf")
    for value, text in zip(down["tickvals"], down["ticktext"], strict=True):
        yield line(plane.left, plane.y(value), plane.right, plane.y(value), "grid", 2)
        if above - plane.y(value) < size:  # a low chart has no room for each of its values
            continue
        above = plane.y(value)
        end = plane.left - AXIS_AIR * plane.scale
        yield word(end, plane.y(value) + MIDDLE * size, str(text), size, "muted", "end")
    if down["zeroline"]:
        yield line(plane.left, plane.y(0), plane.right, plane.y(0), "muted", 2)
    for value, text in zip(across["tickvals"], across["ticktext"], strict=True):
        yield word(plane.x(value), plane.foot + 1.3 * size, str(text), size, "muted", "middle")


def _trace(plane: _Plane, trace: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a trace, parted where a value is not known, and its marks over them."""
    spots = [
        None if y is None or y != y else (plane.x(x), plane.y(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    if "lines" in trace["mode"]:
        look = trace["line"]
        dash = f"{3 * plane.scale:.0f} {4 * plane.scale:.0f}" if look.get("dash") == "dot" else ""
        for one, other in pairwise(spots):
            if one and other:
                yield line(*one, *other, look["color"], look["width"] * plane.scale, dash)
    if "markers" in trace["mode"]:
        yield from (_mark(trace["marker"], *spot, plane.scale) for spot in spots if spot)


def _mark(marker: Mapping[str, Any], x: float, y: float, scale: float) -> str:
    symbol, half, colour = marker["symbol"], marker["size"] / 2 * scale, marker["color"]
    fill = "none" if symbol.endswith("-open") else colour
    thick = marker.get("line", {}).get("width", 0) * scale
    look = f'fill="{fill}"' + (f' stroke="{colour}" stroke-width="{thick:g}"' if thick else "")
    if symbol.startswith("circle"):
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}" {look}/>'
    if symbol.startswith("diamond"):
        half *= 1.3
        corners = (
            f"{x:.1f},{y - half:.1f} {x + half:.1f},{y:.1f} {x:.1f},{y + half:.1f} {x - half:.1f},{y:.1f}"
        )
        return f'<polygon points="{corners}" {look}/>'
    place = f'x="{x - half:.1f}" y="{y - half:.1f}" width="{2 * half:.1f}" height="{2 * half:.1f}"'
    return f"<rect {place} {look}/>"


def _labels(plane: _Plane) -> Iterator[str]:
    for note in plane.layout["annotations"]:
        x = plane.x(note["x"]) + note["xshift"] * plane.scale
        y = plane.y(note["y"]) - note["yshift"] * plane.scale + MIDDLE * plane.box.letter
        colour, anchor = note["font"]["color"], ANCHORS[note["xanchor"]]
        yield word(x, y, note["text"], plane.box.letter, colour, anchor, halo=True)
