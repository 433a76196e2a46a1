"""What a finger hits: more than the mark of a place, never nearer to another place."""

from collections.abc import Iterator, Sequence
from math import hypot

REACH = 37.0
"""How far from its middle a place answers, in units of the picture: 12 pixels on a screen 360 wide."""

Point = tuple[float, float]


def target_paths(centres: Sequence[Point], radii: Sequence[float]) -> list[str]:
    """The outline of the ground on which each place answers, as the `d` of an SVG path.

    Args:
        centres: middles of the marks.
        radii: their radii; the marks don't overlap.

    Returns:
        For each place a square around it, 2 x `REACH` wide, less what is nearer to another mark. So no ground
        has two owners and none covers a mark of another place.
    """
    return [_path(_ground(index, centres, radii)) for index in range(len(centres))]


def _ground(index: int, centres: Sequence[Point], radii: Sequence[float]) -> list[Point]:
    (x, y), own = centres[index], radii[index]
    reach = max(REACH, own)
    ground = [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach)]
    for other, (to_x, to_y) in enumerate(centres):
        distance = hypot(to_x - x, to_y - y)
        if other == index or not distance:
            continue
        # The line from which the tangents to both marks are equally long lies between them.
        share = (distance**2 + own**2 - radii[other] ** 2) / (2 * distance**2)
        edge = (x + share * (to_x - x), y + share * (to_y - y))
        ground = list(_on_this_side(ground, edge, (to_x - x, to_y - y)))
    return ground


def _on_this_side(ground: Sequence[Point], edge: Point, away: Point) -> Iterator[Point]:
    """The part of a convex ground behind the line through a point, square to a direction."""

    def beyond(point: Point) -> float:
        return (point[0] - edge[0]) * away[0] + (point[1] - edge[1]) * away[1]

    for index, point in enumerate(ground):
        before = ground[index - 1]
        here, there = beyond(point), beyond(before)
        if here * there < 0:
            part = there / (there - here)
            yield (before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1]))
        if here <= 0:
            yield point


def _path(ground: Sequence[Point]) -> str:
    return f"M{'L'.join(f'{x:.0f} {y:.0f}' for x, y in ground)}z" if ground else ""
