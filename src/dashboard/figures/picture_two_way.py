"""Names in a table of two ways as a still picture: each in the cell of both its classes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from dashboard.domain.picture import Box, Drawing
from dashboard.figures.lettering import widest, width, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, block, line, lines_of, paint

_LARGER = (1.5, 1.25, 1.0)
"""Sizes to try, of the letters of the box, before its smallest: what hangs on a wall is read from afar."""
_PARTED = 0.5
"""Between the lines of two rows, in letters."""
_SWATCH = 1.25
"""From the left edge to the name of a row, in letters."""


@dataclass(frozen=True)
class NameGrid:
    """What is told apart.

    Attributes:
        corner: what the names of the rows are.
        columns: the classes of one measure.
        rows: each class of the other: its name, its colour, and for each column the names in it.
        others: paragraphs below the table.
        between: what stands between a class and its names where these are told in lines.
    """

    corner: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, str, Sequence[Sequence[str]]]]
    others: Sequence[str]
    between: str = " "


def grid_drawing(grids: Sequence[NameGrid]) -> Drawing:
    """A table of two ways for a picture; where it is too narrow for columns, each row in lines.

    Args:
        grids: what is told apart, then the same in fewer and fewer words, for a picture without room for all.
    """

    def draw(box: Box) -> str:
        sizes = [*(part * box.letter for part in _LARGER), box.least]
        ways = [(told, make) for told in grids for make in (_in_columns, _in_lines)]
        plans = [make(told, box, size) for told, make in ways for size in sizes]
        return next((plan for plan in plans if plan.fits), plans[-1]).draw()

    return draw


@dataclass(frozen=True)
class _Plan:
    """Where the lines of all cells lie.

    Attributes:
        grid: what is drawn.
        box: where.
        size: of the letters.
        edges: where each column begins, that of the names of rows first; then the end of the last.
        heads: the lines above each column.
        rows: the lines of each row's name and of its cells.
        is_broken: whether a word has no room in its column.
        told: the lines below the table.
    """

    grid: NameGrid
    box: Box
    size: float
    edges: list[float]
    heads: list[list[str]]
    rows: list[list[list[str]]]
    is_broken: bool
    told: list[str]

    @property
    def step(self) -> float:
        """From line to line."""
        return self.size * LINE_HEIGHT

    def _high(self, cells: list[list[str]]) -> float:
        return max(map(len, cells), default=0) * self.step + _PARTED * self.size

    @property
    def height(self) -> float:
        """What the table takes, and the paragraphs below it."""
        return sum(map(self._high, [self.heads, *self.rows])) + len(self.told) * self.step

    @property
    def fits(self) -> bool:
        """Whether all of it has room."""
        return not self.is_broken and self.height <= self.box.height

    def draw(self) -> str:
        """The table over the whole height of the box, its rows parted by what is left."""
        left = max(0.0, self.box.height - self.height) / len(self.rows)
        parts, y = [self._line(self.box.y, self.heads, bold=True)], self.box.y + self._high(self.heads)
        for (_, colour, _), cells in zip(self.grid.rows, self.rows, strict=True):
            high = self._high(cells) + min(left, 2 * self.step)
            parts += [self._rule(y), self._swatch(y, colour), self._line(y, cells)]
            y += high
        return "".join([*parts, self._rule(y), lines_of(self.box.x, y, self.told, self.size, "muted")])

    def _line(self, y: float, cells: list[list[str]], bold: bool = False) -> str:
        top, first = y + _PARTED / 2 * self.size, _SWATCH * self.size
        return "".join(
            lines_of(x + (0 if at else first), top, cell, self.size, bold=bold or not at)
            for at, (x, cell) in enumerate(zip(self.edges, cells, strict=False))
        )

    def _rule(self, y: float) -> str:
        return line(self.box.x, y, self.box.right, y, "grid", 2)

    def _swatch(self, y: float, colour: str) -> str:
        edge = f'stroke="{paint("muted")}"'
        return block(
            self.box.x, y + (_PARTED / 2 + 0.32) * self.size, 0.8 * self.size, 0.8 * self.size, colour, edge
        )


def _in_columns(grid: NameGrid, box: Box, size: float) -> _Plan:
    """As a table: the name of the row, then a column for each class."""
    names = min(widest([grid.corner, *(name for name, *_ in grid.rows)], size, bold=True), 0.3 * box.width)
    first = names + _SWATCH * size
    wide, is_broken = _widths(grid, box.width - first - size, size)
    edges = [box.x, *accumulate(wide[:-1], initial=box.x + first + size)]
    rooms = [names, *(room - size for room in wide)]
    rows = [
        [wrapped(name, names, size, bold=True), *_cells(map(_said, cells), rooms[1:], size)]
        for name, _, cells in grid.rows
    ]
    heads = _cells([grid.corner, *grid.columns], rooms, size, bold=True)
    return _Plan(grid, box, size, edges, heads, rows, is_broken, _told(grid, box, size))


def _in_lines(grid: NameGrid, box: Box, size: float) -> _Plan:
    """Each row as running text beside and below its name, over the whole width."""
    first = widest((name for name, *_ in grid.rows), size, bold=True) + (_SWATCH + 1) * size
    edges = [box.x, box.x + first, box.x + _SWATCH * size]
    rows = []
    for name, _, cells in grid.rows:
        texts = [
            f"{column}{grid.between}{_said(cell)}"
            for column, cell in zip(grid.columns, cells, strict=True)
            if cell
        ]
        begun, *rest = _indented(" · ".join(texts) or _said([]), box.right - edges[2], size, first)
        rows.append([[name], [begun], ["", *rest]])
    return _Plan(grid, box, size, edges, [], rows, False, _told(grid, box, size))


def _indented(words: str, room: float, size: float, indent: float) -> list[str]:
    """The lines that words take in a room whose first line begins later."""
    before = "M" * ceil(indent / width("M", size))
    begun, *rest = wrapped(f"{before} {words}", room, size)
    return [begun.removeprefix(before).strip(), *rest]


def _told(grid: NameGrid, box: Box, size: float) -> list[str]:
    return [text for paragraph in grid.others for text in wrapped(paragraph, box.width, size)]


def _cells(texts: Iterable[str], rooms: Sequence[float], size: float, bold: bool = False) -> list[list[str]]:
    return [wrapped(text, room, size, bold) for text, room in zip(texts, rooms, strict=True)]


def _said(names: Sequence[str]) -> str:
    return ", ".join(names) or "–"


def _widths(grid: NameGrid, room: float, size: float) -> tuple[list[float], bool]:
    """The width of each column, and whether one is too narrow for a word in it.

    Each has room for its widest word; what is left goes where most is said.
    """
    columns = list(zip(*(cells for *_, cells in grid.rows), strict=True))
    full = [widest(map(_said, column), size) for column in columns]
    least = [_least(column, head, size) for column, head in zip(columns, grid.columns, strict=True)]
    left, total = room - sum(least), sum(full) or 1.0
    return [low + max(0.0, left) * long / total for low, long in zip(least, full, strict=True)], left < 0


def _least(column: Iterable[Sequence[str]], head: str, size: float) -> float:
    """What a column must have: room for each name with its comma, and for its heading in two lines."""
    names = widest((f"{name}," for cell in column for name in cell), size)
    heading = [widest(head.split(" "), size, bold=True), 0.6 * width(head, size, bold=True)]
    return max(names, *heading) + size
