"""A matrix of dots as a still picture: rows by groups of columns, every column numbered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from dashboard.domain.matrix import Matrix, MatrixRow
from dashboard.domain.picture import Box, Drawing, PartedDrawing
from dashboard.figures.lettering import widest, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, MIDDLE, block, keyed, paint, word

_NAME_SHARE = 0.3
"""Most of the width that names take."""
_DOT = 0.36
"""Radius of a dot, in rows or columns, whichever are narrower."""
_HINT = 0.07
"""Radius of the hint that there is none."""
_LEAST_ROW = 1.15
"""Least height of a row of a matrix that may be parted, in letters."""
_BETWEEN = 0.6
"""Between two groups, in columns."""


def matrix_drawing(matrix: Matrix) -> PartedDrawing:
    """A matrix for a picture; every name, dot and number of it."""
    return PartedDrawing(_drawing(matrix), lambda box: _parts(matrix, box))


def _parts(matrix: Matrix, box: Box) -> Sequence[Drawing]:
    """Rows that are as high as a line at least, dealt as evenly as can be, each part below all headings."""
    plan, all_rows = _plan(matrix, box), len(matrix.rows)
    below = (box.foot - plan.top) / plan.row - all_rows
    room = (box.foot - plan.top) / (_LEAST_ROW * plan.size) - below
    parts = ceil(all_rows / max(1, int(room)))
    each = ceil(all_rows / parts)
    dealt = (matrix.rows[at : at + each] for at in range(0, all_rows, each))
    return [_drawing(replace(matrix, rows=rows)) for rows in dealt]


def _drawing(matrix: Matrix) -> Drawing:
    def draw(box: Box) -> str:
        plan = _plan(matrix, box)
        rows = [_row(row, matrix, plan, number) for number, row in enumerate(matrix.rows)]
        return "".join([_groups(matrix, plan), _codes(matrix, plan), *rows, _foot(matrix, plan)])

    return draw


@dataclass(frozen=True)
class _Plan:
    """Where things lie, in px.

    Attributes:
        box: the whole.
        size: of the letters.
        columns: middle of each column.
        wide: width of a column.
        top: where the rows begin.
        row: height of a row.
        heads: the lines of each group's name.
    """

    box: Box
    size: float
    columns: tuple[float, ...]
    wide: float
    top: float
    row: float
    heads: tuple[tuple[str, ...], ...]

    @property
    def dot(self) -> float:
        """Radius of a dot."""
        return _DOT * min(self.wide, self.row)


def _plan(matrix: Matrix, box: Box) -> _Plan:
    size = box.least
    names = min(widest((row.name for row in matrix.rows), size, bold=True), _NAME_SHARE * box.width) + size
    names = max(names, widest([matrix.foot], size) + size)
    total = max(widest(matrix.total.split(" "), size), 2 * size) + size
    wide = (box.width - names - total) / (len(matrix.columns) + _BETWEEN * (len(matrix.groups) - 1))
    groups = [number for number, group in enumerate(matrix.groups) for _ in range(group.columns)]
    columns = [box.x + names + (at + 0.5 + _BETWEEN * group) * wide for at, group in enumerate(groups)]
    rows = len(matrix.rows) + (2.5 if _tight(matrix, wide, size) else 1.25)
    heads = _heads(matrix, wide, size, (box.height - rows * size * LINE_HEIGHT) / (size * LINE_HEIGHT) - 2.3)
    above = (max(map(len, heads)) + 2.3) * size * LINE_HEIGHT
    row = (box.height - above) / rows
    return _Plan(box, size, tuple(columns), wide, box.y + above, row, heads)


def _heads(matrix: Matrix, wide: float, size: float, room: float) -> tuple[tuple[str, ...], ...]:
    """The lines of each group's name; what stands before its dot where whole names leave the rows too little.

    Args:
        matrix: whose groups.
        wide: width of a column in px.
        size: of the letters in px.
        room: lines that the rows leave.
    """
    whole = tuple(
        tuple(wrapped(group.name, wide * group.columns - size / 2, size, bold=True))
        for group in matrix.groups
    )
    if max(map(len, whole)) <= max(1.0, room):
        return whole
    return tuple((group.name.partition(" · ")[0],) for group in matrix.groups)


def _tight(matrix: Matrix, wide: float, size: float) -> bool:
    """Whether the numbers below the columns need two lines, every other one on the second."""
    return widest((column.count for column in matrix.columns), size) > wide


def _groups(matrix: Matrix, plan: _Plan) -> str:
    """The name of each group over a line of its colour."""
    parts, first = [], 0
    step, foot = plan.size * LINE_HEIGHT, plan.top - 2.3 * plan.size * LINE_HEIGHT
    for group, lines in zip(matrix.groups, plan.heads, strict=True):
        left = plan.columns[first] - plan.wide / 2
        parts.append(block(left, foot - 4, group.columns * plan.wide, 4, group.colour))
        parts += [
            word(left, foot - 0.5 * plan.size - up * step, text, plan.size, group.colour, bold=True)
            for up, text in enumerate(reversed(lines))
        ]
        first += group.columns
    return "".join(parts)


def _codes(matrix: Matrix, plan: _Plan) -> str:
    """Two lines of numbers: what several columns share, in their middle, and that of each."""
    size, step = plan.size, plan.size * LINE_HEIGHT
    upper, lower = plan.top - step - 0.5 * size, plan.top - 0.4 * size
    parts = [word(plan.box.x, lower, matrix.who, size, "muted")]
    parts += [
        word(plan.box.right, lower - up * step, text, size, "muted", "end")
        for up, text in enumerate(reversed(matrix.total.split(" ")))
    ]
    shared: dict[str, list[float]] = {}
    for column, x in zip(matrix.columns, plan.columns, strict=True):
        start, _, number = column.title.partition(" ")[0].rpartition(".")
        shared.setdefault(start, []).append(x)
        parts.append(word(x, lower, number, size, "muted", "middle"))
    for start, middles in shared.items():
        parts.append(word(sum(middles) / len(middles), upper, start, size, "muted", "middle"))
    return "".join(parts)


def _row(row: MatrixRow, matrix: Matrix, plan: _Plan, number: int) -> str:
    top = plan.top + number * plan.row
    middle, faded = top + plan.row / 2, any(other.chosen for other in matrix.rows) and not row.chosen
    base = middle + MIDDLE * plan.size
    parts = [block(plan.box.x, top, plan.box.width, plan.row, "chosen")] if row.chosen else []
    parts.append(word(plan.box.x, base, row.name, plan.size, bold=row.chosen))
    parts.append(word(plan.box.right, base, row.count, plan.size, anchor="end", bold=row.chosen))
    for column, x, dotted in zip(matrix.columns, plan.columns, row.dots, strict=True):
        parts.append(
            _dot(x, middle, plan, column.colour, dotted, faded, row.chosen and column.state == "shared")
        )
    return keyed(row.key, top, plan.row, replace(plan.box), "".join(parts))


def _dot(x: float, y: float, plan: _Plan, colour: str, dotted: bool, faded: bool, ringed: bool) -> str:
    radius = plan.dot if dotted else _HINT * plan.row
    look = f' data-part="dot" fill-opacity="{0.3 if faded else 1}"' if dotted else ""
    look += f' stroke="{paint("ink")}" stroke-width="3"' if ringed else ""
    fill = paint(colour if dotted else "grid")
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"{look}/>'


def _foot(matrix: Matrix, plan: _Plan) -> str:
    """The number below each column."""
    base = plan.top + (len(matrix.rows) + 0.6) * plan.row + MIDDLE * plan.size
    step = plan.row if _tight(matrix, plan.wide, plan.size) else 0.0
    numbers = [
        word(x, base + at % 2 * step, column.count, plan.size, "muted", "middle")
        for at, (column, x) in enumerate(zip(matrix.columns, plan.columns, strict=True))
    ]
    return word(plan.box.x, base, matrix.foot, plan.size, "muted") + "".join(numbers)
