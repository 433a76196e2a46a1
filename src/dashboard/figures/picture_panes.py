"""Several drawings side by side in one picture; the first alone where it is narrow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.picture import Box, Drawing
from dashboard.figures.lettering import wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, lines_of

_GAP = 1.0
"""Between two panes above one another, in letters; half of that between two columns."""
_NARROW = 40
"""A box of fewer letters across holds one pane."""
_UNDER = 0.4
"""Below a heading, in letters."""


@dataclass(frozen=True)
class Pane:
    """A part of a picture, in the smallest letters.

    Attributes:
        drawing: what is drawn.
        heading: above it, if it has one.
        lines: its height in lines; 0 for one that shares with others what is left.
    """

    drawing: Drawing
    heading: str = ""
    lines: float = 0


@dataclass(frozen=True)
class PanesDrawing:
    """Two columns of panes, the left one `part` of the width; the first pane alone in a narrow box."""

    left: Sequence[Pane]
    right: Sequence[Pane]
    part: float

    def __call__(self, box: Box) -> str:
        """All panes that the box has room for."""
        if box.width < _NARROW * box.letter:
            return self.left[0].drawing(box)
        return "".join(pane_drawn(pane, place) for pane, place in self.places(box))

    def places(self, box: Box) -> list[tuple[Pane, Box]]:
        """Each pane and its part of a wide box."""
        gap = 2 * _GAP * box.letter
        wide = (box.width - gap) * self.part
        beside = replace(box, x=box.x + wide + gap, width=box.width - wide - gap)
        return [*_stacked(self.left, replace(box, width=wide)), *_stacked(self.right, beside)]


def _stacked(panes: Sequence[Pane], box: Box) -> Iterator[tuple[Pane, Box]]:
    gap = _GAP * box.letter
    step = box.least * LINE_HEIGHT
    room = box.height - gap * (len(panes) - 1) - sum(pane.lines for pane in panes) * step
    sharing, y = sum(not pane.lines for pane in panes), box.y
    for pane in panes:
        high = pane.lines * step or room / sharing
        yield pane, replace(box, y=y, height=high)
        y += high + gap


def pane_drawn(pane: Pane, box: Box) -> str:
    """One pane, its heading above it."""
    small = replace(box, letter=box.least)
    if not pane.heading:
        return pane.drawing(small)
    lines = wrapped(pane.heading, box.width, box.letter, bold=True)
    drawn = lines_of(box.x, box.y, lines, box.letter, bold=True)
    return drawn + pane.drawing(small.below((len(lines) * LINE_HEIGHT + _UNDER) * box.letter))
