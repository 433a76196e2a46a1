"""A still picture that stands alone in a slide, a message or on paper: finding, chart, source.

Always light, whatever the reader's theme. No words are smaller than a fiftieth of the height, which the last
row of a meeting can read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.domain.picture import Box, Drawing
from dashboard.figures.lettering import balanced, width, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, block, line, lines_of, word

FAMILY = "sans-serif"
TIGHT = 1.22
"""Height of a line of the title, in letters."""
MOST_SAID = 5
"""Lines that the words beneath a title take at most."""
CODE_SIDE = 3.25
"""Side of the QR code, in lines."""


@dataclass(frozen=True)
class Format:
    """A size of picture.

    Attributes:
        width: in px.
        height: in px.
        title: size of the letters of the finding; a long one is set in smaller ones, `least` at least.
        least: the smallest size of a title.
        letter: size of the words beneath it and in the chart.
        small: size of the words at the foot, and of others where room is short.
        edge: free px around everything.
    """

    width: int
    height: int
    title: int
    least: int
    letter: int
    small: int
    edge: int


FORMATS = {
    "wide": Format(1920, 1080, 46, 36, 24, 22, 56),
    "screen": Format(1440, 1080, 40, 32, 24, 22, 44),
    "phone": Format(1080, 1350, 50, 40, 32, 27, 44),
}
"""By the name in the address: a slide, a projector of 4:3, a phone."""
PREVIEWED = Format(1920, 1008, 46, 36, 24, 22, 56)
"""The picture of a link preview, of which a reader sees 1200 px."""


@dataclass(frozen=True)
class Plate:
    """What a picture says.

    Attributes:
        name: what is shown: the heading of the card.
        finding: what the chart shows, in words.
        about: measure, unit, place and year.
        chosen: the reader's choices in words; empty for none.
        drawing: the chart and its legend.
        sources: where the numbers come from, and what must be said of the picture.
        address: of the same view.
        publisher: who says so.
        code: the QR code of the address as path data in a square of modules, and its side; none where empty.
    """

    name: str
    finding: str
    about: str
    chosen: str
    drawing: Drawing
    sources: Sequence[str]
    address: str
    publisher: str
    code: tuple[str, int] = ("", 0)


def plate_svg(plate: Plate, form: Format) -> str:
    """The SVG file of a picture."""
    width, height = form.width - 2 * form.edge, form.height - 1.5 * form.edge
    box = Box(form.edge, form.edge * 0.8, width, height, form.letter, form.small)
    head, under = _head(plate, form, box)
    foot, over = _foot(plate, box)
    drawn = plate.drawing(box.below(under).above(over))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{form.width}" height="{form.height}"'
        f' viewBox="0 0 {form.width} {form.height}" font-family="{FAMILY}" role="img">'
        f"<title>{escape(plate.name)}</title><desc>{escape(plate.finding)}</desc>"
        f"{block(0, 0, form.width, form.height, 'paper')}{head}{drawn}{foot}</svg>"
    )


def _head(plate: Plate, form: Format, box: Box) -> tuple[str, float]:
    """The finding, what is measured, and the choices; and their height."""
    size, title, said = _title(plate, form, box.width)
    named = said or plate.finding in ("", plate.name)  # the title says already what is shown
    about = plate.about if named else f"{plate.name} · {plate.about}"
    words = [line for text in (about, plate.chosen) if text for line in wrapped(text, box.width, box.letter)]
    told = _shortened(said, box) if said else []
    parts, y = [_tight(box.x, box.y, title, size)], box.y + (len(title) * TIGHT + 0.25) * size
    for lines, colour in ((words, "muted"), (told, "ink")):
        parts.append(lines_of(box.x, y, lines, box.letter, colour))
        y += len(lines) * box.letter * LINE_HEIGHT + (0.4 * box.letter if lines else 0)
    return "".join(parts), y - box.y + box.letter * 0.5


def _shortened(said: str, box: Box) -> list[str]:
    """As many whole sentences as leave the chart its room, with a sign that there are more on the page."""
    sentences = said.split(". ")
    for count in range(len(sentences), 0, -1):
        rest = "" if count == len(sentences) else ". …"
        lines = wrapped(". ".join(sentences[:count]) + rest, box.width, box.letter)
        if len(lines) <= MOST_SAID:
            break
    return lines


def _title(plate: Plate, form: Format, room: float) -> tuple[int, list[str], str]:
    """Size and lines of the title, and what is said beneath it: the finding is the title where it fits."""
    finding = plate.finding or plate.name
    for size in range(form.title, form.least - 1, -2):
        for most in (2, 3):
            lines = wrapped(finding, room, size, bold=True)
            if len(lines) <= most and (most == 2 or size == form.least):
                return size, balanced(finding, room, size, bold=True), ""
    return form.title, balanced(plate.name, room, form.title, bold=True), plate.finding


def _tight(x: float, y: float, lines: Sequence[str], size: float) -> str:
    return "".join(
        word(x, y + (number * TIGHT + 0.9) * size, text, size, bold=True) for number, text in enumerate(lines)
    )


def _foot(plate: Plate, box: Box) -> tuple[str, float]:
    """A line, the sources, publisher and address, the QR code beside them; and their height."""
    path, modules = plate.code
    size, step = box.least, box.least * LINE_HEIGHT
    side = CODE_SIDE * step if modules else 0.0
    room = box.width - (side + size if modules else 0)
    said = [*plate.sources, f"{plate.publisher} · {plate.address}"]
    if width(said[-1], size) > room:
        said[-1:] = [plate.publisher, plate.address]
    lines = [part for text in said if text for part in wrapped(text, room, size)]
    high = max(len(lines) * step, side) + 0.5 * size
    top = box.foot - high
    drawn = line(box.x, top, box.right, top, "grid", 2)
    drawn += lines_of(box.x, top + 0.4 * size, lines, size, "muted")
    if modules:
        at = f"translate({box.right - side:.1f} {top + 0.5 * size:.1f}) scale({side / modules:.4f})"
        drawn += f'<path transform="{at}" d="{path}" fill="#000000"/>'
    return drawn, high + 0.5 * size
