"""What a still picture is made of: a box to draw in, and somebody who draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Box:
    """A part of a picture, in px of the picture.

    Attributes:
        x: its left edge.
        y: its upper edge.
        width: across.
        height: down.
        letter: size of the words in it.
        least: their smallest size where room is short.
    """

    x: float
    y: float
    width: float
    height: float
    letter: float
    least: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def below(self, height: float) -> "Box":
        """What is left under the first px."""
        return replace(self, y=self.y + height, height=self.height - height)

    def above(self, height: float) -> "Box":
        """What is left over the last px."""
        return replace(self, height=self.height - height)


Drawing = Callable[[Box], str]
"""Draws a chart with its legend into a box: SVG text whose every word lies within."""


@dataclass(frozen=True)
class PartedDrawing:
    """A drawing of rows that boxes too small for all of them show in several parts.

    Attributes:
        whole: draws every row into one box, in the smallest letters that it takes.
        parts: the drawings of as many rows as a box has room for, together all of them.
    """

    whole: Drawing
    parts: Callable[[Box], Sequence[Drawing]]

    def __call__(self, box: Box) -> str:
        """The whole drawing."""
        return self.whole(box)


@dataclass(frozen=True)
class Key:
    """An entry of a legend: the reader's word, the colour token, and the shape of the mark.

    Attributes:
        name: what the mark means.
        colour: a token of the palette.
        shape: `bar`, `dot`, `ring`, `diamond`, `small`, `small-ring`, `upright`, `line`, or for areas of maps
            `area`, `hatched`, `dashed`.
    """

    name: str
    colour: str
    shape: str = "bar"
