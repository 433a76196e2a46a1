"""The interactive map: the same places and values as the picture, for readers who ask to zoom and move."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.domain.figure import Figure
from dashboard.domain.maps import Frame
from dashboard.figures.map_marks import Place
from dashboard.figures.map_points import radius
from dashboard.figures.palette import COLOURS

HEIGHT = 440
CLASSES = ("none", "map-1", "map-2", "map-3", "map-4")
"""Colour token of each class of value; the first for places without one."""
PIXELS = 0.6
"""Pixels per unit of the picture."""


def map_figure(places: Sequence[Place], frame: Frame, level: str, greatest: float, borders: str) -> Figure:
    """The places as areas where there are borders, else as circles.

    Args:
        places: see `Place`.
        frame: what of the world is shown.
        level: `region` or `cercle`.
        greatest: the value with the largest circle.
        borders: address of the GeoJSON borders of the level, never their shapes; empty for circles.

    Returns:
        A figure with one `geo` subplot; each point's customdata is the address with that place chosen.
    """
    told = {
        "text": [place["title"] for place in places],
        "hoverinfo": "text",
        "customdata": [place["href"] for place in places],
    }
    trace = _areas(places, borders, told) if borders else _circles(places, level, greatest, told)
    layout = {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "geo": {
            "lonaxis": {"range": [frame.west, frame.east]},
            "lataxis": {"range": [frame.south, frame.north]},
        },
    }
    return {"data": [trace], "layout": layout}


def _areas(places: Sequence[Place], borders: str, told: Mapping[str, object]) -> dict[str, Any]:
    steps = len(CLASSES)
    scale = [[edge / steps, COLOURS[name]] for step, name in enumerate(CLASSES) for edge in (step, step + 1)]
    return {
        "type": "choropleth",
        "geojson": borders,
        "locations": [place["place_id"] for place in places],
        "z": [place["klass"] for place in places],
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": scale,
        "showscale": False,
        "marker": {"line": {"color": COLOURS["muted"], "width": 1}},
        **told,
    }


def _circles(
    places: Sequence[Place], level: str, greatest: float, told: Mapping[str, object]
) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "lon": [place["lon"] for place in places],
        "lat": [place["lat"] for place in places],
        "mode": "markers",
        "marker": {
            "size": [2 * PIXELS * radius(place["value"], greatest, level) for place in places],
            "color": [COLOURS[CLASSES[place["klass"]]] for place in places],
            "line": {"color": COLOURS["muted"], "width": 1},
            "opacity": 0.9,
        },
        **told,
    }
