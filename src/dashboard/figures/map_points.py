"""Circles at the seats of places, by size, over the country's outline and rivers."""

from collections.abc import Sequence
from math import sqrt
from typing import cast

import numpy as np

from dashboard.domain.maps import WIDTH
from dashboard.figures.map_labels import Block, around, arranged, wide
from dashboard.figures.map_marks import (
    MapPlace,
    Sheet,
    country_outline,
    hatching,
    in_drawing_order,
    label_lines,
    linked,
    picture,
    text,
)
from dashboard.figures.map_targets import Point, target_paths

LARGEST = {"upper": 56.0, "lower": 36.0}
_SMALLEST = 15.0
_EMPTY = 12.0
_GAP = 3.0
APART = 16.0
"""Half of what two centres keep between them: 24 pixels once a phone shows the map twice enlarged."""
_ROUNDS = 150
_LETTERS = {"upper": 34.0, "lower": 22.0}
"""Size of the words beside circles at their largest; those of cercles appear on wide or enlarged maps."""
_LEAST = {"upper": 27.0, "lower": 15.0}
"""Size at which a number in a circle can still be read; one that needs to be smaller stands beside it."""


def radius(value: float, greatest: float, level: str) -> float:
    """Radius of a circle whose area grows with the value; a small one where there is no value."""
    return max(_SMALLEST, LARGEST[level] * sqrt(value / greatest)) if value > 0 and greatest > 0 else _EMPTY


def points_picture(places: Sequence[MapPlace], sheet: Sheet, level: str, greatest: float) -> str:
    """The map as circles.

    Args:
        places: see `MapPlace`.
        sheet: what to draw on.
        level: `upper` or `lower`; circles of cercles are smaller.
        greatest: the value with the largest circle.

    Returns:
        SVG text. Circles that would cover one another stand side by side; a thin line leads to the seat. Each
        link also answers on the ground around its circle, see `target_paths`.
    """
    seats = [sheet.frame.point(place.lon, place.lat) for place in places]
    radii = [radius(place.value, greatest, level) for place in places]
    centres = circles_apart(seats, [max(APART, size) for size in radii])
    spots = {
        place.place_id: (centre, size, target)
        for place, centre, size, target in zip(
            places, centres, radii, target_paths(centres, radii), strict=True
        )
    }
    leaders = "".join(_leader(*ends) for ends in zip(seats, centres, radii, strict=True))
    circles = "".join(
        linked(place, _circle(place, sheet, level, *spots[place.place_id]))
        for place in in_drawing_order(places)
    )
    names = _beside(places, centres, radii, level, (WIDTH, sheet.frame.height))
    content = f'{country_outline(sheet)}<g class="leaders">{leaders}</g>{circles}{names}'
    return picture(sheet.id, sheet.label, WIDTH, sheet.frame.height, content, f"points {level}-level")


def circles_apart(seats: Sequence[tuple[float, float]], radii: Sequence[float]) -> list[tuple[float, float]]:
    """Centres near the seats at which no two circles overlap; the same for the same input.

    Circles that overlap push one another away by halves, and each is drawn a little back to its seat.
    """
    anchors, sizes = np.array(seats, dtype=float), np.array(radii, dtype=float)
    if len(anchors) < 2:
        return list(seats)
    least = sizes[:, None] + sizes[None, :] + _GAP
    np.fill_diagonal(least, 0)
    # A hair of difference, so that two circles at one seat know which way to go.
    centres = anchors + np.arange(len(anchors))[:, None] * [1e-3, -7e-4]
    for step in range(_ROUNDS):
        between = centres[:, None, :] - centres[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(anchors))
        overlap = np.clip(least - distance, 0, None)
        push = (between / distance[:, :, None] * overlap[:, :, None]).sum(axis=1) / 2
        pull = (anchors - centres) * (0.05 if step < _ROUNDS - 50 else 0)
        centres = centres + 0.9 * push + pull
    return cast("list[tuple[float, float]]", [tuple(centre) for centre in centres.tolist()])


def _leader(seat: tuple[float, float], centre: tuple[float, float], size: float) -> str:
    if np.hypot(seat[0] - centre[0], seat[1] - centre[1]) <= size:
        return ""
    ends = f'x1="{seat[0]:.0f}" y1="{seat[1]:.0f}" x2="{centre[0]:.0f}" y2="{centre[1]:.0f}"'
    return f'<line {ends}/><circle cx="{seat[0]:.0f}" cy="{seat[1]:.0f}" r="3"/>'


def _circle(place: MapPlace, sheet: Sheet, level: str, centre: Point, size: float, target: str) -> str:
    x, y = centre
    circle = f'<path d="{target}" class="target"/>'
    circle += f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" class="shape"{hatching(sheet.id, place)}/>'
    if not _fits(place, size, level):
        return circle
    return circle + text(x, y, place.text, "number inside", room=_room(size, level))


def _room(size: float, level: str) -> float:
    """Width of a circle at the height of its number."""
    return 1.9 * sqrt(size**2 - (_LEAST[level] * 0.36) ** 2)


def _fits(place: MapPlace, size: float, level: str) -> bool:
    return place.state == "some" and wide(place.text, _LEAST[level]) <= _room(size, level)


def _beside(
    places: Sequence[MapPlace],
    centres: Sequence[Point],
    radii: Sequence[float],
    level: str,
    edge: Point,
) -> str:
    """Names of all regions but of the chosen cercle only, for want of room; numbers that don't fit inside."""
    size, marks = _LETTERS[level], list(zip(centres, radii, strict=True))
    lines = [_lines(place, r, level) for place, (_, r) in zip(places, marks, strict=True)]
    said = [(words, mark) for words, mark in zip(lines, marks, strict=True) if words]
    blocks = [
        Block([word for word, _ in words], around(x, y, r, len(words), size)) for words, ((x, y), r) in said
    ]
    labels = arranged(blocks, marks, edge, size)
    return "".join(label_lines(label, words) for label, (words, _) in zip(labels, said, strict=True))


def _lines(place: MapPlace, size: float, level: str) -> list[tuple[str, str]]:
    named = level == "upper" or place.chosen
    name = [(str(place.name), "name")] if named else []
    counted = place.state == "some" and not _fits(place, size, level)
    return [*name, (str(place.text), "number beside")] if counted else name
