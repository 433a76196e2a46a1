"""Equal tiles as a still picture, one per place or several for one, with names and values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.domain.picture import Box
from dashboard.figures.lettering import widest, width
from dashboard.figures.map_labels import broken
from dashboard.figures.map_marks import MapPlace
from dashboard.figures.map_tiles import Spot, by_middle, grid_of, group_edges
from dashboard.figures.picture_list import NameList
from dashboard.figures.picture_marks import LINE_HEIGHT, MIDDLE, block, line, paint, word
from dashboard.figures.picture_scene import MapScene, colour_of, ink_of, listed_places, value_of

SHORT_NAME = 4
"""Letters of the short name of a tile."""
LEAST_TILES = 0.15
"""Least of the height that the tiles take above a list of their names."""
FLATTEST = 0.4
"""Height of a tile as a share of its width, below which its names run on instead of standing in columns."""
_TWO_LINES = 2.7
"""Height below which a name and its value stand on one line, in letters."""
BROADEST = 2.25
"""Most of its height that a tile is wide, so that the whole keeps its shape."""


def tiles_drawn(scene: MapScene, box: Box) -> str:
    """One tile per place, as wide and high as the box allows; names that don't fit stand below."""
    grid, rows, columns = grid_of(scene.places)
    wide = box.width / columns
    box = box if scene.named or _fit(grid.values(), wide, box.letter) else replace(box, letter=box.least)
    fits = scene.named or _fit(grid.values(), wide, box.letter)
    listed = None if fits else listed_places(scene)
    if listed and _height(listed, box, rows) < FLATTEST * wide:
        listed = listed.run_on()
    if listed and _height(listed, box, rows) < LEAST_TILES * box.height / rows:
        listed = listed_places(scene).names_alone()
    high = max(min(_height(listed, box, rows), wide), LEAST_TILES * box.height / rows)
    wide = min(wide, BROADEST * high) if listed else wide
    tiles = replace(box, x=box.x + (box.width - wide * columns) / 2, width=wide, height=high)
    parts = [_tile(place, _at(tiles, spot), scene.named) for spot, place in grid.items()]
    for x1, y1, x2, y2, chosen in group_edges(grid):
        ends = (tiles.x + x1 * wide, box.y + y1 * high, tiles.x + x2 * wide, box.y + y2 * high)
        parts.append(line(*ends, "gap" if chosen else "ink", 4))
    if scene.named:
        parts += [_group_words(grid, tiles, spots) for spots in _groups(grid)]
    else:
        parts += [_tile_words(place, _at(tiles, spot), fits) for spot, place in grid.items()]
    return "".join(parts) + (listed.draw(box.below(rows * high + box.letter)) if listed else "")


def free_corner(scene: MapScene, box: Box) -> float:
    """The width left of the first tile of the first row, where something else may stand; none where the
    tiles are as high as two lines of words without it."""
    grid, rows, columns = grid_of(scene.places)
    if box.height / rows > 2 * LINE_HEIGHT * box.letter:
        return 0.0
    return min(column for row, column in grid if row == 0) * box.width / columns


def _fit(places: Iterable[MapPlace], wide: float, size: float) -> bool:
    """Whether every name has room in a tile, on two lines where it must, with its value on the second."""
    return all(widest(_tile_lines(place, wide, size), size) < wide for place in places)


def _height(listed: NameList | None, box: Box, rows: int) -> float:
    """What a list of names leaves each row of tiles."""
    return (box.height - (listed.height(box) + box.letter if listed else 0)) / rows


def _at(tiles: Box, spot: Spot) -> Box:
    """The tile at a row and column of those that begin with `tiles`."""
    return replace(tiles, x=tiles.x + spot[1] * tiles.width, y=tiles.y + spot[0] * tiles.height)


def _tile(place: MapPlace, box: Box, one_of_many: bool) -> str:
    """A tile; several that are one place have no edge between them, as words lie across them."""
    look = ' stroke-dasharray="4 5"' if place.state == "filtered" else ""
    colour = paint((colour_of(place) if one_of_many else "paper") if place.klass else "grid")
    edge = f'data-place="{place.place_id}" stroke="{colour}" stroke-width="2"{look}'
    return block(box.x, box.y, box.width, box.height, colour_of(place), edge)


def _name_lines(place: MapPlace, room: float, size: float) -> list[str]:
    name = str(place.name)
    return [name] if width(name, size) < room - 6 else broken(name)


def _tile_lines(place: MapPlace, room: float, size: float) -> list[str]:
    """The two lines of a tile: its name, or the end of that, and its value."""
    value = str(place.text) if place.state == "some" else ""
    first, *more = _name_lines(place, room, size)
    return [first, " ".join([*more, value]).strip()]


def _tile_words(place: MapPlace, box: Box, whole: bool) -> str:
    """Name and value on two lines; the short name alone where not even that fits."""
    size = max(box.least, min(box.letter, box.height / (2 * LINE_HEIGHT)))
    ink, middle = ink_of(place), box.x + box.width / 2
    halo = place.state == "uncovered"
    if not whole:
        base = box.y + box.height / 2 + MIDDLE * box.least
        short = str(place.short)[:SHORT_NAME] if box.height > LINE_HEIGHT * box.least else ""
        return word(middle, base, short, box.least, ink, "middle", halo=halo)
    first, second = _tile_lines(place, box.width, size)
    step = min(LINE_HEIGHT * size, box.height / 2)
    top = box.y + (box.height - step * (2 if second else 1)) / 2 + step / LINE_HEIGHT
    return word(middle, top, first, size, ink, "middle", halo=halo) + word(
        middle, top + step, second, size, ink, "middle", bold=second == place.text, halo=halo
    )


def _groups(grid: Mapping[Spot, MapPlace]) -> list[list[Spot]]:
    members: dict[str, list[Spot]] = {}
    for spot, place in grid.items():
        members.setdefault(str(place.group), []).append(spot)
    return list(members.values())


def _group_words(grid: Mapping[Spot, MapPlace], tiles: Box, spots: Sequence[Spot]) -> str:
    """Name and value of a group within its own tiles."""
    place, size = grid[spots[0]], tiles.letter
    name, blocks = str(place.name), by_middle(spots)
    wide = (one for one in blocks if one.columns * tiles.width > width(name, size) + 6)
    here = next(wide, max(blocks, key=lambda one: one.rows))
    room = here.columns * tiles.width
    lines = [name] if width(name, size) < room or here.rows == 1 else broken(name)
    x, y = tiles.x + here.middle * tiles.width, tiles.y + (here.row + here.rows / 2) * tiles.height
    both, low = f"{name} {value_of(place)}", here.rows * tiles.height < _TWO_LINES * size
    bold = next((bold for bold in (True, False) if width(both, size, bold=bold) < room), None)
    if low and bold is not None:
        halo = place.state == "uncovered"
        return word(x, y + MIDDLE * size, both, size, ink_of(place), "middle", bold=bold, halo=halo)
    fits = widest(lines, size) < room
    halo, ink = place.state == "uncovered" or not fits, ink_of(place) if fits else "ink"
    top = y + (0.75 - len(lines)) * size
    names = (word(x, top + at * size, text, size, ink, "middle", halo=halo) for at, text in enumerate(lines))
    value = word(x, y + 1.25 * size, value_of(place), size, ink, "middle", bold=True, halo=halo)
    return "".join(names) + value
