"""A board as a still picture: every row on its line, names left, numbers right, bars on one axis between."""

from dataclasses import dataclass

from dashboard.domain.board import Board, BoardRow, Heading
from dashboard.domain.picture import Box, Drawing, Key
from dashboard.figures.lettering import widest, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, MIDDLE, block, keyed, line, lines_of, mark, word

_NAME_SHARE = {True: 0.42, False: 0.3}
"""Most of the width that names take, by whether there is room; longer ones are broken."""
_AIR = 0.8
"""Between two columns, in letters."""
_NARROW = 40
"""A box of fewer letters across has smaller headings."""
_SLIM = 38
"""A box of fewer letters across needs its room for bars."""
_FIRST = 5
"""A tick so near the beginning of the axis, in percent, is written over the column before it."""
_HEAD = 2.9
"""Height of the headings, in lines."""
GROUND_OF = {"total": "wash", "chosen": "chosen"}
"""What lies beneath a row of a kind."""
_OVER = 2
"""Lines of a row that holds its name above its bars."""
_WIDE, _THIN = 0.72, 0.34
"""Height of a bar, and of one inside it, as a share of its row."""


def board_drawing(board: Board) -> Drawing:
    """A board for a picture; every name, number and bar of it."""

    def draw(box: Box) -> str:
        plan = _plan(board, box)
        rows = [_row(row, plan, number) for number, row in enumerate(board.rows)]
        return "".join([_head(board, plan), *rows, _yardstick(board, plan)])

    return draw


@dataclass(frozen=True)
class _Plan:
    """Where things lie, in px: left edges of the columns of numbers end at `before` and `after`.

    Attributes:
        box: the whole.
        size: of the letters.
        small: of those above the columns; smaller where the room across is short.
        axis: left and right end of the bars.
        before, after: right edges of the columns of numbers.
        names: room for names.
        top: where the rows begin.
        row: height of a row.
        over: whether names stand above the bars of their row, as they have no room beside these.
    """

    box: Box
    size: float
    small: float
    axis: tuple[float, float]
    before: tuple[float, ...]
    after: tuple[float, ...]
    names: float
    top: float
    row: float
    over: bool

    @property
    def above(self) -> float:
        """What names above their bars take of a row."""
        return LINE_HEIGHT * self.box.least if self.over else 0.0

    def x(self, percent: float) -> float:
        """Where a value of the axis lies."""
        low, high = self.axis
        return low + (high - low) * percent / 100


def _plan(board: Board, box: Box) -> _Plan:
    head = _HEAD * box.letter * LINE_HEIGHT
    row = (box.height - head) / len(board.rows)
    size = max(box.least, min(box.letter, row / LINE_HEIGHT))
    small = size if box.width > _NARROW * box.letter else box.least
    air = _AIR * small
    names, over = _names(board, box, size, row)
    before = _columns(board.before, [row.before for row in board.rows], size, small)
    after = _columns(board.after, [row.after for row in board.rows], size, small)
    left = [box.x + names + air + sum(before[: i + 1]) for i in range(len(before))]
    right = [box.right - sum(after[i + 1 :]) for i in range(len(after))]
    first = widest((tick.text for tick in board.ticks if tick.at < _FIRST), small) / 2
    axis = (box.x + names + air + sum(before) + air + first, box.right - sum(after) - air)
    return _Plan(box, size, small, axis, tuple(left), tuple(right), names, box.y + head, row, over)


def _names(board: Board, box: Box, size: float, row: float) -> tuple[float, bool]:
    """Room for names beside the bars; only for their heading where they have more lines than their row, which
    then holds them above the bars."""
    share = _NAME_SHARE[box.width > _SLIM * box.letter]
    names = min(widest((one.name for one in board.rows), size, bold=True), share * box.width)
    lines = max(len(wrapped(one.name, names, box.least, bold=True)) for one in board.rows)
    step = LINE_HEIGHT * box.least
    over = lines * step > row >= _OVER * step
    return (widest([board.who], size) if over else names), over


def _columns(
    headings: tuple[Heading, ...], texts: list[tuple[str, ...]], size: float, small: float
) -> list[float]:
    """Width of each column of numbers with the air before it."""
    return [
        max(widest([cells[i] for cells in texts], size, bold=True), _heading_width(heading, small))
        + _AIR * small
        for i, heading in enumerate(headings)
    ]


def _heading_width(heading: Heading, size: float) -> float:
    return max(widest(heading.text.split(" "), size), size)


def _head(board: Board, plan: _Plan) -> str:
    size, foot = plan.small, plan.top - 0.5 * plan.small
    parts = [word(plan.box.x, foot, board.who, size, "muted")]
    for headings, edges in ((board.before, plan.before), (board.after, plan.after)):
        for heading, edge in zip(headings, edges, strict=True):
            parts.append(_heading(heading, edge, foot, size))
    parts += [
        line(plan.x(tick.at), plan.top, plan.x(tick.at), plan.box.foot, "grid")
        for tick in board.ticks
        if not tick.strong
    ]
    return "".join([*parts, *_ticks(board, plan, foot)])


def _ticks(board: Board, plan: _Plan, foot: float) -> list[str]:
    """The values of the axis that have room: that of the yardstick first, then from the left."""
    size, words = plan.small, []
    taken: list[tuple[float, float]] = []
    for tick in sorted(board.ticks, key=lambda tick: not tick.strong):
        x, (left, right) = plan.x(tick.at), plan.axis
        room = max(2 * min(x - left, right - x) + _AIR * size, widest(tick.text.split(" "), size, True))
        lines = wrapped(tick.text, room, size, True) if tick.strong else [tick.text]
        half = widest(lines, size, tick.strong) / 2
        if any(x - half < high and low < x + half for low, high in taken):
            continue
        taken.append((x - half - size / 2, x + half + size / 2))
        colour = "ink" if tick.strong else "muted"
        for up, text in enumerate(reversed(lines)):
            y = foot - up * LINE_HEIGHT * size
            words.append(word(x, y, text, size, colour, "middle", bold=tick.strong))
    return words


def _heading(heading: Heading, edge: float, foot: float, size: float) -> str:
    """A heading above its column, in as many lines as it takes, and its mark over these."""
    lines = wrapped(heading.text, _heading_width(heading, size), size)
    top = foot - (len(lines) - 1) * LINE_HEIGHT * size
    texts = "".join(
        word(edge, top + i * LINE_HEIGHT * size, text, size, "muted", "end") for i, text in enumerate(lines)
    )
    if not heading.colour:
        return texts
    over = top - (LINE_HEIGHT + MIDDLE) * size
    return texts + mark(edge - size / 2, over, Key("", heading.colour), size)


def _row(row: BoardRow, plan: _Plan, number: int) -> str:
    top, bold = plan.top + number * plan.row, row.kind != ""
    ground = block(plan.box.x, top, plan.box.width, plan.row, GROUND_OF[row.kind]) if bold else ""
    drawn = _name(row.name, plan, top, bold) + _line(row, plan, top + plan.above, plan.row - plan.above)
    return keyed(row.key, top, plan.row, plan.box, ground + drawn)


def _name(name: str, plan: _Plan, top: float, bold: bool) -> str:
    """A name in the middle of its row, or along the top of it."""
    least = plan.box.least
    if plan.over:
        return word(plan.box.x, top + least, name, least, bold=bold)
    letters = plan.size if len(wrapped(name, plan.names, plan.size, bold)) == 1 else least
    lines = wrapped(name, plan.names, letters, bold)
    first = top + (plan.row - len(lines) * LINE_HEIGHT * letters) / 2
    return lines_of(plan.box.x, first, lines, letters, bold=bold)


def _line(row: BoardRow, plan: _Plan, top: float, height: float) -> str:
    """Numbers and bars of a row."""
    size, middle, bold = plan.size, top + height / 2, row.kind != ""
    parts = [
        word(edge, middle + MIDDLE * size, text, size, "ink", "end", bold=bold)
        for cells, edges in ((row.before, plan.before), (row.after, plan.after))
        for text, edge in zip(cells, edges, strict=True)
    ]
    for span in row.spans:
        high = (_THIN if span.thin else _WIDE) * height
        start, end = plan.x(span.start), plan.x(span.end)
        parts.append(block(start, middle - high / 2, end - start, high, span.colour))
    return "".join(parts)


def _yardstick(board: Board, plan: _Plan) -> str:
    """The line that every row is read against, over the bars and through no name."""
    at = [plan.x(tick.at) for tick in board.ticks if tick.strong]
    rows = [plan.top + number * plan.row for number in range(len(board.rows))]
    spans = [(top + plan.above, top + plan.row) for top in rows] if plan.over else [(plan.top, plan.box.foot)]
    return "".join(line(x, top, x, foot, "ink", 2) for x in at for top, foot in spans)
