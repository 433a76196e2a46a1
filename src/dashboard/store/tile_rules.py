"""What the maps need of a place."""

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.store.lines import Frames, numbered_rows

_TILE = ("tile_row", "tile_col", "tile_label")
TILED = "cercle"
POINT = ("lat", "lon")
POINTED = ("region", "cercle")


def cercles_have_tiles(frames: Frames) -> Iterator[Problem]:
    """Each cercle has a tile of its own; each place that is a point on the map has coordinates."""
    taken: dict[tuple[int, int], int] = {}
    for line, place in numbered_rows(frames["places"]):
        needed = (*(POINT if place["level"] in POINTED else ()), *(_TILE if place["level"] == TILED else ()))
        lacking = [column for column in needed if place[column] == "" or pd.isna(place[column])]
        if lacking:
            facts = (("place", place["place_id"]),)
            yield Problem("places", line, ", ".join(lacking), "", "place_lacks", facts)
        elif place["level"] == TILED:
            spot = (int(place["tile_row"]), int(place["tile_col"]))
            first = taken.setdefault(spot, line)
            if first != line:
                facts = (("first", str(first)),)
                spelt = ", ".join(map(str, spot))
                yield Problem("places", line, "tile_row, tile_col", spelt, "tile_taken", facts)
