"""Outlines and borders as SVG files that pages refer to by address, so that no page carries a shape twice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, combinations
from typing import Any

from dashboard.domain.maps import WIDTH, Frame

_Line = Sequence[Sequence[float]]
_LINES = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""How deep the lines lie in the coordinates of a geometry."""


def outline_paths(topology: Mapping[str, Any], frame: Frame) -> dict[str, str]:
    """Countries and rivers of a TopoJSON file, in units of the frame.

    Args:
        topology: objects `countries` (each with its code as id) and `rivers`, quantised.
        frame: what the maps show.

    Returns:
        Path data of `lands` (all countries), each country by its code, and `rivers`.
    """
    countries = {
        str(shape["id"]): _topology_lines(topology, shape)
        for shape in topology["objects"]["countries"]["geometries"]
    }
    rivers = [
        line
        for shape in topology["objects"]["rivers"]["geometries"]
        for line in _topology_lines(topology, shape)
    ]
    lands = [line for lines in countries.values() for line in lines]
    paths = {"lands": (lands, "z"), "rivers": (rivers, "")}
    paths |= {code: (lines, "z") for code, lines in countries.items()}
    return {name: _path(lines, frame, end) for name, (lines, end) in paths.items()}


def border_paths(collections: Iterable[Mapping[str, Any]], frame: Frame) -> dict[str, str]:
    """Path data of each feature of GeoJSON collections by the feature's id, in units of the frame."""
    features = [feature for collection in collections for feature in collection["features"]]
    return {str(feature["id"]): _path(_lines(feature["geometry"]), frame, "z") for feature in features}


_RING = re.compile(r"M(-?\d+) (-?\d+)l([^Mz]*)")
_LEAST_SHARED = 2
"""Points that areas share along a border; at a corner they share one."""


def neighbours_of(paths: Mapping[str, str]) -> dict[str, set[str]]:
    """Which areas touch along a border: path data of `border_paths` by id -> the ids of its neighbours."""
    owners: dict[tuple[int, int], set[str]] = defaultdict(set)
    for name, path in paths.items():
        for point in _points(path):
            owners[point].add(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in owners.values():
        for pair in combinations(sorted(names), 2):
            shared[pair] += 1
    found: dict[str, set[str]] = {name: set() for name in paths}
    for (one, other), points in shared.items():
        if points >= _LEAST_SHARED:
            found[one].add(other)
            found[other].add(one)
    return found


def _points(path: str) -> set[tuple[int, int]]:
    """The corners of a path, whose points are the steps from the ones before."""
    found: set[tuple[int, int]] = set()
    for x, y, steps in _RING.findall(path):
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        found |= set(
            zip(
                accumulate(numbers[::2], initial=int(x)),
                accumulate(numbers[1::2], initial=int(y)),
                strict=True,
            )
        )
    return found


def shapes_svg(paths: Mapping[str, str], frame: Frame) -> str:
    """An SVG file that holds each path under its id, for pages to refer to."""
    drawn = "".join(f'<path id="{name}" d="{path}"/>' for name, path in paths.items())
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {frame.height}">'
    return f"{head}<defs>{drawn}</defs></svg>"


def _path(lines: Iterable[_Line], frame: Frame, end: str) -> str:
    """Whole units, each point as the step from the one before: short, and fine enough for a screen."""
    return "".join(_steps([frame.point(*point[:2]) for point in line], frame, end) for line in lines)


def _steps(points: list[tuple[float, float]], frame: Frame, end: str) -> str:
    if not any(-WIDTH < x < 2 * WIDTH and -frame.height < y < 2 * frame.height for x, y in points):
        return ""
    rounded = [(round(x), round(y)) for x, y in points]
    (x, y), written = rounded[0], f"M{rounded[0][0]} {rounded[0][1]}l"
    steps = []
    for to_x, to_y in rounded[1:]:
        if (to_x, to_y) != (x, y):
            steps.append(f"{to_x - x} {to_y - y}")
        x, y = to_x, to_y
    return f"{written}{' '.join(steps).replace(' -', '-')}{end}" if steps else ""


def _lines(geometry: Mapping[str, Any]) -> list[_Line]:
    return _flat(geometry["coordinates"], _LINES[geometry["type"]])


def _flat(nested: Any, depth: int) -> list[Any]:
    if depth == 0:
        return [nested]
    return list(nested) if depth == 1 else [line for part in nested for line in _flat(part, depth - 1)]


def _topology_lines(topology: Mapping[str, Any], shape: Mapping[str, Any]) -> list[_Line]:
    """The lines of one TopoJSON geometry: chains of shared arcs, stored as steps on a grid."""
    return [_chain(topology, arcs) for arcs in _flat(shape["arcs"], _LINES[shape["type"]])]


def _chain(topology: Mapping[str, Any], arcs: list[int]) -> _Line:
    line: list[tuple[float, float]] = []
    for arc in arcs:
        points = _arc(topology, ~arc if arc < 0 else arc)
        line += points[::-1] if arc < 0 else points
    return line


def _arc(topology: Mapping[str, Any], index: int) -> list[tuple[float, float]]:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for step_x, step_y in topology["arcs"][index]:
        x, y = x + step_x, y + step_y
        points.append((left + x * scale_x, bottom + y * scale_y))
    return points
