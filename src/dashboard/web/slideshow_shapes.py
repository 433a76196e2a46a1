"""A drawing of the site as shapes of a slide: words stay words, every mark can be edited."""

from collections.abc import Iterator
from html import escape
from typing import Any
from xml.etree import ElementTree

from dashboard.figures.lettering import width
from dashboard.figures.palette import COLOURS, GROUNDS
from dashboard.figures.picture_marks import HATCH

SLIDE_FONT = "Arial"
"""Every office suite has it, or one as wide."""
LEAST_POINTS = 18
"""Letters of all but titles, which the last row can read."""
SLIDE_POINT = 12_700
"""In units of the format."""
LINE_PITCH = 1.22
"""Height of a line, in letters."""
NARROW = 1.125
"""How much larger the letters of that font may be than those that drawings leave room for, of the widest."""
_ASCENT, _HIGH = 0.905, 1.19
"""How far the letters of the font stand above their line, and how high a line is, in letters."""
_KNOWN = {"svg", "g", "defs", "rect", "circle", "line", "polygon", "text"}
SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def group_of_shapes(drawn: str, name: str, unit: int) -> str:
    """The XML of a group shape; empty for a drawing with marks that are no simple shapes.

    Args:
        drawn: SVG elements.
        name: what the group shows, for those who cannot see it.
        unit: of the drawing, in those of the format (914 400 to an inch).
    """
    root = ElementTree.fromstring(f"<svg>{drawn}</svg>")
    parts = [part for part in _shown(root) if part.tag != "svg"]
    if any(part.tag not in _KNOWN for part in parts):
        return ""
    shapes = "".join(_shape(part, number, unit) for number, part in enumerate(parts, 1000))
    return (
        f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="999" name="drawing" descr="{escape(name)}"/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:grpSp>"
    )


def _shown(part: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """An element and what lies in it, without what is only referred to or hidden."""
    if part.tag == "defs" or part.get("visibility") == "hidden":
        return
    yield part
    for inner in part:
        yield from _shown(inner)


def _shape(part: ElementTree.Element, number: int, unit: int) -> str:
    if part.tag == "g":
        return ""
    left, top, wide, high = (round(value * unit) for value in _box(part))
    kind = {"circle": "ellipse", "polygon": "diamond", "line": "line"}.get(part.tag, "rect")
    look = f"{_fill(part)}{_edge(part, unit)}"
    flip = ' flipV="1"' if part.tag == "line" and _rises(part) else ""
    geometry = (
        f'<a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{part.tag} {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{geometry}{look}</p:spPr>{_words(part, unit) if part.tag == 'text' else ''}</p:sp>"
    )


def _numbers(part: ElementTree.Element, *names: str) -> list[float]:
    return [float(part.get(name, 0)) for name in names]


def _rises(part: ElementTree.Element) -> bool:
    x1, y1, x2, y2 = _numbers(part, "x1", "y1", "x2", "y2")
    return (x2 - x1) * (y2 - y1) < 0


def _box(part: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, width and height."""
    if part.tag == "rect":
        left, top, wide, high = _numbers(part, "x", "y", "width", "height")
        return left, top, wide, high
    if part.tag == "circle":
        x, y, r = _numbers(part, "cx", "cy", "r")
        return x - r, y - r, 2 * r, 2 * r
    if part.tag == "text":
        return _text_box(part)
    if part.tag == "line":
        x1, y1, x2, y2 = _numbers(part, "x1", "y1", "x2", "y2")
        return min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    spots = [tuple(map(float, spot.split(","))) for spot in part.get("points", "0,0").split()]
    xs, ys = zip(*spots, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _text_box(part: ElementTree.Element) -> tuple[float, float, float, float]:
    x, y, size = _numbers(part, "x", "y", "font-size")
    wide = width(part.text or "", size, part.get("font-weight") == "bold")
    before = {"middle": wide / 2, "end": wide}.get(part.get("text-anchor", ""), 0.0)
    return x - before, y - _ASCENT * NARROW * size, wide, _HIGH * NARROW * size


def room_for(room: float) -> float:
    """A room in the measure of `lettering`, whose letters are wider than those of slides; with some air."""
    return room * (1 + NARROW) / 2


def solid(colour: str, share: str = "1") -> str:
    """The XML of a fill: a colour as `#rrggbb`, and how much of it, from 0 to 1."""
    inner = "" if float(share) == 1 else f'<a:alpha val="{round(float(share) * 100_000)}"/>'
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}">{inner}</a:srgbClr></a:solidFill>'


def _fill(part: ElementTree.Element) -> str:
    """The ground of a shape; that of words is paper where they have a light edge in pictures."""
    colour = part.get("fill", "none")
    if part.tag == "text":
        return solid(COLOURS["paper"]) if part.get("aria-hidden") else "<a:noFill/>"
    if HATCH in colour:
        stripes, ground = _rgb(GROUNDS["map-hatch"]), _rgb(COLOURS["paper"])
        inner = f"<a:fgClr>{stripes}</a:fgClr><a:bgClr>{ground}</a:bgClr>"
        return f'<a:pattFill prst="ltUpDiag">{inner}</a:pattFill>'
    return solid(colour, part.get("fill-opacity", "1")) if colour.startswith("#") else "<a:noFill/>"


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour[1:]}"/>'


def _edge(part: ElementTree.Element, unit: int) -> str:
    colour = part.get("stroke", "none")
    if part.tag == "text" or not colour.startswith("#"):
        return "<a:ln><a:noFill/></a:ln>"
    thick = round(float(part.get("stroke-width", 1)) * unit)
    dash = '<a:prstDash val="dash"/>' if part.get("stroke-dasharray") else ""
    return f'<a:ln w="{thick}">{solid(colour)}{dash}</a:ln>'


def _words(part: ElementTree.Element, unit: int) -> str:
    size = round(NARROW * float(part.get("font-size", 0)) * unit / 127)
    side = {"middle": "ctr", "end": "r"}.get(part.get("text-anchor", ""), "l")
    bold = ' b="1"' if part.get("font-weight") == "bold" else ""
    text = "" if part.get("aria-hidden") else escape(part.text or "")
    fill = solid(part.get("fill", COLOURS["ink"]))
    letters = f'<a:rPr sz="{size}"{bold}>{fill}<a:latin typeface="{SLIDE_FONT}"/></a:rPr>'
    run = f"<a:r>{letters}<a:t>{text}</a:t></a:r>"
    return (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/>'
        f'<a:p><a:pPr algn="{side}"/>{run if text else ""}</a:p></p:txBody>'
    )


def set_letters(font: Any, size: int, colour: str = "ink", bold: bool = False) -> None:
    """Size in points, a colour of the palette."""
    font.name, font.size, font.bold = SLIDE_FONT, size * SLIDE_POINT, bold
    font.color.rgb = slide_colour(colour)


def slide_colour(colour: str) -> Any:
    """A colour of the palette as the library has it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(COLOURS[colour][1:].upper())
