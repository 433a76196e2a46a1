"""Names of many small areas: as many as there is room for, for three sizes of screens."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot

from dashboard.figures.map_labels import WordBox, broken, overlap, wide
from dashboard.figures.map_marks import MapPlace, Sheet, text

TINY = 10.0
"""Areas with less room are too small for a finger, and nearly for the eye."""
SIZES = (34.0, 18.0, 13.0)
"""Letter sizes in units of the picture: on narrow screens, on wide ones, on the largest or enlarged."""
OF_YEARS = (34.0, 21.0, 13.0)
"""The same where a line of years above the map leaves it less room."""
STEPS = (0.0, 0.6, -0.6, 1.25, -1.25)
"""How far down from the middle of their room words may stand, in letter sizes, the best first."""
RING = 0.85
"""How much of a circle counts as taken, of its radius: the corners of its box are empty."""
LEADING = 1.05
"""From line to line, in letter sizes."""
ELLIPSE = 2.0
"""How much wider than high the room for words is, as the installation measures it."""
LOOSE = 1.7
"""How far words may reach beyond that room where they hide nothing; thin lines and rivers they may cross."""
GAP = 8.0


@dataclass(frozen=True)
class Words:
    """Lines at a place: name and number.

    Attributes:
        lines: each with its CSS class.
        x: across, of their middle or start.
        first: down, of the baseline of the first line.
        box: what they cover.
        excess: how far they reach out of the room of their area; more than 1 is too far.
        anchor: CSS class of another anchor than the middle.
        ground: CSS class of the colour that they stand on; empty beside their area.
    """

    lines: Sequence[tuple[str, str]]
    x: float
    first: float
    box: WordBox
    excess: float = 0.0
    anchor: str = ""
    ground: str = ""


def cercle_names(places: Sequence[MapPlace], sheet: Sheet, spot: float) -> str:
    """A layer of words for each size of screens, of which the style sheet shows one.

    Args:
        places: see `MapPlace`; with `room` and room for words.
        sheet: what to draw on.
        spot: radius of the circles over tiny areas.
    """
    layers = (_layer(places, sheet, spot, size) for size in (OF_YEARS if sheet.of_years else SIZES))
    return "".join(f'<g class="names names-{number}">{layer}</g>' for number, layer in enumerate(layers))


def _layer(places: Sequence[MapPlace], sheet: Sheet, spot: float, size: float) -> str:
    return "".join(map(_drawn, placed_names(places, sheet, spot, size).values()))


def placed_names(places: Sequence[MapPlace], sheet: Sheet, spot: float, size: float) -> dict[str, Words]:
    """Words by place, those beside a circle by place and ` name`.

    Names that fit first, then those that reach out least and hide nothing; else numbers alone."""
    shown = {place.place_id: _number_alone(place, sheet, spot, size) for place in places}
    for key in [key for key, words in shown.items() if words.anchor]:
        if not _is_free(_with_air(shown[key].box, size), shown, key):  # `6,4 k 37 k` would be read as one
            shown[key] = replace(shown[key], lines=[])
    blocks = {place.place_id: _named(place, sheet, size) for place in places}
    rings = _rings(places, sheet, spot)
    around = {place.place_id: place for place in places}
    for key in sorted(blocks, key=lambda key: blocks[key].excess):
        for words in _moved(blocks[key], around[key], size):
            if words.excess <= LOOSE and _is_free(words.box, shown | rings, key):
                shown[key] = words
                break
    shown |= {place.place_id: blocks[place.place_id] for place in places if place.chosen}
    # On the narrowest screens a name beside its circle would seem to be the neighbour's.
    for place in (place for place in places if place.room < TINY and size < SIZES[0]):
        for words in _beside(place, not shown[place.place_id].lines, sheet, spot, size):
            if _is_free(words.box, shown | rings, ""):  # clear of its own number too
                shown[f"{place.place_id} name"] = words
                break
    return shown


def _rings(places: Sequence[MapPlace], sheet: Sheet, spot: float) -> dict[str, Words]:
    """The circles over tiny areas as words that no others may cover."""
    r, tiny = RING * spot, [place for place in places if place.room < TINY]
    centres = [sheet.frame.point(place.lon, place.lat) for place in tiny]
    boxes = [(x - r, y - r, x + r, y + r) for x, y in centres]
    return {f"ring {at}": Words([("", "")], box[0], box[1], box) for at, box in enumerate(boxes)}


def _moved(words: Words, place: MapPlace, size: float) -> Iterator[Words]:
    """The same words in the middle of their room, then higher and lower, where they reach out further."""
    left, top, right, bottom = words.box
    across, down = (right - left) / 2, (bottom - top) / 2
    for step in STEPS:
        by = step * size
        yield replace(
            words,
            first=words.first + by,
            box=(left, top + by, right, bottom + by),
            excess=_reach(across, down + abs(by), place.word_room),
        )


def _is_free(box: WordBox, shown: Mapping[str, Words], place: str) -> bool:
    return not any(
        overlap(box, words.box) for other, words in shown.items() if words.lines and other != place
    )


def _with_air(box: WordBox, size: float) -> WordBox:
    """A box with the room of a letter and a half at its sides."""
    return (box[0] - 1.5 * size, box[1], box[2] + 1.5 * size, box[3])


def _named(place: MapPlace, sheet: Sheet, size: float) -> Words:
    """The name, in one line or two, over its number."""
    name = str(place.name)
    number = [(str(place.text), "number")] if place.state == "some" else []
    ways = [[*((line, "name") for line in lines), *number] for lines in ([name], broken(name))]
    x, y = sheet.frame.point(place.word_lon, place.word_lat)
    blocks = [_block(lines, x, y, size, place.word_room) for lines in ways]
    best = next((words for words in blocks if words.excess <= 1), min(blocks, key=_excess))
    return replace(best, ground=_ground(place))


def _ground(place: MapPlace) -> str:
    return f" k{place.klass}" if place.klass else ""


def _excess(words: Words) -> float:
    return words.excess


def _beside(place: MapPlace, has_number: bool, sheet: Sheet, spot: float, size: float) -> list[Words]:
    """The name of a tiny area, over its number where that stands nowhere else, around its circle."""
    x, y = sheet.frame.point(place.lon, place.lat)
    lines = [(str(place.name), "name")]
    if has_number and place.state == "some":
        lines.append((str(place.text), "number"))
    half, down = max(wide(words, size) for words, _ in lines) / 2, len(lines) * size * LEADING / 2
    across, off = spot + GAP + half, spot + GAP + down
    spots = [(x + across, y), (x - across, y), (x, y + off), (x, y - off)]
    return [_block(lines, *at, size, spot) for at in spots]


def _block(lines: Sequence[tuple[str, str]], x: float, y: float, size: float, room: float) -> Words:
    across, down = max(wide(words, size) for words, _ in lines) / 2, len(lines) * size * LEADING / 2
    excess = _reach(across, down, room)
    first = y - down + size * LEADING * 0.8
    return Words(lines, x, first, (x - across, y - down, x + across, y + down), excess)


def _reach(across: float, down: float, room: float) -> float:
    """How far half a width and half a height reach out of a room."""
    return hypot(across / (ELLIPSE * room), down / room) if room else float("inf")


def _number_alone(place: MapPlace, sheet: Sheet, spot: float, size: float) -> Words:
    """The number in its area or circle, or beside a circle that is too small."""
    x, y = sheet.frame.point(place.lon, place.lat)
    number = str(place.text) if place.state == "some" else ""
    room, half = max(spot, place.room), wide(number, size) / 2
    first = y + size * 0.35
    if half <= room:
        lines = [(number, "number")] if number else []
        box = (x - half, y - size / 2, x + half, y + size / 2)
        return Words(lines, x, first, box, ground=_ground(place))
    if place.room >= TINY:
        return Words([], x, first, (x, y, x, y))
    left = x + room + GAP
    box = (left, y - size / 2, left + 2 * half, y + size / 2)
    return Words([(number, "number")], left, first, box, anchor=" start")


def _drawn(words: Words) -> str:
    return "".join(
        text(words.x, words.first, line, f"{kind}{words.anchor}{words.ground}", line=number * LEADING)
        for number, (line, kind) in enumerate(words.lines)
    )
