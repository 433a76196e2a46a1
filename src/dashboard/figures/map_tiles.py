"""The schematic map: one equal tile per cercle, neighbours near, regions together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dashboard.figures.map_labels import SIZE, broken, wide
from dashboard.figures.map_marks import MapPlace, hatching, in_drawing_order, linked, picture, text

_TILE = 100
_EDGE = 8
INSET = 5
"""What words keep from the edges of their tile."""
_REGULAR = 0.9
"""Width of letters that are not bold, in bold ones."""
SMALL = 21.0
"""Size of the names of tiles on wide screens, 11 px where the map is smallest; a name in need of more room
takes two lines."""

Spot = tuple[int, int]
Grid = Mapping[Spot, MapPlace]


def tiles_picture(places: Sequence[MapPlace], sheet_id: str, label: str, grouped: bool = False) -> str:
    """The map as tiles.

    Args:
        places: see `MapPlace`; with their tiles.
        sheet_id: beginning of the ids inside the picture.
        label: text alternative of the whole picture.
        grouped: whether tiles stand for their group, which then is named once, in its middle.

    Returns:
        SVG text; thick lines part the groups.
    """
    grid, rows, columns = grid_of(places)
    drawn = {place.place_id: place for place in in_drawing_order(places)}
    tiles = "".join(_linked_tiles(place, grid, sheet_id, grouped) for place in drawn.values())
    lines = "".join(_edge(*edge) for edge in group_edges(grid))
    words = _group_names(grid) if grouped else "".join(_tile_words(spot, grid[spot]) for spot in grid)
    content = f'<g transform="translate({_EDGE} {_EDGE})">{tiles}<g class="edges">{lines}</g>{words}</g>'
    kind = "tiles grouped" if grouped else "tiles"
    return picture(sheet_id, label, columns * _TILE + 2 * _EDGE, rows * _TILE + 2 * _EDGE, content, kind)


def grid_of(places: Sequence[MapPlace]) -> tuple[dict[Spot, MapPlace], int, int]:
    """The places by row and column from the upper left corner, and how many rows and columns there are."""
    top, left = min(place.row for place in places), min(place.column for place in places)
    grid = {(place.row - top, place.column - left): place for place in places}
    return grid, 1 + max(row for row, _ in grid), 1 + max(column for _, column in grid)


def _chosen_last(grid: Grid) -> list[Spot]:
    return sorted(grid, key=lambda spot: bool(grid[spot].chosen))


def _linked_tiles(place: MapPlace, grid: Grid, sheet_id: str, grouped: bool) -> str:
    """All tiles of a place as one link."""
    own = (spot for spot, tile in grid.items() if tile.place_id == place.place_id)
    return linked(place, "".join(_square(grid[spot], *spot, sheet_id, grouped) for spot in own))


def _square(place: MapPlace, row: int, column: int, sheet_id: str, grouped: bool) -> str:
    """The tile; those of a group touch, so that nothing crosses its name."""
    gap = 0 if grouped else 2
    side = _TILE - 2 * gap
    return (
        f'<rect x="{column * _TILE + gap}" y="{row * _TILE + gap}" width="{side}" height="{side}"'
        f' class="shape"{hatching(sheet_id, place)}/>'
    )


def _words(place: MapPlace, words: str) -> str:
    """Words on a tile in the colour that can be read on it."""
    return f'<g class="on is-{place.state} k{place.klass}">{words}</g>'


def _tile_words(spot: Spot, place: MapPlace) -> str:
    """Short name on narrow screens, the whole one on wide screens, and the number."""
    middle, y, room = spot[1] * _TILE + _TILE / 2, spot[0] * _TILE, _TILE - 2 * INSET
    name = str(place.name)
    lines = [name] if wide(name, SMALL) * _REGULAR <= room else broken(name)
    long = [
        text(middle, y + 24, words, "name long", room=room / _REGULAR, line=number)
        for number, words in enumerate(lines)
    ]
    short = text(middle, y + 40, place.short, "name short", room=room / _REGULAR)
    number = place.text if place.state == "some" else ""
    return _words(place, "".join([*long, short, text(middle, y + 80, number, "number", room=room)]))


def _group_names(grid: Grid) -> str:
    """Name and number of each group within its own tiles."""
    members: dict[str, list[Spot]] = {}
    for spot, place in grid.items():
        members.setdefault(place.group, []).append(spot)
    return "".join(_group_name(spots, grid[spots[0]]) for spots in members.values())


def _group_name(spots: Sequence[Spot], place: MapPlace) -> str:
    """On wide screens the whole name; on narrow ones in two lines, or short, where no row is wide enough."""
    name, blocks = str(place.name), by_middle(spots)
    whole = [(block, [name]) for block in blocks if _fits(block, [name])]
    parted = [(block, broken(name)) for block in blocks if block.rows > 1 and _fits(block, broken(name))]
    block, lines = next(iter([*whole, *parted]), (blocks[0], [str(place.short)]))
    x, room = block.middle * _TILE, block.columns * _TILE - 2 * INSET
    middle, below = (block.row + block.rows / 2) * _TILE, SIZE * (len(lines) - 1) / 2
    first = middle - 0.2 * SIZE - below
    kind = "name" if lines == [name] else "name short"
    said = [text(x, first, words, kind, room=room, line=at) for at, words in enumerate(lines)]
    if lines != [name]:
        said.append(text(x, middle - 0.2 * SIZE, name, "name long", room=room))
    number = place.text if place.state == "some" else ""
    said.append(text(x, middle + 0.9 * SIZE + below, number, "number", room=room))
    return _words(place, "".join(said))


class _Block(NamedTuple):
    """A rectangle of tiles of one group."""

    row: int
    column: int
    rows: int
    columns: int

    @property
    def middle(self) -> float:
        """Across, in tiles."""
        return self.column + self.columns / 2


def _fits(block: _Block, lines: Sequence[str]) -> bool:
    return max(wide(words, SIZE) for words in lines) <= block.columns * _TILE - 2 * INSET


def by_middle(spots: Sequence[Spot]) -> list[_Block]:
    """The rectangles of one or two rows in a group, the nearest to its middle first, of equals the larger."""
    down, across = (sum(spot[side] + 0.5 for spot in spots) / len(spots) for side in (0, 1))
    columns = range(1, len(spots) + 1)
    blocks = [_Block(*spot, rows, width) for spot in spots for rows in (1, 2) for width in columns]
    inside = [block for block in blocks if _tiles_of(block) <= set(spots)]

    def far(block: _Block) -> tuple[float, int]:
        away = abs(block.row + block.rows / 2 - down) + abs(block.middle - across)
        return away, -block.rows * block.columns

    return sorted(inside, key=far)


def _tiles_of(block: _Block) -> set[Spot]:
    return {
        (row, column)
        for row in range(block.row, block.row + block.rows)
        for column in range(block.column, block.column + block.columns)
    }


def group_edges(grid: Grid) -> Iterator[tuple[int, int, int, int, bool]]:
    """The lines between groups, in tiles: both ends, and whether they enclose a chosen place, these last."""
    for row, column in _chosen_last(grid):
        sides = {
            (-1, 0): (column, row, column + 1, row),
            (1, 0): (column, row + 1, column + 1, row + 1),
            (0, -1): (column, row, column, row + 1),
            (0, 1): (column + 1, row, column + 1, row + 1),
        }
        place = grid[row, column]
        for (down, across), ends in sides.items():
            other = grid.get((row + down, column + across))
            if other is None or other.group != place.group:
                yield *ends, bool(place.chosen)


def _edge(x1: int, y1: int, x2: int, y2: int, chosen: bool) -> str:
    marked = ' class="chosen"' if chosen else ""
    return f'<line x1="{x1 * _TILE}" y1="{y1 * _TILE}" x2="{x2 * _TILE}" y2="{y2 * _TILE}"{marked}/>'


def tiles_small(tiles: Sequence[tuple[int, int, str, int]]) -> str:
    """The tiles as a picture without words and links, to stand beside others of its kind.

    Args:
        tiles: row, column, state and class of each place, see `MapPlace`.
    """
    top, left = min(tile[0] for tile in tiles), min(tile[1] for tile in tiles)
    rows, columns = (1 + max(tile[0] for tile in tiles) - top, 1 + max(tile[1] for tile in tiles) - left)
    drawn = "".join(
        f'<rect x="{column - left}" y="{row - top}" width="1" height="1" class="is-{state} k{klass}"/>'
        for row, column, state, klass in tiles
    )
    return f'<svg class="tiles-small" viewBox="0 0 {columns} {rows}" aria-hidden="true">{drawn}</svg>'
