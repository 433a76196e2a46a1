"""Where a series breaks: light uprights behind the marks, numbered above the plot; the words stand below."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.lettering import width
from dashboard.figures.palette import COLOURS
from dashboard.figures.ticks import LETTERS

ROOM = 16
"""Px above the plot that the numbers take."""
_AIR = 4
"""Px that stay free between two numbers on a phone; nearer ones become one, `3\u20136`, over a bracket."""
TICK = 0.03
"""How far the flags hang into the plot, as a part of its height."""


def break_lines(
    moments: Sequence[float], groups: Sequence[list[int]], low: float, high: float
) -> list[dict[str, Any]]:
    """Two traces: the uprights, and the flags at their tops, joined by a bracket where they share a number.

    Args:
        moments: of the breaks, in order of time.
        groups: those that share a number, see `grouped`.
        low: value at the foot of the plot.
        high: value at its top.
    """
    if not moments:
        return []
    uprights = [(moment, y) for moment in moments for y in (low, high, None)]
    foot = high - TICK * (high - low)
    flags: list[tuple[float, float | None]] = []
    for group in groups:
        for moment in (moments[n] for n in group):
            flags += [(moment, high), (moment, foot), (moment, high)]
        flags.append((moments[group[-1]], None))
    return [_lines(uprights, "grid"), _lines(flags, "muted")]


def break_numbers(moments: Sequence[float], groups: Sequence[list[int]], high: float) -> list[dict[str, Any]]:
    """The number of each break above its upright, as in the list below the chart; none for one alone."""
    if len(moments) < 2:
        return []
    return [
        {
            "x": (moments[group[0]] + moments[group[-1]]) / 2,
            "y": high,
            "text": _said(group),
            "showarrow": False,
            "xanchor": "center",
            "yanchor": "middle",
            "xshift": 0,
            "yshift": 10,
            "font": {"color": COLOURS["muted"], "size": LETTERS},
        }
        for group in groups
    ]


def grouped(moments: Sequence[float], px: float) -> list[list[int]]:
    """The places of the breaks, those in one group whose numbers would touch where a year has so many px."""
    groups = [[n] for n in range(len(moments))]

    def near(one: list[int], other: list[int]) -> bool:
        middles = [(moments[group[0]] + moments[group[-1]]) / 2 for group in (one, other)]
        words = (width(_said(one), LETTERS) + width(_said(other), LETTERS)) / 2
        return (middles[1] - middles[0]) * px < words + _AIR

    at = 1
    while at < len(groups):
        if near(groups[at - 1], groups[at]):
            groups[at - 1 : at + 1] = [groups[at - 1] + groups[at]]
            at = max(at - 1, 1)
        else:
            at += 1
    return groups


def _said(group: list[int]) -> str:
    first, last = group[0] + 1, group[-1] + 1
    return str(first) if first == last else f"{first}\u2013{last}"


def _lines(points: list[tuple[float, float | None]], token: str) -> dict[str, Any]:
    """One trace of many strokes, parted by points without a value."""
    return {
        "type": "scatter",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "mode": "lines",
        "line": {"color": COLOURS[token], "width": 1},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
