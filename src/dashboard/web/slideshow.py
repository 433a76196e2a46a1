"""A meeting as PowerPoint: titles, notes and sources as real text, charts that can be edited.

The library is loaded when somebody asks for the file: a worker that nobody asks stays small.
"""

import io
from collections.abc import Sequence
from typing import Any

import segno

from dashboard.domain.picture import Box
from dashboard.figures.lettering import wrapped
from dashboard.presenters.meeting.slides import Slide
from dashboard.web.slideshow_chart import MOST_ROWS, add_chart_of, chart_bars
from dashboard.web.slideshow_shapes import LEAST_POINTS, group_of_shapes, set_letters

_WIDE, _TALL = 12_192_000, 6_858_000
"""A slide of 16:9, in the units of the format (914 400 to an inch)."""
_EDGE, _POINT = 420_000, 12_700
_UNIT = _POINT // 2
"""A unit of a drawing: half a point, as slides on the screen are 1080 high."""
_LINE = 1.22
"""Height of a line, in letters."""
_CODE = 800_000
"""Side of a QR code, a little less than an inch."""
_TITLE = 28
"""Points; no text is smaller than 18, which the last row can read, but for the labels of drawings."""
_LABEL, _LEAST = 28, 23
"""Letters of drawings, in their units: 14 and 11.5 points, as on the screen."""


def slideshow(slides: Sequence[Slide], base: str, coded: bool) -> bytes:
    """The PPTX file of a meeting.

    Args:
        slides: in their order.
        base: what the addresses of the site begin with.
        coded: whether each slide has the QR code of its view: not where the address leads nowhere.
    """
    from pptx import Presentation

    show: Any = Presentation()
    show.slide_width, show.slide_height = _WIDE, _TALL
    layout = next(one for one in show.slide_layouts if one.name == "Title Only")
    for number, slide in enumerate(slides, 1):
        _add(show.slides.add_slide(layout), slide, base, coded, f"{number} / {len(slides)}")
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def _add(page: Any, slide: Slide, base: str, coded: bool, number: str) -> None:
    top = _head(page, slide)
    foot = _foot(page, slide, base, coded, number)
    _body(page, slide, (_EDGE, top, _WIDE - 2 * _EDGE, foot - top - 60_000))
    told = [slide.card.finding, *slide.caveats, slide.source, _lines(slide)]
    page.notes_slide.notes_text_frame.text = "\n\n".join(told)


def _high(text: str, room: int, size: int, bold: bool = False) -> int:
    """Height of a text in so much room, in the units of the format."""
    lines = sum(len(wrapped(part, room / _POINT, size, bold)) for part in text.split("\n"))
    return round(lines * _LINE * size * _POINT)


def _head(page: Any, slide: Slide) -> int:
    """Title and measure; where they end."""
    room = _WIDE - 2 * _EDGE
    high = _high(slide.title, room, _TITLE, bold=True)
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _EDGE, 150_000, room, high
    _write(title.text_frame, slide.title, _TITLE, "ink", bold=True)
    about = page.shapes.add_textbox(_EDGE, 150_000 + high, room, _high(slide.about, room, LEAST_POINTS))
    _write(about.text_frame, slide.about, LEAST_POINTS, "muted")
    return int(150_000 + high + about.height + 60_000)


def _foot(page: Any, slide: Slide, base: str, coded: bool, number: str) -> int:
    """Source, address and number, and the code beside them; where they begin."""
    room = _WIDE - 2 * _EDGE - (_CODE + 100_000 if coded else 0)
    there = base + slide.context.lasting
    text = f"{slide.card.source} · {number}\n{there}"
    high = max(_high(text, room, LEAST_POINTS), _CODE if coded else 0)
    top = _TALL - high - 150_000
    _write(page.shapes.add_textbox(_EDGE, top, room, high).text_frame, text, LEAST_POINTS, "muted")
    if coded:
        code = io.BytesIO()
        segno.make(there, error="m", micro=False).save(code, kind="png", scale=6, border=2)
        page.shapes.add_picture(code, _WIDE - _EDGE - _CODE, top, _CODE, _CODE)
    return top


def _write(frame: Any, text: str, size: int, colour: str, bold: bool = False) -> None:
    """A text from the upper left corner of its frame, as large as it is said to be."""
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

    frame.text, frame.word_wrap, frame.auto_size = text, True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        set_letters(paragraph.font, size, colour, bold)


def _body(page: Any, slide: Slide, box: tuple[int, ...]) -> None:
    """A chart where the numbers have one unit and room; else a drawing; else a table."""
    rows = slide.card.rows
    drawn = "" if slide.card.board or len(rows) <= MOST_ROWS else _drawing(slide, box)
    bars = chart_bars(slide)
    if drawn:
        from pptx.oxml import parse_xml

        page.shapes._spTree.append(parse_xml(drawn))
    elif bars:
        add_chart_of(page, slide, bars, box)
    else:
        _table(page, slide, box)


def _drawing(slide: Slide, box: tuple[int, ...]) -> str:
    """The picture of the slide, as shapes; empty where it has marks that no shape is like."""
    left, top, wide, high = (value / _UNIT for value in box)
    drawn = slide.drawing(Box(left, top, wide, high, _LABEL, _LEAST))
    return group_of_shapes(drawn, slide.title, _UNIT)


def _lines(slide: Slide) -> str:
    """Every row of the table with its headings, for the notes: cells parted by tabs, as spreadsheets do."""
    columns = slide.card.columns
    rows = [[_cell(row[column.name]) for column in columns] for row in slide.card.rows.to_dict("records")]
    return "\n".join("\t".join(cells) for cells in [[column.heading for column in columns], *rows])


def _cell(value: Any) -> str:
    return "" if value != value or value is None else str(value)


def _table(page: Any, slide: Slide, box: tuple[int, ...]) -> None:
    """Names and what a room reads of them, as a table that can be edited."""
    cells = _moved(slide) if "shown_start" in slide.card.rows.columns else _first_columns(slide)
    left, top, wide, _ = box
    table = page.shapes.add_table(len(cells), len(cells[0]), left, top, wide, 100_000).table
    part = round(wide * 0.5) if len(cells[0]) > 1 else wide
    for at, column in enumerate(table.columns):
        column.width = part if at == 0 else (wide - part) // (len(cells[0]) - 1)
    for down, texts in enumerate(cells):
        for across, text in enumerate(texts):
            cell = table.cell(down, across)
            cell.margin_top = cell.margin_bottom = 20_000
            cell.fill.background()
            cell.text_frame.text = text
            set_letters(
                cell.text_frame.paragraphs[0].font, LEAST_POINTS, "ink" if down else "muted", bold=across == 2
            )


def _moved(slide: Slide) -> list[list[str]]:
    """Indicators with where they began, where they are and their targets, each with its year."""
    t, names = slide.context.t, ("name", "start", "end", "target")
    head = [t(f"status.column.{name}") for name in names]
    return [head, *slide.card.rows[[f"shown_{name}" for name in names]].to_numpy().tolist()]


def _first_columns(slide: Slide) -> list[list[str]]:
    columns = slide.card.columns[:4]
    rows = slide.card.rows.head(MOST_ROWS).to_dict("records")
    return [
        [column.heading for column in columns],
        *[[_cell(row[column.name]) for column in columns] for row in rows],
    ]
