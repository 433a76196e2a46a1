"""The shapes of the maps, made when the server starts; pages refer to them by hashed names."""

import json
from collections.abc import Mapping

from dashboard.domain.maps import Frame, Maps
from dashboard.figures.shapes import border_paths, outline_paths, shapes_svg
from dashboard.settings import Settings
from dashboard.store.borders import BORDER_LEVELS, Borders
from dashboard.store.naming import LEVEL_ROLES
from dashboard.web.statics import Statics

_OUTLINES = "outlines.json"

Shapes = Mapping[str, Mapping[str, str]]
"""Path data by id, by the name of their file."""


def shapes_of(settings: Settings, frame: Frame, borders: Borders | None) -> Shapes:
    """The outlines, and the borders when the operator has installed them."""
    topology = json.loads((settings.assets / _OUTLINES).read_text(encoding="utf-8"))
    outlines = {"outlines.svg": outline_paths(topology, frame)}
    return outlines | ({"borders.svg": border_paths(borders.shapes.values(), frame)} if borders else {})


def shape_files(shapes: Shapes, frame: Frame, borders: Borders | None) -> dict[str, bytes]:
    """Content of the files by logical name: the shapes, and borders as GeoJSON for the interactive map."""
    files = {name: shapes_svg(paths, frame) for name, paths in shapes.items()}
    drawn = [borders.shapes[level] for level in BORDER_LEVELS] if borders else []
    for role, collection in zip(LEVEL_ROLES, drawn, strict=False):
        files[f"{role}.json"] = json.dumps(collection, separators=(",", ":"))
    return {name: text.encode() for name, text in files.items()}


def maps_of(statics: Statics, shapes: Shapes, files: dict[str, bytes], borders: Borders | None) -> Maps:
    """What the pages need to know of the shapes and their files."""
    paths = {key: path for drawn in shapes.values() for key, path in drawn.items()}
    addresses = {name: statics.address(name) for name in files}
    return Maps(addresses, borders.card if borders else {}, paths)
