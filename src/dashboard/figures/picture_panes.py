"""Several drawings side by side in one picture; the first alone where it is narrow."""

from collections.abc import Sequence
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


def panes_drawing(left: Sequence[Pane], right: Sequence[Pane], part: float) -> Drawing:
    """Two columns of panes, the left one `part` of the width; the first pane alone in a narrow box."""

    def draw(box: Box) -> str:
        if box.width < _NARROW * box.letter:
            return left[0].drawing(box)
        gap = 2 * _GAP * box.letter
        wide = (box.width - gap) * part
        beside = replace(box, x=box.x + wide + gap, width=box.width - wide - gap)
        return _stacked(left, replace(box, width=wide)) + _stacked(right, beside)

    return draw


def _stacked(panes: Sequence[Pane], box: Box) -> str:
    gap = _GAP * box.letter
    step = box.least * LINE_HEIGHT
    room = box.height - gap * (len(panes) - 1) - sum(pane.lines for pane in panes) * step
    sharing, y, parts = sum(not pane.lines for pane in panes), box.y, []
    for pane in panes:
        high = pane.lines * step or room / sharing
        parts.append(_pane(pane, replace(box, y=y, height=high)))
        y += high + gap
    return "".join(parts)


def _pane(pane: Pane, box: Box) -> str:
    small = replace(box, letter=box.least)
    if not pane.heading:
        return pane.drawing(small)
    lines = wrapped(pane.heading, box.width, box.letter, bold=True)
    drawn = lines_of(box.x, box.y, lines, box.letter, bold=True)
    return drawn + pane.drawing(small.below((len(lines) * LINE_HEIGHT + _UNDER) * box.letter))
