"""Where words stand on a map so that they hide neither one another nor a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot
from unicodedata import normalize

from dashboard.figures.lettering import width
from dashboard.figures.map_targets import Point

SIZE = 34.0
"""Letter size on the narrowest screen, in units of the picture; wider screens use smaller letters."""
_GAP = 4.0
_ROUNDS = 3
"""How often each name looks for a better place, seeing those of the others."""

WordBox = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """Words at the baseline of their first line, `anchor` being start, middle or end of it."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Block:
    """Lines of words under one another, and where they may stand, the best first."""

    lines: Sequence[str]
    options: Sequence[Label]


def wide(words: str, size: float = 1.0) -> float:
    """Width of bold letters of a size in the widest of our fonts; in others they take less."""
    return width(words, size, bold=True)


def around(x: float, y: float, r: float, lines: int, size: float = SIZE) -> list[Label]:
    """Beside a circle: below, above, right, left, at its four corners, askew."""
    more, across, corner = (lines - 1) * size, r + 2 * _GAP, 0.75 * r + _GAP
    upper, lower = y - 0.65 * r - more, y + 0.65 * r + 0.75 * size
    above, below = y - r - _GAP - size * 0.2 - more, y + r + size * 0.8 + _GAP
    return [
        Label(x, below, "middle"),
        Label(x, above, "middle"),
        Label(x + across, y + size * 0.35 - more / 2, "start"),
        Label(x - across, y + size * 0.35 - more / 2, "end"),
        Label(x - corner, upper, "end"),
        Label(x + corner, upper, "start"),
        Label(x - corner, lower, "end"),
        Label(x + corner, lower, "start"),
        Label(x + r, above, "end"),
        Label(x - r, above, "start"),
        Label(x + r, below, "end"),
        Label(x - r, below, "start"),
    ]


QUARTERS = (-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75)
MOVES = sorted(product(QUARTERS, QUARTERS), key=lambda move: hypot(*move))
"""Steps within an area, in its room, to the right and down; the short ones first."""


def within(x: float, y: float, room: float, lines: int, size: float = SIZE) -> list[Label]:
    """In the middle of an area, or up to three quarters of its room away from there."""
    first = y + size * 0.35 - (lines - 1) * size / 2
    return [Label(x + room * right, first + room * down, "middle") for right, down in MOVES]


def arranged(
    blocks: Sequence[Block], circles: Sequence[tuple[Point, float]], edge: Point, size: float = SIZE
) -> list[Label]:
    """A place for each block, whichever of its options hides least.

    Args:
        blocks: the words; each with at least one option.
        circles: centre and radius of what should stay visible.
        edge: width and height of the picture, which no words leave.
        size: of the letters.
    """
    options = [[(label, _box(label, block.lines, size)) for label in block.options] for block in blocks]
    chosen = [first for first, *_ in options]
    for _ in range(_ROUNDS):
        for index, mine in enumerate(options):
            others = [box for other, (_, box) in enumerate(chosen) if other != index]
            if _hidden(chosen[index][1], others, circles, edge):
                hidden = [_hidden(box, others, circles, edge) for _, box in mine]
                chosen[index] = mine[hidden.index(min(hidden))]
    return [label for label, _ in chosen]


def free(
    blocks: Sequence[Block],
    circles: Sequence[tuple[Point, float]],
    edge: Point,
    size: float,
    ranks: Sequence[float],
) -> list[Label | None]:
    """A place for each block where it hides nothing, None where there is none; see `arranged`.

    `ranks` says which block chooses first: the highest.
    """
    found: list[Label | None] = [None] * len(blocks)
    taken: list[WordBox] = []
    for index in sorted(range(len(blocks)), key=lambda index: -ranks[index]):
        for label in blocks[index].options:
            box = _box(label, blocks[index].lines, size)
            if not _hidden(box, taken, circles, edge):
                found[index] = label
                taken.append(box)
                break
    return found


def _box(label: Label, lines: Sequence[str], size: float) -> WordBox:
    across = max(wide(line, size) for line in lines)
    left = label.x - {"start": 0.0, "middle": across / 2, "end": across}[label.anchor]
    return (left - _GAP, label.y - size * 0.8, left + across + _GAP, label.y + size * (len(lines) - 0.75))


def _hidden(
    box: WordBox, others: Sequence[WordBox], circles: Sequence[tuple[Point, float]], edge: Point
) -> float:
    """How much of the picture a box would hide or leave."""
    left, top, right, bottom = box
    outside = max(0.0, -left) + max(0.0, -top) + max(0.0, right - edge[0]) + max(0.0, bottom - edge[1])
    covered = sum(overlap(box, other) for other in others)
    return outside * 1000 + covered + sum(_cut(box, *circle) for circle in circles)


def overlap(one: WordBox, other: WordBox) -> float:
    """The area that two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)


def _cut(box: WordBox, centre: Point, r: float) -> float:
    """About how much of a circle a box covers: how deep it reaches in, by the height of the box."""
    x, y = (min(max(at, box[side]), box[side + 2]) for side, at in enumerate(centre))
    return max(0.0, r - hypot(x - centre[0], y - centre[1])) * (box[3] - box[1])


def broken(name: str) -> list[str]:
    """A long name in two lines: at its hyphen, else before the syllable that leaves both lines short."""
    if "-" in name:
        at = name.index("-") + 1
        return [name[:at], name[at:]]
    vowels = [normalize("NFD", letter)[0] in "aeiouy" for letter in name.lower()]
    breaks = [at for at in range(2, len(name) - 2) if not vowels[at] and vowels[at + 1]]
    # Between two consonants where no syllable begins so: `Douen-tza`.
    breaks = breaks or [at for at in range(3, len(name) - 2) if not vowels[at - 1] and not vowels[at]]
    ways = [[f"{name[:at]}-", name[at:]] for at in breaks]
    return min(ways, key=lambda lines: max(map(wide, lines)), default=[name])
