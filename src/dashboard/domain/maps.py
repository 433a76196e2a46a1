"""The picture plane of the maps: where a longitude and latitude lie on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import asinh, radians, tan
from typing import Any

WIDTH = 1000
"""Width of every map in its own units; the browser scales it."""


@dataclass(frozen=True)
class Frame:
    """The part of the world that a map shows, in degrees, drawn by the Mercator projection."""

    west: float
    south: float
    east: float
    north: float

    @cached_property
    def _scale(self) -> float:
        return WIDTH / radians(self.east - self.west)

    @cached_property
    def height(self) -> int:
        """Height of the picture in its own units."""
        return round(self.point(self.west, self.south)[1])

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Across and down from the upper left corner; outside of the frame the numbers go on."""
        across = radians(longitude - self.west) * self._scale
        down = (asinh(tan(radians(self.north))) - asinh(tan(radians(latitude)))) * self._scale
        return across, down


@dataclass(frozen=True)
class Maps:
    """What the pages know of the shapes that the server holds.

    Attributes:
        files: address of each served shape file by its logical name (`outlines.svg`, `borders.svg`, ...).
        card: where the official borders come from (title, publisher, date, licence, ...); empty when the
            operator has installed none.
        paths: path data of each shape by its id, in units of the frame, for pictures that stand alone.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    card: Mapping[str, Any] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
