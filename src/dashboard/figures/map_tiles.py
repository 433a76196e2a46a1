"""The schematic map: one equal tile per cercle, neighbours near, regions together."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.figures.map_marks import Place, hatching, in_drawing_order, linked, picture, text

TILE = 100
EDGE = 8
LINE_LENGTH = 10
"""Letters that fit across a tile."""
NAME_TILES = 2
"""Tiles that the name of a group may cover."""

Grid = Mapping[tuple[int, int], Place]


def tiles_picture(places: Sequence[Place], sheet_id: str, label: str, grouped: bool = False) -> str:
    """The map as tiles.

    Args:
        places: see `Place`; also `row`, `column` (of the tile), `group` (its region), `short` (4 letters).
        sheet_id: beginning of the ids inside the picture.
        label: text alternative of the whole picture.
        grouped: whether tiles stand for their group, which then is named once, in its middle.

    Returns:
        SVG text; thick lines part the groups.
    """
    top, left = min(place["row"] for place in places), min(place["column"] for place in places)
    rows = max(place["row"] for place in places) - top + 1
    columns = max(place["column"] for place in places) - left + 1
    grid = {(place["row"] - top, place["column"] - left): place for place in places}
    where = {id(place): spot for spot, place in grid.items()}
    tiles = "".join(
        linked(place, _tile(place, *where[id(place)], sheet_id, grouped), repeated)
        for place, repeated in _first_of_each(in_drawing_order(places))
    )
    edges = "".join(_edges(grid, row, column) for row, column in grid)
    names = _group_names(grid) if grouped else ""
    content = f'<g transform="translate({EDGE} {EDGE})">{tiles}<g class="edges">{edges}</g>{names}</g>'
    kind = "tiles grouped" if grouped else "tiles"
    return picture(sheet_id, label, columns * TILE + 2 * EDGE, rows * TILE + 2 * EDGE, content, kind)


def _first_of_each(places: Sequence[Place]) -> Iterator[tuple[Place, bool]]:
    """Each tile, and whether its place has had a tile before."""
    seen = set()
    for place in places:
        yield place, place["place_id"] in seen
        seen.add(place["place_id"])


def _tile(place: Place, row: int, column: int, sheet_id: str, grouped: bool) -> str:
    x, y = column * TILE, row * TILE
    square = f'<rect x="{x + 2}" y="{y + 2}" width="{TILE - 4}" height="{TILE - 4}" class="shape"'
    square += f"{hatching(sheet_id, place)}/>"
    if grouped:
        return square
    middle = x + TILE / 2
    long = [
        text(middle, y + 24 + 18 * line, words, "name long")
        for line, words in enumerate(two_lines(place["name"]))
    ]
    number = text(middle, y + 80, place["text"], "number") if place["state"] == "some" else ""
    return f"{square}{''.join(long)}{text(middle, y + 40, place['short'], 'name short')}{number}"


def _group_names(grid: Grid) -> str:
    """Name and number of each group, on a tile near its middle where it does not run into another name."""
    members: dict[str, list[tuple[int, int]]] = {}
    for spot, place in grid.items():
        members.setdefault(place["group"], []).append(spot)
    taken: list[tuple[int, int]] = []
    for spots in sorted(members.values(), key=len):
        badness = {spot: _badness(spot, spots, taken) for spot in spots}
        taken.append(min(badness, key=badness.__getitem__))
    return "".join(_group_name(*spot, grid[spot]) for spot in taken)


def _badness(spot: tuple[int, int], spots: list[tuple[int, int]], taken: list[tuple[int, int]]) -> float:
    """Steps from the middle of the group, many more beside a name that is already there."""
    middle = [sum(other[side] for other in spots) / len(spots) for side in (0, 1)]
    beside = any(spot[0] == row and abs(spot[1] - column) < NAME_TILES for row, column in taken)
    return abs(spot[0] - middle[0]) + abs(spot[1] - middle[1]) + 100 * beside


def _group_name(row: int, column: int, place: Place) -> str:
    x, y = column * TILE + TILE / 2, row * TILE
    number = text(x, y + 80, place["text"], "number") if place["state"] == "some" else ""
    name = text(x, y + 40, place["name"], "name")
    return f'<g class="on is-{place["state"]} k{place["klass"]}">{name}{number}</g>'


def two_lines(name: str) -> list[str]:
    """A name in as many lines as it needs, broken at a hyphen or else in its middle."""
    if len(name) <= LINE_LENGTH:
        return [name]
    at = name.find("-") + 1
    return [name[:at], name[at:]] if at else [f"{name[: len(name) // 2]}-", name[len(name) // 2 :]]


def _edges(grid: Grid, row: int, column: int) -> str:
    """The sides of a tile beyond which another group, or nothing, begins."""
    x, y = column * TILE, row * TILE
    sides = {
        (-1, 0): (x, y, x + TILE, y),
        (1, 0): (x, y + TILE, x + TILE, y + TILE),
        (0, -1): (x, y, x, y + TILE),
        (0, 1): (x + TILE, y, x + TILE, y + TILE),
    }
    group = grid[row, column]["group"]
    drawn = []
    for (down, across), (x1, y1, x2, y2) in sides.items():
        other = grid.get((row + down, column + across))
        if other is None or other["group"] != group:
            drawn.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>')
    return "".join(drawn)
