"""The interactive map: the same places and values as the picture, for readers who ask to zoom and move."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.domain.figure import Figure
from dashboard.domain.maps import Frame
from dashboard.figures.map_marks import MapPlace
from dashboard.figures.map_points import radius
from dashboard.figures.palette import COLOURS

CLASSES = ("paper", "map-1", "map-2", "map-3", "map-4")
"""Colour token of each class of value; the first for places without one."""
UNCOVERED = "none"
"""Colour token of places that the measure does not cover."""
STROKES = {"uncovered": "line-ne-open", "filtered": "line-ew-open"}
"""The stroke across a place without a value that tells why, for readers who do not see it by the colour."""
STROKE = 10
"""Its length in pixels, less than the smallest circle is wide."""
PALE = 0.5
PIXELS = 0.4
"""Pixels per unit of the picture: little more than on a phone, so that circles do not hide one another."""
_SMALLEST = 7.0
"""Radius in pixels below which a finger would miss a circle."""


def map_figure(places: Sequence[MapPlace], frame: Frame, level: str, greatest: float, borders: str) -> Figure:
    """The places as areas where there are borders, else as circles.

    Args:
        places: see `MapPlace`.
        frame: what of the world is shown.
        level: `upper` or `lower`.
        greatest: the value with the largest circle.
        borders: address of the GeoJSON borders of the level, never their shapes; empty for circles.

    Returns:
        A figure as large as its box, with one `geo` subplot: the places, each with the address that chooses
        it as customdata, and the strokes across those without a value.
    """
    if not borders:  # the small ones last, or the large ones would hide them
        places = sorted(places, key=lambda place: -float(place.value))
    told = {
        "text": [place.title for place in places],
        "hoverinfo": "text",
        "customdata": [place.href for place in places],
    }
    trace = _areas(places, borders, told) if borders else _circles(places, level, greatest, told)
    layout = {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "geo": {
            "lonaxis": {"range": [frame.west, frame.east]},
            "lataxis": {"range": [frame.south, frame.north]},
        },
    }
    return {"data": [trace, _strokes(places)], "layout": layout}


def _areas(places: Sequence[MapPlace], borders: str, told: Mapping[str, object]) -> dict[str, Any]:
    tokens = (UNCOVERED, *CLASSES)
    steps = len(tokens)
    scale = [[edge / steps, COLOURS[name]] for step, name in enumerate(tokens) for edge in (step, step + 1)]
    return {
        "type": "choropleth",
        "geojson": borders,
        "locations": [place.place_id for place in places],
        "z": [-1 if place.state == "uncovered" else place.klass for place in places],
        "zmin": -1.5,
        "zmax": len(CLASSES) - 0.5,
        "colorscale": scale,
        "showscale": False,
        "marker": {"line": {"color": COLOURS["muted"], "width": 1}},
        **told,
    }


def _circles(
    places: Sequence[MapPlace], level: str, greatest: float, told: Mapping[str, object]
) -> dict[str, Any]:
    sizes = [2 * max(_SMALLEST, PIXELS * radius(place.value, greatest, level)) for place in places]
    return {
        "type": "scattergeo",
        "lon": [place.lon for place in places],
        "lat": [place.lat for place in places],
        "mode": "markers",
        "marker": {
            "size": sizes,
            "color": [
                COLOURS[UNCOVERED if place.state == "uncovered" else CLASSES[place.klass]] for place in places
            ],
            "line": {"color": COLOURS["muted"], "width": 1},
            "opacity": [PALE if place.state == "filtered" else 0.9 for place in places],
        },
        **told,
    }


def _strokes(places: Sequence[MapPlace]) -> dict[str, Any]:
    """They take no pointer: it reaches the place beneath."""
    crossed = [place for place in places if place.state in STROKES]
    return {
        "type": "scattergeo",
        "lon": [place.lon for place in crossed],
        "lat": [place.lat for place in crossed],
        "mode": "markers",
        "hoverinfo": "skip",
        "marker": {
            "symbol": [STROKES[place.state] for place in crossed],
            "size": STROKE,
            "color": COLOURS["muted"],
            "line": {"color": COLOURS["muted"], "width": 2},
        },
    }
