"""Words and marks of still pictures, written so that browsers, office suites and paper draw them alike.

Each line of words is an element of its own at a place of its own, its light edge a second text beneath,
colours are values: what an office suite does not know (relative steps, painting orders, style sheets) is not
used.
"""

from collections.abc import Sequence
from html import escape

from dashboard.domain.picture import Box, Key
from dashboard.figures.lettering import widest, width, wrapped
from dashboard.figures.palette import COLOURS, GROUNDS

LINE_HEIGHT = 1.35
"""Height of a line of words, in letters."""
MIDDLE = 0.36
"""How far below the middle of a line its words stand, in letters."""
LEAD = (LINE_HEIGHT / 2 + MIDDLE) - 1
"""How much lower the first of several lines stands, in letters, to be in the middle of its row."""
HALO = 0.3
"""Width of the light edge around words over marks, in letters."""

HATCH = "hatch"
"""Id of the pattern of `hatched`, at most once in a picture."""
ROUND = {"dot": 0.4, "small": 0.22, "ring": 0.36, "small-ring": 0.2}
"""Round marks -> their radius, as a part of a letter."""
AREAS = {"area": "", "hatched": "", "dashed": ' stroke-dasharray="5 5"'}
"""Marks for the looks of areas, with what their outline adds."""


def word(
    x: float,
    y: float,
    text: str,
    size: float,
    colour: str = "ink",
    anchor: str = "start",
    bold: bool = False,
    halo: bool = False,
) -> str:
    """One line of words.

    Args:
        x: start, middle or end of the line, as `anchor` says.
        y: its baseline.
        text: nothing is drawn for none.
        size: of the letters.
        colour: a token of the palette, or a value.
        anchor: `start`, `middle` or `end`.
        bold: whether the letters are.
        halo: whether a light edge parts them from what is beneath.
    """
    if not text:
        return ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"'
    place += f' text-anchor="{anchor}"' if anchor != "start" else ""
    place += ' font-weight="bold"' if bold else ""
    paper, thick = COLOURS["paper"], f"{size * HALO:.1f}"
    edge = (
        f'<text {place} fill="{paper}" stroke="{paper}" stroke-width="{thick}" stroke-linejoin="round"'
        f' aria-hidden="true">{escape(text)}</text>'
    )
    ink = f'<text {place} fill="{paint(colour)}">{escape(text)}</text>'
    return edge + ink if halo else ink


def lines_of(
    x: float, y: float, lines: Sequence[str], size: float, colour: str = "ink", bold: bool = False
) -> str:
    """Lines under one another, the first one within the line that begins at `y`."""
    return "".join(
        word(x, y + (number * LINE_HEIGHT + 1) * size, text, size, colour, bold=bold)
        for number, text in enumerate(lines)
    )


def paint(colour: str) -> str:
    """The value of a token of the palette; a value as it is."""
    return COLOURS.get(colour) or GROUNDS.get(colour, colour)


def line(x1: float, y1: float, x2: float, y2: float, colour: str, thick: float = 1, dash: str = "") -> str:
    """A straight stroke."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{paint(colour)}" stroke-width="{thick:g}"{dashes}/>'


def block(x: float, y: float, wide: float, high: float, colour: str, more: str = "") -> str:
    """A filled rectangle; `more` is further attributes."""
    size = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {size} fill="{paint(colour)}"{" " if more else ""}{more}/>'


def keyed(key: str, top: float, high: float, box: Box, drawn: str) -> str:
    """A row that can be found by its key: in a meeting it is marked and moved without asking the server.

    Args:
        key: nothing is added for none.
        top, high: where the row begins, and its height.
        box: what it lies in.
        drawn: the row.
    """
    if not key:
        return drawn
    ground = block(box.x, top, box.width, high, "chosen", 'data-part="ground" fill-opacity="0"')
    return f'<g data-row="{escape(key)}" data-high="{high:.2f}">{ground}{drawn}</g>'


def hatched() -> str:
    """The pattern of what the report does not cover, for marks filled by `HATCH`."""
    ground, stripe = paint("paper"), paint("map-hatch")
    return (
        f'<defs><pattern id="{HATCH}" width="12" height="12" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="12" height="12" fill="{ground}"/>'
        f'<rect width="3" height="12" fill="{stripe}"/></pattern></defs>'
    )


def legend(keys: Sequence[Key], box: Box) -> tuple[str, float]:
    """The entries of a legend side by side in as many rows as they take, and the height of these."""
    size, step = box.letter, box.letter * LINE_HEIGHT
    x, row, drawn = box.x, 0, []
    for key in keys:
        lines = wrapped(key.name, box.width - step, size)
        long = step + widest(lines, size)
        if x > box.x and x + long > box.right:
            x, row = box.x, row + 1
        drawn.append(mark(x + size / 2, box.y + (row + 0.5) * step, key, size))
        drawn.append(lines_of(x + step, box.y + row * step + LEAD * size, lines, size))
        x, row = x + long + size, row + len(lines) - 1
    return "".join(drawn), (row + 1.4) * step if keys else 0.0


def entry_width(name: str, size: float) -> float:
    """Width of a mark and its name."""
    return size * LINE_HEIGHT + width(name, size)


def mark(x: float, y: float, key: Key, size: float) -> str:
    """A mark of the legend around its middle."""
    colour, half = paint(key.colour), size / 2
    if key.shape == "line":
        return line(x - half, y, x + half, y, colour, size / 6)
    if key.shape == "upright":
        return line(x, y - half, x, y + half, colour, size / 8, f"{size / 5:.0f} {size / 5:.0f}")
    if key.shape in ROUND:
        r = ROUND[key.shape] * size
        look = (
            f'fill="none" stroke="{colour}" stroke-width="3"' if "ring" in key.shape else f'fill="{colour}"'
        )
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {look}/>'
    if key.shape in AREAS:
        look = f'stroke="{paint("muted")}"{AREAS[key.shape]}'
        fill = f"url(#{HATCH})" if key.shape == "hatched" else colour
        return block(x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9, fill, look)
    if key.shape == "diamond":
        corners = (
            f"{x:.1f},{y - half:.1f} {x + half:.1f},{y:.1f} {x:.1f},{y + half:.1f} {x - half:.1f},{y:.1f}"
        )
        return f'<polygon points="{corners}" fill="{colour}"/>'
    return block(x - half * 0.8, y - half * 0.8, size * 0.8, size * 0.8, colour)
