"""What the maps need of a place."""

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.store.lines import Frames, numbered_rows

_TILE = ("tile_row", "tile_col", "tile_label")
POINT = ("lat", "lon")
Levels = tuple[str, str]
"""The codes of the upper and the lower level of the division; places of the lower one are tiles."""


def places_are_drawn(frames: Frames, levels: Levels) -> Iterator[Problem]:
    """Each place of the lower level has a tile of its own; each of both levels has coordinates."""
    taken: dict[tuple[int, int], int] = {}
    for line, place in numbered_rows(frames["places"]):
        tiled = place["level"] == levels[1]
        needed = (*(POINT if place["level"] in levels else ()), *(_TILE if tiled else ()))
        lacking = [column for column in needed if place[column] == "" or pd.isna(place[column])]
        if lacking:
            facts = (("place", place["place_id"]),)
            yield Problem("places", line, ", ".join(lacking), "", "place_lacks", facts)
        elif tiled:
            spot = (int(place["tile_row"]), int(place["tile_col"]))
            first = taken.setdefault(spot, line)
            if first != line:
                facts = (("first", str(first)),)
                spelt = ", ".join(map(str, spot))
                yield Problem("places", line, "tile_row, tile_col", spelt, "tile_taken", facts)
