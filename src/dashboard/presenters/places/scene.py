"""The map of a view as a picture that stands alone."""

from dashboard.analysis.places import STATES
from dashboard.domain.picture import Box, Drawing, Key
from dashboard.figures.map_chart import CLASSES
from dashboard.figures.map_marks import MapPlace
from dashboard.figures.picture_map import map_drawing
from dashboard.figures.picture_scene import MapGround, MapScene
from dashboard.presenters.context import Context
from dashboard.presenters.places.view import (
    PlaceCounts,
    drawn_places,
    state_words,
    tiles_of,
    within_borders,
)
from dashboard.presenters.places.words import legend_names
from dashboard.presenters.reader import Reader

STATE_SHAPES = {"none": "area", "uncovered": "hatched", "filtered": "dashed"}
"""How the legend draws the places of a state."""


def scene_drawing(context: Context, counts: PlaceCounts) -> Drawing:
    """The map of a view for a picture; its places are made when it is drawn."""

    def draw(box: Box) -> str:
        return map_drawing(_scene(context, counts))(box)

    return draw


def region_tiles(context: Context, counts: PlaceCounts) -> Drawing:
    """The regions as tiles, whatever a view asks for: small enough to stand beside something else."""
    places = tiles_of(context.catalog, counts.level, drawn_places(context, counts, ""))
    scene = MapScene(
        ground=MapGround(context.catalog.frame, "", {}),
        places=places,
        view="tiles",
        named=True,
        greatest=0.0,
        above=[],
        keys=_keys(context, counts, places),
        without=[],
    )
    return map_drawing(scene)


def _scene(context: Context, counts: PlaceCounts) -> MapScene:
    view, catalog = context.view, context.catalog
    places = drawn_places(context, counts, view.place, view.keys)
    is_region = counts.level == context.catalog.levels[0]
    without = _without(context, counts, places)
    if view.view == "tiles":
        places = tiles_of(catalog, counts.level, places)
    elif view.view == "borders":
        places = within_borders(catalog, places)
    return MapScene(
        ground=MapGround(catalog.frame, catalog.package["country"]["iso3"], catalog.maps.paths),
        places=places,
        view=view.view,
        named=is_region,
        greatest=float(counts.places["full"].max()),
        above=[] if is_region else sorted(set(counts.places["parent_id"])),
        keys=_keys(context, counts, places),
        without=without,
    )


def _keys(reader: Reader, counts: PlaceCounts, places: list[MapPlace]) -> list[Key]:
    """The classes and states that occur, in words."""
    occur = {f"k{place.klass}" if place.klass else place.state for place in places}
    names = legend_names(reader, counts)
    return [
        Key(name, CLASSES[int(key[1:])] if key.startswith("k") else CLASSES[0], STATE_SHAPES.get(key, "area"))
        for key, name in names.items()
        if key in occur or key.startswith("k")
    ]


def _without(reader: Reader, counts: PlaceCounts, places: list[MapPlace]) -> list[str]:
    """The places without a value, by why."""
    said, is_cercle = [], counts.level != reader.catalog.levels[0]
    for state in STATES[1:]:
        names = sorted(str(place.name) for place in places if place.state == state)
        if names:
            why = state_words(reader, counts.measure, state, is_cercle)
            said.append(reader.t("named", name=why, value=", ".join(names)))
    return said
