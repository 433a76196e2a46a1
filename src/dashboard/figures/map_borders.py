"""Regions or cercles within their official borders, coloured by class."""

from collections.abc import Mapping, Sequence

from dashboard.domain.maps import WIDTH
from dashboard.figures.map_marks import Place, Sheet, hatching, in_drawing_order, linked, picture, text


def borders_picture(
    places: Sequence[Place],
    sheet: Sheet,
    level: str,
    labels: Mapping[str, Sequence[float]],
    above: Sequence[str],
) -> str:
    """The map as areas.

    Args:
        places: see `Place`.
        sheet: what to draw on; it has borders.
        level: `region` or `cercle`.
        labels: longitude and latitude of a point well inside of each place.
        above: the places of the level above, whose borders are drawn stronger.

    Returns:
        SVG text that refers to each shape by address.
    """
    areas = "".join(linked(place, _area(place, sheet)) for place in in_drawing_order(places))
    lines = "".join(f'<use href="{sheet.borders}#{region}" class="upper"/>' for region in above)
    words = "".join(_words(place, sheet, labels, level) for place in places)
    ground = (
        f'<use href="{sheet.outlines}#lands" class="map-lands"/>{areas}{lines}'
        f'<use href="{sheet.outlines}#rivers" class="map-rivers"/>{words}'
    )
    return picture(sheet.id, sheet.label, WIDTH, sheet.frame.height, ground, f"borders {level}-level")


def _area(place: Place, sheet: Sheet) -> str:
    return f'<use href="{sheet.borders}#{place["place_id"]}" class="shape"{hatching(sheet.id, place)}/>'


def _words(place: Place, sheet: Sheet, labels: Mapping[str, Sequence[float]], level: str) -> str:
    """Name and number of a region; of the chosen cercle the name, of others nothing: there is no room."""
    if level != "region" and not place["chosen"]:
        return ""
    longitude, latitude = labels[place["place_id"]]
    x, y = sheet.frame.point(longitude, latitude)
    number = text(x, y + 30, place["text"], "number") if place["state"] == "some" else ""
    return text(x, y, place["name"], "name") + number
