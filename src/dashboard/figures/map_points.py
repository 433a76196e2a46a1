"""Circles at the seats of places, by size, over the country's outline and rivers."""

from collections.abc import Sequence
from math import sqrt
from typing import cast

import numpy as np

from dashboard.domain.maps import WIDTH
from dashboard.figures.map_labels import label_spots
from dashboard.figures.map_marks import (
    Place,
    Sheet,
    country_outline,
    hatching,
    in_drawing_order,
    linked,
    picture,
    text,
)
from dashboard.figures.map_targets import target_paths

LARGEST = {"region": 56.0, "cercle": 36.0}
SMALLEST = 15.0
EMPTY = 12.0
GAP = 3.0
APART = 16.0
"""Half of what two centres keep between them: 24 pixels once a phone shows the map twice enlarged."""
ROUNDS = 150
NUMBER_FITS = 21.0
"""Radius from which the number stands in the circle."""


def radius(value: float, greatest: float, level: str) -> float:
    """Radius of a circle whose area grows with the value; a small one where there is no value."""
    return max(SMALLEST, LARGEST[level] * sqrt(value / greatest)) if value > 0 and greatest > 0 else EMPTY


def points_picture(places: Sequence[Place], sheet: Sheet, level: str, greatest: float) -> str:
    """The map as circles.

    Args:
        places: see `Place`.
        sheet: what to draw on.
        level: `region` or `cercle`; circles of cercles are smaller.
        greatest: the value with the largest circle.

    Returns:
        SVG text. Circles that would cover one another stand side by side; a thin line leads to the seat. Each
        link also answers on the ground around its circle, see `target_paths`.
    """
    seats = [sheet.frame.point(place["lon"], place["lat"]) for place in places]
    radii = [radius(place["value"], greatest, level) for place in places]
    centres = apart(seats, [max(APART, size) for size in radii])
    spots = {
        place["place_id"]: (centre, size, target)
        for place, centre, size, target in zip(
            places, centres, radii, target_paths(centres, radii), strict=True
        )
    }
    leaders = "".join(_leader(*ends) for ends in zip(seats, centres, radii, strict=True))
    circles = "".join(
        linked(place, _circle(place, sheet, *spots[place["place_id"]])) for place in in_drawing_order(places)
    )
    names = "".join(_names(places, centres, radii, level))
    content = f'{country_outline(sheet)}<g class="leaders">{leaders}</g>{circles}{names}'
    return picture(sheet.id, sheet.label, WIDTH, sheet.frame.height, content, f"points {level}-level")


def apart(seats: Sequence[tuple[float, float]], radii: Sequence[float]) -> list[tuple[float, float]]:
    """Centres near the seats at which no two circles overlap; the same for the same input.

    Circles that overlap push one another away by halves, and each is drawn a little back to its seat.
    """
    anchors, sizes = np.array(seats, dtype=float), np.array(radii, dtype=float)
    if len(anchors) < 2:
        return list(seats)
    least = sizes[:, None] + sizes[None, :] + GAP
    np.fill_diagonal(least, 0)
    # A hair of difference, so that two circles at one seat know which way to go.
    centres = anchors + np.arange(len(anchors))[:, None] * [1e-3, -7e-4]
    for step in range(ROUNDS):
        between = centres[:, None, :] - centres[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(anchors))
        overlap = np.clip(least - distance, 0, None)
        push = (between / distance[:, :, None] * overlap[:, :, None]).sum(axis=1) / 2
        pull = (anchors - centres) * (0.05 if step < ROUNDS - 50 else 0)
        centres = centres + 0.9 * push + pull
    return cast("list[tuple[float, float]]", [tuple(centre) for centre in centres.tolist()])


def _leader(seat: tuple[float, float], centre: tuple[float, float], size: float) -> str:
    if np.hypot(seat[0] - centre[0], seat[1] - centre[1]) <= size:
        return ""
    ends = f'x1="{seat[0]:.0f}" y1="{seat[1]:.0f}" x2="{centre[0]:.0f}" y2="{centre[1]:.0f}"'
    return f'<line {ends}/><circle cx="{seat[0]:.0f}" cy="{seat[1]:.0f}" r="3"/>'


def _circle(place: Place, sheet: Sheet, centre: tuple[float, float], size: float, target: str) -> str:
    x, y = centre
    circle = f'<path d="{target}" class="target"/>'
    circle += f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" class="shape"{hatching(sheet.id, place)}/>'
    number = text(x, y, place["text"], "number") if place["state"] == "some" and size >= NUMBER_FITS else ""
    return circle + number


def _names(
    places: Sequence[Place], centres: Sequence[tuple[float, float]], radii: Sequence[float], level: str
) -> list[str]:
    """Names of regions always; of cercles only the chosen one: there is no room for all."""
    labels = label_spots([place["name"] for place in places], centres, radii, WIDTH)
    return [
        text(label.x, label.y, place["name"], f"name {label.anchor}")
        for place, label in zip(places, labels, strict=True)
        if level == "region" or place["chosen"]
    ]
