"""The middle of a slide of a PowerPoint: a chart, a drawing or a table, on as many slides as it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.components.tables import Column, columns_shown
from dashboard.domain.picture import Box, PartedDrawing
from dashboard.figures.picture_panes import PanesDrawing, pane_drawn
from dashboard.presenters.meeting.slides import Slide
from dashboard.presenters.money.board import Bar
from dashboard.store.catalog import records
from dashboard.web.slideshow_chart import MOST_ROWS, add_chart_of, chart_bars
from dashboard.web.slideshow_lines import add_lines, add_slope, has_lines
from dashboard.web.slideshow_shapes import LEAST_POINTS, NARROW, SLIDE_POINT, group_of_shapes
from dashboard.web.slideshow_tables import Cell, SlideTable, add_table, fitted

_UNIT = SLIDE_POINT // 2
"""A unit of a drawing: half a point, as slides on the screen are 1080 high."""
_LETTER = 2 * LEAST_POINTS / NARROW
"""Letters of a drawing, in its units."""
_SLOPE = 90
"""Width of a slope in points."""
_READ = 4
"""Columns of a table that a room reads."""
_LOOSE = 2.6
"""Most height of a row of one line, in letters."""

SlideArea = tuple[int, int, int, int]
"""Left, top, width and height, in the units of the format."""


@dataclass(frozen=True)
class Body:
    """The middle of one slide.

    Attributes:
        add: draws it on the page.
        in_notes: what the notes hold beside the finding and the source: `rows` parted by tabs and caveats,
            caveats in `words`, a `table`, or `nothing` more.
    """

    add: Callable[[Any], None]
    in_notes: str = "rows"


def bodies_of(slide: Slide, box: SlideArea) -> list[Body]:
    """A chart where the numbers have one unit and room; else a drawing and all its numbers; else a table.

    Args:
        slide: what is shown.
        box: the room of each.
    """
    rows = slide.card.rows
    if "shown_start" in rows.columns:
        return _moves(slide, box)
    if has_lines(slide):
        return [Body(lambda page: add_lines(page, slide, box))]
    drawn = _drawn(slide, box) if len(rows) > MOST_ROWS and not slide.card.board else []
    bars = chart_bars(slide)
    if bars and isinstance(slide.drawing, PanesDrawing):
        return _panes(slide, slide.drawing, bars, box)
    if bars and not drawn:
        return [Body(lambda page: add_chart_of(page, slide, bars, box))]
    return drawn or _table(slide, box)


def _panes(slide: Slide, drawing: PanesDrawing, bars: Sequence[Bar], box: SlideArea) -> list[Body]:
    """The first pane as a chart of the card's numbers, the others beside it as shapes."""
    (_, own), *others = drawing.places(_room(box))
    drawn = "".join(pane_drawn(pane, place) for pane, place in others)
    add_others = _add_group(group_of_shapes(drawn, slide.title, _UNIT))
    left, top, wide, high = (round(value * _UNIT) for value in (own.x, own.y, own.width, own.height))

    def add(page: Any) -> None:
        add_chart_of(page, slide, bars, (left, top, wide, high))
        add_others(page)

    return [Body(add)]


def _room(box: SlideArea) -> Box:
    """The same in the units of drawings, for letters that the last row reads."""
    left, top, wide, high = (value / _UNIT for value in box)
    return Box(left, top, wide, high, _LETTER, _LETTER)


def _drawn(slide: Slide, box: SlideArea) -> list[Body]:
    """The picture of the slide as shapes, the table of its numbers in the notes; where the notes of a table
    have no room for every caveat, those of the next slide have. Nothing where a mark is like no shape."""
    room, drawing = _room(box), slide.drawing
    parts = drawing.parts(room) if isinstance(drawing, PartedDrawing) else [drawing]
    groups = [group_of_shapes(part(room), slide.title, _UNIT) for part in parts]
    if not all(groups):
        return []
    bodies = [Body(_add_group(group), "table") for group in groups]
    if len(bodies) > 1:
        return bodies
    first, *others = _abreast(slide, box)
    return [*bodies, replace(first, in_notes="words"), *others]


def _abreast(slide: Slide, box: SlideArea) -> list[Body]:
    """Names and first numbers of very many rows, in as many columns side by side as have room."""
    columns = [slide.card.columns[0], next(one for one in slide.card.columns if one.numeric)]
    narrow = table_of(slide, columns, box[2] / SLIDE_POINT, LEAST_POINTS)
    across = max(1, int(box[2] / SLIDE_POINT / sum(narrow.wide)))
    down = max(1, int(box[3] / SLIDE_POINT / narrow.high(narrow.head)) - 1)
    pages = [narrow.rows[at : at + across * down] for at in range(0, len(narrow.rows), across * down)]
    return [Body(_add_grid(slide, _folded(narrow, rows, down), box), "nothing") for rows in pages]


def _folded(narrow: SlideTable, rows: Sequence[Sequence[Cell]], down: int) -> SlideTable:
    """The rows in blocks of so many, side by side."""
    blocks = [rows[at : at + down] for at in range(0, len(rows), down)]
    empty = [Cell("")] * len(narrow.head)
    lines = [
        [cell for block in blocks for cell in (block[at] if at < len(block) else empty)]
        for at in range(len(blocks[0]))
    ]
    return SlideTable([*narrow.head] * len(blocks), lines, [*narrow.wide] * len(blocks), narrow.size)


def _add_group(group: str) -> Callable[[Any], None]:
    def add(page: Any) -> None:
        from pptx.oxml import parse_xml

        page.shapes._spTree.append(parse_xml(group))

    return add


def _moves(slide: Slide, box: SlideArea) -> list[Body]:
    """Indicators with where they began, a slope, where they are and their targets, each with its year."""
    t, rows = slide.context.t, records(slide.card.rows)
    names = ["name", "start", "slope", "end", "target"]
    names = [name for name in names if name != "target" or any(row["shown_target"] for row in rows)]
    heads = [
        Cell("" if name == "slope" else t(f"status.column.{name}"), "muted", right=name == "start")
        for name in names
    ]
    cells = [[_moved(row, name) for name in names] for row in rows]
    at = names.index("slope")
    whole = fitted(heads, cells, box[2] / SLIDE_POINT - _SLOPE, LEAST_POINTS)
    wide = [_SLOPE if number == at else one for number, one in enumerate(whole.wide)]
    grid, high = SlideTable(heads, cells, wide), box[3] / SLIDE_POINT
    even = replace(grid, least=(high - grid.high(heads)) / max(len(rows), 1))
    loose = replace(grid, least=min(even.least, _LOOSE * LEAST_POINTS))
    pages = min((loose.pages(high), grid.pages(high)), key=len)
    dealt = iter(rows)
    return [
        Body(
            _add_moves(slide, page, [next(dealt) for _ in page.rows], at, box), "words" if number else "rows"
        )
        for number, page in enumerate(pages)
    ]


def _moved(row: dict[str, Any], name: str) -> Cell:
    text = "" if name == "slope" else str(row[f"shown_{name}"])
    colour = str(row["shown_colour"]) if name == "end" else "muted" if name == "target" else "ink"
    return Cell(text, colour, bold=name in ("start", "end"), right=name == "start")


def _add_moves(
    slide: Slide, grid: SlideTable, rows: Sequence[dict[str, Any]], at: int, box: SlideArea
) -> Callable[[Any], None]:
    def add(page: Any) -> None:
        add_table(page, grid, box[0], box[1], slide.title)
        left = box[0] + round(sum(grid.wide[:at]) * SLIDE_POINT)
        for row, (top, high) in zip(rows, grid.tops(), strict=True):
            if row["shown_start"]:
                where = (
                    left,
                    box[1] + round(top * SLIDE_POINT),
                    round(grid.wide[at] * SLIDE_POINT),
                    round(high * SLIDE_POINT),
                )
                add_slope(page, slide, row, where)

    return add


def _table(slide: Slide, box: SlideArea) -> list[Body]:
    """The first columns of every row, which are what a room reads."""
    grid = table_of(slide, columns_shown(slide.card.columns)[:_READ], box[2] / SLIDE_POINT, LEAST_POINTS)
    return [Body(_add_grid(slide, page, box)) for page in grid.pages(box[3] / SLIDE_POINT)]


def _add_grid(slide: Slide, grid: SlideTable, box: SlideArea) -> Callable[[Any], None]:
    return lambda page: add_table(page, grid, box[0], box[1], slide.title)


def table_of(slide: Slide, columns: Sequence[Column], room: float, size: float) -> SlideTable:
    """Every row of a card, as cells.

    Args:
        slide: of the card.
        columns: of the card.
        room: points across.
        size: of the letters.
    """
    rows = records(slide.card.rows)
    heads = [Cell(column.heading, "muted", bold=True, right=column.numeric) for column in columns]
    cells = [[Cell(plain_cell(row[one.name]), right=one.numeric) for one in columns] for row in rows]
    return fitted(heads, cells, room, size)


def plain_cell(value: Any) -> str:
    """What a cell of a card says; nothing for what is not known."""
    if value is None or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
