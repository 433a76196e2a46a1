"""The tile map: one tile for each cercle, regions in one piece, neighbours near."""

from math import cos, hypot, radians

import pytest

NEAREST = 3
"""How many of the nearest seats of a cercle are looked at."""


@pytest.fixture(scope="module")
def cercles(catalog):
    return {key: row for key, row in catalog.rows("places").items() if row["level"] == "cercle"}


def spot(row):
    return int(row["tile_row"]), int(row["tile_col"])


def touching(one, other):
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) == 1


def test_every_cercle_has_a_tile_of_its_own(cercles):
    assert len({spot(row) for row in cercles.values()}) == len(cercles)


def test_short_names_are_short_and_differ(cercles):
    labels = [row["tile_label"] for row in cercles.values()]
    assert len(set(labels)) == len(labels)
    assert all(1 <= len(label) <= 4 for label in labels)


def test_the_tiles_of_a_region_are_one_piece(cercles):
    for region in {row["parent_id"] for row in cercles.values()}:
        spots = {spot(row) for row in cercles.values() if row["parent_id"] == region}
        reached, waiting = set(), [min(spots)]
        while waiting:
            here = waiting.pop()
            reached.add(here)
            waiting += [other for other in spots - reached if touching(here, other)]
        assert reached == spots, region


def test_neighbours_stay_near(cercles):
    """Of the three nearest seats of each cercle, most lie at most two tiles away."""

    def distance(one, other):
        return hypot(one["lat"] - other["lat"], (one["lon"] - other["lon"]) * cos(radians(one["lat"])))

    near = total = 0
    for key, row in cercles.items():
        others = sorted(
            (other for name, other in cercles.items() if name != key), key=lambda o: distance(row, o)
        )
        for other in others[:NEAREST]:
            (r1, c1), (r2, c2) = spot(row), spot(other)
            near += max(abs(r1 - r2), abs(c1 - c2)) <= 2
            total += 1
    assert near / total > 0.85


def test_tiles_keep_north_above_south_and_west_before_east(cercles):
    rows = list(cercles.values())
    pairs = [(a, b) for a in rows for b in rows if abs(a["lat"] - b["lat"]) > 2.5 and a["lat"] > b["lat"]]
    assert all(a["tile_row"] <= b["tile_row"] for a, b in pairs)
    pairs = [(a, b) for a in rows for b in rows if b["lon"] - a["lon"] > 2.5]
    assert all(a["tile_col"] <= b["tile_col"] for a, b in pairs)
