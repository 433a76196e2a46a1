"""A slide of a meeting: one finding, one picture, its source, at most one caveat; nothing is cut.

Sizes are shares of the height, so a slide on any screen is read from the last row: title 4.5 %, text 2.6 %,
words in the picture 2.1 %, source 2 %.
"""

from dataclasses import dataclass

from dashboard.domain.picture import Box, Drawing
from dashboard.figures.lettering import balanced, width, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, block, line, lines_of, word
from dashboard.figures.picture_plate import FAMILY, TIGHT

SLIDE_HEIGHT = 1080
SLIDE_SHAPES = {"wide": 1920, "tall": 1440}
"""Width by name: a screen of 16:9, a projector of 4:3; both 1080 high."""
_TITLE, _LEAST_TITLE, _TEXT, _LABEL, _SOURCE = 49, 40, 28, 23, 22
_EDGE = 52
EMPTY = "\u00a0"
"""A line of words that waits for them."""
_MOST_CAVEAT = 2
"""Lines of the caveat; the rest of it stands in the notes of the slide."""


@dataclass(frozen=True)
class SlidePicture:
    """What a slide shows.

    Attributes:
        title: the finding.
        about: measure, unit, place, year.
        said: what the picture says of those that are marked; empty for none.
        drawing: the picture.
        caveat: what must be known of a number; empty for none.
        source: where the numbers come from, and what must be said with them.
        number: which slide of how many, `3 / 8`.
    """

    title: str
    about: str
    said: str
    drawing: Drawing
    caveat: str
    source: str
    number: str


def slide_svg(slide: SlidePicture, shape: str) -> str:
    """A slide as SVG; what changes while it is shown has a class: `said`, `number`, and the marked rows."""
    wide = SLIDE_SHAPES[shape]
    box = Box(_EDGE, 0.8 * _EDGE, wide - 2 * _EDGE, SLIDE_HEIGHT - 1.5 * _EDGE, _TEXT, _LABEL)
    head, under = _head(slide, box)
    foot, over = _foot(slide, box)
    drawn = slide.drawing(box.below(under).above(over))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {SLIDE_HEIGHT}" font-family="{FAMILY}">'
        f"{block(0, 0, wide, SLIDE_HEIGHT, 'paper')}{head}{drawn}{foot}</svg>"
    )


def _head(slide: SlidePicture, box: Box) -> tuple[str, float]:
    """Title, measure, a line for what is marked; and their height."""
    size, lines = _title(slide.title, box.width)
    parts = [
        word(box.x, box.y + (at * TIGHT + 0.9) * size, text, size, bold=True) for at, text in enumerate(lines)
    ]
    y = box.y + (len(lines) * TIGHT + 0.2) * size
    about = wrapped(slide.about, box.width, _TEXT)
    parts.append(lines_of(box.x, y, about, _TEXT, "muted"))
    y += (len(about) + 0.1) * LINE_HEIGHT * _TEXT
    return "".join(parts) + _said(slide.said, box.x, y, box.width), y + 2.25 * _SOURCE * LINE_HEIGHT - box.y


def _said(text: str, x: float, y: float, room: float) -> str:
    """Two lines that are there also without words: a script finds them by their class and writes them anew.

    One line is as large as the room allows; what is longer takes two of the smallest letters.
    """
    size = round(max(_SOURCE, min(_TEXT, _TEXT * room / max(width(text, _TEXT, True), 1))), 1)
    lines = [*wrapped(text, room, size, bold=True), "", ""][:2]
    drawn = "".join(
        word(x, y + size + at * size * LINE_HEIGHT, line or EMPTY, size, "active", bold=True)
        for at, line in enumerate(lines)
    )
    return drawn.replace("<text ", '<text class="said" ')


def _title(text: str, room: float) -> tuple[int, list[str]]:
    """Size and lines: two lines of the full size, smaller ones for what is longer."""
    for size in range(_TITLE, _LEAST_TITLE - 1, -3):
        if len(wrapped(text, room, size, bold=True)) <= 2:
            break
    return size, balanced(text, room, size, bold=True)


def _foot(slide: SlidePicture, box: Box) -> tuple[str, float]:
    """Caveat, source and number; and their height."""
    step, room = _SOURCE * LINE_HEIGHT, box.width - 5 * _SOURCE
    caveat = shortened(slide.caveat, box.width, _MOST_CAVEAT)
    source = wrapped(slide.source, room, _SOURCE)
    high = (len(caveat) + len(source)) * step + _SOURCE
    top = box.foot - high
    drawn = line(box.x, top + 0.3 * _SOURCE, box.right, top + 0.3 * _SOURCE, "grid", 2)
    drawn += lines_of(box.x, top + 0.6 * _SOURCE, caveat, _SOURCE, "ink")
    drawn += lines_of(box.x, top + 0.6 * _SOURCE + len(caveat) * step, source, _SOURCE, "muted")
    base = top + 0.6 * _SOURCE + (len(caveat) + len(source) - 1) * step + _SOURCE
    number = word(box.right, base, slide.number or EMPTY, _SOURCE, "muted", "end")
    return drawn + number.replace("<text ", '<text class="number" ', 1), high + 0.4 * _SOURCE


def shortened(text: str, room: float, most: int) -> list[str]:
    """A text in so many lines at most: whole words, and a sign where there is more."""
    lines = wrapped(text, room, _SOURCE) if text else []
    if len(lines) <= most:
        return lines
    words = " ".join(lines[:most]).split(" ")
    while len(wrapped(" ".join([*words, "…"]), room, _SOURCE)) > most:
        words.pop()
    return wrapped(" ".join([*words, "…"]), room, _SOURCE)
