"""The map as a still picture: circles or areas beside a list of their places, or tiles with all names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.domain.maps import WIDTH, Frame
from dashboard.domain.picture import Box, Drawing, Key
from dashboard.figures.bars import Series
from dashboard.figures.lettering import widest, width
from dashboard.figures.map_labels import Block, Label, around, arranged, broken, free, within
from dashboard.figures.map_marks import Place, in_drawing_order
from dashboard.figures.map_points import APART, apart, radius
from dashboard.figures.map_tiles import Spot, by_middle, grid_of, group_edges
from dashboard.figures.picture_bars import bars_drawing
from dashboard.figures.picture_list import NameList
from dashboard.figures.picture_marks import HATCH, LINE, MIDDLE, block, hatching, legend, line, paint, word

CLASSES = ("paper", "map-1", "map-2", "map-3", "map-4")
DARK = 3
"""The first class on which words are light."""
NONE = "–"
BESIDE = 1.8
"""A box so many times wider than high holds the list beside the map, another one below it."""
MOST = 0.56
"""Most of the width that the map takes beside its list."""
TOO_SMALL = 0.4
"""Px of a unit below which many places are named in the list alone."""
SHORT = 4
"""Letters of the short name of a tile."""
LEAST = 0.3
"""Least of the height that the map takes above its list."""


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
        places: see `Place`; tiles also have `row`, `column` and `group`.
        view: `points`, `tiles` or `borders`.
        named: whether there are few enough places to name each on the map.
        greatest: the value with the largest circle.
        above: the places of the level above, whose borders are drawn stronger.
        keys: the legend.
        without: which places have no value and why, in words, for the list.
    """

    ground: MapGround
    places: Sequence[Place]
    view: str
    named: bool
    greatest: float
    above: Sequence[str]
    keys: Sequence[Key]
    without: Sequence[str]


def map_drawing(scene: MapScene) -> Drawing:
    """The map with its legend; every place is named, on the map or in a list."""

    def draw(box: Box) -> str:
        head, under = legend(scene.keys, box)
        room = box.below(under)
        drawn = _tiles(scene, room) if scene.view == "tiles" else _with_list(scene, room)
        return hatching() + head + drawn

    return draw


def colour_of(place: Place) -> str:
    """What fills a place."""
    return f"url(#{HATCH})" if place["state"] == "uncovered" else CLASSES[place["klass"]]


def ink_of(place: Place) -> str:
    """In what colour words on a place can be read."""
    return "paper" if place["klass"] >= DARK else "ink"


def _outline(place: Place) -> str:
    """The edge of a place: strong where it was chosen, dashed where the filter leaves it out."""
    if place["chosen"]:
        return f'stroke="{paint("gap")}" stroke-width="6"'
    dash = ' stroke-dasharray="4 5"' if place["state"] == "filtered" else ""
    return f'stroke="{paint("muted")}" stroke-width="1.5"{dash}'


def _with_list(scene: MapScene, box: Box) -> str:
    """The map, and beside or below it the list of its places."""
    high, gap = scene.ground.frame.height / WIDTH, box.letter
    if box.width > BESIDE * box.height:
        wide = min(box.height / high, MOST * box.width)
        beside = replace(box, x=box.x + wide + 2 * gap, width=box.width - wide - 2 * gap)
        lister = _bars(scene) if scene.named else _listed(scene).draw
        return _map(scene, replace(box, width=wide, height=wide * high)) + lister(beside)
    listed = None if scene.named else _listed(scene)
    room = box.height - (listed.height(box) + gap if listed else 0)
    tall = min(max(room, LEAST * box.height), box.width * high)
    wide = tall / high
    drawn = _map(scene, replace(box, x=box.x + (box.width - wide) / 2, width=wide, height=tall))
    return drawn + (listed.draw(box.below(tall + gap)) if listed else "")


def _bars(scene: MapScene) -> Drawing:
    """The places as bars, the longest first."""
    rows = pd.DataFrame(
        [
            {"label": place["name"], "value": float(place["value"]), "text": _said(place)}
            for place in sorted(scene.places, key=lambda place: -float(place["value"]))
        ]
    )
    return bars_drawing(rows, [Series("value", "text", "", CLASSES[DARK])], lambda value: "")


def _listed(scene: MapScene) -> NameList:
    """The places with a value, the highest first, then the others."""
    some = [place for place in scene.places if place["state"] == "some"]
    ranked = sorted(some, key=lambda place: -float(place["value"]))
    return NameList(
        [(str(place["name"]), str(place["text"]), colour_of(place)) for place in ranked], scene.without
    )


def _said(place: Place) -> str:
    return str(place["text"]) if place["state"] == "some" else NONE


@dataclass(frozen=True)
class _Sheet:
    """From units of the frame to px."""

    box: Box
    frame: Frame

    @property
    def scale(self) -> float:
        return self.box.width / WIDTH

    @property
    def size(self) -> float:
        """Of the letters, in units."""
        return self.box.letter / self.scale

    def spot(self, place: Place) -> tuple[float, float]:
        return self.frame.point(place["lon"], place["lat"])

    def words(self, label: Label, lines: Sequence[str]) -> str:
        """Lines at a place in units."""
        return "".join(
            word(
                self.box.x + label.x * self.scale,
                self.box.y + (label.y + number * self.size) * self.scale,
                text, self.box.letter, anchor=label.anchor, bold=True, halo=True,
            )
            for number, text in enumerate(lines)
        )  # fmt: skip


def _map(scene: MapScene, box: Box) -> str:
    """Circles or areas on the ground, and as many names as hide nothing; all of them where there are few."""
    sheet = _Sheet(box, scene.ground.frame)
    areas = scene.view == "borders"
    marks, words = _areas(scene, sheet) if areas else _circles(scene, sheet)
    clip = f'<clipPath id="frame"><rect width="{WIDTH}" height="{scene.ground.frame.height}"/></clipPath>'
    place = f"translate({box.x:.1f} {box.y:.1f}) scale({sheet.scale:.4f})"
    return (
        f'<defs>{clip}</defs><g transform="{place}"><g clip-path="url(#frame)">{_ground(scene, areas)}{marks}'
        f"</g></g>{words}"
    )


def _ground(scene: MapScene, areas: bool) -> str:
    shapes, country = scene.ground.shapes, scene.ground.country
    drawn = _path(shapes["lands"], f'fill="{paint("map-land")}" stroke="{paint("grid")}" stroke-width="2"')
    if not areas:
        look = f'fill="{paint("map-country")}" stroke="{paint("muted")}" stroke-width="3"'
        drawn += _path(shapes[country], look) + _rivers(scene)
    return drawn


def _rivers(scene: MapScene) -> str:
    look = f'fill="none" stroke="{paint("mobilised")}" stroke-width="2.5" stroke-opacity="0.55"'
    return _path(scene.ground.shapes["rivers"], look)


def _path(data: str, look: str) -> str:
    return f'<path d="{data}" {look}/>'


def _circles(scene: MapScene, sheet: _Sheet) -> tuple[str, str]:
    level = "region" if scene.named else "cercle"
    seats = [sheet.spot(place) for place in scene.places]
    radii = [radius(float(place["value"]), scene.greatest, level) for place in scene.places]
    centres = apart(seats, [max(APART, size) for size in radii])
    marks = list(zip(centres, radii, strict=True))
    where = {place["place_id"]: mark for place, mark in zip(scene.places, marks, strict=True)}
    drawn = []
    for place in in_drawing_order(scene.places):
        (x, y), r = where[place["place_id"]]
        fill = paint(colour_of(place))
        drawn.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}" fill="{fill}" {_outline(place)}/>')
    blocks = [
        Block(_lines(scene, place), around(x, y, r, len(_lines(scene, place)), sheet.size))
        for place, ((x, y), r) in zip(scene.places, marks, strict=True)
    ]
    return "".join(drawn), _names(scene, sheet, blocks, marks)


def _areas(scene: MapScene, sheet: _Sheet) -> tuple[str, str]:
    shapes = scene.ground.shapes
    drawn = [
        _path(shapes[place["place_id"]], f'fill="{paint(colour_of(place))}" {_outline(place)}')
        for place in in_drawing_order(scene.places)
    ]
    look = f'fill="none" stroke="{paint("muted")}" stroke-width="4"'
    drawn += [_path(shapes[region], look) for region in scene.above]
    blocks = []
    for place in scene.places:
        (x, y), lines = sheet.spot(place), _lines(scene, place)
        blocks.append(Block(lines, within(x, y, float(place["room"]), len(lines), sheet.size)))
    return "".join(drawn) + _rivers(scene), _names(scene, sheet, blocks, [])


def _lines(scene: MapScene, place: Place) -> list[str]:
    """What is written of a place: name and value; where there are many, their values stand in the list."""
    return (
        [str(place["name"]), _said(place)]
        if scene.named and place["state"] == "some"
        else [str(place["name"])]
    )


def _names(
    scene: MapScene,
    sheet: _Sheet,
    blocks: Sequence[Block],
    marks: Sequence[tuple[tuple[float, float], float]],
) -> str:
    edge = (WIDTH, scene.ground.frame.height)
    if scene.named:
        labels: Sequence[Label | None] = arranged(blocks, marks, edge, sheet.size)
    elif sheet.scale < TOO_SMALL:
        labels = [None] * len(blocks)
    else:
        order = [float(place["value"]) + 1e9 * bool(place["chosen"]) for place in scene.places]
        labels = free(blocks, marks, edge, sheet.size, order)
    return "".join(
        sheet.words(label, one.lines) for label, one in zip(labels, blocks, strict=True) if label is not None
    )


def _tiles(scene: MapScene, box: Box) -> str:
    """One tile per place, as wide and high as the box allows; names that don't fit stand below."""
    grid, rows, columns = grid_of(scene.places)
    wide = box.width / columns
    fits = scene.named or all(
        widest(_name_lines(place, wide, box.letter), box.letter) < wide for place in grid.values()
    )
    listed = None if fits else _listed(scene)
    room = box.height - (listed.height(box) + box.letter if listed else 0)
    high = max(min(room / rows, wide), LEAST * box.height / rows)
    tiles = replace(box, width=wide, height=high)
    parts = [_tile(place, _at(tiles, spot)) for spot, place in grid.items()]
    if scene.named:
        parts += [_group_words(grid, tiles, spots) for spots in _groups(grid)]
    else:
        parts += [_tile_words(place, _at(tiles, spot), fits) for spot, place in grid.items()]
    for x1, y1, x2, y2, chosen in group_edges(grid):
        ends = (box.x + x1 * wide, box.y + y1 * high, box.x + x2 * wide, box.y + y2 * high)
        parts.append(line(*ends, "gap" if chosen else "ink", 4))
    return "".join(parts) + (listed.draw(box.below(rows * high + box.letter)) if listed else "")


def _at(tiles: Box, spot: Spot) -> Box:
    """The tile at a row and column of those that begin with `tiles`."""
    return replace(tiles, x=tiles.x + spot[1] * tiles.width, y=tiles.y + spot[0] * tiles.height)


def _tile(place: Place, box: Box) -> str:
    look = ' stroke-dasharray="4 5"' if place["state"] == "filtered" else ""
    edge = f'stroke="{paint("paper" if place["klass"] else "grid")}" stroke-width="2"{look}'
    return block(box.x, box.y, box.width, box.height, colour_of(place), edge)


def _name_lines(place: Place, room: float, size: float) -> list[str]:
    name = str(place["name"])
    return [name] if width(name, size) < room - 6 else broken(name)


def _tile_words(place: Place, box: Box, whole: bool) -> str:
    """Name and value on two lines; the short name alone where not even that fits."""
    size, ink, middle = box.letter, ink_of(place), box.x + box.width / 2
    halo = place["state"] == "uncovered"
    if not whole:
        base = box.y + box.height / 2 + MIDDLE * box.least
        short = str(place["short"])[:SHORT] if box.height > LINE * box.least else ""
        return word(middle, base, short, box.least, ink, "middle", halo=halo)
    value = str(place["text"]) if place["state"] == "some" else ""
    first, *more = _name_lines(place, box.width, size)
    second = " ".join([*more, value]).strip()
    top = box.y + (box.height - LINE * size * (2 if second else 1)) / 2 + size
    return word(middle, top, first, size, ink, "middle", halo=halo) + word(
        middle, top + LINE * size, second, size, ink, "middle", bold=not more, halo=halo
    )


def _groups(grid: Mapping[Spot, Place]) -> list[list[Spot]]:
    members: dict[str, list[Spot]] = {}
    for spot, place in grid.items():
        members.setdefault(str(place["group"]), []).append(spot)
    return list(members.values())


def _group_words(grid: Mapping[Spot, Place], tiles: Box, spots: Sequence[Spot]) -> str:
    """Name and value of a group within its own tiles."""
    place, size = grid[spots[0]], tiles.letter
    name, blocks = str(place["name"]), by_middle(spots)
    here = next((one for one in blocks if one.columns * tiles.width > width(name, size) + 6), blocks[0])
    x, y = tiles.x + here.middle * tiles.width, tiles.y + (here.row + here.rows / 2) * tiles.height
    fits = here.columns * tiles.width > width(name, size)
    halo = place["state"] == "uncovered" or not fits
    ink = ink_of(place) if fits else "ink"
    return word(x, y - 0.25 * size, name, size, ink, "middle", halo=halo) + word(
        x, y + 1.0 * size, _said(place), size, ink, "middle", bold=True, halo=halo
    )
