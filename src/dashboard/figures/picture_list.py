"""Many names with their values in columns, then those without a value in running text."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dashboard.domain.picture import Box
from dashboard.figures.lettering import widest, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, MIDDLE, block, lines_of, paint, word

PARTED = 0.5
"""Between the columns and the text below them, in lines."""


@dataclass(frozen=True)
class NameList:
    """What is listed.

    Attributes:
        entries: name, written value and colour of each.
        others: paragraphs below them.
    """

    entries: Sequence[tuple[str, str, str]]
    others: Sequence[str]

    def height(self, box: Box) -> float:
        """What the list takes of the width of a box, in the smallest letters."""
        return self._taken(box, box.least)

    def run_on(self) -> "NameList":
        """The same in running text, which takes the least room: names, values, then the other paragraphs."""
        said = ", ".join(f"{name} {text}".replace(" ", "\u00a0") for name, text, _ in self.entries)
        return NameList([], [said, *self.others])

    def names_alone(self) -> "NameList":
        """The same without the values, which the colours of the picture class: the names in their order."""
        names = ", ".join(name for name, *_ in self.entries)
        return NameList([], [" · ".join([names, *self.others])])

    def fitting(self, box: Box) -> "NameList":
        """In columns, else in running text, else the names alone: the first that a box has room for."""
        ways = (self, self.run_on(), self.names_alone())
        return next((way for way in ways if way.height(box) <= box.height), ways[-1])

    def draw(self, box: Box) -> str:
        """The list, from the upper edge of the box."""
        size = box.letter if self._taken(box, box.letter) <= box.height else box.least
        columns, wide = self._columns(box, size)
        rows = ceil(len(self.entries) / columns)
        parts = [
            _entry(
                box.x + (at // rows) * wide,
                box.y + (at % rows + 0.5) * size * LINE_HEIGHT,
                *entry,
                size,
                wide,
            )
            for at, entry in enumerate(self.entries)
        ]
        foot = box.y + (rows + PARTED) * size * LINE_HEIGHT
        return "".join(parts) + lines_of(box.x, foot, self._told(box, size), size, "muted")

    def _taken(self, box: Box, size: float) -> float:
        rows = ceil(len(self.entries) / self._columns(box, size)[0]) + len(self._told(box, size)) + PARTED
        return rows * size * LINE_HEIGHT

    def _columns(self, box: Box, size: float) -> tuple[int, float]:
        """How many columns there are, and how wide each is."""
        names, texts = (widest((entry[at] for entry in self.entries), size) for at in (0, 1))
        least = names + texts + 2.15 * size
        number = max(1, int((box.width + size) // least))
        return number, box.width / number if number > 1 else min(box.width, 1.6 * least)

    def _told(self, box: Box, size: float) -> list[str]:
        return [line for text in self.others for line in wrapped(text, box.width, size)]


def _entry(x: float, middle: float, name: str, text: str, colour: str, size: float, wide: float) -> str:
    """A swatch, a name, and a value at the end of the column."""
    edge = f'stroke="{paint("muted")}"'
    swatch = block(x, middle - 0.35 * size, 0.7 * size, 0.7 * size, colour, edge)
    base = middle + MIDDLE * size
    value = word(x + wide - 0.8 * size, base, text, size, anchor="end", bold=True)
    return swatch + word(x + size, base, name, size) + value
