"""What a map shows where it stands alone: its places, its ground, and how they look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.maps import Frame
from dashboard.domain.picture import Key
from dashboard.figures.map_chart import CLASSES
from dashboard.figures.map_marks import MapPlace
from dashboard.figures.picture_list import NameList
from dashboard.figures.picture_marks import HATCH

DARK = 3
"""The first class on which words are light."""
NONE = "–"
"""Written where a place has no value."""


@dataclass(frozen=True)
class MapGround:
    """What a map lies on.

    Attributes:
        frame: what of the world is shown.
        country: id of the country's shape.
        shapes: path data by id in units of the frame: `lands`, `rivers`, the country; with borders places.
    """

    frame: Frame
    country: str
    shapes: Mapping[str, str]


@dataclass(frozen=True)
class MapScene:
    """What a map shows.

    Attributes:
        ground: what it lies on.
        places: see `MapPlace`; tiles also have `row`, `column` and `group`.
        view: `points`, `tiles` or `borders`.
        named: whether there are few enough places to name each on the map.
        greatest: the value with the largest circle.
        above: the places of the level above, whose borders are drawn stronger.
        keys: the legend.
        without: which places have no value and why, in words, for the list.
        listed: whether a list beside the map gives the values.
    """

    ground: MapGround
    places: Sequence[MapPlace]
    view: str
    named: bool
    greatest: float
    above: Sequence[str]
    keys: Sequence[Key]
    without: Sequence[str]
    listed: bool = False


def colour_of(place: MapPlace) -> str:
    """What fills a place."""
    return f"url(#{HATCH})" if place.state == "uncovered" else CLASSES[place.klass]


def ink_of(place: MapPlace) -> str:
    """In what colour words on a place can be read."""
    return "paper" if place.klass >= DARK else "ink"


def listed_places(scene: MapScene) -> NameList:
    """The places with a value, the highest first, then the others."""
    some = [place for place in scene.places if place.state == "some"]
    ranked = sorted(some, key=lambda place: -float(place.value))
    return NameList([(str(place.name), str(place.text), colour_of(place)) for place in ranked], scene.without)


def value_of(place: MapPlace) -> str:
    """What is written of a place."""
    return str(place.text) if place.state == "some" else NONE
