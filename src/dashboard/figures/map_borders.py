"""Regions or cercles within their official borders, coloured by class."""

from collections.abc import Sequence

from dashboard.domain.maps import WIDTH
from dashboard.figures.map_labels import Block, Label, around, arranged, within
from dashboard.figures.map_marks import (
    MapPlace,
    Sheet,
    hatching,
    in_drawing_order,
    label_lines,
    linked,
    picture,
    unlinked,
)
from dashboard.figures.map_names import TINY, cercle_names
from dashboard.figures.map_targets import target_paths

SPOT = 16.0
"""Radius of the circle that stands for a tiny area as well."""


def borders_picture(places: Sequence[MapPlace], sheet: Sheet, level: str, above: Sequence[str]) -> str:
    """The map as areas.

    Args:
        places: see `MapPlace`; with `room`.
        sheet: what to draw on; it has borders.
        level: `upper` or `lower`.
        above: the places of the level above, whose borders are drawn stronger.

    Returns:
        SVG text that refers to each shape by address. A tiny area is drawn once more as a circle over all
        others, which is then its link.
    """
    drawn = in_drawing_order(places)
    areas = "".join(
        (unlinked if place.room < TINY else linked)(place, _area(place, sheet)) for place in drawn
    )
    lines = "".join(f'<use href="{sheet.borders}#{region}" class="upper"/>' for region in above)
    words = _regions(places, sheet) if level == "upper" else cercle_names(places, sheet, SPOT)
    ground = (
        f'<use href="{sheet.outlines}#lands" class="map-lands"/>{areas}{lines}'
        f'<use href="{sheet.outlines}#rivers" class="map-rivers"/>{_spots(places, sheet)}{words}'
    )
    kind = f"borders{' of-years' * sheet.of_years} {level}-level"
    return picture(sheet.id, sheet.label, WIDTH, sheet.frame.height, ground, kind)


def _area(place: MapPlace, sheet: Sheet) -> str:
    return f'<use href="{sheet.borders}#{place.place_id}" class="shape"{hatching(sheet.id, place)}/>'


def _spots(places: Sequence[MapPlace], sheet: Sheet) -> str:
    """The tiny areas as circles."""
    centres = [sheet.frame.point(place.lon, place.lat) for place in places]
    radii = [SPOT if place.room < TINY else place.room for place in places]
    return "".join(
        linked(
            place,
            f'<path d="{target}" class="target"/><circle cx="{x:.0f}" cy="{y:.0f}" r="{size:g}"'
            f' class="shape"{hatching(sheet.id, place)}/>',
        )
        for place, (x, y), size, target in zip(
            places, centres, radii, target_paths(centres, radii), strict=True
        )
        if place.room < TINY
    )


def _regions(places: Sequence[MapPlace], sheet: Sheet) -> str:
    """Name and number of each, in its area or beside its circle."""
    marks = [(sheet.frame.point(place.lon, place.lat), float(place.room)) for place in places]
    lines = [_name_and_number(place) for place in places]
    blocks = [
        Block(
            [word for word, _ in words],
            _beside(x, y, len(words)) if room < TINY else within(x, y, room, len(words)),
        )
        for words, ((x, y), room) in zip(lines, marks, strict=True)
    ]
    spots = [(middle, SPOT) for middle, room in marks if room < TINY]
    labels = arranged(blocks, spots, (WIDTH, sheet.frame.height))
    return "".join(label_lines(label, words) for label, words in zip(labels, lines, strict=True))


def _beside(x: float, y: float, lines: int) -> list[Label]:
    """Around a tiny area; first at its sides, since the names of its neighbours can make way up or down."""
    spots = around(x, y, SPOT, lines)
    return [*spots[2:], *spots[:2]]


def _name_and_number(place: MapPlace) -> list[tuple[str, str]]:
    name = (str(place.name), "name")
    return [name, (str(place.text), "number")] if place.state == "some" else [name]
