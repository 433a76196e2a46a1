"""Sentences in the place of a chart, as large as they fit: what a view says that has nothing to draw."""

from collections.abc import Sequence

from dashboard.domain.picture import Box, Drawing
from dashboard.figures.lettering import wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, lines_of

_SIZES = (1.9, 1.6, 1.35, 1.15, 1)
"""Letters against those of a box: the fewer words, the larger."""
_APART = 0.5
"""Between two sentences, in lines."""


def words_drawing(sentences: Sequence[str]) -> Drawing:
    """Draws sentences below each other, as many of the first as a box has room for."""

    def draw(box: Box) -> str:
        sizes = [box.letter * large for large in _SIZES]
        size = next((size for size in sizes if _height(sentences, box, size) <= box.height), sizes[-1])
        parts, y = [], box.y
        for sentence in sentences:
            lines = wrapped(sentence, box.width, size)
            if y + len(lines) * size * LINE_HEIGHT > box.foot:
                break
            parts.append(lines_of(box.x, y, lines, size))
            y += (len(lines) + _APART) * size * LINE_HEIGHT
        return "".join(parts)

    return draw


def _height(sentences: Sequence[str], box: Box, size: float) -> float:
    lines = sum(len(wrapped(sentence, box.width, size)) + _APART for sentence in sentences)
    return (lines - _APART) * size * LINE_HEIGHT
