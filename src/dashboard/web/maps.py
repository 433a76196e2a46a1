"""The shape files of the maps, made when the server starts and served under hashed names."""

import json

from dashboard.domain.maps import Frame, Maps
from dashboard.figures.shapes import borders_svg, outlines_svg
from dashboard.settings import Settings
from dashboard.store.borders import Borders
from dashboard.web.statics import Statics

OUTLINES = "outlines.json"


def shape_files(settings: Settings, frame: Frame, borders: Borders | None) -> dict[str, bytes]:
    """Content by logical name: the outlines, and the borders when the operator has installed them."""
    topology = json.loads((settings.assets / OUTLINES).read_text(encoding="utf-8"))
    files = {"outlines.svg": outlines_svg(topology, frame)}
    if borders:
        files["borders.svg"] = borders_svg(borders.shapes.values(), frame)
        for level, collection in borders.shapes.items():
            files[f"{level}.json"] = json.dumps(collection, separators=(",", ":"))
    return {name: text.encode() for name, text in files.items()}


def maps_of(statics: Statics, files: dict[str, bytes], borders: Borders | None) -> Maps:
    """What the pages need to know of those files."""
    return Maps({name: statics.address(name) for name in files}, borders.card if borders else {})
