"""Regions or cercles within their official borders, coloured by class."""

from collections.abc import Sequence

from dashboard.domain.maps import WIDTH
from dashboard.figures.map_marks import Place, Sheet, hatching, in_drawing_order, linked, picture, text
from dashboard.figures.map_targets import target_paths

TINY = 10.0
"""Areas with less room are too small for a finger, and nearly for the eye."""
SPOT = 13.0
"""Radius of the circle that stands for a tiny area as well."""
LETTER = 6.5
"""Room that each letter of a number needs."""
GAP = 8.0
NAME = 30.0
"""How far a name stands at most above the middle of its area, which it would hide if that is small."""


def borders_picture(places: Sequence[Place], sheet: Sheet, level: str, above: Sequence[str]) -> str:
    """The map as areas.

    Args:
        places: see `Place`; with `room`.
        sheet: what to draw on; it has borders.
        level: `region` or `cercle`.
        above: the places of the level above, whose borders are drawn stronger.

    Returns:
        SVG text that refers to each shape by address. A tiny area is drawn once more as a circle over all
        others.
    """
    drawn = in_drawing_order(places)
    areas = "".join(linked(place, _area(place, sheet)) for place in drawn)
    lines = "".join(f'<use href="{sheet.borders}#{region}" class="upper"/>' for region in above)
    words = "".join(_words(place, sheet, level) for place in places)
    ground = (
        f'<use href="{sheet.outlines}#lands" class="map-lands"/>{areas}{lines}'
        f'<use href="{sheet.outlines}#rivers" class="map-rivers"/>{_spots(places, sheet)}{words}'
    )
    return picture(sheet.id, sheet.label, WIDTH, sheet.frame.height, ground, f"borders {level}-level")


def _area(place: Place, sheet: Sheet) -> str:
    return f'<use href="{sheet.borders}#{place["place_id"]}" class="shape"{hatching(sheet.id, place)}/>'


def _spots(places: Sequence[Place], sheet: Sheet) -> str:
    """The tiny areas as circles: links for mouse and finger, the area is the one for the keyboard."""
    centres = [sheet.frame.point(place["lon"], place["lat"]) for place in places]
    radii = [SPOT if place["room"] < TINY else place["room"] for place in places]
    return "".join(
        linked(
            place,
            f'<path d="{target}" class="target"/><circle cx="{x:.0f}" cy="{y:.0f}" r="{size:g}"'
            f' class="shape"{hatching(sheet.id, place)}/>',
            repeated=True,
        )
        for place, (x, y), size, target in zip(
            places, centres, radii, target_paths(centres, radii), strict=True
        )
        if place["room"] < TINY
    )


def _words(place: Place, sheet: Sheet, level: str) -> str:
    """Name and number of a region; of a cercle the number where it fits, and the name of the chosen one."""
    x, y = sheet.frame.point(place["lon"], place["lat"])
    number, room = place["text"] if place["state"] == "some" else "", max(SPOT, place["room"])
    if level == "region":
        name_at, number_at = (y - room - GAP, y + 3 * room) if place["room"] < TINY else (y, y + 30)
        return text(x, name_at, place["name"], "name") + text(x, number_at, number, "number")
    fits = number and room >= LETTER * len(number)
    inside = text(x, y, number, "number inside") if fits else ""
    above = min(room, NAME) + GAP
    return inside + (text(x, y - above, place["name"], "name") if place["chosen"] else "")
