"""The shapes of the maps, made when the server starts; pages refer to them by hashed names."""

import json
from collections.abc import Mapping
from typing import Any

from dashboard.domain.maps import Frame, Maps
from dashboard.figures.shapes import border_paths, outline_paths, shapes_svg
from dashboard.settings import Settings
from dashboard.store import Catalog
from dashboard.store.borders import BORDER_LEVELS, Borders
from dashboard.store.naming import LEVEL_ROLES
from dashboard.web.http import compact_json
from dashboard.web.statics import Statics

_OUTLINES = "outlines.json"

Topology = dict[str, Any]
"""A TopoJSON file with `countries`, each with its code as id, and `rivers`."""
Shapes = Mapping[str, Mapping[str, str]]
"""Path data by id, by the name of their file."""


def topology_of(settings: Settings, catalog: Catalog) -> Topology:
    """The outlines of the country of the data and its neighbours; none where ours do not show it."""
    topology: Topology = json.loads((settings.assets / _OUTLINES).read_text(encoding="utf-8"))
    codes = {shape["id"] for shape in topology["objects"]["countries"]["geometries"]}
    if catalog.package["country"]["iso3"] in codes:
        return topology
    nothing = {"type": "GeometryCollection", "geometries": []}
    return {**topology, "objects": dict.fromkeys(topology["objects"], nothing), "arcs": []}


def shapes_of(topology: Topology, frame: Frame, borders: Borders | None) -> Shapes:
    """The outlines, and the borders when the operator has installed them."""
    outlines = {"outlines.svg": outline_paths(topology, frame)}
    return outlines | ({"borders.svg": border_paths(borders.shapes.values(), frame)} if borders else {})


def shape_files(
    topology: Topology, shapes: Shapes, frame: Frame, borders: Borders | None
) -> dict[str, bytes]:
    """Content of the files by logical name: the shapes, and for the interactive map outlines and borders."""
    files = {name: shapes_svg(paths, frame).encode() for name, paths in shapes.items()}
    drawn = [borders.shapes[level] for level in BORDER_LEVELS] if borders else []
    for role, collection in zip(LEVEL_ROLES, drawn, strict=False):
        files[f"{role}.json"] = compact_json(collection)
    return {**files, _OUTLINES: compact_json(topology)}


def maps_of(statics: Statics, shapes: Shapes, files: dict[str, bytes], borders: Borders | None) -> Maps:
    """What the pages need to know of the shapes and their files."""
    paths = {key: path for drawn in shapes.values() for key, path in drawn.items()}
    addresses = {name: statics.address(name) for name in files}
    return Maps(addresses, borders.card if borders else {}, paths)
