"""Real tables of a PowerPoint, on slides and in notes: cells that can be edited and copied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from dashboard.figures.lettering import widest, wrapped
from dashboard.figures.palette import COLOURS
from dashboard.web.slideshow_shapes import (
    LEAST_POINTS,
    LINE_PITCH,
    SLIDE_FONT,
    SLIDE_POINT,
    SPACES,
    room_for,
    solid,
)

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_SIDE, _PAD = 0.28, 0.1
"""Left and right of the words of a cell, and above and below them, in letters."""
_FIRST, _OTHER = 0.5, 0.35
"""Most of the width that names take, and any other column."""
_HAIR = 6_350
NOTE_POINTS = 8
"""Letters of tables in notes, which are read from paper."""


@dataclass(frozen=True)
class Cell:
    """Words of a table.

    Attributes:
        text: lines parted by newlines; those after the first of a bold one are less loud.
        colour: a token of the palette.
        bold: whether the letters are.
        right: whether they stand at the right, as numbers do.
    """

    text: str
    colour: str = "ink"
    bold: bool = False
    right: bool = False


@dataclass(frozen=True)
class SlideTable:
    """A table that knows its sizes.

    Attributes:
        head, rows: the cells.
        wide: width of each column in points.
        size: of the letters in points.
        least: height of its lowest rows in points.
    """

    head: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    wide: Sequence[float]
    size: float = LEAST_POINTS
    least: float = 0.0

    def high(self, row: Sequence[Cell]) -> float:
        """Height of a row in points."""
        sides = 2 * _SIDE * self.size
        lines = max(
            sum(
                len(wrapped(text, room_for(room - sides), self.size, cell.bold))
                for text in cell.text.split("\n")
            )
            for cell, room in zip(row, self.wide, strict=True)
        )
        return max(self.least, lines * LINE_PITCH * self.size + 2 * _PAD * self.size)

    def pages(self, room: float) -> list["SlideTable"]:
        """The rows as they fit into so many points, each part below the headings."""
        left, parts = 0.0, list[list[Sequence[Cell]]]()
        for row in self.rows:
            high = self.high(row)
            if high > left:
                parts, left = [*parts, []], room - self.high(self.head)
            parts[-1].append(row)
            left -= high
        return [replace(self, rows=rows) for rows in parts]

    def tops(self) -> Iterator[tuple[float, float]]:
        """Where each row begins, in points below the table's upper edge, and its height."""
        top = self.high(self.head)
        for row in self.rows:
            high = self.high(row)
            yield top, high
            top += high


def fitted(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], room: float, size: float) -> SlideTable:
    """A table at most as wide as a room: columns as wide as they need, those after the first less where room
    is short."""
    needed = [
        min(_needed([cells[at] for cells in (head, *rows)], size), (_OTHER if at else _FIRST) * room)
        for at in range(len(head))
    ]
    first, *others = needed
    share = min(1.0, (room - first) / max(sum(others), 1))
    return SlideTable(head, rows, [first, *(share * one for one in others)], size)


def _needed(cells: Sequence[Cell], size: float) -> float:
    """Points that a column needs."""
    lines = [line for cell in cells for line in cell.text.split("\n")]
    return widest(lines, size, bold=True) / room_for(1) + (2 * _SIDE + 0.1) * size


def add_table(page: Any, grid: SlideTable, left: int, top: int, name: str) -> None:
    """The table on a slide, or on the page of its notes; left and top in the units of the format."""
    from pptx.oxml import parse_xml

    number = max(int(one.get("id")) for one in page.shapes._spTree.iter("{*}cNvPr")) + 1
    page.shapes._spTree.append(parse_xml(_frame(grid, left, top, name, number)))


def _frame(grid: SlideTable, left: int, top: int, name: str, number: int) -> str:
    rows = [grid.head, *grid.rows]
    highs = [round(grid.high(row) * SLIDE_POINT) for row in rows]
    columns = "".join(f'<a:gridCol w="{round(wide * SLIDE_POINT)}"/>' for wide in grid.wide)
    told = "".join(_row(row, grid.size, high) for row, high in zip(rows, highs, strict=True))
    size = f'cx="{round(sum(grid.wide) * SLIDE_POINT)}" cy="{sum(highs)}"'
    locked = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
    named = f'<p:cNvPr id="{number}" name="table {number}" descr="{escape(name)}"/>'
    return (
        f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr>{named}{locked}<p:nvPr/></p:nvGraphicFramePr>"
        f'<p:xfrm><a:off x="{left}" y="{top}"/><a:ext {size}/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1"/>'
        f"<a:tblGrid>{columns}</a:tblGrid>{told}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(cells: Sequence[Cell], size: float, high: int) -> str:
    return f'<a:tr h="{high}">{"".join(_cell(cell, size) for cell in cells)}</a:tr>'


def _cell(cell: Cell, size: float) -> str:
    side, pad = round(_SIDE * size * SLIDE_POINT), round(_PAD * size * SLIDE_POINT)
    first, *more = cell.text.split("\n")
    quiet = replace(cell, colour="muted", bold=False) if cell.bold else cell
    paragraphs = _paragraph(first, cell, size) + "".join(_paragraph(text, quiet, size) for text in more)
    edges = "".join(f"<a:{one}><a:noFill/></a:{one}>" for one in ("lnL", "lnR", "lnT"))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{pad}" marB="{pad}" anchor="ctr">{edges}'
        f'<a:lnB w="{_HAIR}">{solid(COLOURS["grid"])}</a:lnB><a:noFill/></a:tcPr></a:tc>'
    )


def _paragraph(text: str, cell: Cell, size: float) -> str:
    letters = f'sz="{round(100 * size)}" b="{int(cell.bold)}"'
    look = f'{solid(COLOURS[cell.colour])}<a:latin typeface="{SLIDE_FONT}"/>'
    side = f'<a:pPr algn="{"r" if cell.right else "l"}"/>'
    if not text:
        return f"<a:p>{side}<a:endParaRPr {letters}>{look}</a:endParaRPr></a:p>"
    return f"<a:p>{side}<a:r><a:rPr {letters}>{look}</a:rPr><a:t>{escape(text)}</a:t></a:r></a:p>"
