"""Indicators as rows of a still picture: name, where it began, a slope, where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.picture import Box, Drawing
from dashboard.figures.lettering import widest, width, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, MIDDLE, line, paint, word

_NAME_SHARE = 0.46
"""Most of the width that names take beside their slopes."""
_SLOPE_SHARE = 0.3
"""Most of the width that slopes take."""
_DOT = 0.32
"""Radius of a mark, in letters."""
_HEADED = 1.3
"""What the heading of a block takes, in letters."""
_NARROW = 44
"""A box of fewer letters across has its values in the smallest letters."""

_LOOSE = 1.25
"""How much higher than need be the lines of blocks are at most."""
_BROAD = 60
"""A box of as many letters across has its blocks in two columns."""


@dataclass(frozen=True)
class Move:
    """One indicator, from one value to another.

    Attributes:
        name: of the indicator, with whose value it is.
        start, start_when: the value that it began with and when; empty where only a change is known.
        end, end_when: the value that it came to, or the change itself.
        target: the target with its year; empty for none.
        rise: by how much it went up, in shares of the largest change shown; negative for down, 0 for a change
            without values.
        colour: a token of the palette.
        short: `start → end` on one line.
    """

    name: str
    start: str
    start_when: str
    end: str
    end_when: str
    target: str
    rise: float
    colour: str
    short: str


def moves_drawing(moves: Sequence[Move], headings: tuple[str, str, str]) -> Drawing:
    """A row for each indicator under the headings of start, end and target."""

    def draw(box: Box) -> str:
        head = 1.6 * box.least * LINE_HEIGHT
        plan = _plan(moves, headings, box, (box.height - head) / max(len(moves), 1))
        rows = [
            _row(move, plan, box.y + head + number * plan.row, number) for number, move in enumerate(moves)
        ]
        return _head(headings, plan) + "".join(rows)

    return draw


@dataclass(frozen=True)
class _Plan:
    """Where things lie, in px: names, start (its right edge), slope, end and target (their left edges)."""

    box: Box
    row: float
    size: float
    names: float
    start: float
    slope: tuple[float, float]
    end: float
    target: float


def _plan(moves: Sequence[Move], headings: tuple[str, str, str], box: Box, row: float) -> _Plan:
    size = box.least if box.width < _NARROW * box.letter else box.letter
    start, end, target = (
        max(widest([heading, *texts], box.least), widest(values, size, bold=True)) + size
        for heading, values, texts in (
            (headings[0], [move.start for move in moves], [move.start_when for move in moves]),
            (headings[1], [move.end for move in moves], [move.end_when for move in moves]),
            (headings[2], [], [text for move in moves for text in move.target.split("\n")]),
        )
    )
    target = target if any(move.target for move in moves) else 0.0
    names = min(widest([move.name for move in moves], size) + size, _NAME_SHARE * box.width)
    slope = max(3 * size, min(_SLOPE_SHARE * box.width, box.width - names - start - end - target))
    names = box.width - start - slope - end - target
    left = box.x + names + start
    return _Plan(
        box, row, size, names - size, left - size / 2, (left, left + slope), left + slope + size / 2,
        box.right - target + size,
    )  # fmt: skip


def _head(headings: tuple[str, str, str], plan: _Plan) -> str:
    size = plan.box.least
    base = plan.box.y + size
    last = word(plan.target, base, headings[2], size, "muted") if plan.target < plan.box.right else ""
    return (
        word(plan.start, base, headings[0], size, "muted", "end")
        + word(plan.end, base, headings[1], size, "muted")
        + last
    )


def _row(move: Move, plan: _Plan, top: float, number: int) -> str:
    box, size, middle = plan.box, plan.size, top + plan.row / 2
    lines = wrapped(move.name, plan.names, size)
    small = size if len(lines) * size * LINE_HEIGHT <= plan.row else box.least
    lines = wrapped(move.name, plan.names, small)
    first = middle - (len(lines) - 1) * small * LINE_HEIGHT / 2 + MIDDLE * small
    parts = [line(box.x, top, box.right, top, "grid")] if number else []
    parts += [word(box.x, first + at * small * LINE_HEIGHT, text, small) for at, text in enumerate(lines)]
    parts.append(_value(plan.start, middle, move.start, move.start_when, plan, "end"))
    parts.append(_value(plan.end, middle, move.end, move.end_when, plan, "start", move.colour))
    targets = [text for text in move.target.split("\n") if text]
    base = middle - (len(targets) - 1) * box.least * LINE_HEIGHT / 2 + MIDDLE * box.least
    parts += [
        word(plan.target, base + at * box.least * LINE_HEIGHT, text, box.least, "muted")
        for at, text in enumerate(targets)
    ]
    return "".join(parts) + (_slope(move, plan, middle) if move.start else "")


def _value(
    x: float, middle: float, value: str, when: str, plan: _Plan, anchor: str, colour: str = "ink"
) -> str:
    """A value over when it was."""
    small, size = plan.box.least, plan.size
    if not when:
        return word(x, middle + MIDDLE * size, value, size, colour, anchor, bold=True)
    return word(x, middle - 0.1 * size, value, size, colour, anchor, bold=True) + word(
        x, middle - 0.1 * size + small * LINE_HEIGHT, when, small, "muted", anchor
    )


def _slope(move: Move, plan: _Plan, middle: float) -> str:
    """A line from left to right that rises or falls with the change, a mark at each end."""
    (left, right), radius = plan.slope, _DOT * plan.size
    high = (plan.row / 2 - 2 * radius) * max(-1.0, min(1.0, move.rise))
    start, end = (left + 2 * radius, middle + high), (right - 2 * radius, middle - high)
    fill = paint(move.colour)
    return line(*start, *end, move.colour, plan.size / 6) + "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"/>' for x, y in (start, end)
    )


def short_moves(blocks: Sequence[tuple[str, Sequence[Move]]]) -> Drawing:
    """Blocks of indicators, each below its heading: a name and `start → end` on each line.

    The same number of each block, as many as have room: the heading says how many there are. A broad box has
    them in two columns, so that no value stands far from its name.
    """

    def draw(box: Box) -> str:
        columns = _columns(blocks, box)
        most = max((len(moves) for _, moves in blocks), default=0)
        fits = all(_taken(own, most, side, box.letter) <= side.height for own, side in columns)
        size = box.letter if fits else box.least
        while most > 1 and any(_taken(own, most, side, size) > side.height for own, side in columns):
            most -= 1
        loose = [side.height / max(_taken(own, most, side, size), 1) for own, side in columns]
        step = size * LINE_HEIGHT * max(1.0, min(_LOOSE, *loose))
        shown = [[(heading, moves[:most]) for heading, moves in own] for own, _ in columns]
        return "".join(_column(own, side, size, step) for own, (_, side) in zip(shown, columns, strict=True))

    return draw


_Blocks = Sequence[tuple[str, Sequence[Move]]]


def _columns(blocks: _Blocks, box: Box) -> list[tuple[_Blocks, Box]]:
    """The blocks with their part of the box: in turns left and right of a broad one."""
    if box.width < _BROAD * box.letter or len(blocks) < 2:
        return [(blocks, box)]
    half = (box.width - 2 * box.letter) / 2
    left, right = replace(box, width=half), replace(box, x=box.right - half, width=half)
    return [(blocks[::2], left), (blocks[1::2], right)]


def _taken(blocks: _Blocks, most: int, box: Box, size: float) -> float:
    """The height of the first so many of each block with the headings, in letters of a size."""
    lines = sum(len(_short_lines(move, box, size)) for _, moves in blocks for move in moves[:most])
    return lines * size * LINE_HEIGHT + len(blocks) * _HEADED * box.letter


def _short_lines(move: Move, box: Box, size: float) -> list[str]:
    return wrapped(move.name, box.width - width(move.short, size, True) - size, size)


def _column(blocks: _Blocks, box: Box, size: float, step: float) -> str:
    """Blocks below one another, and between them what is left of the height, a letter at most."""
    taken = [
        step * sum(len(_short_lines(move, box, size)) for move in moves) + _HEADED * box.letter
        for _, moves in blocks
    ]
    between = min(box.letter, max(0.0, box.height - sum(taken)) / max(1, len(blocks)))
    parts, y = [], box.y
    for (heading, moves), high in zip(blocks, taken, strict=True):
        parts.append(_block(heading, moves, replace(box, y=y), size, step))
        y += high + between
    return "".join(parts)


def _block(heading: str, moves: Sequence[Move], box: Box, size: float, step: float) -> str:
    colour = moves[0].colour if moves else "ink"
    parts = [word(box.x, box.y + box.letter, heading, box.letter, colour, bold=True)]
    y = box.y + _HEADED * box.letter + (step - size * LINE_HEIGHT) / 2
    for move in moves:
        parts.append(word(box.right, y + size, move.short, size, anchor="end", bold=True))
        for text in _short_lines(move, box, size):
            parts.append(word(box.x, y + size, text, size))
            y += step
    return "".join(parts)
