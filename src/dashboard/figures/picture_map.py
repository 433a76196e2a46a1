"""The map as a still picture: circles or areas beside a list of their places, or tiles with all names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.domain.maps import WIDTH, Frame
from dashboard.domain.picture import Box, Drawing
from dashboard.figures.bars import Series
from dashboard.figures.lettering import widest
from dashboard.figures.map_chart import CLASSES
from dashboard.figures.map_labels import Block, Label, around, arranged, free, within
from dashboard.figures.map_marks import MapPlace, in_drawing_order
from dashboard.figures.map_names import TINY
from dashboard.figures.map_points import APART, circles_apart, radius
from dashboard.figures.picture_bars import BARS_NAMES, bars_drawing
from dashboard.figures.picture_marks import entry_width, hatched, legend, paint, word
from dashboard.figures.picture_scene import DARK, MapScene, colour_of, listed_places, value_of
from dashboard.figures.picture_tiles import free_corner, tiles_drawn

LANDSCAPE = 1.8
"""A box so many times wider than high holds the list beside the map, another one below it."""
MAP_SHARES = (0.56, 0.48, 0.4)
"""Of the width, what the map takes at most beside its list, the narrower the longer that is."""
TOO_SMALL = 0.4
"""Px of a unit below which many places are named in the list alone."""
LEAST_MAP = 0.3
"""Of the height, what the map takes at least above its list, unless the names alone are longer."""


def map_drawing(scene: MapScene) -> Drawing:
    """The map with its legend; every place is named, on the map or in a list."""

    def draw(box: Box) -> str:
        head, under = legend(scene.keys, box)
        tiles = scene.view == "tiles"
        if tiles and sum(entry_width(key.name, box.letter) + box.letter for key in scene.keys) < free_corner(
            scene, box.below(under)
        ):
            under = 0.0
        room = box.below(under)
        drawn = tiles_drawn(scene, room) if tiles else _with_list(scene, room)
        return hatched() + head + drawn

    return draw


def _outline(place: MapPlace) -> str:
    """The edge of a place: strong where it was chosen, dashed where the filter leaves it out."""
    if place.chosen:
        return f'stroke="{paint("gap")}" stroke-width="6"'
    dash = ' stroke-dasharray="4 5"' if place.state == "filtered" else ""
    return f'stroke="{paint("muted")}" stroke-width="1.5"{dash}'


def _with_list(scene: MapScene, box: Box) -> str:
    """The map, and beside or below it the list of its places."""
    if box.width <= LANDSCAPE * box.height:
        return _map_above(scene, box)
    listed, boxes = listed_places(scene), _besides(scene, box)
    if scene.named:
        names = widest([str(place.name) for place in scene.places], box.letter)
        roomy = [room for room in boxes if names <= BARS_NAMES * room.width]
        return _map_beside(scene, box, next(iter(roomy), boxes[-1]))
    fits = [room for room in boxes if listed.height(room) <= room.height]
    fits += [room for room in boxes if listed.fitting(room).height(room) <= room.height]
    return _map_beside(scene, box, fits[0]) if fits else _map_above(scene, box)


def _besides(scene: MapScene, box: Box) -> list[Box]:
    """The boxes for a list that the map leaves beside it, the narrowest first."""
    widths = [min(box.height / _high(scene), share * box.width) for share in MAP_SHARES]
    taken = [wide + 2 * box.letter for wide in widths]
    return [replace(box, x=box.x + left, width=box.width - left) for left in taken]


def _high(scene: MapScene) -> float:
    """The height of the map by its width."""
    return scene.ground.frame.height / WIDTH


def _map_beside(scene: MapScene, box: Box, beside: Box) -> str:
    wide = box.width - beside.width - 2 * box.letter
    lister = _bars(scene) if scene.named else listed_places(scene).fitting(beside).draw
    drawn = _map(replace(scene, listed=True), replace(box, width=wide, height=wide * _high(scene)))
    return drawn + lister(beside)


def _map_above(scene: MapScene, box: Box) -> str:
    """The map over its list; the words of a few places stand on the map."""
    gap, high = box.letter, _high(scene)
    listed = None if scene.named else listed_places(scene).fitting(box.above(LEAST_MAP * box.height + gap))
    room = box.height - (listed.height(box) + gap if listed else 0)
    tall = min(max(room, 1.0), box.width * high)
    wide = tall / high
    drawn = _map(scene, replace(box, x=box.x + (box.width - wide) / 2, width=wide, height=tall))
    return drawn + (listed.draw(box.below(tall + gap)) if listed else "")


def _bars(scene: MapScene) -> Drawing:
    """The places as bars, the longest first."""
    rows = pd.DataFrame(
        [
            {"label": place.name, "value": float(place.value), "text": value_of(place)}
            for place in sorted(scene.places, key=lambda place: -float(place.value))
        ]
    )
    return bars_drawing(rows, [Series("value", "text", "", CLASSES[DARK])], lambda value: "")


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

    def spot(self, place: MapPlace) -> tuple[float, float]:
        return self.frame.point(place.lon, place.lat)

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
    level = "upper" if scene.named else "lower"
    seats = [sheet.spot(place) for place in scene.places]
    radii = [radius(float(place.value), scene.greatest, level) for place in scene.places]
    centres = circles_apart(seats, [max(APART, size) for size in radii])
    marks = list(zip(centres, radii, strict=True))
    where = {place.place_id: mark for place, mark in zip(scene.places, marks, strict=True)}
    drawn = []
    for place in in_drawing_order(scene.places):
        (x, y), r = where[place.place_id]
        fill = paint(colour_of(place))
        spot = f'data-place="{place.place_id}" cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}"'
        drawn.append(f'<circle {spot} fill="{fill}" {_outline(place)}/>')
    blocks = [
        Block(_lines(scene, place), around(x, y, r, len(_lines(scene, place)), sheet.size))
        for place, ((x, y), r) in zip(scene.places, marks, strict=True)
    ]
    return "".join(drawn), _names(scene, sheet, blocks, marks)


def _areas(scene: MapScene, sheet: _Sheet) -> tuple[str, str]:
    shapes = scene.ground.shapes
    drawn = [
        _path(
            shapes[place.place_id],
            f'data-place="{place.place_id}" fill="{paint(colour_of(place))}" {_outline(place)}',
        )
        for place in in_drawing_order(scene.places)
    ]
    look = f'fill="none" stroke="{paint("muted")}" stroke-width="4"'
    drawn += [_path(shapes[region], look) for region in scene.above]
    blocks = []
    for place in scene.places:
        (x, y), lines, room = sheet.spot(place), _lines(scene, place), float(place.room)
        beside = around(x, y, room, len(lines), sheet.size) if room < TINY else []
        blocks.append(Block(lines, [*within(x, y, room, len(lines), sheet.size), *beside]))
    return "".join(drawn) + _rivers(scene), _names(scene, sheet, blocks, [])


def _lines(scene: MapScene, place: MapPlace) -> list[str]:
    """What is written of a place: its name, and its value unless that stands in a list."""
    return (
        [str(place.name), value_of(place)]
        if scene.named and not scene.listed and place.state == "some"
        else [str(place.name)]
    )


def _names(
    scene: MapScene,
    sheet: _Sheet,
    blocks: Sequence[Block],
    marks: Sequence[tuple[tuple[float, float], float]],
) -> str:
    edge = (WIDTH, scene.ground.frame.height)
    if scene.named and not scene.listed:
        labels: Sequence[Label | None] = arranged(blocks, marks, edge, sheet.size)
    elif not scene.named and sheet.scale < TOO_SMALL:
        labels = [None] * len(blocks)
    else:
        order = [float(place.value) + 1e9 * bool(place.chosen) for place in scene.places]
        labels = free(blocks, marks, edge, sheet.size, order)
    return "".join(
        sheet.words(label, one.lines) for label, one in zip(labels, blocks, strict=True) if label is not None
    )
