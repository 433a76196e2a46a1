"""Where values are written at the marks of a slope chart, so that none hides another or a mark."""

from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd

from dashboard.figures.lettering import widest, width
from dashboard.figures.palette import COLOURS
from dashboard.figures.ticks import LETTERS

_Row = dict[Any, Any]

_EDGE = 18
_AXIS = 10
_LEAST = 22
"""Px of margin at least beside its edge: half of the first and the last date stand there."""
LINE = 18
"""Least distance in px between two labels on the same side."""
_AIR = 3
"""Px that stay free between a label that may give way and what stands beside it."""

_ANCHORS = {"left": "right", "right": "left", "above": "center", "below": "center", "inside": "left"}
BESIDE = {"left": -12, "right": 12, "above": 0, "below": 0, "inside": 0}
_OVER = {"above": 20.0, "below": -20.0, "inside": 17.0}
PLACES = {
    "inside": (("inside", 17.0), ("inside", -17.0)),
    "right": (("right", 0.0), ("above", 17.0), ("below", -17.0)),
    "above": (("above", 17.0), ("below", -17.0)),
    "below": (("below", -17.0), ("above", 17.0)),
}
"""Where a label that may give way can stand: side and shift upwards, the best one first."""


@dataclass(frozen=True)
class Plane:
    """The plot area of a chart on a phone, in px from its lower left corner.

    Attributes:
        width: without the margins.
        height: without the margins.
        start: moment at its left edge.
        floor: value at its lower edge.
        across: px of a year.
        up: px of a unit of the values.
    """

    width: float
    height: float
    start: float
    floor: float
    across: float
    up: float

    def spot(self, row: _Row) -> tuple[float, float]:
        """Where the mark of a row lies."""
        return (row["moment"] - self.start) * self.across, (row["value"] - self.floor) * self.up


def sided_labels(points: pd.DataFrame, with_ticks: bool) -> list[_Row]:
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
        # Within the public record a label may give way: the axis, the table and a touch tell the value.
        loose = row["role"] == "reference" and row["moment"] != end
        rows.append({**row, "side": side, "loose": loose})
    return rows


def margins(rows: list[_Row], ticks: list[str]) -> dict[str, float]:
    """Room left of the plot for the values of the axis, right of it for the labels that stand at its edge."""
    end = max((row["moment"] for row in rows), default=0)
    right = [row["label"] for row in rows if row["side"] == "right" and row["moment"] == end]
    over = [row["label"] for row in rows if row["side"] in _OVER and row["moment"] == end]
    return {
        "l": ceil(max(widest(ticks, LETTERS), _LEAST)) + _AXIS,
        "r": ceil(max(widest(right, LETTERS), widest(over, LETTERS) / 2, _LEAST)) + _EDGE,
    }


def width_before(rows: list[_Row]) -> float:
    """Px that the labels left of the first marks take, within the plot; 0 where none stands there."""
    left = [row["label"] for row in rows if row["side"] == "left"]
    return widest(left, LETTERS) - BESIDE["left"] + 2 * _AIR if left else 0.0


def annotations(rows: list[_Row], points: pd.DataFrame, plane: Plane) -> list[dict[str, Any]]:
    """The labels as plotly takes them; one that finds no free place on a phone is left out."""
    placed = _shifts([row for row in rows if not row["loose"]], plane.up)
    taken = [_box(plane, row, row["side"], shift) for row, shift in placed]
    marks = [plane.spot(row) for row in points.to_dict("records")]
    for row in rows:
        if row["loose"]:
            others = [mark for mark in marks if mark != plane.spot(row)]
            for side, shift in PLACES[row["side"]]:
                box = _box(plane, row, side, shift)
                if _is_free(box, others, taken, plane):
                    placed.append(({**row, "side": side}, shift))
                    taken.append(box)
                    break
    return [_text(row, shift) for row, shift in placed]


_Box = tuple[float, float, float, float]


def _box(plane: Plane, row: _Row, side: str, shift: float) -> _Box:
    """Left, right, lower and upper edge of a label."""
    x, y = plane.spot(row)
    wide = width(row["label"], LETTERS)
    left = x + BESIDE[side] - {"left": 0.0, "center": wide / 2, "right": wide}[_ANCHORS[side]]
    return left, left + wide, y + shift - LINE / 2, y + shift + LINE / 2


def _is_free(box: _Box, marks: list[tuple[float, float]], taken: list[_Box], plane: Plane) -> bool:
    left, right, low, high = box
    return (
        left >= 0
        and right <= plane.width + _EDGE
        and low >= 0
        and high <= plane.height
        and not any(left - _AIR < x < right + _AIR and low - _AIR < y < high + _AIR for x, y in marks)
        and not any(left < r and li < right and low < h and lo < high for li, r, lo, h in taken)
    )


def _shifts(rows: list[_Row], px: float) -> list[tuple[_Row, float]]:
    """How far each label moves up, so that none beside another's mark touches it."""
    placed = [(row, _OVER[row["side"]]) for row in rows if row["side"] in _OVER]
    for side in ("left", "right"):
        own = [row for row in rows if row["side"] == side]
        placed += zip(own, heights_apart([row["value"] * px for row in own]), strict=True)
    return placed


def heights_apart(heights: list[float]) -> list[float]:
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


def _text(row: _Row, shift: float) -> dict[str, Any]:
    token = "reference" if row["role"] == "reference" else row["sex"]
    return {
        "x": row["moment"],
        "y": row["value"],
        "text": row["label"],
        "showarrow": False,
        "xanchor": _ANCHORS[row["side"]],
        "yanchor": "middle",
        "xshift": BESIDE[row["side"]],
        "yshift": shift,
        "bgcolor": COLOURS["paper"],
        "font": {"color": COLOURS[token], "size": LETTERS},
    }
