"""Where the names of circles stand so that they hide neither one another nor a number."""

from collections.abc import Sequence
from dataclasses import dataclass

SIZE = 34.0
"""Letter size on the narrowest screen, in units of the picture; wider screens use smaller letters."""
WIDE = 0.58
"""Mean width of a letter, in letter sizes."""
GAP = 4.0
ROUNDS = 3
"""How often each name looks for a better place, seeing those of the others."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A name at a point of its baseline, `anchor` being start, middle or end of it."""

    x: float
    y: float
    anchor: str


def label_spots(
    names: Sequence[str], centres: Sequence[tuple[float, float]], radii: Sequence[float], width: float
) -> list[Label]:
    """A place for each name below, above, right or left of its circle, whichever hides least.

    Args:
        names: the words.
        centres: centres of the circles.
        radii: their radii.
        width: width of the picture, which no name leaves.
    """
    circles = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(centres, radii, strict=True)]
    options = [
        [(label, _box(label, name)) for label in _options(x, y, r)]
        for name, (x, y), r in zip(names, centres, radii, strict=True)
    ]
    chosen = [first for first, *_ in options]
    for _ in range(ROUNDS):
        for index, mine in enumerate(options):
            others = circles + [box for other, (_, box) in enumerate(chosen) if other != index]
            hidden = [_hidden(box, others, width) for _, box in mine]
            chosen[index] = mine[hidden.index(min(hidden))]
    return [label for label, _ in chosen]


def _options(x: float, y: float, r: float) -> list[Label]:
    across = r + 2 * GAP
    return [
        Label(x, y + r + SIZE * 0.8 + GAP, "middle"),
        Label(x, y - r - GAP - SIZE * 0.2, "middle"),
        Label(x + across, y + SIZE * 0.35, "start"),
        Label(x - across, y + SIZE * 0.35, "end"),
    ]


def _box(label: Label, name: str) -> Box:
    wide = len(name) * SIZE * WIDE
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return (left, label.y - SIZE * 0.8, left + wide, label.y + SIZE * 0.2)


def _hidden(box: Box, taken: Sequence[Box], width: float) -> float:
    """How much of the picture a box would hide or leave."""
    outside = max(0.0, -box[0]) + max(0.0, box[2] - width)
    return outside * 1000 + sum(_overlap(box, other) for other in taken)


def _overlap(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)
